"""Trouble with the file becomes one clear line; bugs stay bugs."""

import os
from contextlib import closing
from datetime import timedelta

import pytest

from domain.errors import FileProblemError
from domain.rows.events import EventDraft
from domain.store.connection import DatabaseError, bare, connect, scalar
from domain.store.problems import FileProblems, problem_of
from domain.terms import EventKind
from domain.usecases import event_rows, events
from domain.workspace import Workspace
from tests.domain.store.records import add_partner, names


def test_every_connection_has_the_pragmas_the_journal_relies_on(tmp_path):
    with closing(connect(tmp_path / "a.db")) as connection:
        found = {
            name: scalar(connection, f"PRAGMA {name}")
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1, "busy_timeout": 5000,
    }  # fmt: skip


def test_a_locked_file_says_so(tmp_path, clock):
    path = tmp_path / "a.landauf"
    Workspace.create(path, clock=clock, author="Anna", device="laptop").close()
    with closing(connect(path)) as first, closing(connect(path)) as second:
        second.execute("PRAGMA busy_timeout = 0")
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileProblemError, match=r"a\.landauf is in use"), FileProblems(path):
            second.execute("BEGIN IMMEDIATE")
        first.execute("ROLLBACK")


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path, clock):
    path = tmp_path / "a.landauf"
    Workspace.create(path, clock=clock, author="Anna", device="laptop").close()
    with closing(connect(path)) as connection:
        connection.execute("CREATE TEMP TABLE filler (x)")
        connection.execute(f"PRAGMA max_page_count = {scalar(connection, 'PRAGMA page_count')}")
        with pytest.raises(FileProblemError, match="disk is full"), FileProblems(path):
            connection.execute("CREATE TABLE more AS SELECT zeroblob(900000)")
        assert scalar(connection, "PRAGMA integrity_check") == "ok"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_file_says_so(tmp_path, clock):
    path = tmp_path / "a.landauf"
    Workspace.create(path, clock=clock, author="Anna", device="laptop").close()
    path.chmod(0o400)
    with pytest.raises(FileProblemError, match="read-only"):
        Workspace.open(path, clock=clock, author="Anna", device="laptop")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a Landauf file"),
        (b"just a letter", "is not a Landauf file"),
        (b"SQLite format 3\0" + bytes(90), "is not a Landauf file, is damaged"),
    ],
)
def test_a_foreign_file_is_refused_and_left_alone(tmp_path, clock, content, reason):
    path = tmp_path / "a.landauf"
    path.write_bytes(content)
    with pytest.raises(FileProblemError, match=reason):
        Workspace.open(path, clock=clock, author="Anna", device="laptop")
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_left_alone(tmp_path, clock):
    path = tmp_path / "a.landauf"
    with closing(bare(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    before = path.read_bytes()
    with pytest.raises(FileProblemError, match=r"a\.landauf is not a Landauf file"):
        Workspace.open(path, clock=clock, author="Anna", device="laptop")
    assert path.read_bytes() == before


@pytest.mark.parametrize("path", ["missing.landauf", "folder"])
def test_a_missing_file_is_not_made_by_opening(tmp_path, clock, path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileProblemError, match="is not there"):
        Workspace.open(tmp_path / path, clock=clock, author="Anna", device="laptop")
    assert not (tmp_path / "missing.landauf").exists()


def test_a_damaged_file_is_found_by_check(tmp_path, clock):
    path = tmp_path / "a.landauf"
    with Workspace.create(path, clock=clock, author="Anna", device="laptop") as workspace:
        for number in range(200):
            workspace.run("Add", add_partner, f"Schule {number}")
    with closing(connect(path)) as connection:
        page = scalar(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'partner'")
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(range(256)) * 16
    path.write_bytes(content)
    workspace = Workspace.open(path, clock=clock, author="Anna", device="laptop")
    assert any("The file is damaged" in str(problem) for problem in workspace.check())
    clock.advance(timedelta(days=1))
    with pytest.raises(FileProblemError, match="damaged"):  # the day's backup refuses to copy it
        workspace.close()
    assert not list(path.parent.glob("backups/*2027-04-29*"))


def test_tampered_triggers_are_found_and_made_anew(tmp_path, clock):
    path = tmp_path / "a.landauf"
    with Workspace.create(path, clock=clock, author="Anna", device="laptop") as workspace:
        workspace.run("Add", add_partner, "Grundschule")
    with closing(connect(path)) as connection:
        connection.execute("DROP TRIGGER journal_partner_i")
        connection.execute("DROP TRIGGER search_partner_i")
    with Workspace.open(path, clock=clock, author="Anna", device="laptop") as workspace:
        assert ["triggers" in str(problem) for problem in workspace.check()] == [True]
        workspace.run("Add", add_partner, "Verein")
        assert workspace.check() == ()
        workspace.undo()
        assert workspace.ask(names) == ["Grundschule"]


def test_a_broken_reference_is_found(tmp_path, clock):
    path = tmp_path / "a.landauf"
    with Workspace.create(path, clock=clock, author="Anna", device="laptop") as workspace:
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("BEGIN")
            connection.execute("INSERT INTO step VALUES (1, 'u', 'do', NULL, 'x', '[]', '', '', '', '', 0, 1, 1)")
            connection.execute("UPDATE journal_now SET step = 1")
            connection.execute("INSERT INTO event_topic VALUES ('a', 'b')")
            connection.execute("COMMIT")
        found = [str(problem) for problem in workspace.check()]
    assert found[-1] == "A step of the journal was left open."
    assert "An entry of table event_topic refers to one of topic that is not there." in found


def test_a_bug_is_not_dressed_up_as_file_trouble(tmp_path):
    connection = connect(tmp_path / "a.db")
    with pytest.raises(DatabaseError) as caught, FileProblems(tmp_path / "a.db"):
        connection.execute("SELECT * FROM nothing")
    connection.close()
    assert problem_of(caught.value, tmp_path) is None
    assert problem_of(ValueError(), tmp_path) is None


@pytest.mark.parametrize(("column", "value"), [("starts_at", "20x7-05-13"), ("kind", "lectuXe")])
def test_a_damaged_value_is_told_as_damage(tmp_path, clock, column, value):
    path = tmp_path / "a.landauf"
    with Workspace.create(path, clock=clock, author="", device="") as workspace:
        workspace.run("Create", events.create, EventDraft(kind=EventKind.lecture, title="Vortrag"))
    connection = bare(path)
    for name in [
        row[0] for row in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall()
    ]:
        connection.execute(f'drop trigger "{name}"')
    connection.execute("pragma ignore_check_constraints = on")
    connection.execute(f"update event set {column} = ?", (value,))
    connection.close()
    with (
        Workspace.open(path, clock=clock, author="", device="") as workspace,
        pytest.raises(FileProblemError, match="damaged"),
    ):
        workspace.ask(event_rows.list_rows)
