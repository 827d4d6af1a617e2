"""The journal over every table of the real model: random use cases, all undone, all redone."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import Boolean, Date, Enum, Float, Integer, Time, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from domain.model.columns import UtcDateTime
from domain.store.journal_tables import journal_tables
from domain.workspace import Workspace
from tests.domain.store.toy import dump

TABLES = journal_tables(SQLModel.metadata)
JOURNEYS, STEPS = 8, 10
TEXTS = ["", "Köthen", "06366", "Ärger & „Zitat“", "<b>=1+1</b>", "😀\u2028"]


@pytest.mark.parametrize("passphrase", [None, "geheim"], ids=["plain", "encrypted"])
def test_any_use_cases_are_undone_and_redone_exactly(tmp_path_factory, clock, passphrase):
    path = tmp_path_factory.mktemp("model") / "a.landauf"
    with Workspace.create(path, clock=clock, author="Anna", device="laptop", passphrase=passphrase) as workspace:
        used = set()
        for seed in range(JOURNEYS):
            _journey(workspace, Random(seed), used)
    assert used == TABLES.keys()


def _journey(workspace, random, used):
    states = [workspace.glance(_dump)]
    for _ in range(STEPS):
        newest = workspace.undo_state().undo
        workspace.run("Random", _random_use_case, random, used)
        if workspace.undo_state().undo != newest:
            states.append(workspace.glance(_dump))
    for state in reversed(states[:-1]):
        workspace.undo()
        assert workspace.glance(_dump) == state
    for state in states[1:]:
        workspace.redo()
        assert workspace.glance(_dump) == state
    assert workspace.check() == ()
    assert len(states) > STEPS / 2


def _dump(connection):
    return dump(connection, TABLES)


def _random_use_case(session, random, used):
    for _ in range(random.randint(4, 12)):
        table = SQLModel.metadata.tables[random.choice(sorted(TABLES))]
        write = random.choice([_insert, _insert, _insert, _update, _update_all, _delete])
        with suppress(IntegrityError), session.begin_nested():
            write(session, random, table)
            used.add(table.name)


def _insert(session, random, table):
    rows = [{c.name: _value(session, random, c) for c in table.columns} for _ in range(random.randint(1, 2))]
    session.exec(insert(table).prefix_with(random.choice(["", "OR IGNORE", "OR REPLACE"])), params=rows)


def _update(session, random, table):
    key = next(iter(table.primary_key.columns))
    _update_all(session, random, table, key == _value(session, random, key))


def _update_all(session, random, table, *where):
    free = [c for c in table.columns if not c.primary_key and not c.unique and c.name != "version"]
    if free:
        column = random.choice(free)
        session.exec(update(table).where(*where).values({column.name: _value(session, random, column)}))


def _delete(session, random, table):
    key = random.choice(list(table.primary_key.columns))
    session.exec(delete(table).where(key == _value(session, random, key)))


def _value(session, random, column):
    """A value the column takes: for a foreign key mostly an existing one."""
    for key in column.foreign_keys:
        found = session.execute(select(key.column).order_by(key.column)).scalars().all()
        return random.choice([None, *found]) if column.nullable else random.choice(found or [UUID(int=0)])
    if column.primary_key and column.type.python_type is UUID:
        return UUID(int=random.randint(0, 40))
    if column.nullable and random.random() < 0.3:
        return None
    return _typed(random, column)


def _typed(random, column):
    day = date(2027, 1, 1) + timedelta(days=random.randint(0, 300))
    kind = column.type
    if isinstance(kind, Enum):
        return random.choice(kind.enum_class and list(kind.enum_class))
    for known, value in (
        (UtcDateTime, datetime(2027, 1, 1, random.randint(0, 23), tzinfo=UTC)),
        (Date, day),
        (Time, time(random.randint(0, 23), 30)),
        (Boolean, random.random() < 0.5),
        (Float, random.choice([0.1 + 0.2, 1e-300, 51.75])),
        (Integer, random.randint(1, 3)),
    ):
        if isinstance(kind, known):
            return value
    return random.choice(TEXTS[1:]) + ("" if not column.unique else str(random.randint(0, 5)))
