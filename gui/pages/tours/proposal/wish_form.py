"""What a person wishes of a plan: period, vehicles, and how much stability, districts and priorities count."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from domain.errors import Problem
from domain.i18n import N_
from domain.overriding import override
from domain.region.gemeinden import gemeinden
from domain.rows.proposals import PlanningWish
from domain.rows.tours import VehicleRow
from domain.terms import Weight
from gui.pages.tours.proposal.form import PlanningForm, WeightChoice
from gui.texts import _, current
from gui.widgets.chips import ChipField

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


class WishForm(PlanningForm):
    """The fields of a wish, one under the other; what it does not show stays as it was loaded."""

    def __init__(self, vehicles: Sequence[VehicleRow], today: Callable[[], date]) -> None:
        super().__init__(today)
        self._today = today
        self.vehicles = ChipField(_("Vehicles"))
        self._vehicles = {row.id: row for row in vehicles}
        self.vehicles.set_choice({row.id: row.draft.name for row in vehicles})
        self.coverage = WeightChoice(_("Districts"), COVERAGE)
        self.priorities = WeightChoice(_("Priorities"), PRIORITIES)
        self.nights = ChipField(_("Nights away"))
        self.nights.set_choice({each.ags: each.name for each in gemeinden()})
        self._build()

    def _build(self) -> None:
        self.add(_("Period"), self.period())
        self.add_problem()
        self.add(_("Vehicles"), self.vehicles)
        self.add(_("Stability"), self.stability)
        self.add(_("Districts"), self.coverage)
        self.add(_("Priorities"), self.priorities)
        self.add(_("Nights away"), self.nights)
        self.add(_("Time to plan"), self.effort)
        self.end()

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

    @override
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
