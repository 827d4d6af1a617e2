"""The world and the appointments that the conflict rules look at, from the database."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.model import (
    Assignment,
    Booking,
    Event,
    EventEquipment,
    EventPublication,
    EventTopic,
    Partner,
    Qualification,
    Site,
    Stop,
    Topic,
    TourDay,
    TourDayCrew,
)
from domain.model.facts import ConsultationTable, DialogueTable
from domain.region.travel import Point, Waypoint
from domain.rows.events import AssignmentDraft, HandOut
from domain.rows.tours import TourDayDraft
from domain.rules.capacity import month_of
from domain.rules.conflicts.appointment import (
    SETTLED,
    TAKING_PART,
    Appointment,
    Block,
    Context,
    Stock,
    Supply,
    TopicTerms,
)
from domain.rules.local import whole_days
from domain.store.session import Session
from domain.terms import BERLIN, AdviceField, DaySpan, EventKind, PartnerCategory, TimeSpan
from domain.usecases import fleet, loads, people, permits, publication_rows, school_holidays, settings, sites
from domain.usecases.advice import advice_qualifications
from domain.usecases.event_rows import fetch_rows, midnight
from domain.usecases.travel import travel_table, waypoints


def context(session: Session) -> Context:
    """Drives, vehicles, people, equipment, sites, topics and bookings as they stand now."""
    return Context(
        today=session.today,
        travel=travel_table(session).leg_between,
        vehicles={row.id: row.draft for row in fleet.list_rows(session)},
        staff={row.id: row.draft for row in people.list_rows(session)},
        equipment={row.id: Stock(row.name, row.quantity) for row in fleet.equipment(session)},
        sites={row.id: row.draft for row in sites.list_rows(session)},
        topics={
            topic.id: TopicTerms(topic.name, topic.valid_from, topic.valid_until, topic.qualification_id)
            for topic in session.exec(select_records(Topic))
        },
        qualifications={found.id: found.name for found in session.exec(select_records(Qualification))},
        tour_days=_tour_days(session),
        permits=permits.own_permits(session),
        advice_qualifications=advice_qualifications(session),
        booked=loads.booked(session, month_of(session.today)),
        publications=_supplies(session),
        blocks=tuple(
            Block(DaySpan(found.first_day, found.last_day), found.vehicle_id, found.equipment_id, found.purpose)
            for found in session.exec(select_records(Booking))
        ),
        duty=settings.load(session).duty,
        school=school_holidays.calendar(session),
    )


def _supplies(session: Session) -> dict[UUID, Supply]:
    now = publication_rows.standing(session)
    return {
        key: Supply(
            draft.name, now.stock.get(key, 0), draft.valid_until, draft.replaced_by_id, tuple(now.promises.get(key, ()))
        )
        for key, draft in publication_rows.drafts(session).items()
    }


def _tour_days(session: Session) -> dict[UUID, TourDayDraft]:
    crews: dict[UUID, list[UUID]] = {}
    for link in session.exec(select_records(TourDayCrew)):
        crews.setdefault(link.tour_day_id, []).append(link.staff_id)
    return {
        found.id: TourDayDraft(
            found.day, found.vehicle_id, found.overnight_ags, tuple(crews.get(found.id, ())), found.notes
        )
        for found in session.exec(select_records(TourDay))
    }


def waiting_ids(session: Session) -> list[UUID]:
    """Every dated event that may have a conflict: to come, or past and not yet settled."""
    today = midnight(session.today)
    to_come = or_(col(Event.ends_at) >= today, col(Event.last_day) >= session.today)
    return _ids(session, or_(to_come, col(Event.state).not_in(SETTLED)))


def ids_around(session: Session, first: date, last: date) -> list[UUID]:
    """Every dated event that touches the local days from the day before `first` to the day after `last`."""
    begin = datetime.combine(first - timedelta(days=1), time(), BERLIN)
    end = datetime.combine(last + timedelta(days=2), time(), BERLIN)
    timed = and_(col(Event.starts_at) < end, col(Event.ends_at) > begin)
    whole = and_(col(Event.first_day) <= last + timedelta(days=1), col(Event.last_day) >= first - timedelta(days=1))
    return _ids(session, or_(timed, whole))


def _ids(session: Session, condition: Any) -> list[UUID]:  # noqa: ANN401 - a condition on Event
    dated = or_(col(Event.starts_at).is_not(None), col(Event.first_day).is_not(None))
    query = select(col(Event.id)).where(
        condition, dated, col(Event.is_template).is_(False), col(Event.state).in_(TAKING_PART)
    )
    return list(session.execute(query.order_by(col(Event.starts_at), col(Event.first_day), col(Event.id))).scalars())


def appointments(session: Session, ids: list[UUID]) -> list[Appointment]:
    """These events as the rules see them, in order."""
    found: list[Appointment] = []
    for start in range(0, len(ids), 400):
        found.extend(_chunk(session, ids[start : start + 400]))
    return found


@dataclass(frozen=True)
class _Around:
    """What hangs on some events, by event id; `schools` are partner ids."""

    towns: dict[UUID, str]
    spots: dict[UUID, Waypoint | None]
    people: dict[UUID, tuple[AssignmentDraft, ...]]
    equipment: dict[UUID, tuple[UUID, ...]]
    topics: dict[UUID, tuple[UUID, ...]]
    publications: dict[UUID, tuple[HandOut, ...]]
    tour_days: dict[UUID, UUID]
    schools: set[UUID | None]
    closed_to_press: set[UUID]
    advice: dict[UUID, AdviceField]


def _chunk(session: Session, ids: list[UUID]) -> list[Appointment]:
    events = {event.id: event for event in session.exec(select_records(Event).where(col(Event.id).in_(ids)))}
    stops = select(col(Stop.event_id), col(Stop.tour_day_id)).where(col(Stop.event_id).in_(ids))
    closed = select(col(DialogueTable.event_id)).where(
        col(DialogueTable.event_id).in_(ids), col(DialogueTable.press_admitted).is_(False)
    )
    around = _Around(
        towns={row.id: row.town for row in fetch_rows(session, ids)},
        spots=waypoints(session, ids),
        people=_assignments(session, ids),
        equipment=_keys(session, EventEquipment, "equipment_id", ids),
        topics=_keys(session, EventTopic, "topic_id", ids),
        publications=_copies(session, ids),
        tour_days=dict(session.execute(stops).all()),
        schools=school_ids(session, events.values()),
        closed_to_press=set(session.execute(closed).scalars()),
        advice=_advice_fields(session, ids),
    )
    return [_appointment(events[event_id], around) for event_id in ids if event_id in events]


def _appointment(event: Event, around: _Around) -> Appointment:
    return Appointment(
        id=event.id,
        kind=event.kind,
        state=event.state,
        title=event.title,
        span=_span(event),
        all_day=event.all_day,
        set_up_minutes=event.set_up_minutes,
        tear_down_minutes=event.tear_down_minutes,
        where=around.spots.get(event.id),
        town=around.towns.get(event.id, ""),
        audience=event.audience,
        vehicle_id=event.vehicle_id,
        site_id=event.site_id,
        equipment_ids=around.equipment.get(event.id, ()),
        assignments=around.people.get(event.id, ()),
        topic_ids=around.topics.get(event.id, ()),
        publications=around.publications.get(event.id, ()),
        tour_day_id=around.tour_days.get(event.id),
        is_school=bool({event.place_partner_id, event.host_id} & around.schools),
        has_host=event.host_id is not None or bool(event.host_name.strip()),
        press_admitted=event.id not in around.closed_to_press,
        advice_field=around.advice.get(event.id) if event.kind is EventKind.consultation else None,
    )


def _span(event: Event) -> TimeSpan | None:
    if event.all_day:
        return whole_days(DaySpan(event.first_day, event.last_day)) if event.first_day and event.last_day else None
    if event.starts_at is None:
        return None
    return TimeSpan(event.starts_at.astimezone(BERLIN), (event.ends_at or event.starts_at).astimezone(BERLIN))


def school_ids(session: Session, events: Any) -> set[UUID | None]:  # noqa: ANN401 - events or drafts: both have the two ids
    """Which of the partners that host these events, or where they take place, are schools."""
    keys = {key for event in events for key in (event.place_partner_id, event.host_id) if key is not None}
    query = select(col(Partner.id)).where(col(Partner.id).in_(keys), col(Partner.category) == PartnerCategory.school)
    return set(session.execute(query).scalars())


def _assignments(session: Session, ids: list[UUID]) -> dict[UUID, tuple[AssignmentDraft, ...]]:
    found: dict[UUID, tuple[AssignmentDraft, ...]] = {}
    for person in session.exec(select_records(Assignment).where(col(Assignment.event_id).in_(ids))):
        entry = AssignmentDraft(person.staff_id, person.role)
        found[person.event_id] = (*found.get(person.event_id, ()), entry)
    return found


def _advice_fields(session: Session, ids: list[UUID]) -> dict[UUID, AdviceField]:
    owner, field = col(ConsultationTable.event_id), col(ConsultationTable.advice_field)
    return dict(session.execute(select(owner, field).where(owner.in_(ids), field.is_not(None))).all())


def _copies(session: Session, ids: list[UUID]) -> dict[UUID, tuple[HandOut, ...]]:
    found: dict[UUID, tuple[HandOut, ...]] = {}
    for link in session.exec(select_records(EventPublication).where(col(EventPublication.event_id).in_(ids))):
        item = HandOut(link.publication_id, link.planned, link.handed_out)
        found[link.event_id] = (*found.get(link.event_id, ()), item)
    return found


def _keys(session: Session, link: Any, column: str, ids: list[UUID]) -> dict[UUID, tuple[UUID, ...]]:  # noqa: ANN401 - any link table of events
    query = select(col(link.event_id), col(getattr(link, column))).where(col(link.event_id).in_(ids))
    found: dict[UUID, tuple[UUID, ...]] = {}
    for event_id, key in session.execute(query):
        found[event_id] = (*found.get(event_id, ()), key)
    return found


def spot_of(session: Session, ags: str | None, site_id: UUID | None) -> Waypoint | None:
    """Where a draft's place is: its site's exact point, else its Gemeinde; None if neither is known."""
    site = session.get(Site, site_id) if site_id else None
    key = site.ags if site and site.ags else ags
    if key is None:
        return None
    if site and site.latitude is not None and site.longitude is not None:
        return Waypoint(key, Point(site.latitude, site.longitude))
    return Waypoint(key)
