"""The row over the pages: which page, of what document, how large, and the way to the search."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.preview.column import LARGEST, SMALLEST, ZOOMS, Fit
from gui.preview.sheets import Sheets
from gui.texts import _
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.field import NumberField

_PAGE_WIDTH = 44
_ZOOM_WIDTH, _LEAST_ZOOM_WIDTH = 124, 88
_ROOMY = 400
"""Pixels from which on there is room for the word before the page field."""


class PreviewBar(QWidget):
    """The page field, "of 12", smaller, the zoom, larger, search."""

    def __init__(self, sheets: Sheets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self.page = NumberField(_("Page"), 1)
        self.page.setFixedWidth(_PAGE_WIDTH)
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page_word = labels.Text(_("Page"), tone="muted")
        self.page_word.setBuddy(self.page)
        self.count = labels.Text(tone="muted")
        self.title = labels.ElidedText(font=theme.text_font(theme.MEDIUM))
        self.smaller = Button(icon="minus", weight=Weight.quiet, tip=_("Smaller (Ctrl+minus)"))
        self.zoom = Combo(_("Zoom"))
        self.larger = Button(icon="plus", weight=Weight.quiet, tip=_("Larger (Ctrl+plus)"))
        self.find_button = Button(icon="search", weight=Weight.quiet, tip=_("Find in the document (Ctrl+F)"))
        self._build()

    def _build(self) -> None:
        self.zoom.add(Fit.width, _("Page width"))
        self.zoom.add(Fit.page, _("Whole page"))
        for zoom in ZOOMS:
            self.zoom.add(zoom, _percent(zoom))
        self.zoom.setMinimumWidth(_LEAST_ZOOM_WIDTH)
        self.zoom.setMaximumWidth(_ZOOM_WIDTH)
        self.zoom.setToolTip(_("Ctrl+0 shows the whole width, Ctrl and the wheel change the size"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.GAP_TINY, theme.GAP_SMALL, theme.GAP_TINY)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.page_word)
        row.addWidget(self.page)
        row.addWidget(self.count)
        row.addWidget(self.title, 1)
        row.addWidget(self.smaller)
        row.addWidget(self.zoom)
        row.addWidget(self.larger)
        row.addWidget(self.find_button)
        self.page.number_changed.connect(self._on_page_typed)
        self.page.returnPressed.connect(lambda: self._sheets.setFocus(Qt.FocusReason.OtherFocusReason))
        self.smaller.clicked.connect(lambda: self._sheets.step_zoom(-1))
        self.larger.clicked.connect(lambda: self._sheets.step_zoom(1))
        self.zoom.activated.connect(self._on_zoom_picked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.page_word.setVisible(self.page.isVisibleTo(self) and self.width() >= _ROOMY)
        super().resizeEvent(event)

    def show_page(self, page: int, count: int, title: str = "") -> None:
        """Say which page is in front, and of what document."""
        self.title.setText(title)
        self.page.set_number(page or None)
        self.page.setEnabled(count > 1)
        self.count.setText(_("of {count}").format(count=count))
        for widget in (self.page, self.count):
            widget.setVisible(count > 0)
        self.page_word.setVisible(count > 0 and self.width() >= _ROOMY)
        self.zoom.setEnabled(count > 0)
        self.find_button.setEnabled(count > 0)

    def show_zoom(self, zoom: float, fit: Fit | None, *, is_on: bool) -> None:
        """Say how large pages are shown."""
        self.zoom.set_value(fit or min(ZOOMS, key=lambda each: abs(each - zoom)))
        self.zoom.setAccessibleDescription(_percent(zoom))
        self.smaller.setEnabled(is_on and zoom > SMALLEST + 0.005)
        self.larger.setEnabled(is_on and zoom < LARGEST - 0.005)

    def _on_page_typed(self, page: int | None) -> None:
        if page is not None and page != self._sheets.page:
            self._sheets.go_to(page)
        self.page.set_number(self._sheets.page or None)

    def _on_zoom_picked(self) -> None:
        wanted = self.zoom.value()
        if isinstance(wanted, Fit):
            self._sheets.set_fit(wanted)
        elif isinstance(wanted, float):
            self._sheets.set_zoom(wanted)


def _percent(zoom: float) -> str:
    return _("{percent} %").format(percent=round(zoom * 100))
