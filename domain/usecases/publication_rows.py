"""Publications with what follows from movements and events: stock, promises, state, history, what to order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.model import Event, EventPublication, OfferPublication, Publication, StockMovement, Topic
from domain.rows.events import EventDraft, HandOut
from domain.rows.filters import PublicationFilter
from domain.rows.publications import Promise, PublicationDetail, PublicationDraft, PublicationRow, StockLine
from domain.rules import handing_out
from domain.rules import publication_stock as rules
from domain.store.session import Session
from domain.terms import BERLIN, EventState
from domain.usecases.records import get
from domain.usecases.text_filter import matching

_COMING = (EventState.requested, EventState.tentative, EventState.confirmed)
_OVER = (EventState.held, EventState.reviewed)


@dataclass(frozen=True)
class Standing:
    """What all publications have and owe, by id; `promises` in the order in which the copies go out."""

    stock: dict[UUID, int] = field(default_factory=dict)
    promises: dict[UUID, list[Promise]] = field(default_factory=dict)


def standing(session: Session) -> Standing:
    """Stock and promises of every publication as they stand now."""
    stock = _sums(session, StockMovement.publication_id, StockMovement.quantity)
    for key, given in _sums(session, EventPublication.publication_id, EventPublication.handed_out).items():
        stock[key] = stock.get(key, 0) - given
    promises: dict[UUID, list[Promise]] = {}
    for key, promise in _promises(session, _COMING):
        promises.setdefault(key, []).append(promise)
    return Standing(stock, {key: rules.in_turn(found) for key, found in promises.items()})


def list_rows(session: Session, wanted: PublicationFilter | None = None) -> list[PublicationRow]:
    """All publications that pass the filter by title, language and edition, with stock and what follows from it."""
    wanted = wanted or PublicationFilter()
    now = standing(session)
    topics: dict[UUID | None, str] = {
        line.id: line.name for line in session.execute(select(col(Topic.id), col(Topic.name)))
    }
    known = drafts(session)
    rows = [_row(found, now, topics, known, session.today) for found in session.exec(_query(wanted))]
    return [
        row
        for row in rows
        if (not wanted.states or row.state in wanted.states) and (not wanted.to_order or row.to_order)
    ]


def has_orders(session: Session) -> bool:
    """Whether copies of any publication should be ordered."""
    return any(row.to_order for row in list_rows(session))


def _query(wanted: PublicationFilter) -> Any:  # noqa: ANN401 - a select of publications
    conditions: list[ColumnElement[bool]] = []
    if wanted.languages:
        conditions.append(col(Publication.language).in_(wanted.languages))
    if wanted.topic_ids:
        conditions.append(col(Publication.topic_id).in_(wanted.topic_ids))
    if wanted.text.strip():
        conditions.append(col(Publication.id).in_(matching("publication", wanted.text)))
    order = (col(Publication.title), col(Publication.language), col(Publication.edition), col(Publication.id))
    return select_records(Publication).where(*conditions).order_by(*order)


def _row(
    found: Publication,
    now: Standing,
    topics: dict[UUID | None, str],
    known: dict[UUID, PublicationDraft],
    today: date,
) -> PublicationRow:
    draft = known[found.id]
    stock, promises = now.stock.get(found.id, 0), now.promises.get(found.id, [])
    promised = sum(promise.copies for promise in promises)
    first = rules.uncovered(stock, promises)
    successor = known.get(draft.replaced_by_id) if draft.replaced_by_id else None
    return PublicationRow(
        id=found.id,
        version=found.version,
        draft=draft,
        stock=stock,
        promised=promised,
        topic=topics.get(draft.topic_id, ""),
        replaced_by=successor.name if successor else "",
        state=rules.state_of(draft, stock, promises, today),
        runs_out=first.day if first else None,
        to_order=rules.to_order(draft, stock, promised, today),
    )


def drafts(session: Session) -> dict[UUID, PublicationDraft]:
    """What every publication is, by id."""
    return {found.id: _draft(found) for found in session.exec(select_records(Publication))}


def _draft(found: Publication) -> PublicationDraft:
    return PublicationDraft(**{each.name: getattr(found, each.name) for each in fields(PublicationDraft)})


def detail(session: Session, publication_id: UUID) -> PublicationDetail:
    """One publication with its history and promises.

    Raises:
        NotFoundError: it is gone.
    """
    get(session, Publication, publication_id)
    rows = {row.id: row for row in list_rows(session)}
    older = [row.draft.name for row in rows.values() if row.draft.replaced_by_id == publication_id]
    unreported = [promise for key, promise in _promises(session, _OVER) if key == publication_id]
    return PublicationDetail(
        row=rows[publication_id],
        lines=rules.running(lines_of(session, publication_id)),
        promises=tuple(standing(session).promises.get(publication_id, ())),
        unreported=tuple(rules.in_turn(unreported)),
        replaces=", ".join(older),
    )


def lines_of(session: Session, publication_id: UUID) -> list[StockLine]:
    """Every change of a publication's stock, in no order and without the stock after it."""
    moved = select_records(StockMovement).where(StockMovement.publication_id == publication_id)
    found = [
        StockLine(line.id, line.day, line.quantity, 0, line.reason, notes=line.notes)
        for line in session.exec(moved.order_by(col(StockMovement.id)))
    ]
    given = _with_events(col(EventPublication.handed_out)).where(
        col(EventPublication.publication_id) == publication_id, col(EventPublication.handed_out) > 0
    )
    found.extend(
        StockLine(line.event_id, _day(line), -line.copies, 0, event_id=line.event_id, title=line.title)
        for line in session.execute(given)
    )
    return found


def suggestions(session: Session, draft: EventDraft) -> tuple[HandOut, ...]:
    """What the event should take along, from its offer, topics and languages."""
    query = select(col(OfferPublication.publication_id)).where(col(OfferPublication.offer_id) == draft.offer_id)
    offered = list(session.execute(query).scalars()) if draft.offer_id else []
    return handing_out.suggested(draft, offered, list_rows(session), session.today)


def _promises(session: Session, states: Sequence[EventState]) -> Iterator[tuple[UUID, Promise]]:
    """What events in these states take along and have not handed out yet, by publication."""
    query = _with_events(col(EventPublication.planned)).where(
        col(Event.state).in_(states),
        col(EventPublication.handed_out).is_(None),
        col(EventPublication.planned) > 0,
        ~col(Event.is_template),
    )
    for line in session.execute(query):
        yield line.publication_id, Promise(line.event_id, line.title, _day(line), line.copies)


def _with_events(copies: Any) -> Any:  # noqa: ANN401 - a column; a select
    return select(
        col(EventPublication.publication_id),
        col(EventPublication.event_id),
        copies.label("copies"),
        col(Event.title),
        col(Event.all_day),
        col(Event.first_day),
        col(Event.starts_at),
    ).join(Event, col(Event.id) == col(EventPublication.event_id))


def _day(line: Any) -> date | None:  # noqa: ANN401 - a line of `_with_events`
    """The local day the event begins on; None without a date."""
    if line.all_day:
        day: date | None = line.first_day
        return day
    starts_at: datetime | None = line.starts_at
    return starts_at.astimezone(BERLIN).date() if starts_at else None


def _sums(session: Session, key: object, quantity: object) -> dict[UUID, int]:
    query = select(key, func.coalesce(func.sum(quantity), 0)).group_by(key)  # type: ignore[call-overload]  # columns here
    return {line[0]: line[1] for line in session.execute(query)}
