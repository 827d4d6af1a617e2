"""The announcement of a public event in the window."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from domain.terms import Audience, OnlineChannel
from gui.dialogs.announcement import open_announcement
from gui.dialogs.event_files import write_cancellation, write_entry
from tests.builders import make_event
from tests.gui.audit import assert_accessible

LINK = "https://praevention.example/a"


@pytest.fixture
def dialog(desk, ws, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    event = make_event(ws, "Bürgerdialog", public_text="Wort " * 300)
    yield open_announcement(window, desk, event)
    window.close()


def choose(dialog, channel):
    dialog.channel.set_value(channel)
    dialog.propose()


def test_the_text_fits_the_channel_and_counts_while_typing(dialog):
    assert dialog.count.text().endswith(" von 500 Zeichen")
    choose(dialog, OnlineChannel.x)
    assert dialog.count.text().endswith(" von 280 Zeichen")
    dialog.text.insertPlainText("👩‍👩‍👧‍👦" * 200)
    assert "zu viel" in dialog.count.text()
    choose(dialog, None)
    assert dialog.wanted() is None
    assert dialog.text.text().count("Wort") == 300


def test_a_link_is_put_at_the_end(dialog):
    dialog.link.setText(LINK)
    dialog.link.editingFinished.emit()
    assert dialog.text.text().endswith(f"\n\n{LINK}")


def test_it_is_copied_and_saved_as_it_stands(dialog, tmp_path, settle):
    dialog.text.setPlainText("Nur dies")
    dialog.primary.click()
    assert QGuiApplication.clipboard().text() == "Nur dies"
    dialog.write(tmp_path / "a.txt")
    settle()
    assert (tmp_path / "a.txt").read_bytes() == b"Nur dies\n"
    dialog.copy_alt.click()
    assert QGuiApplication.clipboard().text().startswith("Ankündigung: Bürgerdialog. Do 13.05.2027")
    assert_accessible(dialog)


def test_what_the_public_may_not_see_is_told_instead(desk, ws, qtbot):
    window, told = QWidget(), []
    qtbot.addWidget(window)
    desk.told.connect(lambda *words: told.append(words))
    assert open_announcement(window, desk, make_event(ws, audience=Audience.internal)) is None
    assert "öffentlich" in told[0][0]


def test_one_event_is_written_as_a_file_for_calendars(desk, ws, tmp_path, settle):
    write_entry(desk, make_event(ws, "Bürgerdialog"), tmp_path / "a.ics")
    settle()
    assert b"SUMMARY:B\xc3\xbcrgerdialog" in (tmp_path / "a.ics").read_bytes()


def test_a_cancellation_of_what_takes_place_is_refused_by_a_line(desk, ws, tmp_path, settle):
    told = []
    desk.told.connect(lambda *words: told.append(words[0]))
    write_cancellation(desk, make_event(ws), tmp_path / "a.ics")
    settle()
    assert "findet noch statt" in told[0]
    assert not (tmp_path / "a.ics").exists()
