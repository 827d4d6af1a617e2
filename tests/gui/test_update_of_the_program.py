"""A laptop gets a new Landauf: older files open with a copy beside them, newer ones are refused and left alone."""

import shutil
from contextlib import closing, contextmanager

import pytest
from PySide6.QtWidgets import QApplication

from domain.cli.main import main
from domain.store.backup import folder as backups_folder
from domain.store.connection import connect
from domain.store.keys import derive, salt_of
from domain.workspace import Workspace
from gui import local_state
from gui.app import Program
from gui.local_state import LocalState
from tests.builders import make_partner
from tests.domain.store.old_files import run_tomorrow


@pytest.fixture(params=[None, "offener Sesam"], ids=["plain", "encrypted"])
def passphrase(request):
    return request.param


@pytest.fixture
def file(tmp_path, clock, passphrase):
    """A workspace of today with a partner in it, and no backup of the day."""
    path = tmp_path / "plan.landauf"
    with Workspace.create(path, clock=clock, author="Kühne", device="Laptop 7", passphrase=passphrase) as workspace:
        make_partner(workspace, "Sportverein Köthen")
    shutil.rmtree(backups_folder(path))
    return path


@pytest.fixture
def tomorrow(tmp_path):
    """In the block the program is the next one."""

    @contextmanager
    def block():
        with pytest.MonkeyPatch.context() as patch:
            run_tomorrow(patch, tmp_path)
            yield

    return block


@pytest.fixture
def program(qapp, pages):
    made = Program(qapp, LocalState(local_state.config_folder()))
    yield made
    made.window.close()
    made.window.deleteLater()


def revision(path, passphrase):
    key = derive(passphrase, salt_of(path)) if passphrase else None
    with closing(connect(path, key)) as connection:
        return connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def shown(program, qtbot):
    qtbot.waitUntil(lambda: program.window._is_complete and program.window.messages.isVisible(), timeout=20_000)
    return program.window.messages.words.text()


def test_the_window_opens_an_older_file_and_says_where_the_copy_lies(program, file, passphrase, tomorrow, qtbot):
    with tomorrow():
        program.start(file, passphrase or "")
        qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
        qtbot.waitUntil(lambda: program._crashes is not None and not program.desk.tasks.is_busy, timeout=20_000)
        [copy] = backups_folder(file).glob("*before-0002*")
        assert copy.name in shown(program, qtbot)
        assert (revision(file, passphrase), revision(copy, passphrase)) == ("0002", "0001")
        program.window.close()


def test_the_second_opening_says_nothing_any_more(file, passphrase, tomorrow, clock):
    with tomorrow():
        for is_older in (True, False):
            with Workspace.open(file, clock=clock, author="K", device="L", passphrase=passphrase) as workspace:
                assert (workspace.former is not None) is is_older


def test_the_window_refuses_a_newer_file_in_one_line_and_leaves_it_alone(
    program, file, passphrase, tomorrow, clock, qtbot
):
    with tomorrow():
        Workspace.open(file, clock=clock, author="K", device="L", passphrase=passphrase).close()
    before = file.read_bytes()
    program.start(file, passphrase or "")
    words = shown(program, qtbot)
    assert "plan.landauf" in words
    assert "0002" in words
    assert program.desk is None
    assert QApplication.activeModalWidget() is None
    assert file.read_bytes() == before


@pytest.mark.parametrize("passphrase", [None], indirect=True, ids=["plain"])
def test_the_command_line_brings_an_older_file_up_to_date_and_refuses_a_newer_one(file, tomorrow, capsys):
    arguments = ["list", "partners", "--file", str(file)]
    with tomorrow():
        assert main(arguments) == 0
        assert "Sportverein Köthen" in capsys.readouterr().out
        assert len(list(backups_folder(file).glob("*before-0002*"))) == 1
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "0002" in said
