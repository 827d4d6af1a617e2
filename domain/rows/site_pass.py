"""The site pass (Stellplatzpass): how each vehicle and a site go together."""

from dataclasses import dataclass
from uuid import UUID

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
