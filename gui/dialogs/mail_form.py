"""The left side of the dialog of e-mail drafts: about which event, which text, to each or to all, subject and text."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.rows.events import EventRow
from domain.rules import mail_text
from domain.terms import EventState, MailTemplate
from gui.dialogs.print_fields import Named, RestingText
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.field import Field

EACH, ALL = "each", "all"
_LINES = 8
_WIDEST = 16_777_215  # what Qt takes for "no limit"


class MailForm(QWidget):
    """Sends `event_picked` and `template_picked` where others have to follow, `changed` when only the words differ."""

    event_picked = Signal()
    template_picked = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._states: dict[UUID, EventState] = {}
        self.event_choice, self.template = Combo(_("Event")), Combo(_("Text"))
        ways = [(EACH, _("To each one")), (ALL, _("One to all, Bcc"))]
        self.way = Segmented(ways, name=_("Way of writing"))
        self.subject = Field(name=_("Subject"))
        self.text = RestingText(_("Text of the e-mail"), _LINES)
        self.hint = labels.note(
            _("In each e-mail {anrede}, {institution} and {ort} give way to what is stored."), wrap=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words, widget in (
            (_("Event"), self.event_choice),
            (_("Text"), self.template),
            (_("Way of writing"), self.way),
            (_("Subject"), self.subject),
        ):
            column.addWidget(Named(words, widget))
        column.addWidget(Named(_("Text of the e-mail"), self.text, self.hint), 1)
        self.text.setMaximumHeight(_WIDEST)
        self.event_choice.activated.connect(self.event_picked)
        self.template.activated.connect(self.template_picked)
        self.way.picked.connect(lambda _value: self.changed.emit())
        self.subject.editingFinished.connect(self.changed)
        self.text.rested.connect(self.changed)

    def show_events(self, rows: Sequence[EventRow], chosen: UUID | None) -> None:
        """Offer these events, with one of them chosen; without one the first that is still to come."""
        self._states = {row.id: row.state for row in rows}
        for row in rows:
            day = f"{current().day(row.start_day)} " if row.start_day else ""
            self.event_choice.add(row.id, f"{day}{row.title}")
        if chosen is not None:
            self.event_choice.set_value(chosen)
        self.show_templates()

    def show_templates(self) -> None:
        """Offer the texts that fit the state of the event, the usual one chosen."""
        state = self._states.get(self.event_id() or UUID(int=0), EventState.confirmed)
        self.template.clear()
        self.template.add_terms(each for each in MailTemplate if mail_text.fits(each, state))
        self.template.set_value(mail_text.usual(state))

    def event_id(self) -> UUID | None:
        """The event that is chosen."""
        found = self.event_choice.value()
        return found if isinstance(found, UUID) else None

    def chosen_template(self) -> MailTemplate:
        """The text that is chosen."""
        return MailTemplate(str(self.template.value()))

    def show_text(self, subject: str, text: str) -> None:
        """Show other words, to be edited."""
        self.subject.setText(subject)
        self.subject.setCursorPosition(0)
        self.text.set_text(text)

    @property
    def is_joint(self) -> bool:
        """Whether all get one e-mail together."""
        return self.way.value() == ALL
