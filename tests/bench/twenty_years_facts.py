"""What the events of `twenty_years` have besides: target groups with counts, talks, headcounts, causes, copies.

Call `workspace.run("Facts", fill_facts)` after `fill`; requests come with it, a third as many as events.
"""

import random
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel, col, select

from domain.model import (
    Event,
    EventPublication,
    EventTargetGroup,
    Partner,
    Publication,
    Request,
    TargetGroup,
    TrafficTable,
)
from domain.model.columns import uuid7
from domain.model.facts import ConsultationTable, LectureTable, PatrolTable
from domain.region.gemeinden import gemeinden
from domain.store import engine
from domain.store.schema import drop_triggers, make_triggers
from domain.store.session import Session
from domain.terms import AccidentCause, AdviceField, DeclineCause, EventKind, PlaceCategory, RequestState, Schulform
from tests.bench.twenty_years import FIRST_YEAR, YEARS, _insert, _named

GROUPS, PUBLICATIONS, REQUESTS_A_YEAR = 11, 20, 400
Columns = dict[str, Any]


def fill_facts(session: Session, seed: int = 2) -> None:
    """Write everything past the triggers; the same seed makes the same figures."""
    pick = random.Random(seed)
    connection = session.connection()
    drop_triggers(engine.raw(connection))
    groups = _named(session, TargetGroup, [f"Gruppe {number}" for number in range(GROUPS)])
    papers = [
        Publication(title=f"Broschüre {number}").model_dump() | _stamp(session) | {"version": 1}
        for number in range(PUBLICATIONS)
    ]
    _insert(session, Publication, papers)
    events = session.exec(select(Event.id, Event.kind, Event.actual)).all()
    houses = list(session.exec(select(col(Partner.id)).limit(2_000)))
    for table, rows in _facts(events, groups, [paper["id"] for paper in papers], pick):
        _insert(session, table, rows)
    for event_id, _kind, _actual in events:
        if pick.random() < 0.6:
            values = {"host_id": pick.choice(houses).hex, "place": pick.choice(list(PlaceCategory)).value}
            engine.raw(connection).execute(
                "update event set host_id = ?, place_category = ?, kilometres = 40 where id = ?",
                (values["host_id"], values["place"], event_id.hex),
            )
    _insert(session, Request, list(_requests(session, pick)))
    make_triggers(engine.raw(connection), SQLModel.metadata)


def _stamp(session: Session) -> Columns:
    return {"created_at": session.now, "updated_at": session.now}


def _facts(
    events: Any, groups: list[UUID], papers: list[UUID], pick: random.Random
) -> list[tuple[type[SQLModel], list[Columns]]]:
    counted, copies, talks, patrols, lectures, traffic = [], [], [], [], [], []
    for event_id, kind, actual in events:
        owner = {"event_id": event_id}
        people = {"expected": 20, "actual": actual and actual // 2}
        counted += [owner | people | {"target_group_id": group} for group in pick.sample(groups, 2)]
        handed = {"planned": 30, "handed_out": pick.randrange(30)}
        copies += [owner | handed | {"publication_id": paper} for paper in pick.sample(papers, 2)]
        if kind is EventKind.consultation:
            field = pick.choice(list(AdviceField))
            talks.append(owner | {"advice_field": field, "talks": pick.randrange(1, 20), "minutes": 120})
        elif kind is EventKind.joint_patrol:
            patrols.append(owner | {"police_officers": 2, "ordnungsamt_officers": 2, "checks": 5, "focus": ""})
        elif kind is EventKind.lecture:
            lectures.append(LectureTable(schulform=pick.choice(list(Schulform))).model_dump() | owner)
        elif pick.random() < 0.3:
            traffic.append(owner | {"cause": pick.choice(list(AccidentCause)), "black_spot": ""})
    return [
        (EventTargetGroup, counted),
        (EventPublication, copies),
        (ConsultationTable, talks),
        (PatrolTable, patrols),
        (LectureTable, lectures),
        (TrafficTable, traffic),
    ]


def _requests(session: Session, pick: random.Random) -> Any:
    for number in range(YEARS * REQUESTS_A_YEAR):
        there = pick.choice(gemeinden())
        state = pick.choice((RequestState.accepted,) * 6 + (RequestState.declined, RequestState.open))
        made = Request(
            requester=f"Schule {number}",
            kind=pick.choice(list(EventKind)),
            state=state,
            ags=there.ags,
            kreis_ags=there.ags[:5],
            received_on=date(FIRST_YEAR, 1, 1) + timedelta(days=pick.randrange(365 * YEARS)),
            decline_cause=pick.choice(list(DeclineCause)) if state is RequestState.declined else None,
        )
        yield made.model_dump() | _stamp(session) | {"version": 1, "id": uuid7()}
