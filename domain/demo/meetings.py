"""What hangs on the sample dialogues and meetings: agendas, invitees, ticks, minutes, tasks, mood."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlmodel import SQLModel

from domain.demo import tables
from domain.demo.neighbours import World
from domain.model import AgendaItem, EventInvitee, EventMood, EventTick, Resolution, Task
from domain.rows.events import CouncilFacts, DialogueFacts, EventDraft
from domain.rows.meetings import AgendaDraft
from domain.rules import agenda, workflow
from domain.rules.invitees import fitting_categories
from domain.rules.local import first_day_of
from domain.rules.workflow import DIALOGUE_KINDS, MEETING_KINDS
from domain.store.session import Session
from domain.terms import EventKind, EventState, InviteReply, WorkList

_PAST = (EventState.held, EventState.reviewed)
_PLANNED = (EventState.tentative, EventState.confirmed)
_MOST_INVITED = 9
_LATE_EACH = 4
_PERSON = "Organisation"
_EXCHANGE = ("Begrüßung und Stand seit dem letzten Treffen", "Lage und Hinweise", "Absprachen und Termine")


@dataclass(frozen=True)
class _Meeting:
    """One sample event with what is needed to furnish it."""

    event_id: UUID
    draft: EventDraft
    day: date
    number: int


def hold(session: Session, world: World, drafts: Sequence[EventDraft], ids: Sequence[UUID], rng: Random) -> None:
    """Give dialogues, council meetings and exchanges what people would have entered by now."""
    texts = tables.document("meetings")
    rows: list[SQLModel] = []
    for number, (draft, event_id) in enumerate(zip(drafts, ids, strict=True)):
        day = first_day_of(draft)
        if draft.kind in MEETING_KINDS and day is not None:
            meeting = _Meeting(event_id, draft, day, number)
            rows += _agenda(meeting, texts)
            rows += _ticks(meeting, session.today, texts)
            rows += _invitees(meeting, world, session.today, rng, texts)
            rows += _aftermath(meeting, session.today, rng, texts)
    session.add_all(rows)
    session.flush()


def _agenda(meeting: _Meeting, texts: dict[str, Any]) -> Iterator[AgendaItem]:
    draft = meeting.draft
    typed = draft.facts.agenda if isinstance(draft.facts, DialogueFacts | CouncilFacts) else ""
    items = agenda.parsed(typed, draft.starts_at, draft.ends_at)
    if draft.kind is EventKind.information_exchange:
        items = tuple(AgendaDraft(title, 30) for title in _EXCHANGE)
    if draft.kind is EventKind.council_meeting:
        items = tuple(replace(item, minutes=20) for item in items)
    is_past = draft.state in _PAST
    for place, item in enumerate(items, 1):
        if is_past and 1 < place < len(items):
            pick = (meeting.number + place) % len(texts["results"])
            treated = replace(item, discussion=texts["discussions"][pick], result=texts["results"][pick])
        else:
            treated = item
        yield AgendaItem(event_id=meeting.event_id, position=place, **asdict(treated))


def _ticks(meeting: _Meeting, today: date, texts: dict[str, Any]) -> Iterator[EventTick]:
    """What should be done is done, but for a step or two of every fourth event; the review is closed with the state."""
    state = meeting.draft.state
    if state not in {*_PAST, *_PLANNED}:
        return
    until = meeting.draft.facts.invitation_until if isinstance(meeting.draft.facts, DialogueFacts) else None
    is_slow = meeting.number % _LATE_EACH == 0
    for step in workflow.shipped(WorkList.timeline, meeting.draft.kind):
        due = workflow.due_day(step, meeting.day, until)
        is_settled = state is EventState.reviewed or due < today
        if is_settled and not (is_slow and state is not EventState.reviewed and step.key in texts["steps_late"]):
            yield _tick(meeting, WorkList.timeline, step.key, min(due, today))
    if state in _PAST or meeting.day <= today + timedelta(days=14):
        steps = workflow.shipped(WorkList.checklist, meeting.draft.kind)
        for step in steps if state in _PAST else steps[: len(steps) // 2]:
            yield _tick(meeting, WorkList.checklist, step.key, min(meeting.day - timedelta(days=7), today))


def _tick(meeting: _Meeting, work_list: WorkList, key: str, day: date) -> EventTick:
    return EventTick(event_id=meeting.event_id, work_list=work_list, key=key, done_on=day, done_by=_PERSON)


def _invitees(
    meeting: _Meeting, world: World, today: date, rng: Random, texts: dict[str, Any]
) -> Iterator[EventInvitee]:
    draft, state = meeting.draft, meeting.draft.state
    if draft.kind not in DIALOGUE_KINDS or draft.ags is None or state not in {*_PAST, *_PLANNED}:
        return
    found = world.of(draft.ags[:5], *fitting_categories(draft.kind))
    found.sort(key=lambda each: each.ags != draft.ags)
    sent = meeting.day - timedelta(days=28)
    for place, institution in enumerate(found[:_MOST_INVITED]):
        reply = _reply(state, sent <= today, rng)
        invited = min(sent, today) if reply is not InviteReply.planned else None
        answered = reply in {InviteReply.accepted, InviteReply.declined, InviteReply.attended}
        yield EventInvitee(
            event_id=meeting.event_id,
            partner_id=institution.id,
            name=institution.draft.name,
            role=texts["roles"][place % len(texts["roles"])],
            reply=reply,
            seats=rng.randint(1, 3),
            invited_on=invited,
            replied_on=min(invited + timedelta(days=rng.randint(2, 12)), today) if invited and answered else None,
        )


def _reply(state: EventState, is_sent: bool, rng: Random) -> InviteReply:  # noqa: FBT001 - one figure of three
    if state in _PAST:
        return rng.choices((InviteReply.attended, InviteReply.declined, InviteReply.accepted), (7, 2, 1))[0]
    if not is_sent:
        return InviteReply.planned
    return rng.choices((InviteReply.accepted, InviteReply.invited, InviteReply.declined), (5, 4, 1))[0]


def _aftermath(meeting: _Meeting, today: date, rng: Random, texts: dict[str, Any]) -> Iterator[SQLModel]:
    """Resolutions, tasks and the cards of the mood question, once it has taken place."""
    draft = meeting.draft
    if draft.state not in _PAST:
        return
    if draft.kind is EventKind.council_meeting:
        wording, votes = texts["resolutions"][meeting.number % len(texts["resolutions"])]
        yield Resolution(event_id=meeting.event_id, position=1, wording=wording, votes=votes)
    for place in range(1 + meeting.number % 2):
        title, who = texts["tasks"][(meeting.number + place) % len(texts["tasks"])]
        due = meeting.day + timedelta(days=14 + 14 * place)
        is_done = draft.state is EventState.reviewed and (due < today - timedelta(days=20) or place == 0)
        done_on = min(due, today) if is_done else None
        yield Task(event_id=meeting.event_id, title=title, responsible=who, due=due, done_on=done_on)
    if draft.kind is EventKind.citizen_dialogue:
        cards = rng.randint(6, 38)
        counts = [0, 0, 0, 0, 0]
        for _card in range(cards):
            counts[rng.choices(range(5), (1, 3, 4, 5, 2))[0]] += 1
        names = ("very_unsafe", "unsafe", "mixed", "safe", "very_safe")
        yield EventMood(event_id=meeting.event_id, **dict(zip(names, counts, strict=True)))
