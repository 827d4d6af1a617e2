"""Bars by the hour with their figures; what they show is told in words too."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _, current
from gui.widgets import paint

_FOOT, _HEAD = 22, 20
_WIDEST_BAR, _SHARE = 40, 0.72
_ROOM_FOR_HOUR, _ROOM_FOR_FIGURE = 22, 26


@dataclass(frozen=True, slots=True)
class HourBar:
    """One hour (0 to 23) and its figure; one that still runs is dashed, a pale one counts less than the others."""

    hour: int
    figure: float
    is_running: bool = False
    is_pale: bool = False


class HourBars(QWidget):
    """Bars over a base line from left to right; `height` is what it asks for."""

    def __init__(self, name: str, height: int = 180) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._height = height
        self._words_if_empty = ""
        self.bars: tuple[HourBar, ...] = ()
        self._figures: list[str] = []

    def set_bars(self, bars: Sequence[HourBar], words_if_empty: str) -> None:
        """Show these, or muted words if there are none."""
        if self.bars == tuple(bars) and self._words_if_empty == words_if_empty:
            return
        self.bars = tuple(bars)
        self._figures = [current().number(round(bar.figure)) for bar in bars]
        self._words_if_empty = words_if_empty
        told = zip(bars, self._figures, strict=True)
        spoken = "; ".join(f"{hour_words(bar.hour)}: {figure}" for bar, figure in told) or words_if_empty
        self.setAccessibleDescription(spoken)
        self.setToolTip(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, min(self._height, 96))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            if not self.bars:
                line = QRectF(0, 0, self.width(), theme.SMALL_BUTTON_HEIGHT)
                paint.text(painter, line, self._words_if_empty, theme.text_font(), look.muted)
                return
            base = self.height() - _FOOT
            painter.fillRect(QRectF(0, base, self.width(), 1), look.outline)
            highest = max(1.0, *(bar.figure for bar in self.bars))
            room = self.width() / len(self.bars)
            for at, (bar, figure) in enumerate(zip(self.bars, self._figures, strict=True)):
                height = round((base - _HEAD) * bar.figure / highest)
                self._draw(painter, bar, figure, QRectF(at * room, base - height, room, height))

    def _draw(self, painter: QPainter, bar: HourBar, figure: str, place: QRectF) -> None:
        """One bar in its place, which is as high as the bar and as wide as there is room for each."""
        look = theme.tokens()
        width = min(_WIDEST_BAR, place.width() * _SHARE)
        rect = QRectF(round(place.center().x() - width / 2), place.y(), round(width), place.height())
        if bar.is_running:
            painter.fillRect(rect, look.selection)
            paint.box(painter, rect, 0, None, paint.pen(look.accent, dashed=True))
        elif bar.is_pale:
            paint.box(painter, rect, 0, look.selection, look.accent)
        else:
            painter.fillRect(rect, look.fill)
        font = theme.text_font(theme.SEMIBOLD)
        if place.width() >= _ROOM_FOR_FIGURE:
            above = QRectF(place.x(), place.y() - _HEAD, place.width(), _HEAD)
            paint.text(painter, above, figure, font, look.text, paint.CENTER)
        below = QRectF(place.x(), place.bottom() + 2, place.width(), _FOOT - 2)
        if place.width() > paint.text_width(hour_words(bar.hour), theme.text_font()):
            paint.text(painter, below, hour_words(bar.hour), theme.text_font(), look.muted, paint.CENTER)
        elif place.width() >= _ROOM_FOR_HOUR:
            paint.text(painter, below, f"{bar.hour:02}", theme.text_font(), look.muted, paint.CENTER)


def hour_words(hour: int) -> str:
    """An hour of the day as people say it: 8 Uhr."""
    return _("{hour} o’clock").format(hour=hour)
