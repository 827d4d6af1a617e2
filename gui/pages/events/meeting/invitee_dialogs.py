"""Dialogs of the invited: one entry in full, and partners that could be invited."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.labels import label
from domain.rows.invitees import InviteeDraft, Proposal
from domain.terms import BERLIN, InviteReply
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import hint_badge
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.empty import EmptyState
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form
from gui.widgets.selection import select_too
from gui.widgets.table import TableView
from gui.widgets.text_area import TextArea

_WIDTH, _HEIGHT = 560, 460


class InviteeDialog(DraftDialog):
    """Everything of one entry."""

    def __init__(self, desk: Desk, draft: InviteeDraft, parent: QWidget) -> None:
        super().__init__(_("Invitation"), parent)
        self.resize(_WIDTH, _HEIGHT)

        def today() -> date:
            return desk.clock().astimezone(BERLIN).date()

        form: Form[InviteeDraft] = Form()
        form.add(_("Institution"), Field(name=_("Institution")), "name")
        form.add(_("Whom"), Field(name=_("Whom")), "role", note=_("a role, no names"))
        reply = Combo(_("Reply"))
        reply.add_terms(InviteReply)
        form.add(_("Reply"), reply, "reply")
        form.add(_("Seats"), NumberField(_("Seats")), "seats")
        form.add(_("Invited on"), DateField(_("Invited on"), today), "invited_on")
        form.add(_("Reply on"), DateField(_("Reply on"), today), "replied_on")
        form.add(_("Notes"), TextArea(_("Notes"), 3), "notes")
        self.set_columns(draft, form)


class ProposeDialog(Dialog):
    """Partners of the Kreis that fit the event; what is selected is put on the list as still to invite."""

    picked = Signal(object)  # tuple of InviteeDraft

    def __init__(self, proposals: tuple[Proposal, ...], parent: QWidget) -> None:
        super().__init__(_("Propose partners"), _("Put on the list"), parent)
        self.resize(620, 520)
        self._by_id = {found.partner_id: found for found in proposals}
        model: RowTableModel[Proposal] = RowTableModel(_columns(), key=lambda row: row.partner_id, parent=self)
        self.table = TableView(model, _("Partners"))
        self.table.setMinimumHeight(5 * theme.ROW_HEIGHT)
        self.table.set_empty(
            EmptyState(
                "people",
                _("No further partners here"),
                _("The district has no fitting partner on record, or the event has no municipality yet."),
            )
        )
        model.set_rows(proposals)
        note = _("Partners of the municipality come first. Select with Ctrl or Shift, all with Ctrl+A.")
        self.content.addWidget(labels.note(note, wrap=True))
        self.content.addWidget(self.table, 1)
        self.count = labels.note()
        self.content.addWidget(self.count)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.opened.connect(lambda _record: self._pick())
        self.primary.clicked.connect(self._pick)
        self._select_near(proposals)
        self._on_selected()

    def _select_near(self, proposals: tuple[Proposal, ...]) -> None:
        near = {found.partner_id for found in proposals if found.is_in_gemeinde}
        if proposals:
            self.table.select(proposals[0].partner_id)
            select_too(self.table, near)

    def _on_selected(self, *_change: object) -> None:
        count = len(self.table.selected_ids())
        self.count.setText(ngettext("{count} selected", "{count} selected", count).format(count=count))
        self.primary.setEnabled(count > 0)

    def _pick(self) -> None:
        chosen = self.table.selected_ids()
        if chosen:
            self.picked.emit(tuple(InviteeDraft(self._by_id[key].name, key) for key in chosen))
            self.accept()


def _columns() -> tuple[Column[Proposal], ...]:
    return (
        Column(_("Partner"), _partner),
        Column(_("Category"), lambda row: Cell(label(row.category, current()), tone="muted"), 180),
        Column(_("Town"), lambda row: Cell(row.town), 160),
    )


def _partner(row: Proposal) -> Cell:
    return Cell(row.name, is_first=True, badge=hint_badge(_("here")) if row.is_in_gemeinde else None)
