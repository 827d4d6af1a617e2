"""The program: files, theme and language come together in one window."""

import pytest
from PySide6.QtWidgets import QApplication

from domain.rows.settings import Settings
from domain.usecases import settings
from domain.workspace import Workspace
from gui import local_state, theme
from gui.app import Program
from gui.dialogs.passphrase import PassphraseDialog
from gui.local_state import LocalState
from gui.texts import current


@pytest.fixture
def local():
    return LocalState(local_state.config_folder())


@pytest.fixture
def path(tmp_path, clock):
    made = tmp_path / "plan.landauf"
    Workspace.create(made, clock=clock, author="Kühne", device="Laptop 7").close()
    return made


@pytest.fixture
def program(qapp, pages, local, qtbot):
    """A program that has not started; it is closed and its theme and language are put back in the end."""
    made = Program(qapp, local)
    yield made
    made.window.close()
    made.window.deleteLater()
    from domain import i18n
    from gui import texts

    texts.use(i18n.language())
    theme.use(qapp, "light")


def started(program, path, qtbot):
    program.start(path)
    qtbot.waitUntil(lambda: program.desk is not None)
    qtbot.waitUntil(lambda: program._crashes is not None and not program.desk.tasks.is_busy, timeout=10_000)
    return program


def test_window_opens_a_file_and_remembers_it(program, path, local, qtbot):
    started(program, path, qtbot)
    assert program.desk.path == path
    assert program.window.windowTitle() == "plan – Landauf"
    assert local.last_file == path


def test_a_missing_file_is_told_and_not_made(program, tmp_path, qtbot):
    program.start(tmp_path / "gone.landauf")
    qtbot.waitUntil(lambda: program.window.isVisible() and hasattr(program.window, "messages"))
    qtbot.waitUntil(program.window.messages.isVisible)
    assert "gone.landauf" in program.window.messages.words.text()
    assert program.desk is None
    assert not (tmp_path / "gone.landauf").exists()


def test_an_encrypted_file_asks_for_its_passphrase(program, tmp_path, clock, qtbot):
    secret = tmp_path / "secret.landauf"
    Workspace.create(secret, clock=clock, author="K", device="L", passphrase="open sesame").close()
    program.start(secret)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PassphraseDialog))
    dialog = QApplication.activeModalWidget()
    dialog.field.setText("open sesame")
    dialog.primary.click()
    qtbot.waitUntil(lambda: program.desk is not None)
    assert program.desk.path == secret


def test_picked_theme_is_used_and_kept(program, path, local, qtbot):
    started(program, path, qtbot)
    program.window.actions_.trigger("view.dark")
    assert theme.tokens().is_dark
    assert local.theme == "dark"
    qtbot.waitUntil(lambda: program.desk.ask(settings.load).theme == "dark")


def test_language_of_the_file_builds_the_window_anew(program, path, local, qtbot):
    started(program, path, qtbot)
    first = program.window
    program.desk.run("Settings changed", settings.save, Settings(language="en"))
    qtbot.waitUntil(lambda: program.window is not first)
    assert current().code == "en"
    assert local.language == "en"
    assert program.window.desk is program.desk
    qtbot.waitUntil(lambda: bool(program.window.menuBar().actions()))
    assert program.window.menuBar().actions()[0].text() == "&File"


def test_another_file_can_be_opened_in_the_same_window(program, path, tmp_path, clock, qtbot):
    started(program, path, qtbot)
    other = tmp_path / "other.landauf"
    Workspace.create(other, clock=clock, author="Kühne", device="Laptop 7").close()
    program.window.file_picked.emit(other)
    assert program.desk.path == other
    assert program.window.save_state.file.text() == "other.landauf"


def test_a_second_start_hands_its_file_over(program, path, qtbot, local):
    from gui.single_instance import SingleInstance

    started(program, path, qtbot)
    second = SingleInstance(local_state.config_folder())
    assert not second.claim_or_hand_over(path)
    with qtbot.waitSignal(program._instance.file_received) as received:
        pass
    assert received.args == [str(path)]


def test_window_remembers_its_size(qapp, pages, local, path, qtbot):
    first = Program(qapp, local)
    started(first, path, qtbot)
    first.window.resize(1100, 700)
    first.window.close()
    assert not local.geometry.isEmpty()
