"""The parts of the evaluation: bars over time, the map of the Kreise, and every other breakdown."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from domain.labels import label
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.evaluation import EvaluationFigures
from domain.terms import Breakdown, Measure
from gui import theme
from gui.pages.evaluation import words
from gui.pages.evaluation.figure_table import FigureTable
from gui.pages.evaluation.legends import BarLegend, ShadeLegend, shades
from gui.texts import _, current
from gui.widgets.bar_chart import BarChart
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.combo import Combo
from gui.widgets.hexagon_map import Cell, HexagonMap

_NARROW = 720
_MOST_MONTHS = 24
_LEAST_PICTURE = 232

FURTHER: tuple[Breakdown, ...] = tuple(
    each for each in Breakdown if each not in {Breakdown.month, Breakdown.year, Breakdown.kreis}
)
"""What the last part can be told apart by."""


class Beside(QWidget):
    """A picture and its table side by side; under each other where the page is narrow."""

    def __init__(self, picture: QWidget, table: QWidget, shares: tuple[int, int]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(table)
        column.addStretch(1)
        self._row.addWidget(picture, shares[0])
        self._row.addWidget(beside, shares[1])

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)


class FigureCard(Card):
    """A part with a table; `opened` brings the breakdown and the key of a line."""

    opened = Signal(object, str)  # Breakdown, key of the line

    def __init__(self, breakdown: Breakdown, *, has_bars: bool = False) -> None:
        super().__init__(label(breakdown, current()))
        self.breakdown = breakdown
        self.table = FigureTable(label(breakdown, current()), has_bars=has_bars)
        self.copy_button = Button(icon="copy", weight=Weight.quiet, tip=_("Copy table"), is_small=True)
        self.copy_button.clicked.connect(self.table.copy)
        self.head.addWidget(self.copy_button)
        self.table.line_opened.connect(self.open_line)

    def open_line(self, key: str) -> None:
        """Tell that somebody wants to see the events of a line."""
        self.opened.emit(self.breakdown, key)


class PeriodCard(FigureCard):
    """Bars per month, or per year where there are too many months."""

    def __init__(self) -> None:
        super().__init__(Breakdown.month)
        self.chart = BarChart(_("Bars over time"))
        self.legend = BarLegend()
        picture = QWidget()
        picture.setMinimumHeight(_LEAST_PICTURE)
        column = QVBoxLayout(picture)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.legend)
        column.addWidget(self.chart, 1)
        self.body.addWidget(Beside(picture, self.table, (4, 3)))
        self.chart.picked.connect(self.open_line)
        self.table.line_reached.connect(self.chart.reach)

    def show_figures(self, figures: EvaluationFigures, measure: Measure) -> None:
        """Show the months by a measure."""
        self.breakdown = Breakdown.month if len(figures.months) <= _MOST_MONTHS else Breakdown.year
        self.set_title(label(self.breakdown, current()))
        self.legend.show_measure(measure)
        self.chart.set_bars(words.bars(figures, self.breakdown, measure))
        self.table.show_lines(figures, self.breakdown, measure)


class KreisCard(FigureCard):
    """The 14 Kreise as hexagons, shaded by how much there is."""

    def __init__(self) -> None:
        super().__init__(Breakdown.kreis)
        self.map = HexagonMap(_("Districts as hexagons"), marks_current=True)
        self.map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.map.setMinimumSize(200, 260)
        self.legend = ShadeLegend()
        picture = QWidget()
        column = QVBoxLayout(picture)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.map, 1)
        column.addWidget(self.legend)
        self.body.addWidget(Beside(picture, self.table, (2, 3)))
        self.map.picked.connect(self.open_line)
        self.map.current_changed.connect(self.table.select_key)
        self.table.line_reached.connect(self._on_reached)

    def show_figures(self, figures: EvaluationFigures, measure: Measure) -> None:
        """Show the Kreise by a measure."""
        lines = [line for line in figures.kreise if line.key]
        fills = shades([line.sums.amount(measure) for line in lines])
        self.map.set_cells(
            {
                line.key: Cell(
                    fills.fill(line.sums.amount(measure)),
                    words.amount(line.sums, measure),
                    words.spoken(figures, Breakdown.kreis, line, measure).partition(": ")[2],
                )
                for line in lines
            }
        )
        self.legend.show_shades(fills, has_plain=len(lines) < len(kreise()))
        self.table.show_lines(figures, Breakdown.kreis, measure)

    def _on_reached(self, key: str) -> None:
        if key and key != self.map.current():
            self.map.set_current(key)


class BreakdownCard(FigureCard):
    """Any other breakdown as lying bars with their figures."""

    def __init__(self) -> None:
        super().__init__(Breakdown.kind, has_bars=True)
        self.set_title(_("Broken down"))
        self._shown: tuple[EvaluationFigures, Measure] | None = None
        self.choice = Combo(_("Broken down"))
        self.choice.add_terms(FURTHER)
        self.choice.set_value(Breakdown.kind)
        self.legend = BarLegend()
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP)
        bar.addWidget(self.choice)
        bar.addWidget(self.legend)
        bar.addStretch(1)
        self.body.addLayout(bar)
        self.body.addWidget(Line())
        self.body.addWidget(self.table)
        self.choice.activated.connect(lambda _at: self._fill())

    def show_figures(self, figures: EvaluationFigures, measure: Measure) -> None:
        """Show the chosen breakdown by a measure."""
        self._shown = figures, measure
        self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        figures, measure = self._shown
        self.breakdown = Breakdown(str(self.choice.value()))
        self.legend.show_measure(measure)
        self.table.setAccessibleName(label(self.breakdown, current()))
        self.table.show_lines(figures, self.breakdown, measure)
