"""The first page by plain SQL on the raw driver, so that it stands before SQLAlchemy is imported."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.rows.overview import Glance, KreisCount, WaitingRequest
from domain.store.connection import RawConnection, scalar
from domain.store.record_lines import EVENT_LINES, day, event_row
from domain.terms import BERLIN, EventKind

COMING, WAITING = 6, 5
"""How many next events and waiting requests the page has room for."""

_EVENT = EVENT_LINES + "e.is_template = 0 and e.state not in ('declined', 'idea', 'requested') and "

_DIALOGUES = """
select kreis_ags, sum(held), sum(planned), sum(aim) from (
    select kreis_ags, state in ('held', 'reviewed') as held, state in ('tentative', 'confirmed') as planned, 0 as aim
    from event
    where is_template = 0 and kind = 'citizen_dialogue' and kreis_ags is not null
    and coalesce(starts_at, first_day) >= ? and coalesce(starts_at, first_day) < ?
    union all
    select kreis_ags, 0, 0, aim from target where kind = 'citizen_dialogue' and half_year = ?
) group by kreis_ags order by kreis_ags
"""

_OVERDUE = "select count(*) from concern where state in ('open', 'forwarded') and due < ?"


def glance(connection: RawConnection, now: datetime) -> Glance:
    """The first page's rows as of `now` (aware); the half-year is the one `now` lies in."""
    today = now.astimezone(BERLIN).date()
    monday = today - timedelta(days=today.weekday())
    return Glance(
        week=_week(connection, monday),
        coming=_coming(connection, now, today),
        waiting=_waiting(connection),
        open_requests=_number(connection, "select count(*) from request where state = 'open'"),
        events=_number(connection, "select count(*) from event where is_template = 0"),
        partners=_number(connection, "select count(*) from partner"),
        dialogues=_dialogues(connection, today),
        overdue_concerns=int(scalar(connection, _OVERDUE, today.isoformat())),
    )


def _number(connection: RawConnection, query: str) -> int:
    return int(scalar(connection, query))


def _week(connection: RawConnection, monday: date) -> tuple[EventRow, ...]:
    end = monday + timedelta(days=7)
    query = _EVENT + (
        "((e.starts_at < ? and e.ends_at > ?) or (e.all_day = 1 and e.first_day < ? and e.last_day >= ?))"
        " order by coalesce(e.starts_at, e.first_day), e.id"
    )
    values = (_midnight(end), _midnight(monday), end.isoformat(), monday.isoformat())
    return tuple(event_row(line) for line in connection.execute(query, values))


def _coming(connection: RawConnection, now: datetime, today: date) -> tuple[EventRow, ...]:
    query = _EVENT + (
        "(e.ends_at > ? or (e.all_day = 1 and e.last_day >= ?)) and e.state in ('tentative', 'confirmed')"
        " order by coalesce(e.starts_at, e.first_day), e.id limit ?"
    )
    return tuple(event_row(line) for line in connection.execute(query, (_stored(now), today.isoformat(), COMING)))


def _waiting(connection: RawConnection) -> tuple[WaitingRequest, ...]:
    query = (
        "select id, requester, topic, kind, kreis_ags, received_on from request where state = 'open'"
        " order by coalesce(received_on, date(created_at)), id limit ?"
    )
    return tuple(
        WaitingRequest(UUID(line[0]), line[1], line[2], EventKind(line[3]), line[4], day(line[5]))
        for line in connection.execute(query, (WAITING,))
    )


def _dialogues(connection: RawConnection, today: date) -> tuple[KreisCount, ...]:
    summer = date(today.year, 7, 1)
    first, end = (date(today.year, 1, 1), summer) if today < summer else (summer, date(today.year + 1, 1, 1))
    values = (_midnight(first), _midnight(end), f"{first.year:04}-H{1 if today < summer else 2}")
    return tuple(KreisCount(*line) for line in connection.execute(_DIALOGUES, values))


def _stored(moment: datetime) -> str:
    """The moment as the file keeps it: UTC text that sorts by time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _midnight(first: date) -> str:
    return _stored(datetime.combine(first, time(), BERLIN))
