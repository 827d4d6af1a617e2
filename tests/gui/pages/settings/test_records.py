"""Vocabularies, vehicles, people and corrected drives in the settings."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from domain.rows.tours import Absence, HeldQualification
from domain.rows.vocabulary import CorrectionDraft
from domain.usecases import fleet, people, travel, vocabulary
from gui.page import ALL_TABLES
from gui.pages.settings.page import SettingsPage
from tests.builders import HALLE, KOETHEN, make_person, make_topic, make_vehicle


@pytest.fixture
def page(qtbot, desk, settle):
    """The page as it is first shown."""
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.refresh(ALL_TABLES)
    made.resize(1158, 704)
    with qtbot.waitExposed(made):
        made.show()
    desk.changed.connect(made.refresh)
    yield made
    settle()


def shown(page, kind):
    page.tabs.bar.setCurrentIndex(4 + list(page.lists).index(kind))
    return page.lists[kind]


def widget(dialog, attribute):
    return next(form.fields[attribute].binding.widget for form in dialog.forms if attribute in form.fields)


def type_into(qtbot, field, words):
    field.window().activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def save(qtbot, dialog):
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        ("topics", vocabulary.topics),
        ("groups", vocabulary.target_groups),
        ("qualifications", vocabulary.qualifications),
        ("equipment", fleet.equipment),
    ],
)
def test_name_is_entered_changed_and_deleted(page, qtbot, kind, query):
    records = shown(page, kind)
    qtbot.mouseClick(records.new, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    type_into(qtbot, widget(dialog, "name"), "Erstes")
    save(qtbot, dialog)
    assert [row.name for row in page.desk.ask(query)] == ["Erstes"]
    records.table.select(records.model.id_at(0))
    dialog = records.edit()
    type_into(qtbot, widget(dialog, "name"), "Zweites")
    save(qtbot, dialog)
    assert [row.name for row in page.desk.ask(query)] == ["Zweites"]
    records.table.setFocus()
    qtbot.keyClick(records.table, Qt.Key.Key_Delete)
    assert page.desk.ask(query) == []
    page.desk.undo_state()
    page.desk.undo()
    assert [row.name for row in page.desk.ask(query)] == ["Zweites"]


def test_name_given_twice_is_refused_in_the_dialog(page, qtbot, ws):
    make_topic(ws, "Sucht")
    dialog = shown(page, "topics").enter()
    type_into(qtbot, widget(dialog, "name"), "sucht")
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.forms[0].fields["name"].problem.words.text()
    dialog.reject()


def test_topic_gets_its_days(page, qtbot):
    dialog = shown(page, "topics").enter()
    type_into(qtbot, widget(dialog, "name"), "Einbruchschutz")
    type_into(qtbot, widget(dialog, "valid_from"), "1.1.2027")
    save(qtbot, dialog)
    row = page.desk.ask(vocabulary.topic_rows)[0]
    assert row.draft.valid_from == date(2027, 1, 1)
    assert page.lists["topics"].model.rows() == (row,)


def test_tabs_count_their_records(page, ws):
    make_vehicle(ws)
    assert page.tabs.bar.tabData(4 + list(page.lists).index("vehicles")) == 1


def test_vehicle_is_changed_by_enter(page, qtbot, ws):
    make_vehicle(ws, "Kleinbus")
    records = shown(page, "vehicles")
    records.table.select(records.model.id_at(0))
    qtbot.keyClick(records.table, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    type_into(qtbot, widget(dialog, "length_m"), "5,9")
    save(qtbot, dialog)
    assert page.desk.ask(fleet.list_rows)[0].draft.length_m == 5.9


def test_person_gets_qualification_and_absence(page, qtbot, ws):
    key = ws.run("Add", vocabulary.add_qualification, "Sprengstoffkunde")
    make_person(ws, "Jana Kühne")
    records = shown(page, "people")
    records.table.select(records.model.id_at(0))
    dialog = records.edit()
    held, away = widget(dialog, "qualifications"), widget(dialog, "absences")
    qtbot.mouseClick(held.adder, Qt.MouseButton.LeftButton)
    held.lines[0].what.set_value(key)
    held.lines[0].what.activated.emit(0)
    type_into(qtbot, held.lines[0].until, "31.12.2028")
    qtbot.mouseClick(away.adder, Qt.MouseButton.LeftButton)
    type_into(qtbot, away.lines[0].from_day, "3.5.2027")
    type_into(qtbot, away.lines[0].reason, "Urlaub")
    save(qtbot, dialog)
    draft = page.desk.ask(people.list_rows)[0].draft
    assert draft.qualifications == (HeldQualification(key, date(2028, 12, 31)),)
    assert draft.absences == (Absence(date(2027, 5, 3), date(2027, 5, 3), "Urlaub"),)


def test_cross_takes_an_absence_away(page, qtbot, ws):
    make_person(ws, absences=(Absence(date(2027, 5, 3), date(2027, 5, 7)),))
    records = shown(page, "people")
    records.table.select(records.model.id_at(0))
    dialog = records.edit()
    qtbot.mouseClick(widget(dialog, "absences").lines[0].cross, Qt.MouseButton.LeftButton)
    save(qtbot, dialog)
    assert page.desk.ask(people.list_rows)[0].draft.absences == ()


def test_corrected_drive_is_entered_and_forgotten(page, qtbot):
    page.tabs.bar.setCurrentIndex(2)
    records = page.corrections.records
    dialog = records.enter()
    widget(dialog, "from_ags").set_ags(HALLE)
    widget(dialog, "from_ags").ags_changed.emit(HALLE)
    save(qtbot, dialog)
    assert dialog.forms[0].fields["to_ags"].problem.words.text()
    widget(dialog, "to_ags").set_ags(KOETHEN)
    widget(dialog, "to_ags").ags_changed.emit(KOETHEN)
    type_into(qtbot, widget(dialog, "minutes"), "45")
    save(qtbot, dialog)
    rows = page.desk.ask(travel.corrections)
    assert [row.draft for row in rows] == [CorrectionDraft(HALLE, KOETHEN, 45, None)]
    records.table.select(rows[0].id)
    qtbot.mouseClick(records.delete_button, Qt.MouseButton.LeftButton)
    assert page.desk.ask(travel.corrections) == []
