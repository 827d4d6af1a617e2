"""Terms of membership: where they stand, whether two overlap, and the next one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.rows.memberships import MembershipDraft
from domain.terms import MembershipRole, TermState

NOTICE_DAYS = 90
"""How long before its last day a term is said to end soon: a council needs a session to elect anew."""

ROLE_ORDER = tuple(MembershipRole)
"""Chair first, guests last: how members are listed."""


def term_state(draft: MembershipDraft, today: date) -> TermState:
    """Where the term stands on a local day."""
    if draft.last_day is not None and draft.last_day < today:
        return TermState.ended
    if draft.first_day is not None and draft.first_day > today:
        return TermState.coming
    if draft.last_day is not None and draft.last_day <= today + timedelta(days=NOTICE_DAYS):
        return TermState.ending
    return TermState.running


def overlap(one: MembershipDraft, other: MembershipDraft) -> bool:
    """Whether the two terms share a day."""
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def clashes(draft: MembershipDraft, others: Iterable[MembershipDraft]) -> list[MembershipDraft]:
    """The terms of the same member in the same role and body that share a day with `draft`; none may.

    Two named contacts of one institution are two members; without a contact it is the institution itself.
    """
    return [each for each in others if _same_seat(draft, each) and overlap(draft, each)]


def _same_seat(one: MembershipDraft, other: MembershipDraft) -> bool:
    if (one.body_id, one.member_id, one.role) != (other.body_id, other.member_id, other.role):
        return False
    return one.contact_id is None or other.contact_id is None or one.contact_id == other.contact_id


def rival_chairs(draft: MembershipDraft, others: Iterable[MembershipDraft]) -> list[MembershipDraft]:
    """Others who chair the same body at the same time: worth a hint, but two may share the chair."""
    if draft.role is not MembershipRole.chair:
        return []
    return [
        each
        for each in others
        if each.role is MembershipRole.chair and each.body_id == draft.body_id and overlap(draft, each)
    ]


def is_followed(draft: MembershipDraft, others: Iterable[MembershipDraft]) -> bool:
    """Whether the same member stays in the same role after `draft`: a later term of its own stands."""
    return draft.last_day is not None and any(
        (each.body_id, each.member_id, each.role) == (draft.body_id, draft.member_id, draft.role)
        and _last(each) > draft.last_day
        for each in others
    )


def needs_new_term(draft: MembershipDraft, others: Iterable[MembershipDraft], today: date) -> bool:
    """Whether a term ends within `NOTICE_DAYS`, or has ended that long ago at most, and nobody follows."""
    last = draft.last_day
    return last is not None and abs((last - today).days) <= NOTICE_DAYS and not is_followed(draft, others)


def next_term(draft: MembershipDraft, last_day: date | None = None) -> MembershipDraft:
    """The term after `draft`: from the day after its last one, as long as it was, or until `last_day`.

    A term without a first day is followed by one without an end, as nobody knows how long it was.

    Raises:
        ValueError: `draft` has no last day, so nothing can follow.
    """
    if draft.last_day is None:
        raise ValueError("a term without an end is not renewed")
    first = draft.last_day + timedelta(days=1)
    if last_day is None and draft.first_day is not None:
        last_day = _same_span_later(draft.first_day, draft.last_day)
    return replace(draft, first_day=first, last_day=last_day)


def _same_span_later(first: date, last: date) -> date:
    """The last day of a term as long as `first`..`last`; whole years stay whole years."""
    begin = last + timedelta(days=1)
    years = begin.year - first.year
    if years > 0 and (begin.month, begin.day) == (first.month, first.day) and begin.year + years <= date.max.year:
        return _in_year(begin, begin.year + years) - timedelta(days=1)
    length = last - first
    return begin + min(length, date.max - begin)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def _first(draft: MembershipDraft) -> date:
    return draft.first_day or date.min


def _last(draft: MembershipDraft) -> date:
    return draft.last_day or date.max
