"""What a briefing is made from: the event, what is known of its district, and what was there before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from domain.documents.inputs import DocumentInput
from domain.errors import LandaufError, UsageError
from domain.i18n import N_
from domain.model import Event
from domain.region.kreise import kreis
from domain.region.lookup import find_gemeinde
from domain.rows.concerns import ConcernRow
from domain.rows.coverage import CoverageFilter, CoverageRow
from domain.rows.events import EventRow
from domain.rows.filters import ConcernFilter, EventFilter, EventOrder, RequestFilter
from domain.rows.printing import PrintChoice
from domain.rows.published import PublishedEvent
from domain.rows.requests import RequestRow
from domain.rules.concern_states import DONE, WAITING
from domain.store.session import Session
from domain.terms import Audience, EventKind, EventState, RequestState
from domain.usecases import concern_rows, coverage, fleet, lessons, packing, requests, settings, sites, tour_rows
from domain.usecases.event_rows import fetch_rows, list_ids
from domain.usecases.published import published_event
from domain.usecases.records import get
from domain.usecases.travel import travel_table

if TYPE_CHECKING:
    from domain.documents.briefing import Briefing
    from domain.documents.briefing_past import Concerns
    from domain.documents.briefing_place import Drive

EARLIER = 40
"""How many past events of a Kreis a briefing looks at."""
NEWS = timedelta(days=365)
"""How far back answers count as new where no dialogue was held before."""

_TOOK_PLACE = (EventState.held, EventState.reviewed)


def briefing(session: Session, choice: PrintChoice) -> DocumentInput:
    """All a speaker or a head of office must know of an event.

    Raises:
        UsageError: no event is named.
        LandaufError: it has no date yet.
    """
    from domain.documents.briefing import Briefing

    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    event = published_event(session, choice.event_id, Audience.internal)
    if event is None:
        raise LandaufError(N_("The event has no date yet; give it one first."))
    record = get(session, Event, choice.event_id)
    site_id, vehicle_id = record.site_id, record.vehicle_id
    office = settings.load(session).office
    told = Briefing(
        event=event,
        office=office,
        stand=session.now,
        site=sites.detail(session, site_id).draft if site_id else None,
        lesson=lessons.of_event(session, event.id),
        copies=packing.planned_copies(session, [event.id]).get(event.id, ()),
        drive=_drive(session, event, vehicle_id, (office.postcode, office.town)),
    )
    district = event.place.kreis_ags
    return _with_district(session, told, district) if district else told


def _with_district(session: Session, told: "Briefing", district: str) -> "Briefing":
    """The same with what is known of the Kreis."""
    past = _earlier(session, told.event, district)
    dialogues = _dialogues(session, told.event, district)
    return replace(
        told,
        kreis=kreis(district),
        earlier=past,
        requests=_open_requests(session, district),
        coverage=_coverage(session, told.event, district),
        dialogues=dialogues,
        concerns=_concerns(session, district, dialogues),
    )


def _earlier(session: Session, event: PublishedEvent, district: str) -> tuple[EventRow, ...]:
    """What took place in the same Kreis before, the latest first, events of the same kind before all others."""
    wanted = EventFilter(
        kreise=(district,), states=_TOOK_PLACE, last=session.today, order=EventOrder.date, descending=True
    )
    rows = [row for row in fetch_rows(session, list_ids(session, wanted)[:EARLIER]) if row.id != event.id]
    return tuple(sorted(rows, key=lambda row: row.kind is not event.kind))


def _dialogues(session: Session, event: PublishedEvent, district: str) -> tuple[date, ...]:
    """The days of the citizen dialogues held in the Kreis before, the latest first."""
    wanted = EventFilter(
        kinds=(EventKind.citizen_dialogue,), kreise=(district,), states=_TOOK_PLACE, last=session.today
    )
    rows = fetch_rows(session, list_ids(session, wanted))
    return tuple(sorted((row.start_day for row in rows if row.start_day and row.id != event.id), reverse=True))


def _open_requests(session: Session, district: str) -> tuple[RequestRow, ...]:
    wanted = RequestFilter(states=(RequestState.open,), kreise=(district,))
    return tuple(sorted(requests.list_rows(session, wanted), key=lambda row: row.draft.priority))


def _coverage(session: Session, event: PublishedEvent, district: str) -> tuple[CoverageRow, ...]:
    """The figures of the year in which the event takes place."""
    day = event.first_day if event.starts_at is None else event.starts_at.date()
    year = (day or session.today).year
    wanted = CoverageFilter(half_years=(f"{year:04}-H1", f"{year:04}-H2"))
    return coverage.report_rows(session, wanted, (district,))


def _concerns(session: Session, district: str, dialogues: Sequence[date]) -> "Concerns":
    """What waits, the oldest first, and what was answered since the last dialogue, the latest first."""
    from domain.documents.briefing_past import Concerns

    rows = concern_rows.list_rows(session, ConcernFilter(kreise=(district,)))
    since = dialogues[0] if dialogues else session.today - NEWS
    waiting = [row for row in rows if row.state in WAITING]
    answered = [row for row in rows if row.state in DONE and row.answered_on is not None and row.answered_on >= since]
    return Concerns(
        tuple(sorted(waiting, key=_raised)), tuple(sorted(answered, key=lambda row: row.number, reverse=True))
    )


def _raised(row: ConcernRow) -> tuple[date, str]:
    return row.draft.raised_on or date.max, row.number


def _drive(session: Session, event: PublishedEvent, vehicle_id: UUID | None, office: tuple[str, str]) -> "Drive | None":
    """As the tour drives it; else from the vehicle's depot, else from the office; None where a place is not known."""
    from domain.documents.briefing_place import Drive

    found = tour_rows.day_of_event(session, event.id)
    if found is not None:
        tour_id, day_id = found
        day = next(each for each in tour_rows.detail(session, tour_id).days if each.id == day_id)
        stops = [stop.event.id for stop in day.stops]
        at = stops.index(event.id)
        if at == 0:
            return Drive(day.start or day.depot, day.stops[0].leg, day.vehicle, day.leaves_at)
        before = day.stops[at - 1]
        return Drive(before.event.town or before.event.place, day.stops[at].leg, day.vehicle, before.departure)
    if event.place.ags is None:
        return None
    vehicle = next((row for row in fleet.list_rows(session) if row.id == vehicle_id), None)
    if vehicle is not None and vehicle.draft.depot_ags:
        leg = travel_table(session).leg(vehicle.draft.depot_ags, event.place.ags)
        return Drive(vehicle.draft.depot_town, leg, vehicle.draft.name)
    home = find_gemeinde(*office)
    return Drive(home.name, travel_table(session).leg(home.ags, event.place.ags)) if home else None
