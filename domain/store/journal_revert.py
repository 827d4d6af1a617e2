"""Taking a step back by writing its inverse as a step of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from domain.errors import ConflictError, Problem
from domain.i18n import N_
from domain.rows.steps import Label, StepRow
from domain.store.connection import RawConnection, scalar
from domain.store.journal import Commit, OpenStep, Stamp, close_step, find_steps, open_step
from domain.store.journal_tables import JournalTable
from domain.store.journal_triggers import image_value, key_values
from domain.store.sql import commas, ident, paths, sql


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring changes of one table by one operation: the ids `low` to `high`."""

    table: JournalTable
    op: str
    low: int
    high: int


def revert(connection: RawConnection, tables: dict[str, JournalTable], target: StepRow, stamp: Stamp) -> Commit:
    """Write the inverse of `target`, newest change first, as a step of its own.

    Runs inside a transaction that holds the write lock; on an error the caller rolls back. Counters and times never
    go back, so whoever still holds an older version of a row is refused.

    Raises:
        ConflictError: the step is already taken back, its values are erased, a later step touched the same rows, or
            taking it back would change rows it never touched.
    """
    first, last = _range(connection, target)
    _refuse_clash(connection, target, first, last)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    kind = "redo" if target.kind == "undo" else "undo"
    step = open_step(connection, Label(target.msgid, target.params), stamp, kind=kind, reverts=target.id)
    for run in _runs(connection, tables, first, last):
        _APPLY[run.op](connection, run, stamp.at)
    _refuse_collateral(connection, target, step, first, last)
    return close_step(connection, step)


def _range(connection: RawConnection, target: StepRow) -> tuple[int, int]:
    found = connection.execute("SELECT first, last FROM step WHERE id = ?", (target.id,)).fetchone()
    taken = scalar(connection, "SELECT 1 FROM step WHERE reverts = ?", target.id)
    if found is None or taken:
        raise ConflictError(N_("“{step}” has already been taken back."), step=_named(target))
    first, last = found
    erased = scalar(connection, "SELECT 1 FROM change WHERE id BETWEEN ? AND ? AND op = 'X'", first, last)
    if last is None or erased:
        raise ConflictError(N_("“{step}” cannot be taken back: its values were erased."), step=_named(target))
    return first, last


def _refuse_clash(connection: RawConnection, target: StepRow, first: int, last: int) -> None:
    for later in _effective_since(connection, target.id):
        hit = scalar(
            connection,
            "SELECT 1 FROM change AS mine JOIN change AS theirs ON theirs.key = mine.key AND theirs.tbl = mine.tbl"
            " WHERE theirs.step = ? AND theirs.id > ? AND mine.id BETWEEN ? AND ?",
            later,
            last,
            first,
            last,
        )
        if hit:
            step = find_steps(connection, [later])[later]
            raise ConflictError(
                N_("“{step}” cannot be taken back: “{later}” by {author} on {at} changed the same entry afterwards."),
                step=_named(target),
                later=_named(step),
                author=step.author,
                at=step.at,
            )


def _effective_since(connection: RawConnection, target: int) -> list[int]:
    """Later steps that still show: those that no pair of a step and its undo cancels out."""
    later = connection.execute("SELECT id, reverts FROM step WHERE id > ? ORDER BY id DESC", (target,)).fetchall()
    cancelled: set[int] = set()
    effective = []
    for number, reverts in later:
        if number in cancelled:
            continue
        if reverts is not None and reverts > target:
            cancelled.add(reverts)
        else:
            effective.append(number)
    return effective


def _refuse_collateral(connection: RawConnection, target: StepRow, step: OpenStep, first: int, last: int) -> None:
    touched = connection.execute(
        "SELECT tbl, key FROM change WHERE id >= ? EXCEPT SELECT tbl, key FROM change WHERE id BETWEEN ? AND ?",
        (step.first, first, last),
    ).fetchone()
    if touched is None:
        return
    found = connection.execute(
        "SELECT step FROM change WHERE tbl = ? AND key = ? AND id < ? ORDER BY id DESC LIMIT 1", (*touched, step.first)
    ).fetchone()
    if found is None:
        raise ConflictError(N_("“{step}” cannot be taken back: other entries depend on it."), step=_named(target))
    later = find_steps(connection, [found[0]])[found[0]]
    raise ConflictError(
        N_("“{step}” cannot be taken back: an entry from “{later}” by {author} on {at} depends on it."),
        step=_named(target),
        later=_named(later),
        author=later.author,
        at=later.at,
    )


