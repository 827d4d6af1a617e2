"""Counting at a stand: strokes are stored as they fall, and taken over into the event in one step."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import col, delete, select

from domain.errors import InvalidInputError, NotFoundError, Problem
from domain.i18n import N_
from domain.model import Event, EventTally, TallyGroup, TallyStroke, TargetGroup
from domain.rows.events import ConsultationFacts, Count, EventDraft
from domain.rows.tally import HourCount, Stroke, TallyBoard, TallyCounts, TallyGroupRow
from domain.rules import tally as rules
from domain.store.connection import scalar
from domain.store.session import Session
from domain.usecases import events
from domain.usecases.event_columns import draft_of
from domain.usecases.event_parts import touch
from domain.usecases.event_rows import fetch_rows
from domain.usecases.records import get, put_links
from domain.usecases.tally_before import before

_SUMS = """
select target_group_id, substr(struck_at, 1, 13), sum(quantity) from tally_stroke where event_id = ?
group by 1, 2
"""
_NEWEST = """
select id, target_group_id, quantity, struck_at from tally_stroke as own
where event_id = ?1 and takes_back is null and (?2 is null or id = ?2)
  and not exists (select 1 from tally_stroke as other where other.takes_back = own.id)
order by id desc limit 1
"""
_SUM_OF_GROUP = "select sum(quantity) from tally_stroke where event_id = ? and target_group_id is ?"
_LOWEST, _HIGHEST = -1, 999


def board(session: Session, event_id: UUID) -> TallyBoard:
    """What the counting window shows of an event when it opens.

    Raises:
        NotFoundError: the event is gone.
    """
    event = get(session, Event, event_id)
    (row,) = fetch_rows(session, [event_id])
    found = counts(session, event_id)
    names = {group.id: group.name for group in session.exec(select(TargetGroup).order_by(col(TargetGroup.name)))}
    own = [group for group in names if group in set(draft_of(session, event).target_group_ids)]
    order = rules.board_order(own, _chosen(session, event_id), sorted(counted_groups(found.hours, set(names))))
    rest = [group for group in names if group not in own]
    return TallyBoard(
        event=row,
        groups=tuple(TallyGroupRow(group, names[group]) for group in order if group in names),
        choices=tuple(TallyGroupRow(group, names[group]) for group in (*own, *rest)),
        counts=found,
        before=before(session, event),
    )


def _chosen(session: Session, event_id: UUID) -> list[UUID]:
    query = select(TallyGroup).where(TallyGroup.event_id == event_id).order_by(col(TallyGroup.position))
    return [group.target_group_id for group in session.exec(query)]


def counts(session: Session, event_id: UUID) -> TallyCounts:
    """What is counted of an event so far, by whomever."""
    connection = session.raw()
    hours = tuple(
        HourCount(UUID(group) if group else None, datetime.fromisoformat(f"{hour}:00:00+00:00"), count)
        for group, hour, count in connection.execute(_SUMS, (event_id.hex,))
    )
    return TallyCounts(hours, _newest(session, event_id, None))


def _newest(session: Session, event_id: UUID, stroke_id: UUID | None) -> Stroke | None:
    """The newest stroke that nobody has taken back, or the one with this id if it has not been."""
    values = (event_id.hex, stroke_id.hex if stroke_id else None)
    line = session.raw().execute(_NEWEST, values).fetchone()
    if line is None:
        return None
    moment = datetime.fromisoformat(line[3]).replace(tzinfo=UTC)
    return Stroke(UUID(line[0]), UUID(line[1]) if line[1] else None, line[2], moment)


def choose_groups(session: Session, event_id: UUID, group_ids: Sequence[UUID]) -> None:
    """Count these target groups at an event, the first with the key 1. No undo step comes of it.

    Raises:
        InvalidInputError: there is none, or more than there are keys.
    """
    wanted = list(dict.fromkeys(group_ids))
    if not 0 < len(wanted) <= rules.KEYS:
        raise InvalidInputError(Problem("groups", N_("Choose one to nine target groups.")))
    session.execute(delete(TallyGroup).where(col(TallyGroup.event_id) == event_id))
    session.add_all(
        TallyGroup(event_id=event_id, target_group_id=group, position=place) for place, group in enumerate(wanted, 1)
    )


def strike(session: Session, event_id: UUID, group_id: UUID | None, quantity: int = 1) -> Stroke:
    """Count visitors of a group, or a longer talk (no group), at this moment; one less with a quantity of -1.

    Once this has run in the workspace the stroke is in the file. It is no undo step; `take_back` takes it back.

    Raises:
        InvalidInputError: nobody is left to take away, or the quantity is out of range.
        NotFoundError: the event is gone.
    """
    if quantity == 0 or not _LOWEST <= quantity <= _HIGHEST:
        raise InvalidInputError(Problem("quantity", N_("This many cannot be counted at once.")))
    connection = session.raw()
    if scalar(connection, "select count(*) from event where id = ?", event_id.hex) == 0:
        raise NotFoundError(N_("This event has been deleted."))
    here = (event_id.hex, group_id.hex if group_id else None)
    if quantity < 0 and (scalar(connection, _SUM_OF_GROUP, *here) or 0) < -quantity:
        raise InvalidInputError(Problem("quantity", N_("Nobody is counted here yet.")))
    made = TallyStroke(event_id=event_id, target_group_id=group_id, quantity=quantity, struck_at=session.now)
    session.add(made)
    session.flush()
    return Stroke(made.id, group_id, quantity, session.now)


def take_back(session: Session, event_id: UUID, stroke_id: UUID | None = None) -> tuple[Stroke | None, TallyCounts]:
    """Take back a stroke, or the newest one that stands; gives it, or None if there is none to take back.

    A stroke is taken back once, whoever tries: then nothing happens.
    """
    found = _newest(session, event_id, stroke_id)
    if found is not None:
        session.add(
            TallyStroke(
                event_id=event_id,
                target_group_id=found.target_group_id,
                quantity=-found.quantity,
                struck_at=found.struck_at,
                takes_back=found.id,
            )
        )
        session.flush()
    return found, counts(session, event_id)


def take_over(session: Session, event_id: UUID, version: int | None = None) -> None:
    """Write the sums into the event: by group and hour, who came by group and in all, and the talks of a consultation.

    Doing it again replaces what the tally had brought. Groups that were not counted keep what was typed.

    Raises:
        InvalidInputError: nothing has been counted.
        ConflictError: somebody changed the event meanwhile.
        NotFoundError: the event is gone.
    """
    sums = counts(session, event_id).hours
    if not sums:
        raise InvalidInputError(Problem("actual", N_("Nothing has been counted yet.")))
    event = get(session, Event, event_id)
    since = event.version
    counted = counted_groups(sums, set(session.exec(select(TargetGroup.id))))
    earlier = {line.target_group_id for line in session.exec(select(EventTally).where(EventTally.event_id == event_id))}
    changed = keep_hours(session, event_id)
    events.change(session, event_id, taken_over(draft_of(session, event), sums, counted | earlier), version)
    if changed and event.version == since:
        touch(session, event_id)


def keep_hours(session: Session, event_id: UUID) -> bool:
    """Let the event have its tally by group and hour; whether anything changed. Without strokes all stays."""
    sums = counts(session, event_id).hours
    if not sums:
        return False
    known = set(session.exec(select(TargetGroup.id)))
    rows = [
        {"target_group_id": each.target_group_id, "hour": each.hour, "visitors": each.visitors}
        for each in rules.settled(sums)
        if each.target_group_id in known
    ]
    return put_links(session, EventTally, {"event_id": event_id}, rows)


def counted_groups(sums: Iterable[HourCount], known: Container[UUID]) -> set[UUID]:
    """The target groups that were counted and are still there."""
    return {group for each in sums if (group := each.target_group_id) is not None and group in known}


def taken_over(draft: EventDraft, sums: Sequence[HourCount], counted: set[UUID]) -> EventDraft:
    """The draft with what was counted; `counted` are the groups whose figure comes from the tally, be it none."""
    totals = rules.by_group(sums)
    before = {count.target_group_id: count for count in draft.counts}
    fresh = dict(before)
    for group in sorted(counted):
        fresh[group] = replace(before.get(group, Count(group)), actual=totals.get(group, 0))
    talks = totals.get(None, 0)
    facts = draft.facts
    if isinstance(facts, ConsultationFacts) and any(each.target_group_id is None for each in sums):
        facts = replace(facts, talks=talks)
    return replace(draft, counts=tuple(fresh.values()), actual=rules.visitors(sums), facts=facts)
