"""Buttons: primary, secondary, quiet, link and icon only."""

from enum import StrEnum, auto

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.widgets import focus_ring, paint


class Weight(StrEnum):
    """How loud a button is; at most one primary button a page."""

    primary = auto()
    secondary = auto()
    quiet = auto()
    link = auto()


_ICON = 16
_SMALL_ICON = 14
_WIDTH = {True: QSizePolicy.Policy.Preferred, False: QSizePolicy.Policy.Fixed}


class Button(QPushButton):
    """A button with text, an icon, or both; `tip` names an icon-only button for eyes and screen readers.

    `trailing` puts the icon behind the text; `note` is a muted side effect at the right end, e.g. "−45 min".
    """

    def __init__(
        self,
        words: str = "",
        *,
        icon: str = "",
        weight: Weight = Weight.secondary,
        tip: str = "",
        is_small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self._weight = weight
        self._is_small = is_small
        self.trailing = False
        self.note = ""
        self.setFont(self._face())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if words else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if tip:
            self.setToolTip(tip)
            if not words:
                self.setAccessibleName(tip)
        if weight is Weight.link:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def weight(self) -> Weight:
        """How loud the button is."""
        return self._weight

    def set_weight(self, weight: Weight) -> None:
        """Make the button louder or quieter."""
        self._weight = weight
        self.setFont(self._face())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = theme.SMALL_BUTTON_HEIGHT if self._is_small else theme.CONTROL_HEIGHT
        if not self.text():
            return QSize(height, height)
        width = paint.text_width(self.text(), self.font()) + 2 * self._padding()
        if self._icon:
            width += self._icon_size() + self._gap()
        if self.note:
            width += paint.text_width(self.note, theme.small_font()) + theme.GAP
        return QSize(width + 1, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

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
        with paint.painting(self) as painter:
            ground, edge, colour = self._colours()
            if ground is not None or edge is not None:
                radius = theme.RADIUS_BADGE if self._is_small else theme.RADIUS
                paint.box(painter, QRectF(self.rect()), radius, ground, edge)
            self._paint_content(painter, colour)

    def _paint_content(self, painter: QPainter, colour: QColor) -> None:
        inner = QRectF(self.rect()).adjusted(self._padding(), 0, -self._padding(), 0)
        size = self._icon_size()
        if not self.text():
            icons.draw(painter, self._icon, _square(QRectF(self.rect()).center().x(), inner, size), colour)
            return
        width = paint.text_width(self.text(), self.font())
        whole = width + (size + self._gap() if self._icon else 0)
        left = inner.x() if self._reads_from_left() else inner.x() + max(0.0, (inner.width() - whole) / 2)
        if self._icon:
            at = left + width + self._gap() if self.trailing else left
            icons.draw(painter, self._icon, QRectF(at, inner.center().y() - size / 2, size, size), colour)
            left += 0 if self.trailing else size + self._gap()
        words = QRectF(left, 0, inner.right() - left, inner.height())
        if self.note:
            taken = paint.text_width(self.note, theme.small_font())
            paint.text(painter, inner, self.note, theme.small_font(), theme.tokens().muted, paint.RIGHT)
            words.setRight(inner.right() - taken - theme.GAP_SMALL)
        paint.text(painter, words.adjusted(0, 0, 1, 0), self.text(), self.font(), colour)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        look = theme.tokens()
        if not self.isEnabled():
            plain = self._weight in {Weight.quiet, Weight.link} or not self.text()
            return (None, None, look.outline) if plain else (look.off, look.off, look.muted)
        is_hot = self.underMouse() or self.isDown()
        if self.isChecked() or (self.isDown() and self._weight is Weight.secondary):
            return look.selection, look.accent, look.strong
        match self._weight:
            case Weight.primary:
                ground = look.strong if is_hot else look.accent
                return ground, ground, look.on_accent
            case Weight.secondary:
                return (look.hover if is_hot else look.base), look.outline, look.text
            case Weight.quiet:
                return (look.hover if is_hot else None), None, look.text
            case Weight.link:
                return None, None, (look.strong if is_hot else look.accent)

    def _face(self) -> QFont:
        return theme.small_font(theme.MEDIUM) if self._is_small else theme.text_font(theme.MEDIUM)

    def _padding(self) -> int:
        if self._weight is Weight.link:
            return 0
        if not self.text():
            return 4
        return theme.GAP_SMALL if self._is_small else theme.GAP_ROW

    def _gap(self) -> int:
        return 6 if self._is_small or self._weight is Weight.link else 9

    def _icon_size(self) -> int:
        return _SMALL_ICON if self._is_small else _ICON

    def _reads_from_left(self) -> bool:
        return bool(self.note) or self._weight is Weight.link


def _square(centre_x: float, inner: QRectF, size: int) -> QRectF:
    return QRectF(centre_x - size / 2, inner.center().y() - size / 2, size, size)
