"""Citizen and expert dialogues from idea to review, and new ones after a template."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.model import Event
from domain.rows.dialogues import DialogueFilter, DialogueRow
from domain.rows.event_row import EventRow
from domain.rows.events import EventDraft
from domain.rows.filters import EventFilter
from domain.rows.invitees import SeatCount
from domain.rows.workflow import Course
from domain.rules.coverage import half_year_of
from domain.rules.phase import phase_of
from domain.rules.templates import from_template
from domain.rules.workflow import DIALOGUE_KINDS, INVITATION, is_waiting
from domain.store.session import Session
from domain.terms import EventState, Phase
from domain.usecases import agenda, events, invitees, tasks, workflow
from domain.usecases.event_columns import draft_of
from domain.usecases.event_rows import list_rows
from domain.usecases.records import get

_ORDER = {phase: place for place, phase in enumerate(Phase)}


def rows(session: Session, wanted: DialogueFilter | None = None) -> list[DialogueRow]:
    """All dialogues that pass the filter, by phase; within one by date, closed ones from the newest.

    Dialogues without a date are in every half-year. Those that do not take place are left out.
    """
    wanted = wanted or DialogueFilter()
    found = list_rows(session, EventFilter(kinds=wanted.kinds or DIALOGUE_KINDS, kreise=wanted.kreise))
    if wanted.half_years:
        found = [row for row in found if row.start_day is None or half_year_of(row.start_day) in wanted.half_years]
    made = _rows(session, found)
    return sorted(made, key=lambda row: _place(row, session.today))


def _rows(session: Session, found: list[EventRow]) -> list[DialogueRow]:
    ids = [event.id for event in found]
    seats = invitees.counts(session, ids)
    courses = workflow.courses(session, [event for event in found if event.state is not EventState.reviewed])
    open_tasks = tasks.of_events(session, ids)
    made = []
    for event in found:
        course = courses.get(event.id)
        phase = phase_of(event, session.today, is_invited=_is_invited(seats[event.id], course))
        if phase is None:
            continue
        steps = course.timeline if course is not None else ()
        following = next((step for step in steps if is_waiting(step, event, session.today)), None)
        left = [each for each in open_tasks.get(event.id, ()) if each.draft.done_on is None]
        late = sum(each.draft.due is not None and each.draft.due < session.today for each in left)
        made.append(DialogueRow(event, phase, seats[event.id], following, len(left), late))
    return made


def _is_invited(seats: SeatCount, course: Course | None) -> bool:
    sent = course is not None and any(step.key == INVITATION and step.tick is not None for step in course.timeline)
    return sent or seats.invited > 0


def _place(row: DialogueRow, today: date) -> tuple[object, ...]:
    day = row.event.start_day
    distance = abs((day - today).days) if day is not None else 1_000_000
    return _ORDER[row.phase], distance, row.event.number


def templates(session: Session) -> list[EventRow]:
    """The dialogues kept as templates, by title."""
    found = list_rows(session, EventFilter(kinds=DIALOGUE_KINDS, templates=True))
    return sorted((row for row in found if get(session, Event, row.id).is_template), key=lambda row: row.title)


def begin(session: Session, draft: EventDraft, template_id: UUID | None = None) -> UUID:
    """Add a dialogue; with a template its texts and agenda come along, where the draft says nothing else.

    As with any event made from a template, no names, institutions, dates and concerns do.

    Raises:
        InvalidInputError: the draft is impossible.
        NotFoundError: the template is gone.
    """
    if template_id is None:
        return events.create(session, draft)
    pattern = from_template(draft_of(session, get(session, Event, template_id)))
    own = {name: getattr(draft, name) for name in ("kind", "title", "state", "all_day", "starts_at", "ends_at")}
    own |= {name: getattr(draft, name) for name in ("first_day", "last_day")}
    if draft.ags is not None:
        own |= {"ags": draft.ags, "town": draft.town}
    facts = pattern.facts if pattern.kind is draft.kind else draft.facts
    event_id = events.create(session, replace(pattern, **own, facts=facts))
    agenda.copy(session, template_id, event_id)
    return event_id
