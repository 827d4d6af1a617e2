"""Permits that come too late, and vehicles that do not fit where they are to stand."""

import re
from collections.abc import Iterator
from datetime import timedelta

from domain.i18n import N_
from domain.rows.findings import Finding
from domain.rows.partners import SiteDraft
from domain.rows.tours import VehicleDraft
from domain.rules.conflicts.appointment import Context
from domain.rules.conflicts.book import Book, Slot
from domain.rules.conflicts.wording import Params, finding, params
from domain.terms import PermitState, Rule

_OPEN_PERMITS = frozenset({PermitState.missing, PermitState.applied})
_CEE = re.compile(r"CEE\D{0,8}(16|32)", re.IGNORECASE)
_HOUSEHOLD = re.compile(r"230\s*V", re.IGNORECASE)


def site_findings(book: Book, slot: Slot) -> Iterator[Finding]:
    """What the site of one appointment says against it."""
    context, event = book.context, slot.event
    site = context.sites.get(event.site_id) if event.site_id else None
    if site is None:
        return
    yield from _permit(context, slot, site)
    vehicle = context.vehicles.get(event.vehicle_id) if event.vehicle_id else None
    if vehicle is not None:
        yield from _too_large(slot, site, vehicle)
        yield from _power(slot, site, vehicle)


def _permit(context: Context, slot: Slot, site: SiteDraft) -> Iterator[Finding]:
    """Use of public ground needs a permit, asked for `permit_lead_days` before."""
    apply_by = slot.day - timedelta(days=site.permit_lead_days)
    if site.permit_state not in _OPEN_PERMITS or not apply_by < context.today <= slot.day:
        return
    missing = (
        N_("It had to be applied for by {day} ({days} days before)."),
        params(day=apply_by, days=site.permit_lead_days),
    )
    applied = N_("It is applied for; “{title}” is on {when}."), params(title=slot.event.title, when=slot.shown)
    yield finding(
        Rule.permit_too_late,
        slot,
        named=(slot.event.site_id, slot.event.id),
        headline=(N_("No permit yet: {site}"), params(site=site.name)),
        detail=missing if site.permit_state is PermitState.missing else applied,
    )


def _too_large(slot: Slot, site: SiteDraft, vehicle: VehicleDraft) -> Iterator[Finding]:
    measures: tuple[tuple[str, float | None, float | None], ...] = (
        (N_("{vehicle} is {needed} m long, the site {there} m."), vehicle.length_m, site.length_m),
        (N_("{vehicle} is {needed} m wide, the site {there} m."), vehicle.width_m, site.width_m),
        (N_("{vehicle} is {needed} m high, the site lets {there} m through."), vehicle.height_m, site.height_m),
        (N_("{vehicle} weighs {needed} kg, the site bears {there} kg."), vehicle.weight_kg, site.weight_limit_kg),
    )
    for number, (msgid, needed, there) in enumerate(measures):
        if needed is not None and there is not None and needed > there:
            yield finding(
                Rule.vehicle_too_large,
                slot,
                named=(slot.event.id, slot.event.vehicle_id, number),
                headline=(N_("{vehicle} does not fit: {site}"), params(vehicle=vehicle.name, site=site.name)),
                detail=(msgid, params(vehicle=vehicle.name, needed=needed, there=there)),
            )


def _power(slot: Slot, site: SiteDraft, vehicle: VehicleDraft) -> Iterator[Finding]:
    socket = needed_socket(vehicle.power)
    if socket is None:
        return
    there = {"230 V": site.sockets_230v, "CEE 16 A": site.cee_16a, "CEE 32 A": site.cee_32a}[socket]
    if not there:
        yield finding(
            Rule.power_missing,
            slot,
            named=(slot.event.id, slot.event.vehicle_id),
            headline=(N_("No power for {vehicle}: {site}"), params(vehicle=vehicle.name, site=site.name)),
            detail=_needs(vehicle, socket),
        )


def _needs(vehicle: VehicleDraft, socket: str) -> tuple[str, Params]:
    return N_("{vehicle} needs a socket {socket}; none is noted."), params(vehicle=vehicle.name, socket=socket)


def needed_socket(power: str) -> str | None:
    """The socket a vehicle's power note asks for: "CEE 16 A", "CEE 32 A", "230 V", or None if it names none."""
    cee = _CEE.search(power)
    if cee:
        return f"CEE {cee[1]} A"
    return "230 V" if _HOUSEHOLD.search(power) else None
