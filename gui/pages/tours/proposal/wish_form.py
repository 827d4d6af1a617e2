"""What a person wishes of a plan: period, vehicles, and how much stability, districts and priorities count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from domain.errors import Problem
from domain.i18n import N_
from domain.region.gemeinden import gemeinden
from domain.rows.proposals import PlanningWish
from domain.rows.tours import VehicleRow
from domain.terms import Weight
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.chips import ChipField
from gui.widgets.choice import Segmented
from gui.widgets.dates import DateField
from gui.widgets.problem_line import ProblemLine

STABILITY: Mapping[Weight, str] = MappingProxyType(
    {
        Weight.off: N_("Stops already planned may move freely."),
        Weight.usual: N_("Stops already planned move where that gains something."),
        Weight.high: N_("Stops already planned move only where that gains much."),
        Weight.highest: N_("Stops already planned move only if nothing else helps."),
    }
)
COVERAGE: Mapping[Weight, str] = MappingProxyType(
    {
        Weight.off: N_("It does not matter which districts get a stop."),
        Weight.usual: N_("A district without a stop counts more than a usual request."),
        Weight.high: N_("A district without a stop counts more than an urgent request."),
        Weight.highest: N_("A stop in every district comes before anything else."),
    }
)
PRIORITIES: Mapping[Weight, str] = MappingProxyType(
    {
        Weight.off: N_("All requests count the same."),
        Weight.usual: N_("Urgent requests come before others."),
        Weight.high: N_("An urgent request counts as much as three others."),
        Weight.highest: N_("Urgent requests are planned first."),
    }
)
_WORDS = ((Weight.off, N_("off")), (Weight.usual, N_("usual")), (Weight.high, N_("high")), (Weight.highest, N_("top")))
EFFORTS = (("5", N_("5 seconds")), ("20", N_("20 seconds")), ("60", N_("1 minute")))


class WeightChoice(QWidget):
    """Four steps of weight with the sentence that says what the chosen one means."""

    def __init__(self, name: str, meanings: Mapping[Weight, str]) -> None:
        super().__init__()
        self._meanings = meanings
        self.steps = Segmented([(step.value, _(words)) for step, words in _WORDS], name=name)
        self.meaning = labels.note(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.steps)
        row.addWidget(self.meaning, 1)
        self.steps.picked.connect(self._tell)
        self.set_value(Weight.usual)

    def value(self) -> Weight:
        """The chosen weight."""
        return Weight(self.steps.value())

    def set_value(self, weight: Weight) -> None:
        """Choose a weight."""
        self.steps.set_value(weight.value)
        self._tell(weight.value)

    def _tell(self, step: str) -> None:
        words = _(self._meanings[Weight(step)])
        self.meaning.setText(words)
        self.steps.setAccessibleDescription(words)


class WishForm(QWidget):
    """The fields of a wish, one under the other; what it does not show stays as it was loaded."""

    def __init__(self, vehicles: Sequence[VehicleRow], today: Callable[[], date]) -> None:
        super().__init__()
        self._loaded: PlanningWish | None = None
        self._today = today
        self.first, self.last = DateField(_("From"), today), DateField(_("Until"), today)
        self.vehicles = ChipField(_("Vehicles"))
        self._vehicles = {row.id: row for row in vehicles}
        self.vehicles.set_choice({row.id: row.draft.name for row in vehicles})
        self.stability = WeightChoice(_("Stability"), STABILITY)
        self.coverage = WeightChoice(_("Districts"), COVERAGE)
        self.priorities = WeightChoice(_("Priorities"), PRIORITIES)
        self.nights = ChipField(_("Nights away"))
        self.nights.set_choice({each.ags: each.name for each in gemeinden()})
        self.effort = Segmented([(key, _(words)) for key, words in EFFORTS], name=_("Time to plan"))
        self.effort.set_value("20")
        self.problem = ProblemLine()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.GAP_ROW)
        self._grid.setColumnStretch(1, 1)
        self._build()

    def _build(self) -> None:
        period = QWidget()
        row = QHBoxLayout(period)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.first)
        row.addWidget(labels.Text("–", tone="muted"))
        row.addWidget(self.last)
        row.addStretch(1)
        self._add(_("Period"), period)
        self._grid.addWidget(self.problem, self._grid.rowCount(), 1)
        self._add(_("Vehicles"), self.vehicles)
        self._add(_("Stability"), self.stability)
        self._add(_("Districts"), self.coverage)
        self._add(_("Priorities"), self.priorities)
        self._add(_("Nights away"), self.nights)
        self._add(_("Time to plan"), self.effort)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add(self, words: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        named = labels.Text(words, tone="muted")
        named.setBuddy(widget)
        self._grid.addWidget(named, row, 0)
        self._grid.addWidget(widget, row, 1)

    def load(self, wish: PlanningWish) -> None:
        """Show a wish; no vehicle named means all."""
        self._loaded = wish
        self.first.set_date(wish.first)
        self.last.set_date(wish.last)
        self.vehicles.set_values(wish.vehicle_ids or tuple(self._vehicles))
        self.nights.set_values(wish.nights)
        self.stability.set_value(wish.stability)
        self.coverage.set_value(wish.coverage)
        self.priorities.set_value(wish.priorities)

    def wish(self) -> PlanningWish | None:
        """What is wished, None while a field cannot be understood; then the problem stands below it."""
        first, last = self.first.day(), self.last.day()
        trouble = self._trouble(first, last)
        self.problem.show_words(current().error(trouble) if trouble else "")
        if trouble or first is None or last is None or self._loaded is None:
            return None
        return replace(
            self._loaded,
            first=first,
            last=last,
            vehicle_ids=tuple(vehicle for vehicle in self._vehicles if vehicle in self.vehicles.values()),
            nights=tuple(str(ags) for ags in self.nights.values()),
            stability=self.stability.value(),
            coverage=self.coverage.value(),
            priorities=self.priorities.value(),
        )

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.first

    def said(self) -> str:
        """The wish in one line: the period."""
        first, last = self.first.day(), self.last.day()
        return current().day_range(first, last) if first and last else ""

    def seconds(self) -> float:
        """How long may be planned."""
        return float(self.effort.value())

    def _trouble(self, first: date | None, last: date | None) -> Problem | None:
        if first is None or last is None:
            return Problem("first", N_("Enter the first and the last day of the period."))
        if last < first:
            return Problem("last", N_("The last day lies before the first."))
        if last <= self._today():
            return Problem("last", N_("Only days from tomorrow on can be planned."))
        if not self.vehicles.values():
            return Problem("vehicles", N_("Choose at least one vehicle."))
        return None
