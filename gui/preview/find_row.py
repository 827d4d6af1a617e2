"""The row for searching a document, which opens below the head of the preview."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.preview.search import MOST_HITS, Search
from gui.preview.sheets import Sheets
from gui.texts import _, ngettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.field import SearchField

_FIND_WIDTH = 220


class FindRow(QWidget):
    """The search: what, how many times, previous, next. Enter and F3 go on, Shift goes back, Escape closes."""

    def __init__(self, search: Search, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._sheets = sheets
        self.field = SearchField(_("Find in the document"))
        self.field.setMaximumWidth(_FIND_WIDTH)
        self.count = labels.ElidedText(tone="muted")
        self.before = Button(icon="chevron-up", weight=Weight.quiet, tip=_("Previous hit (Shift+F3)"))
        self.after = Button(icon="chevron-down", weight=Weight.quiet, tip=_("Next hit (F3)"))
        self.close_button = Button(icon="close", weight=Weight.quiet, tip=_("Close the search (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 0, theme.GAP_SMALL, theme.GAP_TINY)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.field, 3)
        row.addWidget(self.count, 2)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addWidget(self.close_button)
        self.before.clicked.connect(partial(self.step, -1))
        self.after.clicked.connect(partial(self.step, 1))
        self.close_button.clicked.connect(self.leave)
        self.field.searched.connect(self._find)
        search.changed.connect(self._on_changed)
        self.hide()
        self._on_changed()

    def enter(self) -> None:
        """Show the search with the keyboard in it."""
        if self._sheets.page:
            self.show()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
            self._find()

    def leave(self) -> None:
        """Hide the search and its marks."""
        self._search.find("", 0)
        self.hide()
        self._sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit, or begin."""
        if self.isHidden():
            self.enter()
        else:
            self._search.step(direction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter must not reach the button of a dialog, nor Escape close it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasFocus():
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _find(self, _typed: str = "") -> None:
        if self.isVisible():
            self._search.find(self.field.text(), max(0, self._sheets.page - 1))

    def _on_changed(self) -> None:
        self._sheets.show_hits(self._search.hits, self._search.current)
        found = self._search
        count = len(found.hits)
        if not found.wanted:
            words = ""
        elif not count:
            words = _("Searching …") if found.is_busy else _("Not found")
        elif found.at < 0:
            words = ngettext("{count} hit", "{count} hits", count).format(count=count)
        else:
            more = "+" if found.is_busy or count >= MOST_HITS else ""
            words = _("{number} of {count}").format(number=found.at + 1, count=f"{count}{more}")
        self.count.setText(words)
        self.field.setAccessibleDescription(words)
        self.before.setEnabled(count > 0)
        self.after.setEnabled(count > 0)
