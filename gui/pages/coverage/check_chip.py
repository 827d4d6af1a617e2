"""A chip that switches something on and off: a tick and words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.widgets import focus_ring, paint

_TICK = 14


class CheckChip(QAbstractButton):
    """On: tinted with a tick; off: outlined, its words struck through, so that colour does not say it alone."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        width = paint.text_width(self.text(), theme.small_font(theme.MEDIUM))
        return QSize(width + _TICK + 20, theme.SMALL_BUTTON_HEIGHT)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        focus_ring.on_focus_in(self, event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        focus_ring.on_focus_out(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            spot = QRectF(rect.x() + 6, rect.center().y() - _TICK / 2, _TICK, _TICK)
            words = rect.adjusted(_TICK + 11, 0, -6, 0)
            font = theme.small_font(theme.MEDIUM)
            if self.isChecked():
                paint.box(painter, rect, theme.RADIUS_BADGE, look.selection)
                icons.draw(painter, "check", spot, look.strong)
                paint.text(painter, words, self.text(), font, look.strong)
            else:
                font.setStrikeOut(True)
                paint.box(painter, rect, theme.RADIUS_BADGE, None, look.outline)
                icons.draw(painter, "minus", spot, look.muted)
                paint.text(painter, words, self.text(), font, look.muted)
