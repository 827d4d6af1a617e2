"""The row over the pages: which page, how large, and the search that opens below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.preview.column import LARGEST, SMALLEST, ZOOMS, Fit
from gui.preview.search import MOST_HITS, Search
from gui.texts import _, ngettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.field import NumberField, SearchField

_PAGE_WIDTH = 44
_ZOOM_WIDTH = 124
_FIND_WIDTH = 220


class PreviewBar(QWidget):
    """The page field, "of 12", smaller, the zoom, larger, search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = NumberField(_("Page"), 1)
        self.page.setFixedWidth(_PAGE_WIDTH)
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page_word = labels.Text(_("Page"), tone="muted")
        self.page_word.setBuddy(self.page)
        self.count = labels.Text(tone="muted")
        self.smaller = Button(icon="minus", weight=Weight.quiet, tip=_("Smaller (Ctrl+minus)"))
        self.zoom = Combo(_("Zoom"))
        self.larger = Button(icon="plus", weight=Weight.quiet, tip=_("Larger (Ctrl+plus)"))
        self.find = Button(icon="search", weight=Weight.quiet, tip=_("Find in the document (Ctrl+F)"))
        self.zoom.add(Fit.width, _("Page width"))
        self.zoom.add(Fit.page, _("Whole page"))
        for zoom in ZOOMS:
            self.zoom.add(zoom, _percent(zoom))
        self.zoom.setFixedWidth(_ZOOM_WIDTH)
        self.zoom.setToolTip(_("Ctrl+0 shows the whole width, Ctrl and the wheel change the size"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.GAP_TINY, theme.GAP_SMALL, theme.GAP_TINY)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.page_word)
        row.addWidget(self.page)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.smaller)
        row.addWidget(self.zoom)
        row.addWidget(self.larger)
        row.addWidget(self.find)

    def show_page(self, page: int, count: int) -> None:
        """Say which page is in front."""
        self.page.set_number(page or None)
        self.page.setEnabled(count > 1)
        self.count.setText(_("of {count}").format(count=count))
        for widget in (self.page_word, self.page, self.count):
            widget.setVisible(count > 0)
        self.zoom.setEnabled(count > 0)
        self.find.setEnabled(count > 0)

    def show_zoom(self, zoom: float, fit: Fit | None, *, is_on: bool) -> None:
        """Say how large pages are shown."""
        self.zoom.set_value(fit or min(ZOOMS, key=lambda each: abs(each - zoom)))
        self.zoom.setAccessibleDescription(_percent(zoom))
        self.smaller.setEnabled(is_on and zoom > SMALLEST + 0.005)
        self.larger.setEnabled(is_on and zoom < LARGEST - 0.005)


class FindRow(QWidget):
    """The search: what, how many times, previous, next. Enter and F3 go on, Shift goes back, Escape closes."""

    closed = Signal()
    stepped = Signal(int)

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
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
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)
        search.changed.connect(self._on_changed)
        self._on_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter must not reach the button of a dialog, nor Escape close it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.field.hasFocus():
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
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


def _percent(zoom: float) -> str:
    return _("{percent} %").format(percent=round(zoom * 100))
