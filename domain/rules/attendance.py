"""The attendance list: who gets a line on it, and until when the signed paper is kept."""

from collections.abc import Iterable
from datetime import date, timedelta

from domain.rows.invitees import InviteeRow
from domain.terms import InviteReply

KEPT_FOR = timedelta(days=90)
"""How long a signed list is kept after the event: long enough to count who came and to settle costs, no longer."""
MOST_LINES_EACH = 20
"""Lines that one institution gets at most, however many seats it was promised."""

_ORDER = (InviteReply.attended, InviteReply.accepted, InviteReply.invited, InviteReply.planned)
_COMING = frozenset({InviteReply.attended, InviteReply.accepted})


def deletion_day(last_day: date) -> date:
    """The day on which the signed list of an event that ends on `last_day` is destroyed."""
    return last_day + KEPT_FOR


def expected_lines(invitees: Iterable[InviteeRow]) -> tuple[str, ...]:
    """The institution of each line: those who come first, a line for every seat, then a line for each other invited.

    Who has declined gets none.
    """
    asked = [row for row in invitees if row.draft.reply in _ORDER]
    asked.sort(key=lambda row: (row.draft.reply not in _COMING, row.draft.name.casefold()))
    return tuple(row.draft.name for row in asked for _line in range(_lines(row)))


def _lines(row: InviteeRow) -> int:
    seats = row.draft.seats if row.draft.reply in _COMING else 1
    return max(1, min(seats, MOST_LINES_EACH))
