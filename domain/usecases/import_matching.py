"""Matches imported rows with the records that are there, and writes what is new or differs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import Table, bindparam, select
from sqlmodel import col

from domain.errors import Problem
from domain.exchange.row_reader import Reading
from domain.model.columns import Record, uuid7
from domain.rows.imports import Fate, RowFate
from domain.store.session import Session

CHUNK = 500
Draft = TypeVar("Draft")

_PEOPLES_WORK = frozenset(
    {
        *("id", "created_at", "updated_at", "version", "state", "received_on", "event_id", "confirmed"),
        *("decline_cause", "declined_reason", "decided_on", "waiting_since"),
    }
)
"""Columns a repeated import never changes: what people did with the record since."""

_DERIVED = frozenset(("kreis_ags", "match_key", "sort_key"))
_SHOWN = 60


class Lines(Protocol):
    """Lines that hang on records: what a row tells of them (None = nothing), what is there, and writing them."""

    def told(self, reading: Reading[Any], /) -> tuple[Any, ...] | None:
        """What a row says."""

    def present(self, session: Session, ids: Iterable[UUID], /) -> dict[UUID, tuple[Any, ...]]:
        """What these records have."""

    def put(self, session: Session, lines: Mapping[UUID, tuple[Any, ...]], /) -> None:
        """Let records have these lines and no others."""


@dataclass(frozen=True)
class Target(Generic[Draft]):
    """Where rows of one kind go: their table (with a `match_key`), and what they become there.

    `sources` names the fields of the file that a column comes from, where that is not the field of its own name.
    `together` are columns that follow another one even if they become empty. `bare_key` gives the key of the same
    record with less known of it, which a row completes where no record has the row's own key. `lines` are what a
    record has more of than one: wished dates.
    """

    table: type[Record]
    columns_of: Callable[[Draft], dict[str, Any]]
    sources: Mapping[str, frozenset[str]]
    together: Mapping[str, tuple[str, ...]]
    bare_key: Callable[[Draft], str | None] = lambda _draft: None
    lines: "Lines | None" = None

    @property
    def taken_over(self) -> list[str]:
        """The columns a repeated import may change."""
        return sorted(frozenset(self.table.model_fields) - _PEOPLES_WORK)

    def told(self, reading: Reading[Draft], values: Mapping[str, Any]) -> dict[str, Any]:
        """What the row says about a record that is there already; an empty cell or a missing column says nothing."""
        return {
            name: values[name]
            for name in self.taken_over
            if name in values
            and values[name] not in (None, "")
            and reading.said & self.sources.get(name, frozenset((name,)))
        }


def refused(reading: Reading[Any], problem: Problem) -> RowFate:
    """The fate of a row that cannot be taken."""
    return RowFate(
        reading.line, reading.name, Fate.refused, problem.field, problem.msgid, problem.params, reading.hints
    )


def fates(
    session: Session,
    readings: Iterable[Reading[Draft]],
    target: Target[Draft],
    *,
    store: bool,
    told: Callable[[int], None] | None,
) -> Iterator[RowFate]:
    """Each row's fate; with `store` new and differing rows are written, a few hundred at a time."""
    seen: set[str] = set()
    rows, done = iter(readings), 0
    while chunk := list(islice(rows, CHUNK)):
        fit: list[tuple[Reading[Draft], dict[str, Any]]] = []
        for reading in chunk:
            values, fate = _checked(reading, target, seen)
            if fate is not None:
                yield fate
            elif values is not None:
                fit.append((reading, values))
        yield from _settled(session, fit, target, seen, store=store)
        done += len(chunk)
        if told is not None:
            told(done)


def _checked(
    reading: Reading[Draft], target: Target[Draft], seen: set[str]
) -> tuple[dict[str, Any] | None, RowFate | None]:
    if reading.draft is None:
        return None, refused(reading, reading.problems[0])
    values = target.columns_of(reading.draft)
    if values["match_key"] in seen:
        return None, RowFate(reading.line, reading.name, Fate.duplicate, hints=reading.hints)
    seen.add(values["match_key"])
    return values, None


