"""Events of an imported table: compared with those that are there, new ones added a few hundred at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeAlias
from uuid import UUID

from domain.errors import InvalidInputError, Problem
from domain.exchange.event_rows import ImportedEvent
from domain.exchange.row_reader import Reading
from domain.i18n import N_
from domain.model import Event
from domain.rows.events import EventDraft
from domain.rows.imports import Fate, RowFate
from domain.rows.published import EventRecord
from domain.rules.states import transition_problems
from domain.rules.validation import saving_problems
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import events
from domain.usecases.event_columns import draft_of
from domain.usecases.import_event_changes import changes, merged, when
from domain.usecases.import_event_writing import add_events
from domain.usecases.import_known_events import KnownEvents, known_events, row_key
from domain.usecases.import_matching import CHUNK, refused
from domain.usecases.import_names import KnownNames, known_names, listed
from domain.usecases.published import records
from domain.usecases.records import get

ALREADY_THERE = N_(
    "{number} is there already on this day with this title and town, but differs; it stays as it is."
    " To change it, write its number into a column “Number”."
)

_Row: TypeAlias = Reading[ImportedEvent]


@dataclass
class _Course:
    """What is known while the rows go by: events and names of the workspace, and what the file had so far."""

    session: Session
    known: KnownEvents
    names: KnownNames
    store: bool
    seen: set[object] = field(default_factory=set)


def event_fates(
    session: Session, readings: Iterable[_Row], *, store: bool, told: Callable[[int], None] | None
) -> Iterator[RowFate]:
    """Each row's fate; with `store` new and differing events are written.

    An event is known again by our number or UID, else by its day, title and town; only the number or UID lets a row
    change it.
    """
    course = _Course(session, known_events(session), known_names(session), store)
    rows, done = iter(readings), 0
    while chunk := list(islice(rows, CHUNK)):
        yield from _chunk(course, chunk)
        done += len(chunk)
        if told is not None:
            told(done)


def _chunk(course: _Course, chunk: list[_Row]) -> Iterator[RowFate]:
    same = {id(row): _same(course, row.draft) for row in chunk if row.draft is not None}
    ids = [found for found, _sure in same.values() if found is not None]
    there = {record.id: record for record in records(course.session, ids)} if ids else {}
    fresh: list[EventDraft] = []
    for row in chunk:
        if row.draft is None:
            yield refused(row, row.problems[0])
            continue
        event_id, is_sure = same[id(row)]
        mark: object = event_id or row_key(row.draft.draft, with_time=True)
        if mark in course.seen:
            yield _fate(row, Fate.duplicate)
            continue
        course.seen.add(mark)
        if event_id is None:
            yield _new(course, row, row.draft, fresh)
        else:
            yield _known(course, row, row.draft, there[event_id], is_sure=is_sure)
    if course.store:
        add_events(course.session, fresh)


def _same(course: _Course, row: ImportedEvent) -> tuple[UUID | None, bool]:
    """The event that a row is about, and whether the row names it itself."""
    named = course.known.by_name.get(row.uid) or course.known.by_name.get(row.number)
    if named is not None:
        return named, True
    exact = course.known.by_key.get(row_key(row.draft, with_time=True))
    return exact or course.known.by_key.get(row_key(row.draft, with_time=False)), False


def _new(course: _Course, row: _Row, imported: ImportedEvent, fresh: list[EventDraft]) -> RowFate:
    draft, remarks = _with_ids(course.names, imported)
    against = transition_problems(None, draft, today=course.session.today)  # the reader has asked for all else
    if against:
        return refused(row, against[0])
    fresh.append(draft)
    return _fate(row, Fate.new, remarks)


def _with_ids(names: KnownNames, imported: ImportedEvent) -> tuple[EventDraft, list[Problem]]:
    """The draft with the ids of host, topics and groups, and remarks on the names that mean nothing here."""
    draft = imported.draft
    host, remark = names.host(draft.host_name, draft.town)
    topics, unknown = listed("topics", imported.topics, names.topics)
    groups, also = listed("target_groups", imported.target_groups, names.groups)
    draft = replace(
        draft,
        host_id=host,
        host_name="" if host else draft.host_name,
        topic_ids=topics,
        target_group_ids=groups,
    )
    return draft, [*([remark] if remark else []), *unknown, *also]


def _known(course: _Course, row: _Row, imported: ImportedEvent, record: EventRecord, *, is_sure: bool) -> RowFate:
    differing = changes(imported, record, row.said)
    if not differing:
        return _fate(row, Fate.unchanged)
    if not is_sure:
        return _fate(row, Fate.duplicate, [Problem("", ALREADY_THERE, (("number", record.number),))])
    told, remarks = _with_ids(course.names, imported)
    session = course.session
    draft = merged(draft_of(session, get(session, Event, record.id)), told, record, differing)
    remarks = [each for each in remarks if each.field in differing]
    against = saving_problems(record.state, draft, today=session.today)
    if against:
        return refused(row, against[0])
    if course.store:
        try:
            events.change(session, record.id, draft)
        except InvalidInputError as refusal:
            return refused(row, refusal.problems[0])
    shown = tuple((name, before, after) for name, (before, after) in differing.items())
    return replace(_fate(row, Fate.changed, remarks), changes=shown)


def _fate(row: _Row, fate: Fate, remarks: Iterable[Problem] = ()) -> RowFate:
    said = tuple((each.field, each.msgid, each.params) for each in remarks)
    return RowFate(row.line, row.name, fate, hints=row.hints, remarks=said, read_as=_read_as(row))


def _read_as(row: _Row) -> tuple[object, ...]:
    """When and where, of what kind and for whom, as it was understood; for the house alone needs no word."""
    if row.draft is None:
        return ()
    draft = row.draft.draft
    shown_to = draft.audience if draft.audience is not Audience.internal else None
    return tuple(each for each in (when(draft), draft.place_name, draft.town, draft.kind, shown_to) if each)
