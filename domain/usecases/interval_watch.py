"""What recurs and may be overdue: sessions of councils and information exchanges."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.i18n import Language
from domain.model import Event, EventPartner, Partner
from domain.model.facts import ExchangeTable
from domain.rows.councils import CouncilRow, WatchKind, WatchRow
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.rules import interval_watch as rules
from domain.rules.ages import Urgency
from domain.rules.due import is_near
from domain.rules.interval_watch import Meeting
from domain.rules.local import first_day_of
from domain.store.session import Session
from domain.terms import EventKind, EventState
from domain.usecases import agenda, council_sessions, councils, events, school_holidays
from domain.usecases.event_columns import draft_of
from domain.usecases.event_rows import list_rows
from domain.usecases.records import get

_CALLED_OFF = frozenset({EventState.cancelled, EventState.declined, EventState.postponed})
_PRESSING = (Urgency.red, Urgency.gold, Urgency.calm)


def watch_rows(session: Session) -> list[WatchRow]:
    """Everything that recurs, the most pressing first, then by the day it is due; without an interval last."""
    found = [*(_of_council(row) for row in councils.list_rows(session)), *_exchanges(session)]
    far = session.today.max

    def rank(row: WatchRow) -> tuple[object, ...]:
        return _PRESSING.index(urgency_of(session, row)), row.due or far, row.name, row.id

    return sorted(found, key=rank)


def urgency_of(session: Session, row: WatchRow) -> Urgency:
    """How pressing something that recurs is today."""
    return rules.urgency(row.due, row.interval_days, row.next, session.today)


def overdue_intervals(session: Session) -> list[WatchRow]:
    """What is overdue or due within 30 days without a next date: for a due list, by `due`."""
    rows = (row for row in watch_rows(session) if row.due is not None and row.next is None)
    return sorted((row for row in rows if row.due and is_near(row.due, session.today)), key=lambda row: row.due or 0)


def plan_next(session: Session, row: WatchRow, language: Language) -> UUID:
    """Add the next date of what recurs, tentative and on a sensible working day; returns the event's id.

    A council gets a session of its own, an exchange a copy of its newest date with its agenda, without figures.

    Raises:
        NotFoundError: the council or the event is gone.
    """
    if row.kind is WatchKind.council:
        return council_sessions.plan_session(session, row.id, language)
    event = get(session, Event, row.event_id or row.id)
    draft = events.copied(draft_of(session, event))
    day = rules.next_day(row.last, row.interval_days, session.today, school_holidays.calendar(session))
    if first_day_of(draft) is not None:
        draft = replace(events.moved_to(draft, day), state=EventState.tentative)
    made = events.create(session, draft)
    agenda.copy(session, event.id, made, with_speakers=True)
    return made


def _of_council(row: CouncilRow) -> WatchRow:
    return WatchRow(
        kind=WatchKind.council,
        id=row.id,
        event_id=None,
        name=row.name,
        partners=(),
        kreis_ags=row.kreis_ags,
        interval_days=row.interval_days,
        last=row.last,
        next=row.next,
        due=rules.due_day(row.last, row.interval_days),
        meetings=0,
    )


def _exchanges(session: Session) -> Iterable[WatchRow]:
    rows = {row.id: row for row in list_rows(session, EventFilter(kinds=(EventKind.information_exchange,)))}
    partners = _partners_of(session)
    every = {
        event: days
        for event, days in session.execute(select(col(ExchangeTable.event_id), col(ExchangeTable.interval_days))).all()
        if days is not None
    }
    meetings = (
        Meeting(row.id, row.title, row.kreis_ags, frozenset(partners.get(row.id, {})), row.start_day)
        for row in rows.values()
        if row.state not in _CALLED_OFF
    )
    for group in rules.series_of(meetings):
        yield _of_group(session, [rows[each.id] for each in group], partners, every)


def _of_group(
    session: Session, group: list[EventRow], partners: dict[UUID, dict[UUID, str]], every: dict[UUID, int]
) -> WatchRow:
    """A group as one line; its newest dated event gives name and partners, the newest interval typed counts."""
    dated = [row for row in group if row.start_day is not None] or group
    newest = dated[-1]
    interval = next((every[row.id] for row in reversed(group) if row.id in every), None)
    last, coming = councils.last_and_next(group, session.today)
    return WatchRow(
        kind=WatchKind.exchange,
        id=newest.id,
        event_id=newest.id,
        name=newest.title,
        partners=tuple(partners.get(newest.id, {}).values()),
        kreis_ags=newest.kreis_ags,
        interval_days=interval,
        last=last,
        next=coming,
        due=rules.due_day(last, interval),
        meetings=len(group),
    )


def _partners_of(session: Session) -> dict[UUID, dict[UUID, str]]:
    """Who takes part in each exchange: its partners and its host, with their names."""
    is_exchange = col(Event.kind) == EventKind.information_exchange
    found: dict[UUID, dict[UUID, str]] = {}
    linked = (
        select(col(EventPartner.event_id), col(Partner.id), col(Partner.name))
        .join(Partner, col(Partner.id) == col(EventPartner.partner_id))
        .join(Event, col(Event.id) == col(EventPartner.event_id))
        .where(is_exchange)
    )
    hosts = (
        select(col(Event.id), col(Partner.id), col(Partner.name))
        .join(Partner, col(Partner.id) == col(Event.host_id))
        .where(is_exchange)
    )
    for query in (hosts, linked):
        for event, partner, name in session.execute(query.order_by(col(Partner.sort_key))).all():
            found.setdefault(event, {})[partner] = name
    return found
