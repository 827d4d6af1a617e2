"""Permits for using public ground (Sondernutzung): which one holds, until when to apply, and its traffic light."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.i18n import N_
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitDraft, PermitView
from domain.terms import PermitLight, PermitState

Words = tuple[str, tuple[tuple[str, object], ...]]

USUAL_LEAD_DAYS = 14
"""Days before the event until when most towns want the form (Coesfeld; others vary)."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a permit is needed for: the event's day, None without one, and its site."""

    day: date | None
    site_id: UUID | None = None


def apply_by(day: date, lead_days: int) -> date:
    """The last day on which a permit for an event on `day` can be applied for, `lead_days` before it."""
    return day - timedelta(days=lead_days)


def effective(site: SiteDraft | None, own: PermitDraft | None, usual: int = USUAL_LEAD_DAYS) -> PermitDraft | None:
    """The permit that holds for an event: its own, filled up from the site; else the site's; None without either.

    `usual` are the lead days where nobody has noted any.
    """
    if own is None and site is None:
        return None
    lead, authority = (site.permit_lead_days, site.permit_authority) if site else (usual, "")
    if own is None:
        state = site.permit_state if site else PermitState.missing
        return PermitDraft(state, authority, lead)
    return PermitDraft(
        own.permit_state,
        own.permit_authority or authority,
        lead if own.permit_lead_days is None else own.permit_lead_days,
        own.permit_reference,
        own.applied_on,
        own.decided_on,
        own.notes,
        own.for_day,
        own.for_site_id,
    )


def has_moved(permit: PermitDraft, occasion: Occasion) -> bool:
    """Whether a permit that was applied for or granted is for another day or another site than the event's."""
    if permit.permit_state not in {PermitState.applied, PermitState.granted}:
        return False
    other_day = None not in (permit.for_day, occasion.day) and permit.for_day != occasion.day
    return other_day or (permit.for_site_id is not None and permit.for_site_id != occasion.site_id)


def is_late(permit: PermitDraft, occasion: Occasion, today: date) -> bool:
    """Whether the last day to apply has passed without a permit, and the event is still to come.

    What was applied for in time is not late, although the answer is open.
    """
    if occasion.day is None or not today <= occasion.day:
        return False
    last_day = apply_by(occasion.day, permit.permit_lead_days or 0)
    if permit.permit_state is PermitState.missing:
        return last_day < today
    in_time = permit.applied_on is not None and permit.applied_on <= last_day
    return permit.permit_state is PermitState.applied and last_day < today and not in_time


def view(permit: PermitDraft, occasion: Occasion, today: date) -> PermitView:
    """The permit as people see it: traffic light and words."""
    light, (msgid, params) = _light(permit, occasion, today)
    lead = permit.permit_lead_days or 0
    return PermitView(
        state=permit.permit_state,
        light=light,
        msgid=msgid,
        params=params,
        authority=permit.permit_authority,
        reference=permit.permit_reference,
        lead_days=lead,
        apply_by=apply_by(occasion.day, lead) if occasion.day else None,
        is_void=has_moved(permit, occasion),
    )


def _light(permit: PermitDraft, occasion: Occasion, today: date) -> tuple[PermitLight, Words]:
    if has_moved(permit, occasion):
        return PermitLight.blocked, _moved(permit, occasion)
    match permit.permit_state:
        case PermitState.not_needed:
            return PermitLight.idle, (N_("No permit needed"), ())
        case PermitState.granted:
            return PermitLight.clear, _dated(N_("Granted"), N_("Granted on {day}"), permit.decided_on)
        case PermitState.refused:
            return PermitLight.blocked, _dated(N_("Refused"), N_("Refused on {day}"), permit.decided_on)
        case PermitState.applied:
            late = is_late(permit, occasion, today)
            words = _dated(N_("Applied for"), N_("Applied for on {day}"), permit.applied_on)
            return PermitLight.blocked if late else PermitLight.waiting, words
        case PermitState.missing:
            return _to_apply(permit, occasion, today)


def _to_apply(permit: PermitDraft, occasion: Occasion, today: date) -> tuple[PermitLight, Words]:
    lead = permit.permit_lead_days or 0
    if occasion.day is None:
        return PermitLight.waiting, (N_("To be applied for {days} days before"), (("days", lead),))
    if occasion.day < today:
        return PermitLight.idle, (N_("Never applied for"), ())
    last_day = apply_by(occasion.day, lead)
    if last_day < today:
        return PermitLight.blocked, (N_("Should have been applied for by {day}"), (("day", last_day),))
    return PermitLight.waiting, (N_("Apply by {day}"), (("day", last_day),))


def _moved(permit: PermitDraft, occasion: Occasion) -> Words:
    if permit.for_day is not None and permit.for_day != occasion.day:
        return N_("The permit is for {day}"), (("day", permit.for_day),)
    return N_("The permit is for another site"), ()


def _dated(plain: str, dated: str, day: date | None) -> Words:
    return (dated, (("day", day),)) if day else (plain, ())
