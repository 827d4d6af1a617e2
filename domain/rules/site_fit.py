"""How well a vehicle and a site (Stellplatz) go together, criterion by criterion, with figures."""

import re
from collections.abc import Mapping
from uuid import UUID

from domain.i18n import N_
from domain.rows.partners import SiteDraft
from domain.rows.site_pass import FitLine, VehicleFit
from domain.rows.tours import VehicleDraft
from domain.terms import Criterion, Fit, Surface

SPARE_M: Mapping[Criterion, float] = {Criterion.length: 1.0, Criterion.width: 1.0, Criterion.height: 0.2}
"""Metres that must be left over for a comfortable fit: doors and manoeuvring, an awning's pole, a springing roof."""
SPARE_WEIGHT = 0.05
"""The share of the limit that must be left over: load is never weighed to the kilogram."""
SPARE_CABLE_M = 5.0
LIGHT_KG = 3500
"""The heaviest vehicle that gravel bears without worry: the limit of licence class B."""
LEVEL_PERCENT, STEEP_PERCENT = 3.0, 6.0
"""Up to the first a vehicle stands by itself; beyond the second no ramp may be (DIN 18040-1, 4.3.8: 6 %)."""

_METRE = 100
_VITAL = frozenset({Criterion.length, Criterion.width})
"""Without these nobody can say whether a vehicle fits."""
_CEE = re.compile(r"CEE\D{0,8}(16|32)", re.IGNORECASE)
_HOUSEHOLD = re.compile(r"230\s*V", re.IGNORECASE)
_STRENGTHS = ("230 V", "CEE 16 A", "CEE 32 A")


def vehicle_fit(vehicle_id: UUID, vehicle: VehicleDraft, site: SiteDraft) -> VehicleFit:
    """One vehicle's page of the site pass."""
    lines = fit_lines(vehicle, site)
    return VehicleFit(
        vehicle_id,
        vehicle.name,
        _summed_up(lines),
        sum(1 for line in lines if line.fit is Fit.unknown),
        lines,
        vehicle.length_m,
        vehicle.width_m,
    )


def fit_lines(vehicle: VehicleDraft, site: SiteDraft) -> tuple[FitLine, ...]:
    """Every criterion in the order in which people ask; a cable only where there is a socket."""
    power = _power(vehicle, site)
    cable = (_cable(vehicle, site),) if power.fit in {Fit.fits, Fit.tight} and needed_socket(vehicle.power) else ()
    return (
        _room(Criterion.length, site.length_m, vehicle.length_m),
        _room(Criterion.width, site.width_m, vehicle.width_m),
        _room(Criterion.height, site.height_m, vehicle.height_m),
        _weight(vehicle, site),
        power,
        *cable,
        _ground(vehicle, site),
        _slope(site),
        _step_free(site),
    )


def _summed_up(lines: tuple[FitLine, ...]) -> Fit:
    """The worst of what is known; unknown where length or width are."""
    known = [line.fit for line in lines if line.fit is not Fit.unknown]
    worst = min(known, key=list(Fit).index, default=Fit.unknown)
    blind = any(line.fit is Fit.unknown and line.criterion in _VITAL for line in lines)
    return Fit.unknown if blind and worst is not Fit.misfit else worst


def _line(criterion: Criterion, fit: Fit, msgid: str, **params: object) -> FitLine:
    return FitLine(criterion, fit, msgid, tuple(params.items()))


def _room(criterion: Criterion, there: float | None, needed: float | None) -> FitLine:
    """Metres there and needed; what lacks or is left over in centimetres, from a metre on in metres."""
    if there is None or needed is None:
        return _unmeasured(criterion, there, needed)
    spare = round((there - needed) * 100)
    figures = {"there": there, "needed": needed, "rest": abs(spare) / 100 if abs(spare) >= _METRE else abs(spare)}
    if spare < 0:
        small, large = (
            N_("Site {there} m, vehicle {needed} m: {rest} cm short"),
            N_("Site {there} m, vehicle {needed} m: {rest} m short"),
        )
        return _line(criterion, Fit.misfit, large if -spare >= _METRE else small, **figures)
    small, large = (
        N_("Site {there} m, vehicle {needed} m: {rest} cm to spare"),
        N_("Site {there} m, vehicle {needed} m: {rest} m to spare"),
    )
    fit = Fit.fits if spare >= round(SPARE_M[criterion] * 100) else Fit.tight
    return _line(criterion, fit, large if spare >= _METRE else small, **figures)


def _unmeasured(criterion: Criterion, there: float | None, needed: float | None) -> FitLine:
    if there is not None:
        return _line(criterion, Fit.unknown, N_("Site {there} m, vehicle not measured"), there=there)
    if needed is not None:
        return _line(criterion, Fit.unknown, N_("Vehicle {needed} m, site not measured"), needed=needed)
    return _line(criterion, Fit.unknown, N_("Neither is measured"))


def _weight(vehicle: VehicleDraft, site: SiteDraft) -> FitLine:
    there, needed, criterion = site.weight_limit_kg, vehicle.weight_kg, Criterion.weight
    if there is None or needed is None:
        if there is not None:
            return _line(criterion, Fit.unknown, N_("Site up to {there} kg, vehicle not weighed"), there=float(there))
        if needed is not None:
            return _line(criterion, Fit.unknown, N_("Vehicle {needed} kg, no limit noted"), needed=float(needed))
        return _line(criterion, Fit.unknown, N_("Neither is noted"))
    figures = {"there": float(there), "needed": float(needed)}
    if needed > there:
        msgid = N_("Site up to {there} kg, vehicle {needed} kg: {lacking} kg too heavy")
        return _line(criterion, Fit.misfit, msgid, **figures, lacking=float(needed - there))
    fit = Fit.fits if needed <= there * (1 - SPARE_WEIGHT) else Fit.tight
    return _line(criterion, fit, N_("Site up to {there} kg, vehicle {needed} kg"), **figures)


