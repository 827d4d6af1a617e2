"""The first start: sample data, a new file or an existing one, in the language and with the office one names."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from domain import i18n, surroundings
from domain.usecases import settings
from domain.workspace import Workspace
from gui import app as program_module
from gui import local_state, texts
from gui.app import Program
from gui.dialogs.new_file import NewFileDialog
from gui.local_state import LocalState
from gui.welcome.window import WelcomeWindow
from tests.gui.audit import assert_accessible


@pytest.fixture
def local(private_home):
    made = LocalState(local_state.config_folder())
    yield made
    texts.use(i18n.language())


@pytest.fixture
def welcome(qapp, local, clock, qtbot):
    made = WelcomeWindow(local, clock)
    made.chosen_files = []
    made.chosen.connect(lambda path, passphrase: made.chosen_files.append((path, passphrase)))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def office_and_language(path, clock, passphrase=None):
    with Workspace.open(path, clock=clock, author="K", device="L", passphrase=passphrase) as workspace:
        found = workspace.ask(settings.load)
    return found.office.name, found.language


def choose(qtbot, path):
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_sample_data_are_made_beside_the_usual_file_and_opened(welcome, clock, qtbot):
    qtbot.mouseClick(welcome.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(welcome.chosen_files), timeout=60_000)
    assert welcome.chosen_files == [(surroundings.sample_file(), "")]
    assert sorted(path.name for path in surroundings.sample_file().parent.iterdir()) == ["landauf-beispiel.landauf"]
    assert not welcome.isVisible()


def test_sample_data_speak_the_language_that_was_chosen(welcome, clock, qtbot):
    welcome.side.language.picked.emit("en")
    qtbot.mouseClick(welcome.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(welcome.chosen_files), timeout=60_000)
    assert office_and_language(surroundings.sample_file(), clock)[1] == "en"


def test_sample_data_that_are_there_already_are_opened_as_they_are(welcome, clock, qtbot):
    surroundings.sample_file().parent.mkdir(parents=True, exist_ok=True)
    Workspace.create(surroundings.sample_file(), clock=clock, author="K", device="L").close()
    before = surroundings.sample_file().read_bytes()
    qtbot.mouseClick(welcome.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(welcome.chosen_files), timeout=60_000)
    assert surroundings.sample_file().read_bytes() == before


def test_cancelled_sample_data_leave_nothing_behind(welcome, qtbot):
    qtbot.mouseClick(welcome.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(welcome.progress.isVisible, timeout=20_000)
    qtbot.mouseClick(welcome.progress.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not welcome.tasks.is_busy, timeout=60_000)
    assert list(surroundings.sample_file().parent.iterdir()) == []
    assert welcome.chosen_files == []
    assert welcome.isVisible()


@pytest.mark.parametrize("passphrase", ["", "offener Sesam"])
def test_a_new_file_has_the_office_and_the_language(welcome, tmp_path, clock, qtbot, passphrase):
    welcome.side.language.picked.emit("en")
    welcome.office.setText("Polizeirevier Stendal")
    welcome.new.setFocus()
    qtbot.keyClick(welcome.new, Qt.Key.Key_Return)
    dialog = next(child for child in welcome.children() if isinstance(child, NewFileDialog))
    dialog.protect.setChecked(bool(passphrase))
    dialog.first.setText(passphrase)
    dialog.second.setText(passphrase)
    dialog._make(tmp_path / "neu.landauf")
    assert welcome.chosen_files == [(tmp_path / "neu.landauf", passphrase)]
    assert office_and_language(tmp_path / "neu.landauf", clock, passphrase or None) == ("Polizeirevier Stendal", "en")


def test_an_existing_file_is_opened(welcome, tmp_path, qtbot):
    qtbot.mouseClick(welcome.open, Qt.MouseButton.LeftButton)
    choose(qtbot, tmp_path / "da.landauf")
    assert welcome.chosen_files == [(tmp_path / "da.landauf", "")]


def test_the_language_changes_at_once_and_keeps_what_was_typed(welcome, local):
    welcome.office.setText("LKA, Dezernat 21")
    welcome.side.language.picked.emit("en")
    assert (welcome.sample.text(), welcome.office.text()) == ("Look at sample data", "LKA, Dezernat 21")
    welcome.side.language.picked.emit("de")
    assert welcome.sample.text() == "Beispieldaten ansehen"
    assert local.language == "de"


def test_everything_is_named_reached_and_large_enough(welcome):
    assert_accessible(welcome)


@pytest.fixture
def program(qapp, pages, local):
    made = Program(qapp, local)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_the_first_start_shows_the_welcome_window(program, qtbot):
    shown = program_module.begin(program, None)
    qtbot.addWidget(shown)
    assert shown.isVisible()
    assert not program.window.isVisible()
    assert not surroundings.usual_file().exists()


def test_the_welcome_window_stays_although_nobody_keeps_it(program):
    program_module.begin(program, None)
    gc.collect()
    QApplication.processEvents()
    [shown] = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, WelcomeWindow)]
    assert shown.isVisible()
    shown.close()


def test_a_new_encrypted_file_opens_without_asking_again(program, tmp_path, clock, qtbot):
    shown = program_module.begin(program, None)
    path = tmp_path / "geheim.landauf"
    Workspace.create(path, clock=clock, author="K", device="L", passphrase="offener Sesam").close()
    shown._choose(path, "offener Sesam")
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program._crashes is not None and not program.desk.tasks.is_busy, timeout=20_000)
    assert program.desk.path == path


def test_a_lost_last_file_is_named_on_the_welcome_window(program, local, tmp_path, qtbot):
    local.last_file = tmp_path / "weg.landauf"
    shown = program_module.begin(program, None)
    qtbot.addWidget(shown)
    assert shown.problem.words.text() == "weg.landauf ist nicht mehr da."


def test_a_given_file_and_the_last_one_come_before_the_welcome_window(program, local, tmp_path, clock, qtbot):
    path = tmp_path / "plan.landauf"
    Workspace.create(path, clock=clock, author="K", device="L").close()
    local.last_file = path
    assert program_module.begin(program, None) is None
    qtbot.waitUntil(lambda: program.desk is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program._crashes is not None and not program.desk.tasks.is_busy, timeout=20_000)
    assert program.desk.path == path
