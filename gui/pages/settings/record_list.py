"""A list of records with buttons to add, change and delete; each deed one undo step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import InvalidInputError
from domain.overriding import override
from domain.rows.steps import Label
from gui import theme
from gui.desk import Desk
from gui.dialogs.draft_dialog import DraftDialog
from gui.models.table import Column, RowTableModel
from gui.texts import _
from gui.widgets.button import Button, Weight
from gui.widgets.card import Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView


@dataclass(frozen=True)
class Deeds:
    """What can be done with records of a kind, by the use cases; `change` gets the row as it was read, and a draft."""

    rows: Callable[[Desk], Sequence[Any]]
    create: Callable[[Desk, Label, Any], UUID]
    change: Callable[[Desk, Label, Any, Any], None]
    delete: Callable[[Desk, Label, Sequence[UUID]], None]


@dataclass(frozen=True)
class Kind:
    """A kind of record: its words, how a row is shown, and the dialog that edits its draft.

    The msgids of `new`, `edit`, `remove` name the dialog's title and the undo step.
    """

    id: str
    icon: str
    new: str
    edit: str
    remove: str
    empty: str
    columns: Callable[[], tuple[Column[Any], ...]]
    draft: Callable[[Any], Any]
    blank: Callable[[], Any]
    dialog: Callable[[Desk, str, Any, QWidget], DraftDialog]
    deeds: Deeds
    is_tall: bool = field(default=False)


class RecordList(QWidget):
    """The table fills what is there; Enter or a double click opens the dialog, Delete deletes."""

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self.model: RowTableModel[Any] = RowTableModel(kind.columns(), lambda row: row.id, self)
        self.table = TableView(self.model, _(kind.empty))
        if kind.is_tall:
            self.table.set_two_lines()
        empty = EmptyState(kind.icon, _(kind.empty), _("Everything entered here can be chosen in the forms."))
        empty.add_button(_(kind.new), icon="plus").clicked.connect(self.enter)
        self.table.set_empty(empty)
        self.new = Button(_(kind.new), icon="plus")
        self.edit_button = Button(_("Edit"), icon="edit", weight=Weight.quiet)
        self.delete_button = Button(_("Delete"), icon="trash", weight=Weight.quiet)
        self._build()

    def refresh(self) -> None:
        """Show what is in the file now."""
        self.model.set_rows(self._kind.deeds.rows(self._desk))
        self._follow()

    def enter(self) -> DraftDialog:
        """Ask for a new record and add it."""
        kind, desk = self._kind, self._desk
        dialog = kind.dialog(desk, _(kind.new), kind.blank(), self)

        def save(draft: object) -> None:
            self._store(dialog, lambda: self.table.select(kind.deeds.create(desk, Label(kind.new), draft)))

        dialog.saved.connect(save)
        dialog.open()
        return dialog

    def edit(self) -> DraftDialog | None:
        """Ask for changes of the chosen record and keep them."""
        record = self.table.current_id()
        if record is None:
            return None
        kind, desk = self._kind, self._desk
        row = self.model.row_at(self.model.position_of(record))
        dialog = kind.dialog(desk, _(kind.edit), kind.draft(row), self)
        dialog.saved.connect(
            lambda draft: self._store(dialog, lambda: kind.deeds.change(desk, Label(kind.edit), row, draft))
        )
        dialog.open()
        return dialog

    def delete(self) -> None:
        """Delete the selected records; undo brings them back."""
        if ids := self.table.selected_ids():
            self._kind.deeds.delete(self._desk, Label(self._kind.remove), ids)
            self._desk.tell(_("Deleted"), undoable=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_ROW, theme.GAP_SMALL, theme.GAP_ROW, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        for button in (self.new, self.edit_button, self.delete_button):
            bar.addWidget(button)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Line())
        column.addWidget(self.table, 1)
        self.new.clicked.connect(self.enter)
        self.edit_button.clicked.connect(self.edit)
        self.delete_button.clicked.connect(self.delete)
        self.table.opened.connect(lambda _record: self.edit())
        self.table.current_changed.connect(lambda _record: self._follow())

    def _follow(self) -> None:
        has_one = self.table.current_id() is not None
        self.edit_button.setEnabled(has_one)
        self.delete_button.setEnabled(has_one)

    def _store(self, dialog: DraftDialog, store: Callable[[], object]) -> None:
        try:
            store()
        except InvalidInputError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        self._desk.tell(_("Saved"), undoable=True)
