"""The chip that follows the mouse while something is dragged: what it is, and what would be."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from domain.terms import EventKind
from gui import icons, theme
from gui.widgets import paint

_HEIGHT, _ICON, _PADDING, _GAP = 26, 16, 8, 6
_WIDEST = 260


class DragChip(QWidget):
    """Lies over the page, lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = self.note = ""
        self._kind = EventKind.mobile_stop
        self._is_grave = False
        self.hide()

    def ground(self) -> QWidget:
        """What it lies on."""
        return self.parentWidget() or self

    def say(self, words: str, note: str, kind: EventKind, *, is_grave: bool = False) -> None:
        """Show words with the icon of a kind; a grave note is in red."""
        self.words, self.note, self._kind, self._is_grave = words, note, kind, is_grave
        self.update()

    def wanted(self) -> QSizeF:
        """The size its words need."""
        width = paint.text_width(self.words, theme.text_font(theme.MEDIUM)) + _ICON + _GAP + 2 * _PADDING + 2
        if self.note:
            width += _GAP + paint.text_width(self.note, theme.small_font()) + 2
        return QSizeF(min(width, _WIDEST if not self.note else 2 * _WIDEST), _HEIGHT)

    def show_at(self, rect: QRectF) -> None:
        """Lie there, above everything else on the page."""
        self.setGeometry(rect.toRect())
        if not self.isVisible():
            self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect())
            paint.box(painter, whole, theme.RADIUS_BAR, look.base, paint.pen(look.accent, theme.FOCUS_LINE))
            spot = QRectF(_PADDING, (whole.height() - _ICON) / 2, _ICON, _ICON)
            icons.draw(painter, icons.KIND_ICONS[self._kind], spot, look.kinds[self._kind].mark)
            left = spot.right() + _GAP
            line = QRectF(left, 0, whole.width() - left - _PADDING, whole.height())
            taken = paint.text(painter, line, self.words, theme.text_font(theme.MEDIUM), look.text)
            rest = line.adjusted(taken + _GAP, 0, 0, 0)
            if self.note and rest.width() > _GAP:
                paint.text(painter, rest, self.note, theme.small_font(), look.error if self._is_grave else look.muted)
