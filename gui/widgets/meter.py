"""Meters: how much of a limit is used, and how much of a target is reached."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.texts import _
from gui.widgets import paint

_END = 1.1
"""A meter ends at 110 % of the limit; the tick stands at 100 % (looks/README)."""
NEAR = 0.95
"""From here on a meter is gold."""
_TRACK = 5
_FIGURE = 48


def draw_meter(painter: QPainter, rect: QRectF, share: float) -> None:
    """Paint a track that is filled to `share` of the limit (1.0 = limit) into `rect`, with a tick at the limit."""
    look = theme.tokens()
    tick = rect.x() + rect.width() / _END
    track = QRectF(rect.x(), rect.center().y() - _TRACK / 2, rect.width(), _TRACK)
    paint.box(painter, track, _TRACK / 2, look.off)
    filled = QRectF(track)
    filled.setWidth(max(_TRACK, rect.width() * min(max(share, 0.0), _END) / _END))
    paint.box(painter, filled, _TRACK / 2, meter_colour(share))
    painter.fillRect(QRectF(tick - 0.5, track.y() - 1, 1, _TRACK + 2), look.text)


def draw_share(painter: QPainter, rect: QRectF, share: float) -> QRectF:
    """Paint a track filled to `share` (0 to 1) into the right part of a table's cell; the left is left for a figure."""
    look = theme.tokens()
    track = QRectF(rect.x() + _FIGURE, rect.center().y() - _TRACK / 2, rect.width() - _FIGURE, _TRACK)
    paint.box(painter, track, _TRACK / 2, look.off)
    if share > 0:
        track.setWidth(max(_TRACK, track.width() * min(share, 1.0)))
        paint.box(painter, track, _TRACK / 2, look.accent)
    return QRectF(rect.x(), rect.y(), _FIGURE - theme.GAP_SMALL, rect.height())


def meter_colour(share: float) -> QColor:
    """Accent, from 95 % on gold, above 100 % error."""
    look = theme.tokens()
    if share > 1:
        return look.error
    return look.gold if share >= NEAR else look.accent


class Meter(QWidget):
    """Name, value and a track below; above the limit the value is red with an octagon."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._value = ""
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_value(self, value: str, share: float) -> None:
        """Show `value` (as people read it) and how much of the limit it is (1.0 = limit)."""
        self._value, self._share = value, share
        limit = _("above the limit") if share > 1 else _("near the limit") if share >= NEAR else ""
        self.setAccessibleName(" ".join(part for part in (self._name, value, limit) if part))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, 30)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            line = QRectF(0, 0, self.width(), 16)
            paint.text(painter, line, self._name, theme.small_font(), look.text)
            is_over = self._share > 1
            if is_over:
                icons.draw(painter, "error", QRectF(line.right() - 14, 1, 14, 14), look.error)
                line.setRight(line.right() - 18)
            weight = theme.SEMIBOLD if is_over else theme.REGULAR
            colour = look.error if is_over else look.text
            paint.text(painter, line, self._value, theme.small_font(weight), colour, paint.RIGHT)
            draw_meter(painter, QRectF(0, 18, self.width(), 8), self._share)


class TargetMeter(QWidget):
    """One small field per wanted event: filled = held, outlined = planned, dashed = missing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._held = self._planned = self._target = 0
        self.setFixedHeight(30)
        self.setMinimumWidth(110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_counts(self, held: int, planned: int, target: int) -> None:
        """Show how many were held and are planned, and how many are wanted."""
        self._held, self._planned, self._target = held, planned, target
        words = _("{held} held, {planned} planned, target {target}")
        self.setAccessibleName(f"{self._name}: {words.format(held=held, planned=planned, target=target)}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        missing = max(0, self._target - self._held - self._planned)
        with paint.painting(self) as painter:
            line = QRectF(0, 0, self.width(), 16)
            paint.text(painter, line, self._name, theme.small_font(), look.text)
            figures = _("{held} · {planned} · {missing} open").format(
                held=self._held, planned=self._planned, missing=missing
            )
            paint.text(painter, line, figures, theme.small_font(), look.muted, paint.RIGHT)
            draw_target(painter, 0, 24, (self._held, self._planned, missing))


def draw_target(painter: QPainter, left: float, centre: float, counts: tuple[int, int, int]) -> None:
    """Paint small fields for (held, planned, missing) side by side around the height `centre`."""
    look = theme.tokens()
    planned = look.accent if look.is_dark else look.fill
    looks = ((look.fill, None), (look.base, paint.pen(planned)), (None, paint.pen(look.outline, dashed=True)))
    rect = QRectF(left, centre - 6, 20, 12)
    for count, (ground, edge) in zip(counts, looks, strict=True):
        for _field in range(count):
            paint.box(painter, rect, 3, ground, edge)
            rect.translate(24, 0)
