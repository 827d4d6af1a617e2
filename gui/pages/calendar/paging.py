"""The calendar's part of the page head: back, today, forward."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import theme
from gui.texts import _
from gui.widgets import paint
from gui.widgets.button import Button

_WIDEST = "September 2028"
_LEAST_GAP = 4


class Paging(QWidget):
    """‹ Today ›, kept at one place while the title's length changes, so that the mouse can stay on a button."""

    stepped = Signal(int)  # −1 or 1
    today_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(icon="chevron-left", tip=_("Earlier"))
        self.today = Button(_("Today"))
        self.forward = Button(icon="chevron-right", tip=_("Later"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP_TINY)
        for button in (self.back, self.today, self.forward):
            self._row.addWidget(button)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.today.clicked.connect(self.today_asked)
        self.forward.clicked.connect(lambda: self.stepped.emit(1))

    def follow_title(self, title: str) -> None:
        """Keep the place whatever the title."""
        font = theme.title_font()
        gap = paint.text_width(_WIDEST, font) - paint.text_width(title, font)
        self._row.setContentsMargins(max(0, gap) + _LEAST_GAP, 0, 0, 0)