def _named(step: StepRow) -> Problem:
    """The step's name as a message, so that it is shown in the reader's language."""
    return Problem("", step.msgid, step.params)


def _runs(connection: RawConnection, tables: dict[str, JournalTable], first: int, last: int) -> Iterator[_Run]:
    changes = connection.execute(
        "SELECT id, tbl, op FROM change WHERE id BETWEEN ? AND ? ORDER BY id DESC", (first, last)
    ).fetchall()
    for (table, op), group in groupby(changes, key=lambda change: change[1:]):
        ids = [change[0] for change in group]
        yield _Run(tables[table], op, ids[-1], ids[0])


def _undo_inserts(connection: RawConnection, run: _Run, _now: datetime) -> None:
    keys = run.table.keys
    connection.execute(
        sql(
            "DELETE FROM {table} WHERE ({keys}) IN (SELECT {values} FROM change WHERE id BETWEEN ? AND ?)",
            table=ident(run.table.name),
            keys=commas(map(ident, keys)),
            values=commas(key_values(run.table, "key")),
        ),
        (run.low, run.high),
    )


def _undo_deletes(connection: RawConnection, run: _Run, now: datetime) -> None:
    table = run.table
    kept = {name for (name,) in connection.execute(
        "SELECT json_each.key FROM change, json_each(change.was) WHERE change.id = ?", (run.high,)
    )}  # fmt: skip
    columns = [column for column in table.all_columns if column in kept]  # columns added since take their defaults
    values, moments = [], []
    for column in columns:
        if column in table.times:
            values.append("?")
            moments.append(table.encoded_time(column, now))
        else:
            values.append(image_value(column) + (" + 1" if column in table.counts else ""))
    connection.execute(
        sql(
            "INSERT INTO {table} ({columns}) SELECT {values} FROM change WHERE id BETWEEN ? AND ? ORDER BY id DESC",
            table=ident(table.name),
            columns=commas(map(ident, columns)),
            values=commas(values),
        ),
        (*moments, run.low, run.high),
    )


def _undo_updates(connection: RawConnection, run: _Run, now: datetime) -> None:
    """At once if every row and the same columns occur once and none must be unique, else row by row."""
    shapes = connection.execute(
        "SELECT (SELECT group_concat(json_each.key, char(31)) FROM json_each(change.was)) AS shape, count(*),"
        " count(DISTINCT key) FROM change WHERE id BETWEEN ? AND ? GROUP BY shape",
        (run.low, run.high),
    ).fetchall()
    shape, rows, keys = shapes[0]
    columns = shape.split("\x1f")
    if len(shapes) == 1 and rows == keys and not run.table.unique.intersection(columns):
        _restore(connection, run.table, columns, now, (run.low, run.high))
        return
    each = connection.execute(
        "SELECT id, (SELECT group_concat(json_each.key, char(31)) FROM json_each(change.was)) FROM change"
        " WHERE id BETWEEN ? AND ? ORDER BY id DESC",
        (run.low, run.high),
    ).fetchall()
    for number, columns_of_row in each:
        _restore(connection, run.table, columns_of_row.split("\x1f"), now, (number, number))


def _restore(
    connection: RawConnection, table: JournalTable, columns: list[str], now: datetime, span: tuple[int, int]
) -> None:
    sets = [f"{ident(c)} = json_extract(x.was, {paths(c)} || '[0]')" for c in columns if c in table.columns]
    sets += [f"{ident(c)} = t.{ident(c)} + 1" for c in table.counts]
    sets += [f"{ident(c)} = ?" for c in table.times]
    keys = zip(table.keys, key_values(table, "x.key"), strict=True)
    connection.execute(
        sql(
            "UPDATE {table} AS t SET {sets} FROM change AS x WHERE x.id BETWEEN ? AND ? AND {match}",
            table=ident(table.name),
            sets=commas(sets),
            match=" AND ".join(f"t.{ident(column)} = {value}" for column, value in keys),
        ),
        (*(table.encoded_time(c, now) for c in table.times), *span),
    )


_APPLY = {"I": _undo_inserts, "D": _undo_deletes, "U": _undo_updates}
