"""The agenda of an event: its items with times, in an order people change, and what the minutes say of each."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import AgendaItem, Concern, Event
from domain.model.facts import CouncilTable, DialogueTable
from domain.rows.concerns import AnswerDraft
from domain.rows.meetings import Agenda, AgendaDraft, AgendaRow
from domain.rules import agenda as rules
from domain.rules.validation.meetings import agenda_problems
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases import agenda_concerns, concerns
from domain.usecases.event_parts import find, listed, put_in_order, touch, write
from domain.usecases.records import get, refuse, write_out

_FIELDS = ("title", "minutes", "speaker", "discussion", "result", "concern_id")


def agenda(session: Session, event_id: UUID) -> Agenda:
    """The agenda of one event.

    Raises:
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    items = listed(session, AgendaItem, event_id)
    drafts = [_draft(item) for item in items]
    start, end = _times(event)
    notes = agenda_concerns.notes(session, [draft.concern_id for draft in drafts])
    return Agenda(
        rows=tuple(
            AgendaRow(item.id, item.position, draft, begins, notes.get(draft.concern_id))
            for item, draft, begins in zip(items, drafts, rules.begins(drafts, start), strict=True)
        ),
        text="" if items else _typed(session, event_id),
        waiting=agenda_concerns.waiting(session, event),
        total=rules.total_minutes(drafts),
        spare=rules.spare_minutes(drafts, start, end),
    )


def texts(session: Session, event_ids: Sequence[UUID]) -> dict[UUID, str]:
    """The agendas with items of these events as lines of text: times, titles, speakers and nothing of the minutes."""
    items: dict[UUID, list[AgendaDraft]] = {}
    query = select(AgendaItem).where(col(AgendaItem.event_id).in_(event_ids))
    for item in session.exec(query.order_by(col(AgendaItem.position), col(AgendaItem.id))):
        items.setdefault(item.event_id, []).append(_draft(item))
    events = {event.id: event for event in session.exec(select(Event).where(col(Event.id).in_(items)))}
    return {event_id: rules.as_text(drafts, _times(events[event_id])[0]) for event_id, drafts in items.items()}


def add(session: Session, event_id: UUID, draft: AgendaDraft, position: int | None = None) -> UUID:
    """Add an item at a position from 1, or at the end; what was typed as text before is taken over first.

    Raises:
        InvalidInputError: the item is impossible.
    """
    refuse(agenda_problems(draft))
    items = _begun(session, event_id)
    item = AgendaItem.model_validate({"event_id": event_id, "position": 1, **asdict(draft)})
    session.add(item)
    items.insert(len(items) if position is None else max(0, position - 1), item)
    put_in_order(session, items)
    touch(session, event_id)
    return item.id


def begin(session: Session, event_id: UUID, draft: AgendaDraft, concerns: Mapping[UUID, str]) -> UUID:
    """Add an item at the end, and put these concerns first, in one step: how the agenda of a dialogue begins.

    Raises:
        InvalidInputError: the item is impossible.
    """
    item_id = add(session, event_id, draft)
    take_concerns(session, event_id, concerns)
    return item_id


def change(session: Session, item_id: UUID, draft: AgendaDraft) -> None:
    """Make an item be what the draft says; its place stays.

    Raises:
        InvalidInputError: the item is impossible.
        NotFoundError: it is gone.
    """
    refuse(agenda_problems(draft))
    item = find(session, AgendaItem, item_id)
    write(session, item, asdict(draft))
    touch(session, item.event_id)


def move(session: Session, item_id: UUID, step: int) -> None:
    """Move an item up (negative) or down in its agenda.

    Raises:
        NotFoundError: it is gone.
    """
    item = find(session, AgendaItem, item_id)
    items = listed(session, AgendaItem, item.event_id)
    before = items.index(item)
    items.insert(rules.moved(len(items), before, step), items.pop(before))
    put_in_order(session, items)
    touch(session, item.event_id)


