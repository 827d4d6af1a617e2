"""Joining two rows in tables as they may come: trees, links with replies, keys of several columns."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    create_engine,
    insert,
    select,
)
from sqlalchemy.orm import Session

from domain.usecases.record_joining import Joining, break_circle, followers, references, whole_row

TABLES = MetaData()
BODY = Table(
    "body",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("parent_id", Integer, ForeignKey("body.id", ondelete="SET NULL")),
    Column("name", String(50), nullable=False),
)
INVITED = Table(
    "invited",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("event", Integer, nullable=False),
    Column("body_id", Integer, ForeignKey("body.id", ondelete="CASCADE"), nullable=False),
    Column("answer", String(50), nullable=False, default=""),
    UniqueConstraint("event", "body_id"),
)
REPLY = Table(
    "reply",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("invited_id", Integer, ForeignKey("invited.id", ondelete="CASCADE"), nullable=False),
)
AREA = Table(
    "area",
    TABLES,
    Column("body_id", Integer, ForeignKey("body.id", ondelete="CASCADE"), primary_key=True),
    Column("ags", String(8), primary_key=True),
)
VISIT = Table(
    "visit",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("body_id", Integer, nullable=False),
    Column("ags", String(8), nullable=False),
    ForeignKeyConstraint(["body_id", "ags"], ["area.body_id", "area.ags"], ondelete="CASCADE"),
)
RELATION = Table(
    "relation",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("from_id", Integer, ForeignKey("body.id", ondelete="CASCADE"), nullable=False),
    Column("to_id", Integer, ForeignKey("body.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(20), nullable=False),
)


@pytest.fixture
def session():
    """An empty file in memory that keeps foreign keys."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")
        TABLES.create_all(connection)
        with Session(connection) as made:
            made.now = datetime(2027, 4, 28, tzinfo=UTC)
            made.execute(insert(BODY), [{"id": number, "name": f"Amt {number}"} for number in range(1, 6)])
            yield made
    engine.dispose()


def put(session, table, *rows):
    session.execute(insert(table), list(rows))


def rows(session, table):
    return [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]


def join(session, staying=1, going=2):
    joining = Joining(session, lambda field, value: f"{field}: {value}")
    joining.join(BODY, whole_row(session, BODY, going), whole_row(session, BODY, staying))
    break_circle(session, BODY, staying)
    return joining.leftovers


def parents(session):
    return {number: parent for number, parent, _name in rows(session, BODY)}


def hang(session, **under):
    for child, parent in under.items():
        session.execute(BODY.update().where(BODY.c.id == int(child[1:])).values(parent_id=parent))


def test_every_foreign_key_is_known_also_the_tables_own():
    assert [(each.table.name, each.columns[0][0].name) for each in references(BODY)] == [
        ("body", "parent_id"),
        ("area", "body_id"),
        ("invited", "body_id"),
        ("relation", "from_id"),
        ("relation", "to_id"),
    ]


def test_children_of_the_one_that_goes_hang_under_the_one_that_stays(session):
    hang(session, b3=2, b4=1)
    join(session)
    assert parents(session) == {1: None, 3: 1, 4: 1, 5: None}


@pytest.mark.parametrize(("above", "expected"), [(None, None), (5, 5), (1, None)])
def test_one_that_hung_under_the_other_moves_up_and_is_never_its_own_parent(session, above, expected):
    hang(session, b1=2)
    if above is not None:
        hang(session, b2=above)
    join(session)
    assert parents(session)[1] == expected


def test_a_circle_over_others_is_cut_at_the_one_that_stays(session):
    hang(session, b1=3, b3=2)
    join(session)
    assert parents(session) == {1: None, 3: 1, 4: None, 5: None}


def test_links_that_would_stand_there_twice_become_one_with_what_hangs_on_both(session):
    put(session, INVITED, {"id": 1, "event": 7, "body_id": 1, "answer": ""})
    put(session, INVITED, {"id": 2, "event": 7, "body_id": 2, "answer": "zugesagt"})
    put(session, INVITED, {"id": 3, "event": 8, "body_id": 2, "answer": ""})
    put(session, REPLY, {"id": 1, "invited_id": 1}, {"id": 2, "invited_id": 2}, {"id": 3, "invited_id": 3})
    assert join(session) == []
    assert rows(session, INVITED) == [(1, 7, 1, "zugesagt"), (3, 8, 1, "")]
    assert rows(session, REPLY) == [(1, 1), (2, 1), (3, 3)]


def test_where_both_say_something_else_what_goes_is_left_over(session):
    put(session, INVITED, {"id": 1, "event": 7, "body_id": 1, "answer": "abgesagt"})
    put(session, INVITED, {"id": 2, "event": 7, "body_id": 2, "answer": "zugesagt"})
    (left,) = join(session)
    assert (left.table, left.values) == ("invited", (("answer", "zugesagt"),))
    assert rows(session, INVITED) == [(1, 7, 1, "abgesagt")]


def test_rows_whose_key_holds_the_partner_are_written_anew_with_what_points_at_them(session):
    put(session, AREA, {"body_id": 2, "ags": "a"}, {"body_id": 2, "ags": "b"}, {"body_id": 1, "ags": "b"})
    put(session, VISIT, {"id": 1, "body_id": 2, "ags": "a"}, {"id": 2, "body_id": 2, "ags": "b"})
    join(session)
    assert rows(session, AREA) == [(1, "a"), (1, "b")]
    assert rows(session, VISIT) == [(1, 1, "a"), (2, 1, "b")]


def test_relations_that_say_the_same_become_one_and_one_between_the_two_is_left_over(session):
    put(session, RELATION, {"id": 1, "from_id": 1, "to_id": 3, "kind": "berät"})
    put(session, RELATION, {"id": 2, "from_id": 2, "to_id": 3, "kind": "berät"})
    put(session, RELATION, {"id": 3, "from_id": 2, "to_id": 3, "kind": "fördert"})
    put(session, RELATION, {"id": 4, "from_id": 2, "to_id": 1, "kind": "berät"})
    (left,) = join(session)
    assert rows(session, RELATION) == [(1, 1, 3, "berät"), (3, 1, 3, "fördert")]
    assert (left.table, dict(left.values)["kind"]) == ("relation", "berät")


def test_followers_are_counted_by_table_and_column(session):
    put(
        session,
        RELATION,
        {"id": 1, "from_id": 1, "to_id": 2, "kind": "x"},
        {"id": 2, "from_id": 3, "to_id": 2, "kind": "x"},
    )
    found = [(each.table, each.column, each.count) for each in followers(session, BODY, {"id": 2})]
    assert found == [("relation", "to_id", 2)]
