"""The menu of filters kept under a name."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from domain.errors import InvalidInputError
from domain.i18n import N_
from domain.rows.filters import EventFilter, SavedFilterRow
from domain.rows.steps import Label
from gui import icons, theme
from gui.desk import Desk
from gui.dialogs.saved_filter import SavedFilterDialog
from gui.pages.events.filter_bar import EventFilterBar
from gui.texts import _
from gui.widgets.button import Button, Weight

_PAGE = "events"


class SavedFilters(Button):
    """A button whose menu applies a saved filter, saves the present one, or deletes one (undoable)."""

    def __init__(self, desk: Desk, bar: EventFilterBar, parent: QWidget | None = None) -> None:
        super().__init__(icon="star", weight=Weight.quiet, tip=_("Saved filters"), parent=parent)
        self._desk = desk
        self._bar = bar
        self.open_menu: QMenu | None = None
        self.clicked.connect(self._on_clicked)

    def menu_now(self) -> QMenu:
        """The menu as it would open now."""
        from domain.usecases import filters

        rows = self._desk.ask(filters.list_rows, _PAGE)
        menu = QMenu(self)
        for row in rows:
            menu.addAction(row.name).triggered.connect(lambda _checked=False, row=row: self._apply(row))
        if rows:
            menu.addSeparator()
        save = menu.addAction(icons.icon("plus"), _("Save this filter …"))
        save.triggered.connect(self._on_save)
        save.setEnabled(self._bar.wanted() != EventFilter())
        if rows:
            removing = menu.addMenu(icons.icon("trash"), _("Delete saved filter"))
            for row in rows:
                removing.addAction(row.name).triggered.connect(lambda _checked=False, row=row: self._delete(row))
        return menu

    def _on_clicked(self) -> None:
        if self.open_menu is not None:
            self.open_menu.deleteLater()
        self.open_menu = self.menu_now()
        self.open_menu.popup(self.mapToGlobal(QPoint(0, self.height() + theme.GAP_TINY)))

    def _apply(self, row: SavedFilterRow) -> None:
        from domain.usecases.draft_text import from_text

        wanted = from_text(EventFilter, row.query)
        if wanted is None:
            self._desk.tell(_("This filter was made by another version and cannot be read."))
        else:
            self._bar.show_filter(wanted)

    def _on_save(self) -> None:
        dialog = SavedFilterDialog(self.window())
        dialog.named.connect(lambda name: self._save(dialog, name))
        dialog.open()

    def _save(self, dialog: SavedFilterDialog, name: str) -> None:
        from domain.usecases import filters
        from domain.usecases.draft_text import to_text

        label = Label(N_("Save filter “{name}”"), (("name", name),))
        try:
            self._desk.run(label, filters.save, _PAGE, name, to_text(self._bar.wanted()))
        except InvalidInputError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        self._desk.tell(_("Filter saved"), undoable=True)

    def _delete(self, row: SavedFilterRow) -> None:
        from domain.usecases import filters

        ids = [row.id]
        self._desk.run(Label(N_("Delete filter “{name}”"), (("name", row.name),)), filters.delete, ids)
        self._desk.tell(_("Filter deleted"), undoable=True)
