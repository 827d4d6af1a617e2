"""Concerns as lists show them: the register, what heads the next agenda, what is late."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from domain.model import Concern, Event, Partner
from domain.region.kreise import kreise
from domain.rows.concerns import ConcernDraft, ConcernRow, DueConcern
from domain.rows.filters import ConcernFilter, ConcernOrder
from domain.rules import due as due_rules
from domain.rules.concern_states import WAITING
from domain.store.session import Session
from domain.terms import BERLIN, ConcernCategory, ConcernState
from domain.usecases.records import get
from domain.usecases.text_filter import ids_of, matching

CHUNK = 400

_DRAFT = tuple(field.name for field in fields(ConcernDraft))
_NAME = func.coalesce(col(Partner.name), func.nullif(col(Concern.office_name), ""))
_LINES = (
    select_columns(Concern, col(Partner.name), col(Event.title), col(Event.starts_at), col(Event.first_day))
    .outerjoin(Partner, col(Partner.id) == col(Concern.office_id))
    .outerjoin(Event, col(Event.id) == col(Concern.event_id))
)


def detail(session: Session, concern_id: UUID) -> ConcernRow:
    """One concern.

    Raises:
        NotFoundError: it is gone.
    """
    get(session, Concern, concern_id)
    return fetch_rows(session, [concern_id])[0]


def fetch_rows(session: Session, ids: Sequence[UUID]) -> list[ConcernRow]:
    """The rows of these ids, in their order; ids that are gone are left out."""
    found: dict[UUID, ConcernRow] = {}
    for start in range(0, len(ids), CHUNK):
        query = _LINES.where(col(Concern.id).in_(ids[start : start + CHUNK]))
        found.update((line[0].id, _to_row(*line)) for line in session.execute(query))
    return [found[key] for key in ids if key in found]


def _to_row(concern: Concern, office: str | None, event: str | None, begins: Any, day: date | None) -> ConcernRow:  # noqa: ANN401 - a column
    return ConcernRow(
        id=concern.id,
        version=concern.version,
        number=concern.number,
        state=concern.state,
        draft=ConcernDraft(**{name: getattr(concern, name) for name in _DRAFT}),
        office=office or concern.office_name,
        event=event or "",
        event_day=begins.astimezone(BERLIN).date() if begins else day,
        answer=concern.answer,
        answered_on=concern.answered_on,
        public_answer=concern.public_answer,
        state_reason=concern.state_reason,
    )


def list_rows(session: Session, wanted: ConcernFilter | None = None) -> list[ConcernRow]:
    """All concerns that pass the filter, in its order."""
    return fetch_rows(session, list_ids(session, wanted))


def list_ids(session: Session, wanted: ConcernFilter | None = None) -> list[UUID]:
    """The ids of all concerns that pass the filter, in its order; those without a value come last."""
    wanted = wanted or ConcernFilter()
    keys = [key.desc().nulls_last() if wanted.descending else key.asc().nulls_last() for key in _ORDERS[wanted.order]]
    query = select_columns(col(Concern.id)).where(*_conditions(session, wanted)).order_by(*keys, *_NUMBER)
    return ids_of(session, query)


def _conditions(session: Session, wanted: ConcernFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for column, values in (
        (col(Concern.state), wanted.states),
        (col(Concern.kreis_ags), wanted.kreise),
        (col(Concern.category), wanted.categories),
    ):
        if values:
            found.append(column.in_(values))
    if wanted.office_id is not None:
        found.append(col(Concern.office_id) == wanted.office_id)
    if wanted.event_id is not None:
        found.append(col(Concern.event_id) == wanted.event_id)
    if wanted.overdue:
        found += [col(Concern.state).in_(WAITING), col(Concern.due) < session.today]
    if wanted.text.strip():
        found.append(col(Concern.id).in_(matching("concern", wanted.text)))
    return found


_NUMBER = (func.substr(col(Concern.number), 1, 7), func.length(col(Concern.number)), col(Concern.number))
"""Sorts as people count: by year, then the longer number behind the shorter."""

_STATES = {state.value: place for place, state in enumerate(ConcernState)}
_CATEGORIES = {category.value: place for place, category in enumerate(ConcernCategory)}
_ORDERS: dict[ConcernOrder, tuple[Any, ...]] = {
    ConcernOrder.number: _NUMBER,
    ConcernOrder.kreis: (
        case({kreis.ags: kreis.code for kreis in kreise()}, value=col(Concern.kreis_ags), else_=None),
    ),
    ConcernOrder.category: (case(_CATEGORIES, value=col(Concern.category)),),
    ConcernOrder.due: (case((col(Concern.state).in_(WAITING), col(Concern.due)), else_=None),),
    ConcernOrder.state: (case(_STATES, value=col(Concern.state)),),
}


def count_waiting(session: Session) -> int:
    """How many concerns nobody has answered yet."""
    query = select_columns(func.count()).select_from(Concern).where(col(Concern.state).in_(WAITING))
    return int(session.execute(query).scalar_one())


def count_overdue(session: Session) -> int:
    """How many concerns should have been answered before today."""
    wanted = _conditions(session, ConcernFilter(overdue=True))
    return int(session.execute(select_columns(func.count()).select_from(Concern).where(*wanted)).scalar_one())


def offices(session: Session) -> list[tuple[UUID, str]]:
    """The offices that have, or had, a concern to answer, by name: for the filter."""
    query = (
        select_columns(col(Partner.id), col(Partner.name))
        .where(col(Partner.id).in_(select(Concern.office_id)))
        .order_by(col(Partner.sort_key))
    )
    return [(line[0], line[1]) for line in session.execute(query)]


def overdue(session: Session) -> list[DueConcern]:
    """What is overdue or due within `rules.due.AHEAD_DAYS`, the most pressing first: for the list of due dates."""
    last = session.today + timedelta(days=due_rules.AHEAD_DAYS)
    shown = (Concern.id, Concern.number, Concern.wording, Concern.kreis_ags, Concern.due)
    query = (
        select_columns(*map(col, shown), _NAME)
        .select_from(Concern)
        .outerjoin(Partner, col(Partner.id) == col(Concern.office_id))
        .where(col(Concern.state).in_(WAITING), col(Concern.due).is_not(None), col(Concern.due) <= last)
        .order_by(col(Concern.due), *_NUMBER)
    )
    return [
        DueConcern(key, number, wording, kreis, office or "", day)
        for key, number, wording, kreis, day, office in session.execute(query)
    ]
