"""New files, backups, checks and the notices."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from domain import __version__
from domain.errors import FileProblemError, Problem
from domain.region.notices import NOTICES
from domain.workspace import Workspace
from gui.dialogs import about, file_menu
from gui.dialogs.about import AboutDialog
from gui.dialogs.check_result import CheckDialog
from gui.dialogs.new_file import NewFileDialog
from gui.dialogs.restore import RestoreDialog
from tests.builders import make_event


def add(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def choose(dialog, path):
    dialog.findChild(QFileDialog).fileSelected.emit(str(path))


def test_new_file_is_made_where_the_person_chooses(qtbot, clock, tmp_path):
    dialog = add(qtbot, NewFileDialog(clock))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.made) as made:
        choose(dialog, tmp_path / "neu.landauf")
    assert made.args == [tmp_path / "neu.landauf", ""]
    with Workspace.open(tmp_path / "neu.landauf", clock=clock, author="", device="") as workspace:
        assert not workspace.encrypted


def test_protected_file_needs_the_same_passphrase_twice(qtbot, clock, tmp_path):
    dialog = add(qtbot, NewFileDialog(clock))
    qtbot.mouseClick(dialog.protect, Qt.MouseButton.LeftButton)
    assert not dialog.primary.isEnabled()
    qtbot.keyClicks(dialog.first, "Elbe 2027")
    qtbot.keyClicks(dialog.second, "Elbe")
    assert not dialog.primary.isEnabled()
    assert dialog.problem.words.text()
    qtbot.keyClicks(dialog.second, " 2027")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    choose(dialog, tmp_path / "neu.landauf")
    with pytest.raises(FileProblemError):
        Workspace.open(tmp_path / "neu.landauf", clock=clock, author="", device="")
    Workspace.open(tmp_path / "neu.landauf", clock=clock, author="", device="", passphrase="Elbe 2027").close()


def test_file_that_is_there_already_is_left_alone(qtbot, clock, desk):
    dialog = add(qtbot, NewFileDialog(clock))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    choose(dialog, desk.path)
    assert dialog.isVisible()
    assert dialog.problem.words.text()


def test_backup_is_restored(qtbot, desk, ws, tmp_path):
    make_event(ws, "Vorher")
    file_menu._back_up(desk, tmp_path / "stand.landauf-backup")
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    make_event(ws, "Nachher")
    dialog = add(qtbot, RestoreDialog(desk, tmp_path / "stand.landauf-backup"))
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert [row.title for row in ws.first_page().coming] == ["Vorher"]


def test_damaged_backup_is_refused_in_the_dialog(qtbot, desk, ws, tmp_path):
    make_event(ws, "Bleibt")
    (tmp_path / "kaputt.landauf-backup").write_bytes(b"%PDF-1.7" * 400)
    dialog = add(qtbot, RestoreDialog(desk, tmp_path / "kaputt.landauf-backup"))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.problem.words.text()))
    assert dialog.primary.isEnabled()
    assert [row.title for row in ws.first_page().coming] == ["Bleibt"]
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)


def test_check_shows_every_problem(qtbot, tmp_path):
    problems = (Problem("", "Seite {number} fehlt", (("number", 3),)), Problem("", "Index fehlt"))
    dialog = add(qtbot, CheckDialog(tmp_path / "x.landauf", problems))
    assert dialog.text.toPlainText() == "Seite 3 fehlt\nIndex fehlt"


def test_notices_of_all_data_and_fonts_can_be_read_and_copied(qtbot):
    dialog = add(qtbot, AboutDialog())
    assert __version__ in dialog.version.text()
    for notice in NOTICES:
        assert notice in about.text_of("notices")
        assert notice in about.text_of("region")
    assert "SIL OPEN FONT LICENSE" in about.text_of("fonts")
    qtbot.keyClick(dialog.parts, Qt.Key.Key_Right)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert NOTICES[1] in QGuiApplication.clipboard().text()
