"""The form of one entry of the contact log."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.rows.events import EventRow
from domain.rows.network import EntryDraft
from domain.rows.partners import ContactRow
from domain.terms import ContactChannel
from gui.dialogs.draft_dialog import DraftDialog
from gui.texts import _, current
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.form import Form

_WIDTH, _HEIGHT = 480, 360


class EntryDialog(DraftDialog):
    """Edits an entry; `removed` asks to forget it."""

    removed = Signal()

    def __init__(
        self,
        draft: EntryDraft,
        today: Callable[[], date],
        contacts: Sequence[ContactRow],
        events: Sequence[EventRow],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        """`contacts` and `events` are those of the partner, to be named in the entry."""
        super().__init__(_("New entry") if is_new else _("Edit entry"), parent)
        self.resize(_WIDTH, _HEIGHT)
        channel, person, event = Combo(_("Channel")), Combo(_("With")), Combo(_("Because of"))
        channel.add_terms(ContactChannel)
        person.add(None, "–")
        for contact in contacts:
            words = f"{contact.draft.role}, {contact.draft.name}" if contact.draft.name else contact.draft.role
            person.add(contact.id, words)
        event.add(None, "–")
        for row in events:
            day = current().day(row.start_day) if row.start_day else _("no date")
            event.add(row.id, f"{day}, {row.title}")
        event.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        form: Form[EntryDraft] = Form()
        form.add(_("Subject"), Field(name=_("Subject")), "subject")
        form.add(_("Day"), DateField(_("Day"), today), "day")
        form.add(_("Channel"), channel, "channel")
        form.add(_("With"), person, "contact_id")
        form.add(_("Because of"), event, "event_id")
        self.set_columns(draft, form)
        if not is_new:
            self.add_button(_("Delete"), icon="trash").clicked.connect(self.removed)
