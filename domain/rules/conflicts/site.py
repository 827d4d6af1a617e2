"""Permits that come too late, and vehicles that do not fit where they are to stand."""

from collections.abc import Iterator
from datetime import date

from domain.i18n import N_
from domain.rows.findings import Finding
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitDraft
from domain.rows.tours import VehicleDraft
from domain.rules import permit as permits
from domain.rules.conflicts.book import Book, Slot
from domain.rules.conflicts.wording import Params, finding, params
from domain.rules.permit import Occasion
from domain.rules.site_fit import fit_lines
from domain.terms import Criterion, Fit, PermitState, Rule

_TOO_LARGE = (Rule.vehicle_too_large, N_("{vehicle} does not fit: {site}"))
_MISFITS: dict[Criterion, tuple[Rule, str]] = {
    Criterion.length: _TOO_LARGE,
    Criterion.width: _TOO_LARGE,
    Criterion.height: _TOO_LARGE,
    Criterion.weight: _TOO_LARGE,
    Criterion.power: (Rule.power_missing, N_("No power for {vehicle}: {site}")),
    Criterion.slope: (Rule.site_too_steep, N_("Too steep for {vehicle}: {site}")),
}
"""Which rule a criterion of the site pass breaks, and its headline."""


def site_findings(book: Book, slot: Slot) -> Iterator[Finding]:
    """What the site of one appointment, and the permit to stand there, say against it."""
    context, event = book.context, slot.event
    site = context.sites.get(event.site_id) if event.site_id else None
    permit = permits.effective(site, context.permits.get(event.id), context.duty.permit_lead_days)
    if permit is not None:
        yield from _permit(slot, permit, site.name if site else event.town, context.today)
    vehicle = context.vehicles.get(event.vehicle_id) if event.vehicle_id else None
    if site is not None and vehicle is not None:
        yield from _misfits(slot, site, vehicle)


def _permit(slot: Slot, permit: PermitDraft, place: str, today: date) -> Iterator[Finding]:
    """Use of public ground needs a permit for this day and site, asked for its lead time before."""
    occasion = Occasion(slot.day, slot.event.site_id)
    if slot.day < today:
        return
    if permit.permit_state is PermitState.refused:
        headline, detail = N_("Permit refused: {site}"), (N_("“{title}” is on {when}."), _title(slot))
        yield _about(Rule.permit_refused, slot, headline, detail, place)
    elif permits.has_moved(permit, occasion):
        words = permits.view(permit, occasion, today)
        headline = N_("Permit no longer fits: {site}")
        yield _about(Rule.permit_moved, slot, headline, (words.msgid, words.params), place)
    elif permits.is_late(permit, occasion, today):
        lead = permit.permit_lead_days or 0
        missing = (
            N_("It had to be applied for by {day} ({days} days before)."),
            params(day=permits.apply_by(slot.day, lead), days=lead),
        )
        applied = N_("It is applied for; “{title}” is on {when}."), _title(slot)
        detail = missing if permit.permit_state is PermitState.missing else applied
        yield _about(Rule.permit_too_late, slot, N_("No permit yet: {site}"), detail, place)


def _title(slot: Slot) -> Params:
    return params(title=slot.event.title, when=slot.shown)


def _about(rule: Rule, slot: Slot, headline: str, detail: tuple[str, Params], place: str) -> Finding:
    named = (slot.event.site_id, slot.event.id)
    return finding(rule, slot, named=named, headline=(headline, params(site=place)), detail=detail)


def _misfits(slot: Slot, site: SiteDraft, vehicle: VehicleDraft) -> Iterator[Finding]:
    """What the site pass calls a misfit, in its words."""
    names = params(vehicle=vehicle.name, site=site.name)
    for line in fit_lines(vehicle, site):
        if line.fit is Fit.misfit and line.criterion in _MISFITS:
            rule, headline = _MISFITS[line.criterion]
            yield finding(
                rule,
                slot,
                named=(slot.event.id, slot.event.vehicle_id, line.criterion),
                headline=(headline, names),
                detail=(line.msgid, line.params),
            )
