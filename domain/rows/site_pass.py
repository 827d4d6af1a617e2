"""The site pass (Stellplatzpass): how each vehicle and a site go together."""

from dataclasses import dataclass, field
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.rows.partners import SiteRow
from domain.rows.permits import PermitView
from domain.rows.visitors import SiteVisitors
from domain.terms import Criterion, Fit


@dataclass(frozen=True, slots=True)
class FitLine:
    """One criterion: how well it is met, and the figures as msgid and parameters."""

    criterion: Criterion
    fit: Fit
    msgid: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class VehicleFit:
    """One vehicle at a site; `fit` sums `lines` up, `unknown` counts what is not noted.

    `length_m` and `width_m` are the vehicle's own, for the sketch.
    """

    vehicle_id: UUID
    name: str
    fit: Fit
    unknown: int
    lines: tuple[FitLine, ...]
    length_m: float | None = None
    width_m: float | None = None


@dataclass(frozen=True, slots=True)
class SiteEvent:
    """An event at a site with the permit that holds for it, and how many came (None = not counted)."""

    event: EventRow
    permit: PermitView
    visitors: int | None


@dataclass(frozen=True, slots=True)
class SitePass:
    """A site, how each vehicle fits it, and the events there: those to come by date, then the past, latest first.

    `visitors` is what its counted days tell.
    """

    site: SiteRow
    vehicles: tuple[VehicleFit, ...]
    events: tuple[SiteEvent, ...]
    visitors: SiteVisitors = field(default_factory=SiteVisitors)
