"""A large button with an icon, a headline and a line that explains."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.widgets import focus_ring, paint

_HEIGHT = 84
_ICON = 24
_HEADLINE = 22
_LEFT = 20
_TEXT_LEFT = 64


class ChoiceCard(QAbstractButton):
    """One way to begin; `is_primary` fills it with the accent colour. Enter and space choose it."""

    def __init__(
        self, icon: str, headline: str, line: str, *, is_primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._line = line
        self._is_primary = is_primary
        self.setText(headline)
        self.setAccessibleName(headline)
        self.setAccessibleDescription(line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(440, _HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

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
        ground, edge, words, muted = look.base, look.outline, look.text, look.muted
        if self._is_primary:
            ground = look.strong if self.underMouse() and not look.is_dark else look.fill
            edge, words, muted = ground, look.on_fill, look.on_fill
        elif self.underMouse():
            ground = look.hover
        with paint.painting(self) as painter:
            painter.setOpacity(1.0 if self.isEnabled() else 0.45)
            paint.box(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.RADIUS, ground, edge)
            top = (self.height() - _ICON) / 2
            icons.draw(
                painter, self._icon, QRectF(_LEFT, top, _ICON, _ICON), words if self._is_primary else look.accent
            )
            self._write(painter, words, muted)

    def _write(self, painter: QPainter, colour: QColor, muted: QColor) -> None:
        """The headline and below it the explanation, both together in the middle of the height."""
        wrapped = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        room = QRectF(_TEXT_LEFT, 0, self.width() - _TEXT_LEFT - theme.GAP, _HEIGHT)
        painter.setFont(theme.small_font())
        below = painter.boundingRect(room, wrapped, self._line).height()
        top = (self.height() - _HEADLINE - below) / 2
        paint.text(painter, QRectF(room.x(), top, room.width(), _HEADLINE), self.text(), _headline_font(), colour)
        painter.setFont(theme.small_font())
        painter.setPen(muted)
        painter.drawText(QRectF(room.x(), top + _HEADLINE, room.width(), below + 1), wrapped, self._line)


def _headline_font() -> QFont:
    return theme.text_font(theme.SEMIBOLD)
