"""A file as large as twenty years of the real work: 26,000 events, 15,000 partners each with a contact, targets.

A real year has 145 stops, 150 lectures, 100 dialogues and councils, 400 patrols and 500 consultations.
Call `workspace.run("Fill", fill)`; `SCALE` says how many of each kind a year has.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from domain.model import (
    Assignment,
    Contact,
    Event,
    EventIdentity,
    EventPartner,
    EventTopic,
    Partner,
    Staff,
    Target,
    Topic,
    Vehicle,
)
from domain.model.columns import uuid7
from domain.region.gemeinden import Gemeinde, gemeinden
from domain.region.kreise import kreise
from domain.rows.events import EventDraft
from domain.rows.partners import PartnerDraft
from domain.rules.usual_times import USUAL_TIMES
from domain.store import engine
from domain.store.schema import drop_triggers, make_triggers
from domain.store.session import Session
from domain.terms import BERLIN, AssignmentRole, EventKind, EventState, PartnerCategory
from domain.usecases import event_columns, partners

FIRST_YEAR, YEARS, PARTNERS = 2008, 20, 15_000
TODAY = date(2027, 4, 28)
SCALE: dict[EventKind, int] = {
    EventKind.mobile_stop: 145,
    EventKind.lecture: 150,
    EventKind.citizen_dialogue: 50,
    EventKind.council_meeting: 30,
    EventKind.expert_dialogue: 20,
    EventKind.joint_patrol: 400,
    EventKind.consultation: 500,
    EventKind.information_event: 3,
    EventKind.training: 1,
    EventKind.information_exchange: 1,
}
"""Events a year by kind: 1,300 together."""

STAFF, VEHICLES, TOPICS = 24, 2, 12
_STAMP = {"created_at": datetime(2027, 1, 1, tzinfo=BERLIN), "updated_at": datetime(2027, 1, 1, tzinfo=BERLIN)}
_CHUNK = 2_000
_NAMES = ("Grundschule", "Gymnasium", "Sportverein", "Ordnungsamt", "Kirchengemeinde", "Feuerwehr", "Heimatverein")
_PERSONS = ("Goethe", "Lessing", "Händel", "Bach", "Luther", "Novalis", "Klopstock", "Fontane")
_TARGETED = (EventKind.citizen_dialogue, EventKind.mobile_stop, EventKind.lecture, EventKind.joint_patrol)

Columns = dict[str, Any]


def fill(session: Session, seed: int = 1) -> None:
    """Write everything past the triggers, which then make the search anew; the same seed makes the same figures."""
    pick = random.Random(seed)
    connection = session.connection()
    drop_triggers(engine.raw(connection))
    staff = _named(session, Staff, [f"Person {number}" for number in range(STAFF)])
    vehicles = _named(session, Vehicle, [f"Präventionsmobil {number}" for number in range(1, VEHICLES + 1)])
    topics = _named(session, Topic, [f"Thema {number}" for number in range(TOPICS)])
    houses = [_partner(number, pick) for number in range(PARTNERS)]
    _insert(session, Partner, houses)
    _insert(session, Contact, [_contact(house) for house in houses])
    events = list(_events(pick, vehicles))
    _insert(session, Event, events)
    _insert(session, EventIdentity, [_identity(event, number) for number, event in enumerate(events, 1)])
    _insert(session, EventTopic, [{"event_id": event["id"], "topic_id": pick.choice(topics)} for event in events])
    _insert(
        session, EventPartner, [{"event_id": event["id"], "partner_id": pick.choice(houses)["id"]} for event in events]
    )
    _insert(session, Assignment, [_assignment(event, pick.choice(staff)) for event in events])
    _insert(session, Target, list(_targets(pick)))
    make_triggers(engine.raw(connection), SQLModel.metadata)


def _insert(session: Session, table: Any, rows: list[Columns]) -> None:
    for first in range(0, len(rows), _CHUNK):
        session.connection().execute(table.__table__.insert(), rows[first : first + _CHUNK])


def _named(session: Session, table: Any, names: list[str]) -> list[UUID]:
    rows = [table(name=name).model_dump(exclude_unset=False) | _STAMP | {"version": 1} for name in names]
    _insert(session, table, rows)
    return [row["id"] for row in rows]


def _partner(number: int, pick: random.Random) -> Columns:
    there = pick.choice(gemeinden())
    draft = PartnerDraft(
        name=f"{pick.choice(_NAMES)} {pick.choice(_PERSONS)} {there.name} {number}",
        category=list(PartnerCategory)[number % len(PartnerCategory)],
        street=f"{pick.choice(_PERSONS)}straße {number % 200}",
        postcode=there.postcode_seat,
        town=there.name,
        ags=there.ags,
        phone=f"03496 000-{number % 1000:03}",
    )
    return partners.columns_of(draft) | _STAMP | {"version": 1, "id": uuid7()}


def _contact(house: Columns) -> Columns:
    made = Contact(partner_id=house["id"], role="Leitung", name=f"Person an {house['name']}"[:200])
    return made.model_dump() | _STAMP | {"version": 1}


def _events(pick: random.Random, vehicles: list[UUID]) -> Iterator[Columns]:
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        for kind, count in SCALE.items():
            for _number in range(count):
                day = date(year, 1, 1) + timedelta(days=pick.randrange(365))
                yield _event(kind, day, pick.choice(gemeinden()), pick, vehicles)


def _event(kind: EventKind, day: date, there: Gemeinde, pick: random.Random, vehicles: list[UUID]) -> Columns:
    minute, length = USUAL_TIMES[kind]
    begin = datetime.combine(day, time(minute // 60, minute % 60), BERLIN)
    draft = EventDraft(
        kind=kind,
        title=f"{kind.value} {there.name}",
        state=_state(day, pick),
        starts_at=begin,
        ends_at=begin + timedelta(minutes=length),
        ags=there.ags,
        postcode=there.postcode_seat,
        town=there.name,
        host_name=f"Stadt {there.name}",
        actual=pick.randrange(5, 200) if day < TODAY else None,
        vehicle_id=pick.choice(vehicles) if kind is EventKind.mobile_stop else None,
    )
    return event_columns.columns_of(draft) | _STAMP | {"version": 1, "id": uuid7()}


def _state(day: date, pick: random.Random) -> EventState:
    past = (EventState.reviewed,) * 8 + (EventState.held, EventState.cancelled)
    coming = (EventState.confirmed,) * 5 + (EventState.tentative,) * 4 + (EventState.requested,)
    return pick.choice(past if day < TODAY else coming)


def _identity(event: Columns, number: int) -> Columns:
    return {"event_id": event["id"], "number": f"{number:06}", "uid": f"{event['id']}@bench", "sequence": 0, "sent": ""}


def _assignment(event: Columns, person: UUID) -> Columns:
    return {"id": uuid7(), "event_id": event["id"], "staff_id": person, "role": AssignmentRole.lead}


def _targets(pick: random.Random) -> Iterator[Columns]:
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        for half in ("H1", "H2"):
            for kreis in kreise():
                for kind in _TARGETED:
                    key = {"kreis_ags": kreis.ags, "kind": kind, "half_year": f"{year}-{half}"}
                    yield key | {"aim": pick.randrange(1, 12)}
