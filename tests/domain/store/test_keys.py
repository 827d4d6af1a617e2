"""Passphrases: one file, no side file, nobody gets in without."""

from contextlib import closing

import pytest

from domain.errors import FileProblemError, UsageError
from domain.store.connection import connect
from domain.store.keys import derive, salt_of
from domain.workspace import Workspace
from tests.domain.store.records import add_partner, names


def created(path, clock, passphrase=None):
    return Workspace.create(path, clock=clock, author="Anna", device="laptop", passphrase=passphrase)


def opened(path, clock, passphrase=None):
    return Workspace.open(path, clock=clock, author="Anna", device="laptop", passphrase=passphrase)


def test_the_salt_is_the_beginning_of_the_file(tmp_path, clock):
    created(tmp_path / "a.landauf", clock, "geheim").close()
    assert (tmp_path / "a.landauf").read_bytes()[:16] == salt_of(tmp_path / "a.landauf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.landauf", "backups"]


def test_a_plain_file_has_no_salt_and_takes_any_passphrase_as_needless(tmp_path, clock):
    created(tmp_path / "a.landauf", clock).close()
    assert salt_of(tmp_path / "a.landauf") is None
    with opened(tmp_path / "a.landauf", clock, "needless") as workspace:
        assert not workspace.encrypted


@pytest.mark.parametrize(("passphrase", "reason"), [(None, "needs its passphrase"), ("falsch", "another passphrase")])
def test_without_the_passphrase_the_file_stays_closed_and_quiet(tmp_path, clock, capfd, passphrase, reason):
    created(tmp_path / "a.landauf", clock, "geheim").close()
    with pytest.raises(FileProblemError, match=reason):
        opened(tmp_path / "a.landauf", clock, passphrase)
    assert capfd.readouterr() == ("", "")


def test_a_key_is_not_shown():
    assert "secret" not in repr(derive("geheim", bytes(16)))


def test_two_files_with_one_passphrase_have_different_keys():
    assert derive("geheim").secret != derive("geheim").secret


def test_a_new_passphrase_replaces_the_old_one(tmp_path, clock):
    path = tmp_path / "a.landauf"
    with created(path, clock, "alt") as workspace:
        workspace.run("Add", add_partner, "Grundschule")
        workspace.change_passphrase("neu")
        workspace.run("Add", add_partner, "Verein")
        assert workspace.ask(names) == ["Grundschule", "Verein"]
        assert workspace.check() == ()
    with pytest.raises(FileProblemError, match="another passphrase"):
        opened(path, clock, "alt")
    with opened(path, clock, "neu") as again:
        assert again.ask(names) == ["Grundschule", "Verein"]


def test_a_passphrase_is_not_changed_under_another_program(tmp_path, clock):
    path = tmp_path / "a.landauf"
    with created(path, clock, "alt") as workspace:
        key = derive("alt", salt_of(path))
        with closing(connect(path, key)) as other:
            other.execute("SELECT count(*) FROM partner").fetchone()
            with pytest.raises(FileProblemError, match="in use by another program"):
                workspace.change_passphrase("neu")
        workspace.run("Add", add_partner, "Grundschule")
        assert workspace.ask(names) == ["Grundschule"]


@pytest.mark.parametrize(("made_with", "new"), [(None, "neu"), ("alt", "")])
def test_only_an_encrypted_file_gets_a_new_passphrase(tmp_path, clock, made_with, new):
    with created(tmp_path / "a.landauf", clock, made_with) as workspace, pytest.raises(UsageError):
        workspace.change_passphrase(new)


def test_reading_the_salt_keeps_the_locks_of_this_process(tmp_path, clock):
    """Opening and closing the file by hand would drop them, and another program could migrate under us."""
    path = tmp_path / "a.landauf"
    with created(path, clock, "geheim") as workspace:
        workspace.ask(names)
        salt_of(path)
        assert exclusive_elsewhere(path) == "locked"


def exclusive_elsewhere(path):
    """What another process is told when it asks for the file alone."""
    import subprocess
    import sys

    script = """
import sys
from pathlib import Path
from domain.store.connection import DatabaseError, connect
from domain.store.keys import derive, salt_of
connection = connect(Path(sys.argv[1]), derive("geheim", salt_of(Path(sys.argv[1]))))
try:
    connection.execute("PRAGMA journal_mode = DELETE")
    print("alone")
except DatabaseError:
    print("locked")
"""
    return subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    ).stdout.strip()
