"""Free days for an event: gathers what is taken, asks the rules, and makes the draft of the day that was chosen."""

import json
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.errors import NotFoundError, Problem
from domain.i18n import N_
from domain.model import Partner, Setting, Site
from domain.region.kreise import kreis
from domain.region.travel import Waypoint
from domain.rows.date_finder import DatesFound, DateWish
from domain.rows.events import AssignmentDraft, EventDraft
from domain.rows.partners import SiteDraft
from domain.rows.visitors import SiteVisitors
from domain.rules.date_finder import World, find_dates
from domain.rules.local import at_local, later
from domain.rules.usual_times import USUAL_TIMES
from domain.rules.validation import fields
from domain.store.session import Session
from domain.terms import AssignmentRole, EventKind, EventState, PermitState, PlaceKind
from domain.usecases import events, fleet, people, school_holidays, sites, visitors
from domain.usecases.conflict_context import spot_of
from domain.usecases.date_finder_world import blocks, offices, taken
from domain.usecases.records import change, insert, refuse
from domain.usecases.travel import travel_table

_SETTING = "usual_times"
_SETTLED = frozenset({PermitState.not_needed, PermitState.granted})
_LONGEST = 1440


def find(session: Session, wish: DateWish) -> DatesFound:
    """The days that are possible, the best first, each with its reasons, and what rules the others out.

    Raises:
        InvalidInputError: the period ends before it begins, or the Gemeinde does not lie in the Kreis.
        NotFoundError: there is no such Kreis, or the site or partner is gone.
    """
    refuse(_problems(wish))
    return find_dates(wish, world(session, wish))


def _problems(wish: DateWish) -> list[Problem]:
    problems = [*fields.days_in_order("last_day", wish.days.first, wish.days.last), *fields.ags("ags", wish.ags)]
    problems += fields.number("duration_minutes", wish.duration_minutes, 1, _LONGEST)
    problems += fields.number("start_minute", wish.start_minute, 0, _LONGEST)
    if wish.ags is not None and wish.ags[:5] != wish.kreis_ags:
        problems.append(Problem("ags", N_("This municipality lies in another district.")))
    return problems


def world(session: Session, wish: DateWish) -> World:
    """Everything the rules look at for a wish."""
    site = _site(session, wish.site_id)
    seat = kreis(wish.kreis_ags).seat_ags
    where = spot_of(session, wish.ags, wish.site_id) or Waypoint(seat)
    police, ordnungsamt = offices(session, wish)
    return World(
        today=session.today,
        where=where,
        travel=travel_table(session).leg_between,
        taken=taken(session, wish.days),
        vehicles={row.id: row.draft.name for row in fleet.list_rows(session)},
        staff={row.id: row.draft for row in people.list_rows(session) if row.id in wish.staff_ids},
        blocks=blocks(session, wish.days),
        police=police,
        ordnungsamt=ordnungsamt,
        site=site,
        place_name=site.name if site else _partner_name(session, wish.place_partner_id),
        visitors=visitors.at_site(session, wish.site_id) if wish.site_id is not None else SiteVisitors(),
        lead_days=site.permit_lead_days if site and site.permit_state not in _SETTLED else None,
        school=school_holidays.calendar(session),
    )


def _site(session: Session, site_id: UUID | None) -> SiteDraft | None:
    return None if site_id is None else sites.detail(session, site_id).draft


def _partner_name(session: Session, partner_id: UUID | None) -> str:
    if partner_id is None:
        return ""
    found = session.get(Partner, partner_id)
    if found is None:
        raise NotFoundError(N_("This partner is no longer in the workspace."))
    return found.name


def sites_in(session: Session, kreis_ags: str) -> list[tuple[UUID, str]]:
    """The sites of a Kreis to choose from, as people name them."""
    found = session.exec(select(Site).where(Site.kreis_ags == kreis_ags).order_by(col(Site.town), col(Site.name)))
    return [(site.id, ", ".join(part for part in (site.town, site.name) if part)) for site in found]


def create_draft(session: Session, wish: DateWish, day: date, title: str) -> UUID:
    """Make the chosen day a tentative event with everything the wish names; returns its id.

    Without a Gemeinde it lies in the Kreis's seat, so that it counts there at once.

    Raises:
        InvalidInputError: the title is empty, or the clocks skip the time on that day.
    """
    start = at_local(day, wish.start_minute)
    role = AssignmentRole.speaker if wish.kind is EventKind.lecture else AssignmentRole.lead
    draft = EventDraft(
        kind=wish.kind,
        title=title,
        state=EventState.tentative,
        starts_at=start,
        ends_at=later(start, wish.duration_minutes),
        ags=wish.ags or kreis(wish.kreis_ags).seat_ags,
        place_kind=_place_kind(wish),
        site_id=wish.site_id,
        place_partner_id=wish.place_partner_id,
        vehicle_id=wish.vehicle_id,
        assignments=tuple(AssignmentDraft(staff_id, role) for staff_id in wish.staff_ids),
    )
    return events.create(session, draft)


def _place_kind(wish: DateWish) -> PlaceKind:
    if wish.site_id is not None:
        return PlaceKind.site
    return PlaceKind.address if wish.place_partner_id is None else PlaceKind.partner


def usual_times(session: Session) -> dict[EventKind, tuple[int, int]]:
    """When events of each kind begin (minutes after midnight) and how long they last, as this workspace keeps it."""
    stored = session.exec(select(Setting).where(Setting.name == _SETTING)).first()
    own: dict[str, list[int]] = json.loads(stored.value) if stored else {}
    return dict(USUAL_TIMES) | {EventKind(kind): (times[0], times[1]) for kind, times in own.items()}


def keep_usual_time(session: Session, kind: EventKind, start_minute: int, duration_minutes: int) -> None:
    """Let events of a kind usually begin then and last so long.

    Raises:
        InvalidInputError: the start is no time of day, or the length is not within a day.
    """
    refuse(fields.number("start_minute", start_minute, 0, _LONGEST - 1))
    refuse(fields.number("duration_minutes", duration_minutes, 1, _LONGEST))
    times = usual_times(session) | {kind: (start_minute, duration_minutes)}
    own = {each.value: list(found) for each, found in times.items() if found != USUAL_TIMES[each]}
    stored = session.exec(select(Setting).where(Setting.name == _SETTING)).first()
    if stored is None:
        insert(session, Setting, {"name": _SETTING, "value": json.dumps(own)})
    else:
        change(session, stored, None, {"value": json.dumps(own)})
