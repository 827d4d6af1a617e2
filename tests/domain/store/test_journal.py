"""Steps, refusals and what never goes back."""

from datetime import timedelta

import pytest
from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, delete, insert, update
from sqlmodel import SQLModel

from domain.errors import ConflictError
from domain.model import Contact, Counter, Partner
from domain.rows.steps import Label
from domain.store.connection import DatabaseError, connect
from domain.store.journal import Stamp, barrier, close_step, open_step, undo_state
from domain.store.journal_revert import revert
from domain.store.journal_tables import is_journalled, journal_tables
from domain.store.open_file import writing
from tests.domain.store.records import add_contact, add_partner, names, remove, rename
from tests.domain.store.toy import STAMP, TABLES, new_toy, step


def test_a_write_without_a_step_is_refused(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")
    with pytest.raises(DatabaseError, match="no step is open"):
        connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
    assert connection.execute("SELECT count(*) FROM team").fetchone() == (0,)
    connection.execute("INSERT INTO handed_out VALUES ('event', 7)")
    connection.close()


def test_primary_keys_never_change(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")
    with step(connection):
        connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
    with pytest.raises(DatabaseError, match="primary keys never change"), step(connection):
        connection.execute("UPDATE team SET id = 'b'")
    assert connection.execute("SELECT id FROM team").fetchall() == [("a",)]
    connection.close()


def test_a_refused_or_killed_step_leaves_nothing_behind(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")

    def failing():
        with step(connection):
            connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert connection.execute("SELECT step FROM journal_now").fetchone() == (None,)
    assert connection.execute("SELECT (SELECT count(*) FROM step) + (SELECT count(*) FROM change)").fetchone() == (0,)
    connection.close()


def test_bytes_in_a_journalled_table_are_refused():
    metadata = MetaData()
    Table("photo", metadata, Column("id", Integer, primary_key=True), Column("content", LargeBinary))
    with pytest.raises(TypeError, match=r"photo\.content holds bytes"):
        journal_tables(metadata)


def test_a_table_outside_may_not_refer_to_one_inside():
    metadata = MetaData()
    Table("event", metadata, Column("id", String, primary_key=True))
    Table("number", metadata, Column("event_id", ForeignKey("event.id"), primary_key=True), info={"journal": False})
    with pytest.raises(TypeError, match="number is outside the journal but refers to"):
        journal_tables(metadata)


def test_only_what_has_left_the_house_and_unsaved_drafts_are_outside_the_journal():
    outside = {table.name for table in SQLModel.metadata.tables.values() if not is_journalled(table)}
    assert outside == {
        "attachment",
        "counter",
        "event_identity",
        "form_draft",
        "outlet_collection",
        "outlet_resource",
        "outlet_result",
        "plan_entry",
        "plan_version",
        "printed_sheet",
        "report_snapshot",
        "tally_group",
        "tally_stroke",
        "tour_identity",
    }


def test_versions_and_times_never_go_back(workspace, clock):
    partner = workspace.run("Add partner", add_partner, "Grundschule")
    workspace.run("Rename partner", rename, partner, "Sekundarschule")
    seen = [workspace.ask(_version, partner)]
    for move in (workspace.undo, workspace.redo, workspace.undo):
        clock.advance(timedelta(minutes=1))
        move()
        seen.append(workspace.ask(_version, partner))
    assert [version for version, _ in seen] == [2, 3, 4, 5]
    assert [moment for _, moment in seen] == sorted({moment for _, moment in seen})
    assert seen[-1][1] == clock()


def test_a_deleted_record_returns_with_a_higher_version(workspace):
    partner = workspace.run("Add partner", add_partner, "Grundschule")
    workspace.run("Delete partner", remove, Partner, partner)
    workspace.undo()
    assert workspace.ask(_version, partner)[0] == 2


def test_a_draft_from_before_an_undo_cannot_overwrite(workspace):
    partner = workspace.run("Add partner", add_partner, "Grundschule")
    workspace.run("Rename partner", rename, partner, "Sekundarschule")
    stale = workspace.ask(lambda session: session.get_one(Partner, partner))
    workspace.undo()

    def overwrite(session):
        session.add(stale)
        stale.name = "Gymnasium"

    with pytest.raises(ConflictError, match="changed meanwhile"):
        workspace.run("Rename partner", overwrite)
    assert workspace.ask(names) == ["Grundschule"]


def test_bulk_writes_cascades_and_links_are_undone(workspace):
    first = workspace.run("Add partner", add_partner, "Grundschule")
    workspace.run("Add partner", add_partner, "Verein")
    workspace.run("Add contact", add_contact, first)
    workspace.run("Rename all", lambda session: session.exec(update(Partner).values(name="Alle", version=9)))
    workspace.run("Delete all", lambda session: session.exec(delete(Partner)))
    workspace.undo()
    assert workspace.ask(names) == ["Alle", "Alle"]
    assert workspace.ask(lambda session: session.exec(_count(Contact)).one()) == 1
    workspace.undo()
    assert workspace.ask(names) == ["Grundschule", "Verein"]


def test_numbers_given_out_are_not_undone(workspace):
    def give_number(session):
        session.add(Counter(name="event-2027", value=1))
        add_partner(session, "Grundschule")

    workspace.run("Create", give_number)
    workspace.undo()
    assert workspace.ask(lambda session: session.get_one(Counter, "event-2027").value) == 1
    assert workspace.ask(names) == []


def test_a_use_case_that_changes_nothing_leaves_no_step(workspace):
    workspace.run("Look", names)
    workspace.run("Number", lambda session: session.add(Counter(name="event-2027", value=1)))
    assert workspace.undo_state().undo is None


def test_a_later_step_on_the_same_row_stands_in_the_way(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")
    with step(connection, "Merge"):
        connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
    with step(connection, "Later"):
        connection.execute("UPDATE team SET name = 'Ost'")
    first = _steps(connection)[0]
    with pytest.raises(ConflictError, match="“Merge” cannot be taken back: “Later” by Anna"), writing(connection):
        revert(connection, TABLES, first, STAMP)
    with writing(connection):
        revert(connection, TABLES, _steps(connection)[1], STAMP)
    with writing(connection):  # the later step and its undo cancel each other out
        revert(connection, TABLES, first, STAMP)
    assert connection.execute("SELECT count(*) FROM team").fetchone() == (0,)
    with pytest.raises(ConflictError, match="already been taken back"), writing(connection):
        revert(connection, TABLES, first, STAMP)
    connection.close()


def test_an_undo_never_takes_along_what_others_added(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")
    with step(connection, "Team"):
        connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
    with step(connection, "Person"):
        connection.execute("INSERT INTO person (id, team_id, updated_at, version) VALUES ('p', 'a', '', 1)")
    with pytest.raises(ConflictError, match="an entry from “Person” by Anna"), writing(connection):
        revert(connection, TABLES, _steps(connection)[0], STAMP)
    assert connection.execute("SELECT (SELECT count(*) FROM team), (SELECT count(*) FROM person)").fetchone() == (1, 1)
    assert connection.execute("SELECT step FROM journal_now").fetchone() == (None,)
    connection.close()


def test_erased_values_cannot_be_brought_back(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")
    with step(connection):
        connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
    with step(connection):
        connection.execute("DELETE FROM team")
    connection.execute("UPDATE change SET op = 'X', was = NULL WHERE op = 'D'")
    with pytest.raises(ConflictError, match="values were erased"), writing(connection):
        revert(connection, TABLES, _steps(connection)[1], STAMP)
    connection.close()


def test_nothing_before_a_barrier_is_undone(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")
    with step(connection):
        connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
    with writing(connection):
        barrier(connection, Label("Changed by an update"), STAMP)
    assert undo_state(connection).undo is None
    connection.close()


def test_a_new_step_ends_redo(workspace):
    workspace.run("Add partner", add_partner, "Grundschule")
    workspace.undo()
    assert workspace.undo_state().redo is not None
    workspace.run("Add partner", add_partner, "Verein")
    assert workspace.undo_state().redo is None
    with pytest.raises(ConflictError, match="nothing to redo"):
        workspace.redo()


def test_labels_come_back_with_their_parameters(tmp_path):
    connection = new_toy(tmp_path / "toy.landauf")
    with writing(connection):
        opened = open_step(connection, Label("Move “{title}” to {day}", (("title", "Köthen"), ("day", 3))), STAMP)
        connection.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
        close_step(connection, opened)
    found = undo_state(connection).undo
    assert (found.msgid, found.params) == ("Move “{title}” to {day}", (("title", "Köthen"), ("day", 3)))
    assert (found.author, found.device, found.at) == (STAMP.author, STAMP.device, STAMP.at)
    connection.close()


def test_ten_thousand_records_are_undone_and_redone(workspace, clock):
    moment = clock()
    fixed = {"town": "Burg", "created_at": moment, "updated_at": moment, "version": 1}
    rows = [{"name": f"Partner {number}", **fixed} for number in range(10_000)]
    workspace.run("Import", lambda session: session.exec(insert(Partner), params=rows))
    workspace.run("Move all", lambda session: session.exec(update(Partner).values(town="Halle")))
    workspace.undo()
    assert set(workspace.ask(lambda session: session.exec(_towns()).all())) == {"Burg"}
    workspace.undo()
    assert workspace.ask(lambda session: session.exec(_count(Partner)).one()) == 0
    workspace.redo()
    workspace.redo()
    assert workspace.ask(lambda session: session.exec(_towns()).all()) == ["Halle"] * 10_000
    assert workspace.check() == ()


def test_undo_from_another_connection_sees_the_same_stack(tmp_path):
    path = tmp_path / "toy.landauf"
    first, second = new_toy(path), connect(path)
    with step(first):
        first.execute("INSERT INTO team VALUES ('a', 'Nord', 1, NULL, NULL, '', 1)")
    with writing(second):
        revert(second, TABLES, undo_state(second).undo, Stamp("Ben", "desk", STAMP.at, "0001"))
    assert first.execute("SELECT count(*) FROM team").fetchone() == (0,)
    assert undo_state(first).redo.author == "Ben"
    first.close()
    second.close()


def _version(session, partner_id):
    partner = session.get_one(Partner, partner_id)
    return partner.version, partner.updated_at


def _count(table):
    from sqlmodel import func, select

    return select(func.count()).select_from(table)


def _towns():
    from sqlmodel import select

    return select(Partner.town)


def _steps(connection):
    from domain.store.journal import find_steps

    ids = [number for (number,) in connection.execute("SELECT id FROM step ORDER BY id")]
    return list(find_steps(connection, ids).values())
