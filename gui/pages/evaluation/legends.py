"""What filled, outlined and shaded means, in a line below or above a picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.overriding import override
from domain.terms import Measure
from gui import theme
from gui.pages.evaluation import words
from gui.texts import _
from gui.widgets import bars, paint
from gui.widgets.hexagon_map import Fill, draw_swatch

_SWATCH = 14
_HEIGHT = 20


class BarLegend(QWidget):
    """Filled = done, outlined = planned."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[tuple[str, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.update)

    def show_measure(self, measure: Measure) -> None:
        """Say what the bars of a measure are."""
        filled, outlined = words.legend(measure)
        self._entries = ((filled, True), (outlined, False)) if outlined else ((filled, True),)
        self.setAccessibleName(", ".join(entry[0] for entry in self._entries))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = sum(_entry_width(entry[0], 2 * _SWATCH) for entry in self._entries)
        return QSize(width, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        left = 0.0
        with paint.painting(self) as painter:
            for entry, is_filled in self._entries:
                rect = QRectF(left, (self.height() - _SWATCH) / 2, 2 * _SWATCH, _SWATCH)
                bars.draw_bar(painter, rect, is_filled=is_filled)
                at = QRectF(left + 2 * _SWATCH + 7, 0, self.width() - left - 2 * _SWATCH - 7, self.height())
                paint.text(painter, at, entry, theme.small_font(), theme.tokens().muted)
                left += _entry_width(entry, 2 * _SWATCH)


def _entry_width(entry: str, swatch: int) -> int:
    return swatch + 7 + paint.text_width(entry, theme.small_font()) + theme.GAP


@dataclass(frozen=True, slots=True)
class Shades:
    """Up to three steps between nothing and the most; `limits` are their upper ends."""

    limits: tuple[float, ...]

    def fill(self, figure: float) -> Fill:
        """The shade of a figure."""
        if figure <= 0:
            return Fill.none
        step = next((at for at, limit in enumerate(self.limits) if figure <= limit), len(self.limits) - 1)
        return _STEPS[step + len(_STEPS) - len(self.limits)]


_STEPS = (Fill.little, Fill.middling, Fill.much)


def shades(figures: Sequence[float]) -> Shades:
    """Steps with as many Kreise each, as far as figures differ; what has nothing is left out."""
    known = sorted(figure for figure in figures if figure > 0)
    if not known:
        return Shades(())
    thirds = (known[(len(known) - 1) * part // len(_STEPS)] for part in range(1, len(_STEPS) + 1))
    return Shades(tuple(dict.fromkeys(thirds)))


class ShadeLegend(QWidget):
    """The steps with their figures: none, up to 5, up to 10, up to 16."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[tuple[Fill, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.update)

    def show_shades(self, found: Shades, *, has_plain: bool) -> None:
        """Say what the shades are; `has_plain` if some Kreise are left out by a filter."""
        steps = [(found.fill(limit), _("up to {figure}").format(figure=words.number(limit))) for limit in found.limits]
        self._entries = ((Fill.none, words.number(0)), *steps)
        if has_plain:
            self._entries = (*self._entries, (Fill.plain, _("not counted")))
        self.setAccessibleName(", ".join(entry[1] for entry in self._entries))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(_entry_width(entry[1], _SWATCH) for entry in self._entries), _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        left = 0.0
        with paint.painting(self) as painter:
            for fill, entry in self._entries:
                draw_swatch(painter, QRectF(left, (self.height() - _SWATCH) / 2, _SWATCH, _SWATCH), fill)
                at = QRectF(left + _SWATCH + 7, 0, self.width() - left - _SWATCH - 7, self.height())
                paint.text(painter, at, entry, theme.small_font(), theme.tokens().muted)
                left += _entry_width(entry, _SWATCH)
