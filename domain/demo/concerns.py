"""The sample concerns: noted at the dialogues that were held, answered the sooner the longer ago, some late."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from domain.demo import tables
from domain.rows.concerns import AnswerDraft, ConcernDraft
from domain.rows.event_row import EventRow
from domain.rows.filters import EventFilter, EventOrder
from domain.rules.concern_states import ANSWER_DAYS, default_due
from domain.store.session import Session
from domain.terms import ConcernCategory, EventKind, EventState, PlaceCategory
from domain.usecases import concern_context, concerns
from domain.usecases.event_rows import fetch_rows, list_rows

COUNT = 42
"""How many there are."""

_AT_ONE_DIALOGUE = (5, 3, 4, 2, 6, 3)
"""How many are noted at a dialogue, in turn."""

_HELD = (EventState.held, EventState.reviewed)
_FRESH = 14
_ANSWER_TOOK = (9, 16, 23, 31, 38, 52)


@dataclass(frozen=True, slots=True)
class _Case:
    """A concern on its way; `waits` keeps it unanswered."""

    id: UUID
    draft: ConcernDraft
    pattern: dict[str, Any]
    number: int
    waits: bool


def note(session: Session, coming: UUID) -> None:
    """Note the concerns at the latest dialogues, first of all at those of the Kreis in which the `coming` one is."""
    content = tables.document("concerns")
    patterns: Sequence[dict[str, Any]] = content["concern"]
    (next_one,) = fetch_rows(session, [coming])
    for number, event in enumerate(_evenings(session, next_one.kreis_ags)):
        pattern = patterns[number % len(patterns)]
        draft = _draft(pattern, event)
        concern_id = concerns.capture(session, draft).id
        waits = event.kreis_ags == next_one.kreis_ags and number % 2 == 0
        _follow(session, _Case(concern_id, draft, pattern, number, waits), content["reasons"])


def _evenings(session: Session, kreis_ags: str | None) -> list[EventRow]:
    """The dialogue at which each concern was noted, the oldest first."""
    wanted = EventFilter(
        kinds=(EventKind.citizen_dialogue,), states=_HELD, dated=True, order=EventOrder.date, descending=True
    )
    held = [row for row in list_rows(session, wanted) if row.kreis_ags is not None]
    near = [row for row in held if row.kreis_ags == kreis_ags][:2]
    dialogues = [*near, *(row for row in held if row not in near)]
    counts = cycle(_AT_ONE_DIALOGUE)
    places = [event for event, count in zip(dialogues, counts, strict=False) for _again in range(count)]
    return sorted(places[:COUNT], key=lambda event: (event.start_day or date.min, event.number))


def _draft(pattern: dict[str, Any], event: EventRow) -> ConcernDraft:
    return ConcernDraft(
        wording=pattern["wording"],
        event_id=event.id,
        kreis_ags=event.kreis_ags,
        ags=event.ags,
        raised_on=event.start_day,
        category=ConcernCategory(pattern["category"]),
        place_category=PlaceCategory(pattern["place_category"]),
        place=pattern["place"],
        public_text=pattern["public_text"],
    )


def _follow(session: Session, case: _Case, reasons: Sequence[str]) -> None:
    """Take a concern as far as one of its age usually is."""
    raised = case.draft.raised_on or session.today
    age, number = (session.today - raised).days, case.number
    if age < _FRESH and number % 3:
        return
    if number % 14 == 13:  # noqa: PLR2004 - one in fourteen
        concerns.drop(session, case.id, reasons[number % len(reasons)])
        return
    _forward(session, case)
    is_late = number % 5 == 4  # noqa: PLR2004 - one in five
    if case.waits or is_late or (age < ANSWER_DAYS and number % 4) or not case.pattern["answer"]:
        return
    answered = min(session.today, raised + timedelta(days=_ANSWER_TOOK[number % len(_ANSWER_TOOK)]))
    told = AnswerDraft(case.pattern["answer"], answered, case.pattern["public_answer"])
    concerns.answer(session, case.id, told)
    if age > 2 * ANSWER_DAYS and number % 3:
        concerns.settle(session, case.id)


def _forward(session: Session, case: _Case) -> None:
    """Give it to the office that is probably responsible, due six weeks after it was raised, even if it has passed."""
    draft = case.draft
    hint = concern_context.responsible_for(session, draft.ags, draft.kreis_ags, draft.category)
    if hint is None:
        return
    concerns.forward(session, case.id, hint.partner_id, due=default_due(session.today))
    due = default_due(draft.raised_on or session.today)
    concerns.change(session, case.id, replace(draft, office_id=hint.partner_id, due=due))
