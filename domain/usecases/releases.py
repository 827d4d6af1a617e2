"""Plan versions (Fassungen): freezing the plan under a number, and what differs from a version now."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlmodel import col

from domain.errors import NotFoundError
from domain.i18n import N_
from domain.model import Counter, Event, PlanEntry, PlanVersion, Stop
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.releases import Cell, Change, PlanEntryRow, PlanStanding, ReleaseRow
from domain.rows.steps import Label
from domain.rules import plan_changes
from domain.rules.local import minute_of_day
from domain.rules.plan_changes import RELEASED_STATES
from domain.rules.validation import release_problems
from domain.store.journal import writer_of
from domain.store.session import Session
from domain.terms import BERLIN, Audience, EventState
from domain.usecases.event_rows import list_ids
from domain.usecases.numbering import raise_sequences
from domain.usecases.plan_marks import packed, unpacked
from domain.usecases.published import records
from domain.usecases.records import refuse
from domain.usecases.touched import last_change, touched_events

if TYPE_CHECKING:
    from sqlalchemy.engine import Row

CHUNK = 400
RELEASED = Label(N_("Plan released"))
"""The label of a release; no step comes of it."""

_COUNTER = "plan-version"
_COLUMNS = tuple(field.name for field in fields(PlanEntryRow))
PLANNED = EventFilter(states=tuple(sorted(RELEASED_STATES)), dated=True, order=EventOrder.number)
"""What belongs to the plan."""


def release(session: Session, note: str = "") -> ReleaseRow:
    """Freeze the plan as the next version; SEQUENCE of what moved since it last went out rises with it.

    A release is not undone (decision 7): it leaves no step in the journal. Undo goes on with what was done before it,
    and what that changes counts as a change since the version.

    In it stands every event that has a date and one of `RELEASED_STATES`. If nothing differs from the newest version,
    that one is given back and nothing is written; the first version may be empty. The state of tours stays: a tour is
    released as far as its stops are.

    Raises:
        InvalidInputError: the note is too long.
    """
    refuse(release_problems(note))
    last = latest(session)
    before = entries(session, last.number) if last else {}
    now = plan(session)
    if last and not plan_changes.differences(before, now):
        return last
    sequences = raise_sequences(session, list(now))
    now = {key: replace(entry, sequence=sequences[key]) for key, entry in now.items()}
    version = PlanVersion(
        number=_take_number(session),
        released_at=session.now,
        author=writer_of(session.raw()),
        note=note.strip(),
        events=len(now),
        change=last_change(session),
    )
    session.add(version)
    _store(session, version.number, before, now)
    session.announce("plan_version")
    return _row(version)


def next_number(session: Session) -> int:
    """The number of the next version; the counter knows of versions that a restored backup does not hold."""
    counter = session.get(Counter, _COUNTER)
    return 1 if counter is None else counter.value + 1


def _take_number(session: Session) -> int:
    number = next_number(session)
    session.merge(Counter(name=_COUNTER, value=number))
    return number


def _store(
    session: Session, number: int, before: Mapping[UUID, PlanEntryRow], now: Mapping[UUID, PlanEntryRow]
) -> None:
    """Write what differs; an entry as it was stays valid in the new version."""
    over = [key for key, entry in before.items() if now.get(key) != entry]
    for start in range(0, len(over), CHUNK):
        ending = col(PlanEntry.event_id).in_(over[start : start + CHUNK]), col(PlanEntry.until).is_(None)
        session.execute(update(PlanEntry).where(*ending).values(until=number))
    fresh = (entry for key, entry in now.items() if before.get(key) != entry)
    session.add_all(PlanEntry(since=number, **packed(entry)) for entry in fresh)
    session.flush()


def latest(session: Session) -> ReleaseRow | None:
    """The newest version, None if nothing was ever released."""
    newest = select(PlanVersion).order_by(col(PlanVersion.number).desc()).limit(1)
    found = session.execute(newest).scalar()
    return None if found is None else _row(found)


def list_rows(session: Session) -> tuple[ReleaseRow, ...]:
    """All versions, the newest first."""
    query = select(PlanVersion).order_by(col(PlanVersion.number).desc())
    return tuple(_row(found) for found in session.execute(query).scalars())


def _row(version: PlanVersion) -> ReleaseRow:
    moment = version.released_at.astimezone(BERLIN)
    return ReleaseRow(version.number, moment, version.author, version.note, version.events)


def entries(session: Session, number: int, ids: Collection[UUID] | None = None) -> dict[UUID, PlanEntryRow]:
    """How the events stood in a version, by id; `ids` = only these."""
    columns = [col(getattr(PlanEntry, name)) for name in _COLUMNS]
    query = select(*columns).where(_in_version(number))
    return {
        line.event_id: unpacked(line)
        for condition in _by_chunks(col(PlanEntry.event_id), ids)
        for line in session.execute(query.where(*condition))
    }


def _in_version(number: int) -> ColumnElement[bool]:
    ends = or_(col(PlanEntry.until).is_(None), col(PlanEntry.until) > number)
    return and_(col(PlanEntry.since) <= number, ends)


def plan(session: Session, ids: Collection[UUID] | None = None) -> dict[UUID, PlanEntryRow]:
    """How the events stand in the plan now, by id; `ids` = only these."""
    wanted = [key for key in list_ids(session, PLANNED) if ids is None or key in ids]
    around: dict[UUID, Row[Any]] = {}
    query = select(col(Event.id), col(Event.vehicle_id), col(Stop.tour_day_id)).outerjoin(
        Stop, col(Stop.event_id) == col(Event.id)
    )
    for condition in _by_chunks(col(Event.id), wanted):
        around |= {line.id: line for line in session.execute(query.where(*condition))}
    found = {}
    for record in records(session, wanted):
        beside = around[record.id]
        entry = plan_changes.plan_entry(record, vehicle_id=beside.vehicle_id, tour_day_id=beside.tour_day_id)
        if entry is not None:
            found[record.id] = entry
    return found


def _by_chunks(column: Any, ids: Collection[UUID] | None) -> Iterator[tuple[ColumnElement[bool], ...]]:  # noqa: ANN401 - a column
    """Conditions that take the ids a few hundred at a time; one that holds for all without ids."""
    if ids is None:
        yield ()
        return
    keys = list(ids)
    for start in range(0, len(keys), CHUNK):
        yield (column.in_(keys[start : start + CHUNK]),)


def differences(
    session: Session, since: int, audience: Audience = Audience.internal, *, only: Collection[UUID] | None = None
) -> tuple[Change, ...]:
    """What became of the plan for an audience since a version, by day; `only` = of these events alone.

    Raises:
        NotFoundError: there is no such version.
    """
    version = session.get(PlanVersion, since)
    if version is None:
        last = latest(session)
        if last is None:
            raise NotFoundError(N_("Nothing was released yet."))
        raise NotFoundError(
            N_("There is no plan version {number}; the newest is {newest}."), number=since, newest=last.number
        )
    touched = touched_events(session, version.change)
    ids = touched if only is None else frozenset(only) if touched is None else touched & frozenset(only)
    return plan_changes.differences(entries(session, since, ids), plan(session, ids), audience)


def standing(session: Session) -> PlanStanding:
    """The newest version and how many events differ from it; without one, every event of the plan does."""
    last = latest(session)
    events = len(list_ids(session, PLANNED))
    return PlanStanding(last, len(differences(session, last.number)) if last else events, events)


def of_tour_day(session: Session, number: int, tour_day_id: UUID) -> frozenset[UUID]:
    """The events that were stops of a tour day in a version."""
    query = select(col(PlanEntry.event_id)).where(_in_version(number), col(PlanEntry.tour_day_id) == tour_day_id)
    return frozenset(session.execute(query).scalars())


def published_cells(session: Session) -> dict[UUID, Cell]:
    """Where the timed events of the newest version stand that have a vehicle and take place; empty without one."""
    last = latest(session)
    if last is None:
        return {}
    off = {EventState.cancelled, EventState.postponed}
    return {
        key: Cell(entry.vehicle_id, entry.starts_at.date(), minute_of_day(entry.starts_at))
        for key, entry in entries(session, last.number).items()
        if entry.vehicle_id is not None and entry.starts_at is not None and entry.state not in off
    }
