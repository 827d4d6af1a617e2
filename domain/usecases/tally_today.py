"""What can be counted today."""

from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter
from domain.rules.tally import COUNTABLE, can_be_counted
from domain.store.session import Session
from domain.terms import EventKind
from domain.usecases.event_rows import list_rows


def events_today(session: Session) -> list[EventRow]:
    """The events of today that can be counted: those that run now, then the next ones, then those that are over."""
    wanted = EventFilter(states=tuple(sorted(COUNTABLE)), first=session.today, last=session.today, dated=True)
    rows = [row for row in list_rows(session, wanted) if can_be_counted(row)]

    def rank(row: EventRow) -> tuple[int, bool, str]:
        if row.all_day or row.starts_at is None or row.ends_at is None:
            return 1, row.kind is not EventKind.mobile_stop, row.number
        turn = 0 if row.starts_at <= session.now < row.ends_at else 1 if session.now < row.starts_at else 2
        return turn, row.kind is not EventKind.mobile_stop, row.number

    return sorted(rows, key=rank)
