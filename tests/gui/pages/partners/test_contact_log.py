"""The contact log in the inspector, through the keyboard."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.partners import ContactDraft
from domain.terms import ContactChannel, EventState
from domain.usecases import contact_log, partners
from gui.pages.partners.log_form import EntryDialog
from tests.builders import DAY, make_event, make_partner
from tests.domain.usecases.network_of import note
from tests.gui.typing import field, type_into, type_text, visible_dialog

TODAY = date(2027, 4, 28)
LOG = 2


@pytest.fixture
def page(opened, ws):
    """The page with one school and its log in front."""
    ws.run("Add", partners.add_contact, ContactDraft(make_partner(ws, "Schule am Ring"), "Schulleitung"))
    shown = opened()
    shown.panel.tabs.bar.setCurrentIndex(LOG)
    return shown


def subjects(page):
    return [line.subject for line in page.panel.log.lines.rows()]


def test_entries_are_typed_one_after_another_and_enter_writes_each(page, qtbot, settle):
    log = page.panel.log
    log.subject.setFocus()
    for words in ("Angerufen", "Rückruf"):
        type_text(log.subject, words)
        qtbot.keyClick(log.subject, Qt.Key.Key_Return)
        settle()
        assert QApplication.focusWidget() is log.subject
        assert log.subject.text() == ""
    assert subjects(page) == ["Rückruf", "Angerufen"]
    assert page.detail().row.last_contact == TODAY


def test_channel_and_day_are_chosen_by_keyboard(page, qtbot, settle):
    log = page.panel.log
    log.channel.setFocus()
    qtbot.keyClick(log.channel, Qt.Key.Key_Down)
    type_into(log.day, "12.04.2027")
    type_into(log.subject, "Angebot gesendet")
    qtbot.keyClick(log.subject, Qt.Key.Key_Return)
    settle()
    (line,) = log.lines.rows()
    assert (line.channel, line.day) == (ContactChannel.email, date(2027, 4, 12))
    assert log.day.day() == TODAY


def test_an_empty_or_coming_entry_is_refused_and_stays(page, qtbot):
    log = page.panel.log
    qtbot.keyClick(log.subject, Qt.Key.Key_Return)
    assert log.trouble.words.text()
    type_into(log.day, "12.05.2027")
    type_into(log.subject, "Kommt noch")
    qtbot.keyClick(log.subject, Qt.Key.Key_Return)
    assert "Zukunft" in log.trouble.words.text()
    assert log.subject.text() == "Kommt noch"


def test_the_whole_form_takes_person_and_event(page, ws, qtbot, settle):
    make_event(ws, "Bürgerdialog", host_id=page.detail().row.id)
    settle()
    type_into(page.panel.log.subject, "Abgestimmt")
    page.panel.log.more.click()
    dialog = visible_dialog(qtbot, page, EntryDialog)
    assert field(dialog, "subject").text() == "Abgestimmt"
    for name in ("contact_id", "event_id"):
        qtbot.keyClick(field(dialog, name), Qt.Key.Key_Down)
    dialog.primary.click()
    settle()
    (line,) = page.panel.log.lines.rows()
    assert line.about == "Schulleitung · Bürgerdialog"
    assert page.panel.log.subject.text() == ""


def test_enter_opens_an_entry_to_change_or_delete_it(page, ws, qtbot, settle):
    partner = page.detail().row.id
    note(ws, partner, TODAY - timedelta(days=3), "Angerufen")
    settle()
    table = page.panel.log.table
    table.select(page.panel.log.lines.id_at(0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = visible_dialog(qtbot, page, EntryDialog)
    type_into(field(dialog, "subject"), "Zurückgerufen")
    qtbot.keyClick(field(dialog, "subject"), Qt.Key.Key_Return)
    settle()
    assert subjects(page) == ["Zurückgerufen"]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    visible_dialog(qtbot, page, EntryDialog).removed.emit()
    settle()
    assert ws.ask(contact_log.timeline, partner) == ()


def test_enter_on_an_event_goes_to_its_page(page, ws, qtbot, settle):
    event = make_event(ws, "Vortrag", day=DAY - timedelta(days=60), state=EventState.held, host_id=page.detail().row.id)
    settle()
    page.panel.log.table.select(event)
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.panel.log.table, Qt.Key.Key_Return)
    assert asked.args == ["events", event]


def test_what_was_typed_for_one_partner_is_not_written_down_for_another(page, ws, settle):
    other = make_partner(ws, "Verein Saale")
    type_into(page.panel.log.subject, "Nur für die Schule")
    settle()
    assert page.panel.log.subject.text() == "Nur für die Schule"
    page.table.select(other)
    assert page.panel.log.subject.text() == ""
