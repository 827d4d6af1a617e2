"""A small schema with every shape that is hard to undo, and random writes to it."""

import math
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from domain.rows.steps import Label
from domain.store.connection import DRIVER, connect
from domain.store.journal import Stamp, close_step, open_step, undo_state
from domain.store.journal_revert import revert
from domain.store.journal_tables import journal_tables
from domain.store.open_file import writing
from domain.store.schema import create_all
from domain.store.sql import ident

TOY = MetaData()
STAMP = Stamp("Anna", "laptop", datetime(2027, 4, 28, 12, tzinfo=UTC), "0001")
COUNT, TIME = {"journal": "count"}, {"journal": "time"}


def _times():
    return Column("updated_at", DateTime, nullable=False, info=TIME), Column(
        "version", Integer, nullable=False, info=COUNT
    )


Table(
    "team", TOY,
    Column("id", String(32), primary_key=True),
    Column("name", String(40, collation="NOCASE"), nullable=False),
    Column("position", Integer, unique=True),
    Column("parent_id", ForeignKey("team.id", ondelete="SET NULL")),
    Column("lead_id", ForeignKey("person.id", deferrable=True, initially="DEFERRED", use_alter=False)),
    *_times(),
    UniqueConstraint("name", "position"),
)  # fmt: skip
Table(
    "person", TOY,
    Column("id", String(32), primary_key=True),
    Column("name", String(40)),
    Column("team_id", ForeignKey("team.id", ondelete="CASCADE")),
    Column("boss_id", ForeignKey("person.id", ondelete="SET NULL")),
    Column("amount", Float),
    Column("born", Date),
    Column("notes", String),
    *_times(),
)  # fmt: skip
Table(
    "badge", TOY,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("code", String, unique=True),
)  # fmt: skip
Table(
    "membership", TOY,
    Column("team_id", ForeignKey("team.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
)  # fmt: skip
Table(
    "seat", TOY,
    Column("team_id", ForeignKey("team.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="SET NULL")),
    Column("label", String),
    CheckConstraint("number > 0"),
)  # fmt: skip
Table("handed_out", TOY, Column("name", String, primary_key=True), Column("value", Integer), info={"journal": False})

TABLES = journal_tables(TOY)
TEXTS = [None, "", "Köthen", "KÖTHEN", "köthen", "😀\u2028\x07", "nul\0byte", "'quoted\"", "7"]
VALUES = [*TEXTS, 7, -1, 2**62, 0.1 + 0.2, math.inf, 1e-308]


def new_toy(path, key=None):
    """A file with the toy schema; the connection to it."""
    connection = connect(path, key)
    create_all(connection, TOY, ())
    return connection


@contextmanager
def step(connection, name="Step"):
    """One journalled write transaction."""
    with writing(connection):
        opened = open_step(connection, Label(name), STAMP)
        yield
        close_step(connection, opened)


def undo(connection):
    """Take the newest step back; False if there is none."""
    return _take_back(connection, undo_state(connection).undo)


def redo(connection):
    """Bring the last undone step back; False if there is none."""
    return _take_back(connection, undo_state(connection).redo)


def _take_back(connection, target):
    if target is None:
        return False
    with writing(connection):
        revert(connection, TABLES, target, STAMP)
    return True


def dump(connection, tables=TABLES):
    """Every value of every journalled row with its type and exact text, without columns that never go back."""
    content = {}
    for table in tables.values():
        fixed = [c for c in table.all_columns if c not in {*table.counts, *table.times}]
        columns = ", ".join(f"typeof({ident(c)}), quote({ident(c)})" for c in fixed)
        keys = ", ".join(ident(c) for c in table.keys)
        content[table.name] = connection.execute(
            f"SELECT {columns} FROM {ident(table.name)} ORDER BY {keys}"
        ).fetchall()
    return content


def random_step(connection, random):
    """One step of one to four random writes; what the schema refuses leaves no step."""
    with suppress(DRIVER.IntegrityError), step(connection):
        for _ in range(random.randint(1, 4)):
            random.choice(WRITES)(connection, random)


def some_rows(connection, random):
    """One step that gives the random writes something to work on."""
    with step(connection):
        for position in (11, 12, 13):
            _add_pair_child_first(connection, random)
            connection.execute("UPDATE team SET position = ? WHERE position IS NULL", (position,))
        _add_people(connection, random)


def _ids(connection, table):
    return [found for (found,) in connection.execute(f"SELECT id FROM {table} ORDER BY id")]


def _some(connection, random, table):
    return random.choice([None, *_ids(connection, table)])


def _fresh(random):
    return f"{random.randint(0, 10**9):09d}"


def _add_team(connection, random):
    values = (_fresh(random), random.choice(["Nord", "nord", "Süd"]), random.choice([None, *range(1, 14)]),
              _some(connection, random, "team"), _some(connection, random, "person"))  # fmt: skip
    verb = random.choice(["INSERT", "INSERT OR REPLACE"])
    connection.execute(f"{verb} INTO team VALUES (?, ?, ?, ?, ?, '2027-01-01', 1)", values)


def _add_people(connection, random):
    rows = [
        (_fresh(random), random.choice(VALUES), _some(connection, random, "team"), _some(connection, random, "person"),
         random.choice([None, 0.1 + 0.2, math.inf, 3]), random.choice([None, "2027-02-03"]), random.choice(VALUES))
        for _ in range(random.randint(1, 5))
    ]  # fmt: skip
    connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, '2027-01-01', 1)", rows)


def _add_pair_child_first(connection, random):
    """A team led by a person who is in that team: each refers to the other."""
    team, person = _fresh(random), _fresh(random)
    connection.execute("INSERT INTO team VALUES (?, 'Paar', NULL, NULL, ?, '2027-01-01', 1)", (team, person))
    connection.execute(
        "INSERT INTO person (id, team_id, updated_at, version) VALUES (?, ?, '2027-01-01', 1)", (person, team)
    )


def _change_one(connection, random):
    table = random.choice(["team", "person"])
    target, column = _some(connection, random, table), {
        "team": ["name", "position", "parent_id", "lead_id"],
        "person": ["name", "team_id", "boss_id", "amount", "notes"],
    }[table][random.randint(0, 3)]  # fmt: skip
    if column.endswith("_id"):
        value = _some(connection, random, "team" if column in {"parent_id", "team_id"} else "person")
    else:
        value = random.choice(VALUES)
    connection.execute(f"UPDATE {table} SET {column} = ?, version = version + 1 WHERE id = ?", (value, target))


def _change_many(connection, random):
    connection.execute(
        "UPDATE person SET notes = ?, version = version + 1 WHERE id % 3 = ?",
        (random.choice(VALUES), random.randint(0, 2)),
    )


def _change_case(connection, random):
    connection.execute("UPDATE team SET name = CASE name WHEN 'Nord' COLLATE BINARY THEN 'nord' ELSE upper(name) END")


def _swap_positions(connection, random):
    connection.execute("UPDATE team SET position = -position WHERE position > 0")
    connection.execute("UPDATE team SET position = 10 + position WHERE position < 0")


def _delete_one(connection, random):
    table = random.choice(["team", "person"])
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (_some(connection, random, table),))


def _delete_many(connection, random):
    connection.execute("DELETE FROM person WHERE id % 4 = ?", (random.randint(0, 3),))


def _badge(connection, random):
    connection.execute(
        "INSERT OR REPLACE INTO badge SELECT id, ? FROM person ORDER BY id % ? LIMIT 1",
        (random.choice("abc"), random.randint(2, 9)),
    )


def _membership(connection, random):
    pair = (_some(connection, random, "team"), _some(connection, random, "person"))
    connection.execute("INSERT OR IGNORE INTO membership VALUES (?, ?)", pair)


def _seat(connection, random):
    values = (
        _some(connection, random, "team"),
        random.randint(1, 4),
        _some(connection, random, "person"),
        random.choice(VALUES),
    )
    connection.execute(
        "INSERT INTO seat VALUES (?, ?, ?, ?) ON CONFLICT (team_id, number) DO UPDATE SET label = excluded.label",
        values,
    )


def _leave_seats(connection, random):
    connection.execute("UPDATE seat SET person_id = NULL WHERE number = ?", (random.randint(1, 4),))
    connection.execute("DELETE FROM seat WHERE number = ?", (random.randint(1, 4),))


WRITES = [
    _add_team, _add_people, _add_people, _add_pair_child_first, _change_one, _change_one, _change_many, _change_case,
    _swap_positions, _delete_one, _delete_many, _badge, _membership, _seat, _leave_seats,
]  # fmt: skip
