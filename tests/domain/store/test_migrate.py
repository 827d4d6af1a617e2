"""Older files are brought up to date all or nothing."""

import os
import subprocess
import sys
from contextlib import closing

import pytest

from domain.errors import FileProblemError
from domain.rows.steps import UndoState
from domain.store.connection import connect, scalar
from domain.store.identity import read_meta, revision, trigger_hash
from domain.store.journal import undo_state
from domain.store.journal_revert import revert
from domain.store.journal_tables import journal_tables
from domain.store.keys import derive, salt_of
from domain.store.migrate import migrate
from domain.store.open_file import writing
from domain.store.schema import triggers_current
from domain.store.search import search
from domain.workspace import Workspace
from tests.domain.store.old_files import next_plan
from tests.domain.store.records import add_contact, add_partner, rename
from tests.domain.store.toy import STAMP

DIE = """
import sys
from datetime import date
from pathlib import Path
from domain.store.migrate import migrate
from tests.domain.store.old_files import next_plan
migrate(Path(sys.argv[1]), None, date(2027, 4, 28), next_plan(Path(sys.argv[2])))
"""


@pytest.fixture
def old_file(tmp_path, clock):
    """A file of today's schema with a renamed partner and a contact that would be cascaded away."""
    with Workspace.create(tmp_path / "a.landauf", clock=clock, author="Anna", device="laptop") as workspace:
        partner = workspace.run("Add partner", add_partner, "Grundschule Köthen")
        workspace.run("Add contact", add_contact, partner)
        workspace.run("Rename partner", rename, partner, "Gymnasium Köthen")
    return tmp_path / "a.landauf"


def content(path):
    """What a failed migration must leave as it was."""
    with closing(connect(path)) as connection:
        triggers = read_meta(connection, "triggers") == trigger_hash(connection)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(partner)")]
        rows = connection.execute("SELECT (SELECT count(*) FROM partner), (SELECT count(*) FROM contact)").fetchone()
        return triggers, columns, rows, scalar(connection, "PRAGMA integrity_check")


def test_a_rebuilt_table_keeps_children_triggers_search_and_undo(old_file, tmp_path, clock):
    plan = next_plan(tmp_path)
    assert migrate(old_file, None, clock().date(), plan)
    with closing(connect(old_file)) as connection:
        assert scalar(connection, "SELECT count(*) FROM contact") == 1
        assert triggers_current(connection, plan.metadata, plan.sources)
        assert [hit.title for hit in search(connection, "koethen")] == ["Gymnasium Köthen"]
        while (target := undo_state(connection).undo) is not None:
            with writing(connection):
                revert(connection, journal_tables(plan.metadata), target, STAMP)
        assert scalar(connection, "SELECT count(*) FROM partner") == 0
        while (target := undo_state(connection).redo) is not None:
            with writing(connection):
                revert(connection, journal_tables(plan.metadata), target, STAMP)
        assert connection.execute("SELECT name, stars FROM partner").fetchall() == [("Gymnasium Köthen", 3)]
        assert scalar(connection, "PRAGMA journal_mode") == "wal"


def test_a_backup_of_the_old_schema_is_written_first(old_file, tmp_path, clock):
    migrate(old_file, None, clock().date(), next_plan(tmp_path))
    backup = tmp_path / "backups" / "a-2027-04-28-before-0002.landauf-backup"
    with closing(connect(backup)) as connection:
        assert revision(connection, backup) == "0001"


def test_an_up_to_date_file_is_left_alone(old_file, tmp_path, clock):
    plan = next_plan(tmp_path)
    assert migrate(old_file, None, clock().date(), plan)
    assert not migrate(old_file, None, clock().date(), plan)


@pytest.mark.parametrize(("way", "raised"), [("FAIL", RuntimeError), ("BREAK", FileProblemError)])
def test_a_failed_migration_changes_nothing_and_can_be_repeated(old_file, tmp_path, clock, monkeypatch, way, raised):
    plan, before = next_plan(tmp_path), content(old_file)
    monkeypatch.setenv(f"{way}_IN_MIGRATION", "1")
    with pytest.raises(raised):
        migrate(old_file, None, clock().date(), plan)
    assert content(old_file) == before
    monkeypatch.delenv(f"{way}_IN_MIGRATION")
    assert migrate(old_file, None, clock().date(), plan)


def test_a_killed_migration_changes_nothing_and_can_be_repeated(old_file, tmp_path, clock):
    before = content(old_file)
    environment = {**os.environ, "DIE_IN_MIGRATION": "1"}
    command = [sys.executable, "-c", DIE, str(old_file), str(tmp_path / "killed")]
    assert subprocess.run(command, env=environment, check=False).returncode == 9
    assert content(old_file) == before
    assert migrate(old_file, None, clock().date(), next_plan(tmp_path))


def test_a_file_that_others_have_open_is_not_migrated(old_file, tmp_path, clock):
    before = content(old_file)
    with closing(connect(old_file)) as other:
        other.execute("SELECT count(*) FROM partner").fetchone()
        other.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(FileProblemError, match=r"a\.landauf is in use by another program"):
            migrate(old_file, None, clock().date(), next_plan(tmp_path))
    assert content(old_file) == before


def test_a_file_of_a_newer_landauf_is_refused(old_file, tmp_path, clock):
    migrate(old_file, None, clock().date(), next_plan(tmp_path))
    with pytest.raises(FileProblemError, match=r"made by a newer Landauf \(schema 0002\)"):
        Workspace.open(old_file, clock=clock, author="Anna", device="laptop")


def test_an_encrypted_file_is_migrated(tmp_path, clock):
    path = tmp_path / "a.landauf"
    with Workspace.create(path, clock=clock, author="Anna", device="laptop", passphrase="geheim") as workspace:
        workspace.run("Add partner", add_partner, "Grundschule")
        assert workspace.undo_state() != UndoState()
    key = derive("geheim", salt_of(path))
    assert migrate(path, key, clock().date(), next_plan(tmp_path))
    with closing(connect(path, key)) as connection:
        assert connection.execute("SELECT name, stars FROM partner").fetchall() == [("Grundschule", 3)]
