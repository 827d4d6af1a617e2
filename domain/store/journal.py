"""Steps of the journal: opening and closing one, and which of them undo and redo would take."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from domain.rows.steps import Label, StepRow, UndoState
from domain.store import identity
from domain.store.connection import RawConnection, Row, scalar
from domain.terms import Clock

_STEP_COLUMNS = "id, kind, msgid, params, author, device, at"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, on which device, when, under which schema revision."""

    author: str
    device: str
    at: datetime
    revision: str


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, on which device, by which clock."""

    author: str
    device: str
    clock: Clock

    def stamp(self, at: datetime) -> Stamp:
        """The stamp of a step at that moment, under this program's schema."""
        return Stamp(self.author, self.device, at, identity.HEAD)


@dataclass(frozen=True, slots=True)
class OpenStep:
    """The step of the running transaction; its changes will start at `first`."""

    id: int
    first: int


@dataclass(frozen=True, slots=True)
class Commit:
    """What a write leaves behind: its step (None if nothing was journalled) and the names of the changed tables."""

    step: int | None
    tables: frozenset[str]


def open_step(
    connection: RawConnection, label: Label, stamp: Stamp, *, kind: str = "do", reverts: int | None = None
) -> OpenStep:
    """Begin a step inside a transaction that already holds the write lock."""
    first = (scalar(connection, "SELECT max(id) FROM change") or 0) + 1
    values = (
        uuid4().hex,
        kind,
        reverts,
        label.msgid,
        _params(label),
        stamp.author,
        stamp.device,
        stamp.at.isoformat(),
        stamp.revision,
        int(kind in {"migrate", "erase"}),
        first,
    )
    cursor = connection.execute(
        "INSERT INTO step (uid, kind, reverts, msgid, params, author, device, at, revision, barrier, first)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    connection.execute("UPDATE journal_now SET step = ?", (cursor.lastrowid,))
    return OpenStep(cursor.lastrowid, first)


def close_step(connection: RawConnection, step: OpenStep) -> Commit:
    """End the step before the commit; one without changes is dropped."""
    last = scalar(connection, "SELECT max(id) FROM change") or 0
    connection.execute("UPDATE journal_now SET step = NULL")
    if last < step.first:
        connection.execute("DELETE FROM step WHERE id = ? AND barrier = 0", (step.id,))
        return Commit(None, frozenset())
    connection.execute("UPDATE step SET last = ? WHERE id = ?", (last, step.id))
    return Commit(step.id, _tables_between(connection, step.first, last))


def writer_of(connection: RawConnection) -> str:
    """The author of the step that is open in this transaction; "" if none is."""
    found = connection.execute("SELECT s.author FROM step s JOIN journal_now n ON n.step = s.id").fetchone()
    return "" if found is None else str(found[0])


def barrier(connection: RawConnection, label: Label, stamp: Stamp) -> None:
    """Write a step that no undo passes, for changes the journal cannot take back (a migration of data)."""
    close_step(connection, open_step(connection, label, stamp, kind="migrate"))


def undo_state(connection: RawConnection) -> UndoState:
    """What undo and redo would take back next: whatever anybody did last to this file."""
    undo = _newest(
        connection,
        "kind IN ('do', 'redo') AND id > coalesce((SELECT max(id) FROM step WHERE barrier), 0)",
    )
    redo = _newest(
        connection,
        "kind = 'undo' AND id > coalesce((SELECT max(id) FROM step WHERE kind = 'do' OR barrier), 0)",
    )
    return UndoState(undo, redo)


def step_row(row: Row) -> StepRow:
    """A step from its columns id, kind, msgid, params, author, device, at."""
    number, kind, msgid, params, author, device, at = row
    return StepRow(number, kind, msgid, _tuples(json.loads(params)), author, device, datetime.fromisoformat(at))


def find_steps(connection: RawConnection, ids: Iterable[int]) -> dict[int, StepRow]:
    """The steps with these ids, by id."""
    wanted = json.dumps(sorted(set(ids)))
    found = connection.execute(
        "SELECT id, kind, msgid, params, author, device, at FROM step WHERE id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    return {row[0]: step_row(row) for row in found}


def _newest(connection: RawConnection, condition: str) -> StepRow | None:
    found = connection.execute(
        " ".join(
            (
                "SELECT",
                _STEP_COLUMNS,
                "FROM step AS s WHERE",
                condition,
                "AND NOT EXISTS (SELECT 1 FROM step AS r WHERE r.reverts = s.id) ORDER BY id DESC LIMIT 1",
            )
        )
    ).fetchone()
    return None if found is None else step_row(found)


def _params(label: Label) -> str:
    return json.dumps([[name, _plain(value)] for name, value in label.params], ensure_ascii=False)


def _plain(value: object) -> object:
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _tuples(params: list[list[object]]) -> tuple[tuple[str, object], ...]:
    return tuple((str(name), value) for name, value in params)


def _tables_between(connection: RawConnection, first: int, last: int) -> frozenset[str]:
    found = connection.execute("SELECT DISTINCT tbl FROM change WHERE id BETWEEN ? AND ?", (first, last))
    return frozenset(table for (table,) in found)
