"""The anonymised extract for a regional crime analysis: events and concerns of a period, nothing that names anybody."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlmodel import SQLModel, col

from domain.model import Concern, Event, EventTargetGroup, EventTopic, TargetGroup, Topic, TrafficTable
from domain.rows.projects import ExtractConcern, ExtractEvent
from domain.rules.extract import band_of, part_of_day, quarter_of, withheld
from domain.store.session import Session
from domain.terms import BERLIN, AccidentCause, Audience, DaySpan, EventState
from domain.usecases.confidential import cleaner

_HELD = (EventState.held, EventState.reviewed)
_DAYS_A_WEEK = 7


def events(session: Session, days: DaySpan, kreis_ags: str | None = None) -> tuple[ExtractEvent, ...]:
    """What was held on these local days, in one Kreis or in all, as a university may see it.

    Internal events and those of hosts that stay in the house are left out: an extract leaves it.
    """
    topics = _named(session, EventTopic, Topic, "topic_id")
    groups = _named(session, EventTargetGroup, TargetGroup, "target_group_id")
    query = (
        select(Event, col(TrafficTable.cause))
        .outerjoin(TrafficTable, col(TrafficTable.event_id) == col(Event.id))
        .where(
            col(Event.state).in_(_HELD),
            col(Event.audience) != Audience.internal,
            ~col(Event.host_confidential),
            ~col(Event.is_template),
            col(Event.kreis_ags).is_not(None),
        )
    )
    found = []
    for event, cause in session.execute(query):
        day = _day(event)
        if day is None or day not in days or kreis_ags not in {None, event.kreis_ags}:
            continue
        named = (topics.get(event.id, ()), groups.get(event.id, ()))
        found.append(_extracted(event, day, cause, *named))
    return withheld(found)


def _extracted(
    event: Event, day: date, cause: AccidentCause | None, topics: tuple[str, ...], groups: tuple[str, ...]
) -> ExtractEvent:
    return ExtractEvent(
        event.kind,
        day.year,
        quarter_of(day.month),
        day.weekday(),
        part_of_day(None if event.all_day else event.starts_at),
        event.kreis_ags or "",
        event.ags,
        event.place_category,
        topics,
        groups,
        cause,
        band_of(event.actual),
    )


def _day(event: Event) -> date | None:
    if event.all_day:
        return event.first_day
    return event.starts_at.astimezone(BERLIN).date() if event.starts_at else None


def _named(session: Session, link: type[SQLModel], table: Any, key: str) -> dict[UUID, tuple[str, ...]]:  # noqa: ANN401 - a vocabulary
    query = select(col(link.event_id), col(table.name)).join(table, col(table.id) == getattr(link, key))  # type: ignore[attr-defined]  # every link table here hangs on an event
    found: dict[UUID, tuple[str, ...]] = {}
    clean = cleaner(session)
    for event_id, name in session.execute(query.order_by(col(table.name))):
        found[event_id] = (*found.get(event_id, ()), clean(name))
    return found


def concerns(session: Session, days: DaySpan, kreis_ags: str | None = None) -> tuple[ExtractConcern, ...]:
    """What citizens raised on these days, in one Kreis or in all: categories and times, never words."""
    query = select(Concern).where(
        col(Concern.raised_on).between(days.first, days.last), col(Concern.kreis_ags).is_not(None)
    )
    found = []
    for concern in session.execute(query).scalars():
        raised = concern.raised_on
        if raised is None or concern.kreis_ags is None or kreis_ags not in {None, concern.kreis_ags}:
            continue
        answered = concern.answered_on
        found.append(
            ExtractConcern(
                concern.category,
                concern.place_category,
                raised.year,
                quarter_of(raised.month),
                concern.kreis_ags,
                concern.ags,
                concern.state,
                (answered - raised).days // _DAYS_A_WEEK if answered else None,
            )
        )
    return withheld(found)
