"""Whatever is written, undoing all of it restores every value, and redoing brings it all back."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError
from domain.store import journal_revert
from domain.store.connection import DatabaseError, connect
from domain.store.keys import derive
from tests.domain.store.toy import TABLES, dump, new_toy, random_step, redo, some_rows, undo

STEPS = 12
KEY = derive("geheim", bytes(range(16)))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32))
def test_any_writes_are_undone_and_redone_exactly_across_restarts(tmp_path_factory, key, seed):
    path = tmp_path_factory.mktemp("toy") / "toy.landauf"
    assert journey(path, key, Random(seed)) == []


@pytest.mark.parametrize("broken", ["recursive triggers off", "forward order"])
def test_the_journey_fails_when_the_journal_is_broken(tmp_path_factory, monkeypatch, broken):
    def off(connection):
        connection.execute("PRAGMA recursive_triggers = OFF")

    if broken == "forward order":
        monkeypatch.setattr(journal_revert, "_runs", forward)
    prepare = off if broken == "recursive triggers off" else None
    wrong = 0
    for seed in range(12):
        path = tmp_path_factory.mktemp("toy") / "toy.landauf"
        try:
            wrong += bool(journey(path, None, Random(seed), prepare))
        except (ConflictError, DatabaseError):
            wrong += 1
    assert wrong >= 3


def journey(path, key, random, prepare=None):
    """Random steps, all undone, all redone, some of each, all undone: what came out different."""
    connection = reopened(new_toy(path, key), path, key, prepare)
    some_rows(connection, random)
    for _ in range(4):
        random_step(connection, random)
    start, since = dump(connection), connection.execute("SELECT count(*) FROM step").fetchone()[0]
    for _ in range(STEPS):
        random_step(connection, random)
    steps = connection.execute("SELECT count(*) FROM step").fetchone()[0] - since
    end, wrong = dump(connection), []
    connection = reopened(connection, path, key, prepare)
    for name, move, expected in (("undone", undo, start), ("redone", redo, end)):
        wrong += ["stuck" for _ in range(steps) if not move(connection)]
        wrong += [name] if dump(connection) != expected else []
        connection = reopened(connection, path, key, prepare)
    for _ in range(10):
        random.choice([undo, redo])(connection) if undone(connection) < steps else redo(connection)
    while redo(connection):
        pass
    wrong += ["redone again"] if dump(connection) != end else []
    for _ in range(steps):
        undo(connection)
    wrong += ["undone again"] if dump(connection) != start else []
    wrong += connection.execute("PRAGMA foreign_key_check").fetchall()
    wrong += [text for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
    connection.close()
    return wrong


def undone(connection):
    """How many steps are undone at the moment."""
    return connection.execute(
        "SELECT count(*) FROM step AS s WHERE kind = 'undo' AND NOT EXISTS (SELECT 1 FROM step WHERE reverts = s.id)"
    ).fetchone()[0]


def reopened(connection, path, key, prepare):
    """The file closed and opened again, as after a restart."""
    connection.close()
    opened = connect(path, key)
    opened.execute("PRAGMA synchronous = OFF")  # a power cut is not what is tried here
    if prepare is not None:
        prepare(opened)
    return opened


def forward(connection, tables, first, last):
    """The changes in the wrong order, one by one."""
    found = connection.execute("SELECT id, tbl, op FROM change WHERE id BETWEEN ? AND ?", (first, last)).fetchall()
    return [journal_revert._Run(TABLES[table], op, number, number) for number, table, op in found]
