"""Charts as vector drawings, readable in black and white: standing bars over time and lying bars by name."""

# The present is filled, what it is compared with only outlined, and each bar bears its figure: nothing is told by
# colour alone. A chart stands beside the table of its figures; its text alternative says what it shows.

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.figures import Figure
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MEDIUM, MM, REGULAR, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.drawing import Look

_SIZE = 8.5
_LEGEND = 7 * MM
_LABELS = 5 * MM
_ABOVE = 4.5 * MM
"""Room over the tallest bar for its figure."""
_BAR = 2.9 * MM
_PAIR_GAP = 0.5 * MM
_LINE_GAP = 1.9 * MM
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Series:
    """What one sort of bar shows: its name in the legend, and a figure for each place."""

    name: str
    figures: tuple[float, ...]


class _Chart(Figure):
    """Places along one axis, with one bar each or two: the first series filled, the second outlined.

    A second series that is nothing everywhere is left out.
    """

    def __init__(
        self, places: Sequence[str], series: Sequence[Series], alt: str, show: Callable[[float], str], theme: Theme
    ) -> None:
        super().__init__(alt)
        self._places = tuple(one_line(place, 80) for place in places)
        self._series = tuple(each for at, each in enumerate(series[:2]) if at == 0 or any(each.figures))
        self._show = show
        self._theme = theme
        self._most = max((figure for each in self._series for figure in each.figures), default=0) or 1
        self.before, self.after = 1 * MM, 4 * MM

    def _bar(self, canvas: "TaggedCanvas", box: tuple[float, float, float, float], number: int) -> None:
        """One bar; nothing at all for a figure of nothing."""
        palette = self._theme.palette
        if min(box[2:]) <= 0:
            return
        if number == 0:
            canvas.box(box, palette.primary)
        else:
            canvas.box(box, palette.white, palette.muted)

    def _legend(self, canvas: "TaggedCanvas", x: float, top: float) -> None:
        """What filled and outlined mean; nothing for a single series."""
        if len(self._series) < 2:  # noqa: PLR2004 - two sorts of bar
            return
        look: Look = (REGULAR, _SIZE, self._theme.palette.muted)
        for number, each in enumerate(self._series):
            self._bar(canvas, (x, top - 3.4 * MM, 2.8 * MM, 2.8 * MM), number)
            name = fonts.face(REGULAR).shown(one_line(each.name, 60))
            canvas.say(x + 4 * MM, top - 3 * MM, name, look)
            x += 4 * MM + fonts.face(REGULAR).width(name, _SIZE) + 6 * MM

    @property
    def _legend_height(self) -> float:
        return _LEGEND if len(self._series) > 1 else 0


class ColumnChart(_Chart):
    """Standing bars, `tall` points high without labels: what months show."""

    def __init__(
        self,
        places: Sequence[str],
        series: Sequence[Series],
        alt: str,
        show: Callable[[float], str],
        theme: Theme,
        tall: float = 42 * MM,
    ) -> None:
        super().__init__(places, series, alt, show, theme)
        self._tall = tall

    @override
    def height(self, width: float, language: str) -> float:
        return self._legend_height + self._tall + _LABELS

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        self._legend(canvas, x, top)
        top -= self._legend_height
        base, step = top - self._tall, width / max(1, len(self._places))
        scale = (self._tall - _ABOVE) / self._most
        for line in _ticks(self._most):
            canvas.rule((x, base + line * scale), (x + width, base + line * scale), self._theme.palette.hairline)
        thick = min(6 * MM, step * 0.8 / max(1, len(self._series)))
        for at, place in enumerate(self._places):
            middle = x + (at + 0.5) * step
            left = middle - (thick * len(self._series) + _PAIR_GAP * (len(self._series) - 1)) / 2
            for number, each in enumerate(self._series):
                high = each.figures[at] * scale
                start = left + number * (thick + _PAIR_GAP)
                self._bar(canvas, (start, base, thick, high), number)
                if number == 0 and each.figures[at]:
                    self._centred(canvas, self._show(each.figures[at]), start + thick / 2, base + high + 1.2 * MM)
            self._centred(canvas, place, middle, base - 3.8 * MM, REGULAR)
        canvas.rule((x, base), (x + width, base), self._theme.palette.muted, 0.7)

    def _centred(self, canvas: "TaggedCanvas", text: str, x: float, y: float, face: str = MEDIUM) -> None:
        font, palette = fonts.face(face), self._theme.palette
        shown = font.shown(text)
        colour = palette.ink if face == MEDIUM else palette.muted
        canvas.say(x - font.width(shown, _SIZE) / 2, y, shown, (face, _SIZE, colour))