def _settled(
    session: Session,
    fit: list[tuple[Reading[Draft], dict[str, Any]]],
    target: Target[Draft],
    seen: set[str],
    *,
    store: bool,
) -> Iterator[RowFate]:
    known = _present(session, target, fit, seen)
    there = target.lines.present(session, [row["id"] for row in known.values()]) if target.lines else {}
    fresh: list[dict[str, Any]] = []
    differing: list[dict[str, Any]] = []
    lines: dict[UUID, tuple[Any, ...]] = {}
    for reading, values in fit:
        present = known.get(values["match_key"])
        told = target.lines.told(reading) if target.lines else None
        if present is None:
            fresh.append({**values, "id": uuid7()})
            lines |= {fresh[-1]["id"]: told} if told else {}
            yield RowFate(reading.line, reading.name, Fate.new, hints=reading.hints)
            continue
        changes = _changes(target, present, target.told(reading, values), values)
        differs = bool(told) and told != there.get(present["id"], ())
        if changes or differs:
            differing.append({**present, **changes})
        if differs and told is not None:
            lines[present["id"]] = told
        fate = Fate.changed if changes or differs else Fate.unchanged
        yield RowFate(reading.line, reading.name, fate, hints=reading.hints, changes=_told_changes(present, changes))
    if store:
        _add(session, target, fresh)
        _overwrite(session, target, differing)
        if target.lines is not None:
            target.lines.put(session, lines)


def _changes(
    target: Target[Draft], present: dict[str, Any], told: dict[str, Any], values: dict[str, Any]
) -> dict[str, Any]:
    """What the file says differently."""
    changes = {name: value for name, value in told.items() if value != present[name]}
    return changes | {also: values[also] for name in changes for also in target.together.get(name, ())}


def _told_changes(present: dict[str, Any], changes: dict[str, Any]) -> tuple[tuple[str, object, object], ...]:
    """The changes as people read them; what only follows from others is left out."""
    return tuple(
        (name, _short(present[name]), _short(value))
        for name, value in changes.items()
        if name not in _DERIVED and value != present[name]
    )


def _short(value: object) -> object:
    if not isinstance(value, str) or isinstance(value, StrEnum):
        return value
    text = " ".join(value.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _present(
    session: Session, target: Target[Draft], fit: list[tuple[Reading[Draft], dict[str, Any]]], seen: set[str]
) -> dict[str, dict[str, Any]]:
    """The record each row is about, by the row's key; one that is known by less is taken by one row only."""
    bare = {values["match_key"]: target.bare_key(reading.draft) for reading, values in fit if reading.draft is not None}
    known = _known(session, target, [*bare, *(key for key in bare.values() if key and key not in seen)])
    for key, less in bare.items():
        if key not in known and less in known and less not in seen:
            seen.add(less)
            known[key] = known[less]
    return known


def _known(session: Session, target: Target[Draft], keys: list[str]) -> dict[str, dict[str, Any]]:
    columns = [col(getattr(target.table, name)) for name in target.table.model_fields]
    key = col(target.table.match_key)  # type: ignore[attr-defined]  # a Target's table has it
    found: dict[str, dict[str, Any]] = {}
    for line in session.execute(select(*columns).where(key.in_(keys)).order_by(col(target.table.id))).mappings():
        found.setdefault(line["match_key"], dict(line))
    return found


def _add(session: Session, target: Target[Draft], fresh: list[dict[str, Any]]) -> None:
    if not fresh:
        return
    stamp: dict[str, Any] = {"created_at": session.now, "updated_at": session.now, "version": 1}
    if "received_on" in target.table.model_fields:
        fresh = [{**values, "received_on": values["received_on"] or session.today} for values in fresh]
    rows = [{**values, **stamp} for values in fresh]
    session.connection().execute(_table(target).insert(), rows)


def _table(target: Target[Draft]) -> Table:
    """The table beneath the class: one statement writes all rows, while the ORM makes one for each set of gaps."""
    table: Table = target.table.__table__  # type: ignore[attr-defined]  # every table class has it
    return table


def _overwrite(session: Session, target: Target[Draft], differing: list[dict[str, Any]]) -> None:
    if not differing:
        return
    table = _table(target)
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in target.taken_over}
    statement = (
        table.update()
        .where(table.c.id == bindparam("old_id"))
        .values({**values, "version": table.c.version + 1, "updated_at": bindparam("moment")})
    )
    rows = [
        {"old_id": row["id"], "moment": session.now, **{f"new_{name}": row[name] for name in values}}
        for row in differing
    ]
    session.connection().execute(statement, rows)