def delete(session: Session, item_ids: Sequence[UUID]) -> int:
    """Delete items (undoable); returns how many there were. Concerns behind them stay as they are."""
    found = [item for item in (session.get(AgendaItem, key) for key in item_ids) if item is not None]
    for item in found:
        session.delete(item)
    write_out(session)
    for event_id in dict.fromkeys(item.event_id for item in found):
        put_in_order(session, listed(session, AgendaItem, event_id))
        touch(session, event_id)
    return len(found)


def adopt_text(session: Session, event_id: UUID) -> int:
    """Make items of an agenda that was typed as text; returns how many. Nothing if there are items already."""
    if listed(session, AgendaItem, event_id):
        return 0
    items = _begun(session, event_id)
    if items:
        touch(session, event_id)
    return len(items)


def take_concerns(session: Session, event_id: UUID, titles: Mapping[UUID, str]) -> int:
    """Put concerns first on an agenda, under these titles (they may be printed); returns how many are new there."""
    items = _begun(session, event_id)
    there = {item.concern_id for item in items}
    fresh = [key for key in titles if key not in there]
    first = sum(item.concern_id is not None for item in items)
    for place, key in enumerate(fresh, first):
        draft = AgendaDraft(titles[key], rules.CONCERN_MINUTES, concern_id=key)
        refuse(agenda_problems(draft))
        item = AgendaItem.model_validate({"event_id": event_id, "position": 1, **asdict(draft)})
        session.add(item)
        items.insert(place, item)
    put_in_order(session, items)
    if fresh:
        touch(session, event_id)
    return len(fresh)


def answer_concern(session: Session, item_id: UUID) -> None:
    """Let the result of an item be the answer to the concern it is about.

    Raises:
        InvalidInputError: the item has no result, or no concern, or the concern cannot be answered so.
        NotFoundError: it is gone.
    """
    item = find(session, AgendaItem, item_id)
    if item.concern_id is None or not item.result.strip():
        raise InvalidInputError(Problem("result", N_("Please write the result first; it becomes the answer.")))
    told = get(session, Concern, item.concern_id).public_answer
    concerns.answer(session, item.concern_id, AnswerDraft(item.result.strip(), session.today, told))


def copy(session: Session, source: UUID, target: UUID) -> None:
    """Give an event the agenda of another one, without concerns, minutes and names of speakers."""
    for item in listed(session, AgendaItem, source):
        if item.concern_id is None:
            fresh = replace(_draft(item), speaker="", discussion="", result="")
            session.add(AgendaItem.model_validate({"event_id": target, "position": item.position, **asdict(fresh)}))
    write_out(session)


def _begun(session: Session, event_id: UUID) -> list[Any]:
    """The items of an agenda; if there are none, those of the text typed before."""
    items = listed(session, AgendaItem, event_id)
    if items:
        return items
    event = get(session, Event, event_id)
    drafts = rules.parsed(_typed(session, event_id), *_times(event))
    made = [
        AgendaItem.model_validate({"event_id": event_id, "position": place, **asdict(draft)})
        for place, draft in enumerate(drafts, 1)
    ]
    session.add_all(made)
    write_out(session)
    return list(made)


def _typed(session: Session, event_id: UUID) -> str:
    found: DialogueTable | CouncilTable | None = session.get(DialogueTable, event_id)
    found = found or session.get(CouncilTable, event_id)
    return found.agenda if found is not None else ""


def _times(event: Event) -> tuple[datetime | None, datetime | None]:
    if event.all_day or event.starts_at is None:
        return None, None
    end = event.ends_at.astimezone(BERLIN) if event.ends_at else None
    return event.starts_at.astimezone(BERLIN), end


def _draft(item: AgendaItem) -> AgendaDraft:
    return AgendaDraft(**{name: getattr(item, name) for name in _FIELDS})