class BarChart(_Chart):
    """Lying bars, one line each with its name at the left and its figure behind the bar."""

    def __init__(
        self,
        places: Sequence[str],
        series: Sequence[Series],
        alt: str,
        show: Callable[[float], str],
        theme: Theme,
        label_width: float = 46 * MM,
    ) -> None:
        super().__init__(places, series, alt, show, theme)
        self._label_width = label_width

    @property
    def _line(self) -> float:
        return _BAR * len(self._series) + _LINE_GAP

    @override
    def height(self, width: float, language: str) -> float:
        return self._legend_height + self._line * len(self._places)

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        self._legend(canvas, x, top)
        top -= self._legend_height
        left = x + self._label_width + 2 * MM
        widest = max(fonts.face(MEDIUM).width(self._show(each), _SIZE) for each in self._all_figures())
        scale = (width - self._label_width - 4 * MM - widest) / self._most
        palette = self._theme.palette
        for at, place in enumerate(self._places):
            upper = top - at * self._line
            name = self._fitting(place)
            canvas.say(x, upper - self._line / 2 - _SIZE * 0.35, name, (REGULAR, _SIZE, palette.ink))
            for number, each in enumerate(self._series):
                long = each.figures[at] * scale
                low = upper - _LINE_GAP / 2 - (number + 1) * _BAR
                self._bar(canvas, (left, low + 0.25 * MM, long, _BAR - 0.5 * MM), number)
                look: Look = (MEDIUM, _SIZE, palette.ink) if number == 0 else (REGULAR, _SIZE, palette.muted)
                if number == 0 or each.figures[at]:
                    canvas.say(left + long + 1.5 * MM, low + 0.5 * MM, self._shown(each.figures[at], look[0]), look)
        canvas.rule((left, top), (left, top - self._line * len(self._places)), palette.muted, 0.7)

    def _all_figures(self) -> Sequence[float]:
        return [figure for each in self._series for figure in each.figures] or [0]

    def _shown(self, figure: float, face: str) -> str:
        return fonts.face(face).shown(self._show(figure))

    def _fitting(self, text: str) -> str:
        """The name on one line of its column, cut with an ellipsis; the table beside the chart has it in full."""
        font = fonts.face(REGULAR)
        shown = font.shown(text)
        while shown and font.width(shown, _SIZE) > self._label_width:
            shown = shown[: -2 if shown.endswith("…") else -1].rstrip() + "…" if len(shown) > 1 else ""
        return shown


def _ticks(most: float) -> Sequence[float]:
    """Three to six round figures up to the largest."""
    step = 1.0
    while most / step > 6:  # noqa: PLR2004 - more lines than that disturb
        step = _next_step(step)
    return [step * number for number in range(1, int(most / step) + 1)]


def _next_step(step: float) -> float:
    """The step after this one in 1, 2, 5, 10, 20, 50 and so on."""
    power = 1.0
    while power * 10 <= step:
        power *= 10
    factor = round(step / power)
    at = _STEPS.index(factor)
    return power * 10 if at == len(_STEPS) - 1 else power * _STEPS[at + 1]
