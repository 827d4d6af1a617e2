"""F1 on pages, in dialogs, at the stand and in the first window opens the manual where it helps."""

from importlib import import_module
from pkgutil import walk_packages

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import gui
from domain.documents.manual_text import chapters
from gui.dialogs.about import AboutDialog
from gui.dialogs.dialog import Dialog
from gui.dialogs.reason import ReasonDialog
from gui.dialogs.tally.window import TallyWindow
from gui.local_state import LocalState
from gui.manual import opening as manual
from gui.shell import Shell
from gui.welcome.window import WelcomeWindow
from tests.gui.dialogs.tally_rows import make_stand


def test_a_dialog_does_not_lock_the_manual(opened, desk, qtbot):
    window = Shell()
    qtbot.addWidget(window)
    window.attach(desk)
    dialog = AboutDialog(window)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert dialog.windowModality() == Qt.WindowModality.WindowModal
    assert manual._open[0].window().parent() is None
    dialog.close()
    QApplication.processEvents()


def test_f1_on_a_page_and_in_a_dialog_opens_it(opened, desk, qtbot):
    window = Shell()
    qtbot.addWidget(window)
    window.attach(desk)
    window.show_page("coverage")
    window.actions_.trigger("help.manual")
    assert manual._open[0].browser.chapter_id() == "coverage"
    dialog = AboutDialog(window)
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert manual._open[0].browser.chapter_id() == "first-steps"
    dialog.close()
    QApplication.processEvents()


def test_f1_at_the_stand_opens_its_chapter_and_counting_goes_on(opened, desk, ws, qtbot):
    event, groups = make_stand(ws)
    stand = TallyWindow(desk, event)
    qtbot.addWidget(stand)
    stand.show()
    qtbot.keyClick(stand, Qt.Key.Key_F1)
    assert manual._open[0].browser.chapter_id() == "stand"
    qtbot.keyClick(stand, Qt.Key.Key_1)
    assert stand.grid.tiles[0].count == 1
    assert len(groups) == len(stand.grid.tiles)


def test_f1_in_a_dialog_without_a_chapter_helps_with_what_lies_below(opened, desk, qtbot):
    window = Shell()
    qtbot.addWidget(window)
    window.attach(desk)
    dialog = ReasonDialog("Grund", "Warum?", "Weiter", window.show_page("concerns"))
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert manual._open[0].browser.chapter_id() == "concerns"
    dialog.close()
    QApplication.processEvents()


def test_f1_in_the_first_window_opens_the_first_chapter(opened, clock, qtbot, tmp_path):
    welcome = WelcomeWindow(LocalState(tmp_path), clock)
    qtbot.addWidget(welcome)
    qtbot.keyClick(welcome, Qt.Key.Key_F1)
    assert manual._open[0].browser.chapter_id() == "first-steps"


def test_every_dialog_leads_to_a_chapter_of_its_own():
    """By its module or package; only the one that asks for a reason helps with what lies below it."""
    for module in walk_packages(gui.__path__, "gui."):
        if ".dialogs." in module.name or ".pages." in module.name:
            import_module(module.name)
    known = {name for chapter in chapters("de") for name in chapter.pages}
    lost = {each.__module__ for each in below(Dialog) if not known & set(each.__module__.split("."))}
    assert {name for name in lost if name.startswith("gui.")} == {
        "gui.dialogs.reason", "gui.dialogs.draft_dialog", "gui.manual.picture",
    }  # fmt: skip


def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)
