"""Citizens' concerns: noting them, forwarding, answering, settling; each deed one undo step."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any
from uuid import UUID

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Concern, Event, Partner
from domain.rows.concerns import AnswerDraft, Captured, ConcernDraft
from domain.rules import concern_states, validation
from domain.store.session import Session
from domain.terms import BERLIN, ConcernState
from domain.usecases.concern_rows import (
    count_overdue,
    count_waiting,
    detail,
    fetch_rows,
    list_ids,
    list_rows,
    offices,
    overdue,
)
from domain.usecases.numbering import next_concern_number
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove

__all__ = [
    "answer",
    "capture",
    "change",
    "count_overdue",
    "count_waiting",
    "delete",
    "detail",
    "drop",
    "fetch_rows",
    "forward",
    "list_ids",
    "list_rows",
    "offices",
    "overdue",
    "reopen",
    "settle",
]


def capture(session: Session, draft: ConcernDraft) -> Captured:
    """Note a concern under the next number of the year it was raised in; the number is never given twice.

    Without a day of its own the answer is due `ANSWER_DAYS` after it was raised.

    Raises:
        InvalidInputError: the draft is impossible, or its words hold personal data.
    """
    draft = _completed(session, draft)
    if draft.due is None and draft.raised_on is not None:
        draft = replace(draft, due=concern_states.default_due(draft.raised_on))
    refuse(validation.concern_problems(draft, today=session.today))
    number = next_concern_number(session, (draft.raised_on or session.today).year)
    concern = insert(session, Concern, {**_columns(draft), "number": number})
    return Captured(concern.id, number)


def change(session: Session, concern_id: UUID, draft: ConcernDraft, version: int | None = None) -> None:
    """Make a concern be what the draft says; number, state and answer stay.

    Raises:
        InvalidInputError: the draft is impossible, or its words hold personal data.
        ConflictError: somebody changed it meanwhile.
        NotFoundError: it is gone.
    """
    concern = get(session, Concern, concern_id)
    draft = _completed(session, draft)
    refuse(validation.concern_problems(draft, today=session.today))
    change_record(session, concern, version, _columns(draft))


def forward(
    session: Session, concern_id: UUID, office_id: UUID | None, office_name: str = "", due: date | None = None
) -> None:
    """Give a concern to an office, a partner or just a name, which has to answer until `due`.

    Raises:
        InvalidInputError: office or day is missing, or the concern is answered already.
        NotFoundError: the concern is gone.
    """
    concern = get(session, Concern, concern_id)
    refuse(
        [
            *concern_states.step_problems(concern.state, ConcernState.forwarded),
            *validation.forwarding_problems(
                office_name, has_office=office_id is not None, due=due, today=session.today
            ),
        ]
    )
    values = {
        "state": ConcernState.forwarded,
        "office_id": office_id,
        "office_name": _office_name(session, office_id, office_name),
        "due": due,
    }
    change_record(session, concern, None, values)


def answer(session: Session, concern_id: UUID, draft: AnswerDraft) -> None:
    """Note what the office answered, and what the public reads of it; a second time corrects it.

    Raises:
        InvalidInputError: there is no answer, or a text holds what must not be stored.
        NotFoundError: the concern is gone.
    """
    concern = get(session, Concern, concern_id)
    public_text = concern.public_text if draft.public_text is None else draft.public_text
    draft = replace(draft, answered_on=draft.answered_on or session.today, public_text=public_text)
    refuse(
        [
            *concern_states.step_problems(concern.state, ConcernState.answered),
            *validation.answer_problems(draft, raised_on=concern.raised_on, today=session.today),
        ]
    )
    change_record(session, concern, None, {**asdict(draft), "state": ConcernState.answered, "state_reason": ""})


def settle(session: Session, concern_id: UUID) -> None:
    """Close a concern: its answer was presented, or it has settled itself.

    Raises:
        InvalidInputError: the concern was not pursued.
        NotFoundError: it is gone.
    """
    _step(session, concern_id, ConcernState.closed)


def drop(session: Session, concern_id: UUID, reason: str) -> None:
    """Not pursue a concern; the reason stays.

    Raises:
        InvalidInputError: there is no reason, or the concern is answered already.
        NotFoundError: it is gone.
    """
    refuse(validation.reason_problems(reason))
    _step(session, concern_id, ConcernState.dropped, reason.strip())


def reopen(session: Session, concern_id: UUID) -> None:
    """Take a concern up again; office and answer stay as they were noted, the answer no longer counts as given.

    Raises:
        InvalidInputError: it is open already.
        NotFoundError: it is gone.
    """
    _step(session, concern_id, ConcernState.open)


def delete(session: Session, concern_ids: Iterable[UUID]) -> int:
    """Delete concerns (undoable); their numbers are not given again."""
    return remove(session, Concern, concern_ids)


def _step(session: Session, concern_id: UUID, state: ConcernState, reason: str = "") -> None:
    concern = get(session, Concern, concern_id)
    refuse(concern_states.step_problems(concern.state, state))
    values: dict[str, Any] = {"state": state, "state_reason": reason}
    if state is ConcernState.open:
        values["answered_on"] = None
    change_record(session, concern, None, values)


def _completed(session: Session, draft: ConcernDraft) -> ConcernDraft:
    """The draft with what follows from its event and Gemeinde: day, Kreis, the office's name."""
    event = session.get(Event, draft.event_id) if draft.event_id else None
    if draft.event_id is not None and event is None:
        raise InvalidInputError(Problem("event_id", N_("This event is no longer in the workspace.")))
    kreis = draft.ags[:5] if draft.ags else draft.kreis_ags or (event.kreis_ags if event else None)
    return replace(
        draft,
        wording=draft.wording.strip(),
        public_text=draft.public_text.strip(),
        kreis_ags=kreis,
        ags=draft.ags or (event.ags if event and event.kreis_ags == kreis else None),
        raised_on=draft.raised_on or _day_of(event, session.today),
        office_name=_office_name(session, draft.office_id, draft.office_name),
    )


def _day_of(event: Event | None, today: date) -> date:
    """The event's day if it has begun by now, else today."""
    if event is None:
        return today
    day = event.first_day if event.all_day else None
    if event.starts_at is not None and not event.all_day:
        day = event.starts_at.astimezone(BERLIN).date()
    return day if day is not None and day <= today else today


def _office_name(session: Session, office_id: UUID | None, name: str) -> str:
    """The office's name, kept so that it is still known when the partner has been deleted."""
    partner = session.get(Partner, office_id) if office_id else None
    return partner.name if partner else name.strip()


def _columns(draft: ConcernDraft) -> dict[str, Any]:
    return asdict(draft)
