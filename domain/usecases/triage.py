"""Triage of requests: what fits them, who is free, and the event that comes of a decision, in one step."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from domain.rows.date_finder import DateWish
from domain.rows.events import AssignmentDraft, EventDraft
from domain.rows.filters import RequestFilter
from domain.rows.requests import RequestDraft, RequestRow
from domain.rows.triage import DayChoice, Decision, Opening, PersonChoice, Suggestions
from domain.rules.local import later
from domain.rules.triage import day_choices, match_offers, rank_people
from domain.rules.triage.days import checks_for, days_looked_at, start_of
from domain.store.session import Session
from domain.terms import BERLIN, AssignmentRole, DaySpan, EventKind, EventState, RequestState, TimeSpan
from domain.usecases import date_finder, requests
from domain.usecases.request_proposal import with_offer
from domain.usecases.triage_world import Book, book

_CAPITAL = "15003"
"""Where a request without a Gemeinde is looked at: only the calendar counts there."""

_WINDOW = 31
"""Days of a wished period that are looked at for an opening."""

_ROLES = {
    EventKind.lecture: AssignmentRole.speaker,
    EventKind.training: AssignmentRole.speaker,
    EventKind.consultation: AssignmentRole.adviser,
    EventKind.mobile_stop: AssignmentRole.crew,
}
"""What somebody does at an event of a kind; at the others they lead."""


def suggestions(session: Session, request_id: UUID) -> Suggestions:
    """What fits a request: offers and days, each list with the best first and its reasons.

    Raises:
        NotFoundError: the request is gone.
    """
    row = requests.detail(session, request_id)
    known = book(session)
    topic = known.topic_of(row.draft)
    days = _days(session, row.draft, known)
    first = next((each.day for each in days if each.is_fit), session.today)
    return Suggestions(row, match_offers(row.draft, topic.id if topic else None, known.offers, first), days)


def people_for(session: Session, request_id: UUID, decision: Decision) -> tuple[PersonChoice, ...]:
    """Everybody of the house for the day and offer chosen so far: the fit before the unfit, each with reasons.

    Raises:
        NotFoundError: the request is gone.
    """
    draft = requests.detail(session, request_id).draft
    known = book(session)
    if decision.starts_at is None:
        on = next((wish.first_day for wish in draft.wishes), draft.earliest) or session.today
        return rank_people(known.ask(draft, on, None, decision.offer_id), known.members, known.drives)
    end = decision.ends_at or later(decision.starts_at, known.minutes(draft, decision.offer_id))
    day = decision.starts_at.astimezone(BERLIN).date()
    ask = known.ask(draft, day, TimeSpan(decision.starts_at, end), decision.offer_id)
    return rank_people(ask, known.members, known.drives)


def _days(session: Session, draft: RequestDraft, known: Book) -> tuple[DayChoice, ...]:
    """Wished dates and free ones; without a Gemeinde only the day itself is looked at."""
    base = DateWish(
        kreis_ags=draft.ags[:5] if draft.ags else _CAPITAL,
        kind=draft.kind,
        days=days_looked_at(draft, known.today),
        start_minute=known.times[draft.kind][0] if draft.from_minute is None else draft.from_minute,
        duration_minutes=known.minutes(draft),
        ags=draft.ags,
        place_partner_id=draft.partner_id,
        checks=checks_for(draft.kind if draft.ags else None),
    )

    def free(on: date, span: TimeSpan) -> tuple[str, ...]:
        ranked = rank_people(known.ask(draft, on, span), known.members, known.drives)
        return tuple(choice.name for choice in ranked if choice.is_fit)

    wished = [wish.first_day for wish in draft.wishes if wish.first_day > known.today]
    around = DaySpan(min([base.days.first, *wished]), max([base.days.last, *wished]))
    world = date_finder.world(session, replace(base, days=around))
    return day_choices(draft, base, world, free)


def openings(session: Session) -> dict[UUID, Opening]:
    """Requests on the waiting list for which somebody fit is free on a wished day, with the first such day."""
    waiting = requests.list_rows(session, RequestFilter(states=(RequestState.waiting,)))
    if not waiting:
        return {}
    known = book(session)
    found = ((row.id, _opening(row, known)) for row in waiting)
    return {request_id: opening for request_id, opening in found if opening is not None}


def _opening(row: RequestRow, known: Book) -> Opening | None:
    usual = known.times[row.draft.kind][0] if row.draft.from_minute is None else row.draft.from_minute
    for day, minute in _wished(row.draft, usual):
        if day <= known.today:
            continue
        start = start_of(day, minute)
        if start is None:
            continue
        ask = known.ask(row.draft, day, TimeSpan(start, later(start, known.minutes(row.draft))))
        best = next(iter(rank_people(ask, known.members, known.drives)), None)
        if best is not None and best.is_fit:
            return Opening(day, best.name)
    return None


def _wished(draft: RequestDraft, usual: int) -> list[tuple[date, int]]:
    """The wished days with the minute they begin at, wished dates before those of the period."""
    found = [
        (wish.first_day + timedelta(days=offset), usual if wish.from_minute is None else wish.from_minute)
        for wish in draft.wishes
        for offset in range(min((wish.last_day - wish.first_day).days + 1, _WINDOW))
    ]
    if draft.earliest is not None:
        last = draft.latest or draft.earliest
        days = [draft.earliest + timedelta(days=at) for at in range(min((last - draft.earliest).days + 1, _WINDOW))]
        weekdays = draft.weekdays or tuple(range(5))
        found += [(day, usual) for day in days if day.weekday() in weekdays]
    return found


def decided_event(session: Session, request_id: UUID, decision: Decision) -> EventDraft:
    """The event that comes of a request when it is met as decided; not yet stored.

    Raises:
        NotFoundError: the request is gone.
    """
    known = book(session)
    draft = requests.proposed_event(session, request_id)
    offer = known.offer(decision.offer_id)
    if offer is not None:
        draft = with_offer(draft, offer)
    if decision.starts_at is not None:
        wish = requests.detail(session, request_id).draft
        ends_at = decision.ends_at or later(decision.starts_at, known.minutes(wish, decision.offer_id))
        draft = replace(draft, starts_at=decision.starts_at, ends_at=ends_at, state=EventState.tentative)
    role = _ROLES.get(draft.kind, AssignmentRole.lead)
    staff = tuple(AssignmentDraft(staff_id, role) for staff_id in dict.fromkeys(decision.staff_ids))
    return replace(draft, assignments=staff)


def accept(session: Session, request_id: UUID, decision: Decision) -> UUID:
    """Make the event of a decision and link it to its request: one step, one undo; returns the event's id.

    Raises:
        InvalidInputError: the request already became an event, or the event would be impossible.
        NotFoundError: the request is gone.
    """
    return requests.accept(session, request_id, decided_event(session, request_id, decision))
