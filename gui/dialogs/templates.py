"""The dialog that makes a new event from a template or a good example."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.i18n import N_
from domain.labels import label
from domain.rows.practice import TemplateRow
from domain.rows.steps import Label
from gui import icons
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import hint_badge, kreis_badge
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from uuid import UUID

    from gui.shell import Shell

_WIDTH, _HEIGHT = 640, 460


class TemplateDialog(Dialog):
    """Templates first, then good examples; `chosen` brings the one to make an event from, `opened` one to edit."""

    chosen = Signal(object)  # TemplateRow
    opened = Signal(object)  # UUID

    def __init__(self, rows: list[TemplateRow], parent: QWidget | None = None) -> None:
        super().__init__(_("New event from template"), _("Make event"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._rows = rows
        self.search = SearchField(_("Search templates"))
        self.model: RowTableModel[TemplateRow] = RowTableModel(_columns(), lambda row: row.id, self)
        self.table = TableView(self.model, _("Templates"))
        self.table.set_two_lines()
        self.table.set_empty(
            EmptyState("copy", _("No templates yet"), _("Open an event and choose “Use as template” in its menu."))
        )
        note = _("Texts, agenda and details are taken over; day, place, people and figures are not.")
        self.content.addWidget(self.search)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(labels.note(note, wrap=True))
        self.edit = self.add_button(_("Open template"), icon="open")
        self.edit.clicked.connect(self._on_edit)
        self.search.searched.connect(lambda _text: self._show())
        self.table.current_changed.connect(lambda _record: self._fit())
        self.table.opened.connect(lambda _record: self._on_chosen())
        self.primary.clicked.connect(self._on_chosen)
        self._show()

    def current(self) -> TemplateRow | None:
        """The line that is chosen."""
        record = self.table.current_id()
        return next((row for row in self.model.rows() if row.id == record), None)

    def _show(self) -> None:
        wanted = self.search.text().casefold().split()
        shown = [row for row in self._rows if all(word in row.title.casefold() for word in wanted)]
        self.model.set_rows(shown)
        if shown and self.table.current_id() is None:
            self.table.select(shown[0].id)
        self._fit()

    def _fit(self) -> None:
        has_one = self.current() is not None
        self.primary.setEnabled(has_one)
        self.edit.setEnabled(has_one)

    def _on_chosen(self) -> None:
        row = self.current()
        if row is not None:
            self.accept()
            self.chosen.emit(row)

    def _on_edit(self) -> None:
        row = self.current()
        if row is not None:
            self.accept()
            self.opened.emit(row.id)


def open_dialog(window: "Shell") -> TemplateDialog | None:
    """The action's handler: choose a template; the new event is shown."""
    from domain.usecases import practice

    desk = window.desk
    if desk is None:
        return None
    dialog = TemplateDialog(desk.ask(practice.list_templates), window)
    dialog.chosen.connect(lambda row: _make(window, desk, row))
    dialog.opened.connect(lambda event_id: window.show_page("events", event_id))
    dialog.open()
    return dialog


def _make(window: "Shell", desk: Desk, row: TemplateRow) -> None:
    from domain.usecases import practice

    made: UUID = desk.run(Label(N_("New event like {title}"), (("title", row.title),)), practice.create_from, row.id)
    desk.tell(_("The new event has the texts and details of its template; please give it a day"), undoable=True)
    window.show_page("events", made)


def _columns() -> list[Column[TemplateRow]]:
    return [
        Column(_("Template"), _titled),
        Column(_("District"), _district, width=64),
        Column("", _practice, width=140),
    ]


def _titled(row: TemplateRow) -> Cell:
    return Cell(row.title, second=label(row.kind, current()), icon=icons.KIND_ICONS[row.kind], is_first=True)


def _district(row: TemplateRow) -> Cell:
    return Cell(badge=kreis_badge(row.kreis_ags)) if row.kreis_ags else Cell()


def _practice(row: TemplateRow) -> Cell:
    return Cell(badge=hint_badge(_("Good example"), "star")) if row.is_practice else Cell()
