"""The form of a relation between two partners, read from the one in front."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.rows.network import RelationDraft
from domain.terms import RelationKind
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.events.choices import Names, PartnerFinder
from gui.texts import _
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.form import Form
from gui.widgets.partner_field import PartnerField, bind_partner
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 480, 460


class RelationDialog(DraftDialog):
    """Edits a relation; `removed` asks to forget it."""

    removed = Signal()

    def __init__(
        self,
        name: str,
        draft: RelationDraft,
        desk: Desk,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        is_new: bool,
    ) -> None:
        """`name` is that of the partner in front, with which the sentence begins."""
        super().__init__(_("New relation") if is_new else _("Edit relation"), parent)
        self.resize(_WIDTH, _HEIGHT)
        kind = Combo(_("Relation"))
        kind.add_terms(RelationKind)
        other = PartnerField(_("Partner"), PartnerFinder(desk).find, Names(desk).of)
        form: Form[RelationDraft] = Form()
        form.add_heading(name)
        form.add(_("Relation"), kind, "kind")
        form.add(_("Partner"), other, "other_id", binding=bind_partner(other))
        form.add(_("Since"), DateField(_("Since"), today), "first_day")
        form.add(_("Until"), DateField(_("Until"), today), "last_day")
        form.add(_("Notes"), TextArea(_("Notes")), "notes")
        self.set_columns(draft, form)
        if not is_new:
            self.add_button(_("Delete"), icon="trash").clicked.connect(self.removed)