def needed_socket(power: str) -> str | None:
    """The socket a vehicle's power note asks for: "CEE 16 A", "CEE 32 A", "230 V", or None if it names none."""
    cee = _CEE.search(power)
    if cee:
        return f"CEE {cee[1]} A"
    return "230 V" if _HOUSEHOLD.search(power) else None


def sockets(site: SiteDraft) -> dict[str, int]:
    """How many outlets of each strength a site has, the weakest first."""
    return dict(zip(_STRENGTHS, (site.sockets_230v, site.cee_16a, site.cee_32a), strict=True))


def stronger_socket(socket: str, site: SiteDraft) -> str | None:
    """The next stronger outlet of a site that could serve with an adapter, None if there is none."""
    there = sockets(site)
    return next((each for each in _STRENGTHS[_STRENGTHS.index(socket) + 1 :] if there[each]), None)


def _power(vehicle: VehicleDraft, site: SiteDraft) -> FitLine:
    socket, criterion = needed_socket(vehicle.power), Criterion.power
    if socket is None:
        if vehicle.power.strip():
            return _line(criterion, Fit.fits, N_("Needs no socket ({power})"), power=vehicle.power.strip())
        return _line(criterion, Fit.unknown, N_("What the vehicle needs is not noted"))
    count = sockets(site)[socket]
    if count > 1:
        return _line(criterion, Fit.fits, N_("{count} × {socket}, {spare} in reserve"), count=count, socket=socket,
                     spare=count - 1)  # fmt: skip
    if count == 1:
        return _line(criterion, Fit.fits, N_("{count} × {socket}, none in reserve"), count=count, socket=socket)
    other = stronger_socket(socket, site)
    if other is not None:
        return _line(criterion, Fit.tight, N_("Only {other}: adapter to {socket} needed"), other=other, socket=socket)
    return _line(criterion, Fit.misfit, N_("Needs {socket}; none is noted"), socket=socket)


def lacking_cable(vehicle: VehicleDraft, site: SiteDraft) -> float:
    """Metres the vehicle's cable is too short for the way to the outlet; 0 if it reaches or nobody knows."""
    if site.power_distance_m is None or vehicle.cable_m is None:
        return 0.0
    return max(0.0, round(site.power_distance_m - vehicle.cable_m, 2))


def _cable(vehicle: VehicleDraft, site: SiteDraft) -> FitLine:
    there, own, criterion = site.power_distance_m, vehicle.cable_m, Criterion.cable
    if there is None:
        return _line(criterion, Fit.unknown, N_("How far the outlet is has not been noted"))
    if own is None:
        return _line(criterion, Fit.unknown, N_("Outlet {there} m away, cable not measured"), there=there)
    lacking = lacking_cable(vehicle, site)
    if lacking:
        msgid = N_("Outlet {there} m away, cable {own} m: bring {lacking} m more")
        return _line(criterion, Fit.tight, msgid, there=there, own=own, lacking=lacking)
    fit = Fit.fits if own - there >= SPARE_CABLE_M else Fit.tight
    return _line(criterion, fit, N_("Outlet {there} m away, cable {own} m"), there=there, own=own)


def needs_plates(vehicle: VehicleDraft, site: SiteDraft) -> bool:
    """Whether the ground bears the vehicle only on plates: grass, or gravel below a heavy one."""
    heavy = vehicle.weight_kg is None or vehicle.weight_kg > LIGHT_KG
    return site.surface is Surface.grass or (site.surface is Surface.gravel and heavy)


def _ground(vehicle: VehicleDraft, site: SiteDraft) -> FitLine:
    criterion = Criterion.ground
    if site.surface is Surface.unknown:
        return _line(criterion, Fit.unknown, N_("Surface not noted"))
    if site.surface is Surface.grass:
        return _line(criterion, Fit.tight, N_("Grass: only when dry, with plates"))
    if needs_plates(vehicle, site):
        return _line(criterion, Fit.tight, N_("Gravel: plates below supports"))
    firm = N_("Gravel, bears the vehicle") if site.surface is Surface.gravel else N_("Firm ground")
    return _line(criterion, Fit.fits, firm)


def _slope(site: SiteDraft) -> FitLine:
    slope, criterion = site.slope_percent, Criterion.slope
    if slope is None:
        return _line(criterion, Fit.unknown, N_("Slope not measured"))
    if slope > STEEP_PERCENT:
        return _line(criterion, Fit.misfit, N_("{slope} %: steeper than {limit} %"), slope=slope, limit=STEEP_PERCENT)
    if slope > LEVEL_PERCENT:
        return _line(criterion, Fit.tight, N_("{slope} %: wedges and levelling needed"), slope=slope)
    return _line(criterion, Fit.fits, N_("{slope} %: level enough"), slope=slope)


def _step_free(site: SiteDraft) -> FitLine:
    criterion = Criterion.step_free
    if site.step_free is None:
        return _line(criterion, Fit.unknown, N_("Way to the stand not examined"))
    if site.step_free:
        return _line(criterion, Fit.fits, N_("The stand can be reached without steps"))
    return _line(criterion, Fit.tight, N_("Steps on the way: bring a ramp"))
