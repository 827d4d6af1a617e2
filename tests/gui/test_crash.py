"""What nobody caught: trouble is shown, bugs are reported without personal data."""

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from domain.errors import NotFoundError
from gui import crash
from gui.crash import CrashWatch
from gui.dialogs.crash import CrashDialog

WHO = "Frau Sanders, 0391 5671234"


@pytest.fixture
def watch(qapp, tmp_path, capsys):
    """A watch with what it showed; the traceback it prints is swallowed."""
    complaints, reports = [], []
    made = CrashWatch(complaints.append, reports.append)
    made.install(tmp_path)
    yield made, complaints, reports
    made.uninstall()
    capsys.readouterr()


def broken(name):
    secret_path = f"/home/{name}/plan.landauf"
    raise KeyError(secret_path)


def caught():
    try:
        broken(WHO)
    except KeyError as error:
        return error


def test_report_names_versions_and_the_way_through_the_code():
    text = crash.report(caught())
    assert "PySide6-Essentials 6." in text
    assert "builtins.KeyError" in text
    assert "tests/gui/test_crash.py:" in text
    assert "in broken" in text


def test_report_holds_no_values_messages_or_paths_of_this_machine():
    text = crash.report(caught())
    assert "Sanders" not in text
    assert "5671234" not in text
    assert str(crash._ROOT) not in text


def test_report_names_the_cause_too():
    try:
        try:
            broken(WHO)
        except KeyError as first:
            raise ValueError(WHO) from first
    except ValueError as error:
        text = crash.report(error)
    assert text.index("builtins.ValueError") < text.index("builtins.KeyError")


def test_a_bug_shows_a_report(watch, qtbot):
    made, complaints, reports = watch
    made.on_error(KeyError, caught(), None)
    qtbot.waitUntil(lambda: bool(reports))
    assert "builtins.KeyError" in reports[0]
    assert complaints == []


def test_trouble_goes_to_the_message_bar(watch, qtbot):
    made, complaints, reports = watch
    error = NotFoundError("gone")
    made.on_error(NotFoundError, error, None)
    qtbot.waitUntil(lambda: bool(complaints))
    assert complaints == [error]
    assert reports == []


def test_a_bug_in_a_plain_thread_is_reported_on_the_gui_thread(watch, qtbot):
    _made, _complaints, reports = watch
    thread = threading.Thread(target=broken, args=(WHO,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(reports))
    assert "in broken" in reports[0]


def test_uninstalling_puts_the_handlers_back(qapp, tmp_path):
    made = CrashWatch(print, print)
    made.install(tmp_path)
    made.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__


def test_dialog_gives_the_report_to_copy(qtbot):
    dialog = CrashDialog("report text")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "report text"
    assert dialog.report.isReadOnly()
