"""What has happened to a tour: a vehicle is out, or somebody cancels; then the rest is planned anew."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from domain.errors import Problem
from domain.i18n import N_
from domain.overriding import override
from domain.rows.proposals import Cancelled, PlanningWish, VehicleOut
from domain.rows.tours import VehicleRow
from domain.terms import Weight
from gui.pages.tours.proposal.form import PlanningForm
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.chips import ChipField
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.field import Field

_FIELD_WIDTH = 420
OUT, CANCELLED = "out", "cancelled"


class IncidentForm(PlanningForm):
    """Which vehicle is out and when, or which stops are cancelled; how firmly the rest stays where it is."""

    def __init__(self, vehicles: Sequence[VehicleRow], stops: Mapping[UUID, str], today: Callable[[], date]) -> None:
        super().__init__(today)
        self._stops = stops
        self.what = Segmented([(OUT, _("A vehicle is out")), (CANCELLED, _("A stop is cancelled"))], name=_("Incident"))
        self.vehicle = Combo(_("Vehicle"))
        for row in vehicles:
            self.vehicle.add(row.id, row.draft.name)
        self.vehicle.setMaximumWidth(_FIELD_WIDTH)
        self.purpose = Field(name=_("Reason"))
        self.purpose.setPlaceholderText(_("e.g. workshop, no hall free"))
        self.purpose.setMaximumWidth(_FIELD_WIDTH)
        self.stops = ChipField(_("Cancelled stops"))
        self.stops.set_choice(dict(stops.items()))
        self._build()
        self.what.picked.connect(self._on_what)
        self._on_what(OUT)

    def _build(self) -> None:
        self._days = self.period()
        note = _("Fixed stops stay, as few as possible move. The proposal lists who must be told.")
        self.grid.addWidget(labels.Text(note, tone="muted", wrap=True), 0, 0, 1, 2)
        self.add(_("What has happened"), self.what)
        self.add(_("Vehicle"), self.vehicle)
        self.add(_("Days"), self._days)
        self.add(_("Stops"), self.stops)
        self.add(_("Reason"), self.purpose)
        self.add_problem()
        self.add(_("Stability"), self.stability)
        self.add(_("Time to plan"), self.effort)
        self.end()

    def load(self, wish: PlanningWish, picked: UUID | None = None) -> None:
        """Plan this tour anew; `picked` is the stop that was chosen on the page, offered as cancelled."""
        self._loaded = wish
        self.first.set_date(wish.first)
        self.last.set_date(wish.first)
        self.stability.set_value(Weight.usual)
        if wish.vehicle_ids:
            self.vehicle.set_value(wish.vehicle_ids[0])
        self.stops.set_values((picked,) if picked is not None else ())

    @override
    def wish(self) -> PlanningWish | None:
        """What is to be planned anew, None while a field is missing; then the problem stands below it."""
        trouble = self._trouble()
        self.problem.show_words(current().error(trouble) if trouble else "")
        first, last, vehicle = self.first.day(), self.last.day(), self.vehicle.value()
        if trouble or self._loaded is None:
            return None
        wish = replace(self._loaded, stability=self.stability.value())
        if self.what.value() == CANCELLED:
            reason = self.purpose.text().strip()
            gone = (Cancelled(each, reason) for each in self.stops.values() if isinstance(each, UUID))
            return replace(wish, cancelled=tuple(gone))
        if first is None or last is None or not isinstance(vehicle, UUID):
            return None
        return replace(wish, out=(VehicleOut(vehicle, first, last, self.purpose.text().strip()),))

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.what.chosen()

    def said(self) -> str:
        """What has happened, in one line."""
        if self.what.value() == CANCELLED:
            names = ", ".join(self._stops[each] for each in self.stops.values() if isinstance(each, UUID))
            return _("Cancelled: {stops}").format(stops=names)
        first, last = self.first.day(), self.last.day()
        days = current().day_range(first, last) if first and last else ""
        return _("{vehicle} is out: {days}").format(vehicle=self.vehicle.currentText(), days=days)

    def _trouble(self) -> Problem | None:
        first, last = self.first.day(), self.last.day()
        if self.what.value() == CANCELLED:
            return self._missing()
        if first is None or last is None:
            return Problem("first", N_("Enter the first and the last day without the vehicle."))
        return Problem("last", N_("The last day lies before the first.")) if last < first else None

    def _missing(self) -> Problem | None:
        if not self.stops.values():
            return Problem("stops", N_("Choose the stops that are cancelled."))
        return None if self.purpose.text().strip() else Problem("purpose", N_("Say why it is cancelled."))

    def _on_what(self, what: str) -> None:
        for widget in (self.vehicle, self._days):
            self._show(widget, is_shown=what == OUT)
        self._show(self.stops, is_shown=what == CANCELLED)

    def _show(self, widget: QWidget, *, is_shown: bool) -> None:
        widget.setVisible(is_shown)
        self.named[widget].setVisible(is_shown)
