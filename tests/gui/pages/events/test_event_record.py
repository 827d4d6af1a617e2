"""The form of an event, through keyboard and mouse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from domain.rows.events import CouncilFacts, DialogueFacts, PatrolFacts, TrainingFacts
from domain.terms import EventKind, PlaceKind
from domain.usecases import events
from gui import theme
from gui.pages.events.facts_form import FactsForm
from tests.builders import DAY, at, make_event
from tests.gui.audit import assert_accessible
from tests.gui.pages.events.deeds import FACTS, field, problem, put_time, type_title


def stored(desk, event_id):
    return desk.ask(events.detail, event_id)


def test_new_event_is_typed_and_saved(opened, desk, qtbot, settle):
    page = opened()
    page.new_event(DAY, EventKind.lecture)
    type_title(qtbot, page.record, "Vortrag am Abend")
    when = page.record.tabs.details.when
    put_time(qtbot, when.hours.start, "18:00")
    qtbot.mouseClick(page.record.tabs.save, Qt.MouseButton.LeftButton)
    settle()
    found = stored(desk, page.record.record)
    assert found.draft.title == "Vortrag am Abend"
    assert found.draft.kind is EventKind.lecture
    assert (found.draft.starts_at, found.draft.ends_at) == (at(DAY, "18:00"), at(DAY, "19:30"))
    assert page.context() == found.row.number


def test_missing_title_is_said_beside_its_field(opened, qtbot):
    page = opened()
    page.new_event(DAY)
    assert not page.record.save()
    assert problem(page.record, "title")
    assert page.record.record is None
    qtbot.keyClicks(field(page.record, "title"), "Vortrag")
    assert not problem(page.record, "title")


def test_problem_brings_its_tab_to_the_front(record, ws, desk, qtbot):
    event_id = make_event(ws, kind=EventKind.council_meeting, facts=None)
    opened = record(event_id)
    session = field(opened, "facts.session")
    session.setFocus()
    qtbot.keyClicks(session, "x" * 101)
    opened.tabs.bar.setCurrentIndex(0)
    assert not opened.save()
    assert opened.tabs.bar.currentIndex() == FACTS
    assert problem(opened, "facts.session")


def test_problem_in_details_that_were_never_shown_builds_their_tab(record, ws):
    opened = record(make_event(ws, kind=EventKind.council_meeting, facts=None))
    assert opened.tabs.findChild(FactsForm) is None
    opened.tabs.forms.change(replace(opened.draft(), facts=CouncilFacts(session="x" * 101)))
    assert not opened.save()
    assert opened.tabs.bar.currentIndex() == FACTS
    assert problem(opened, "facts.session")


def test_incomplete_time_is_not_saved_as_no_date(record, ws, desk, qtbot):
    event_id = make_event(ws)
    opened = record(event_id)
    put_time(qtbot, opened.tabs.details.when.hours.end, "")
    assert not opened.save()
    assert stored(desk, event_id).draft.ends_at == at(DAY, "20:00")


def test_end_before_the_start_lies_on_the_next_day(record, ws, desk, qtbot):
    event_id = make_event(ws, kind=EventKind.joint_patrol)
    opened = record(event_id)
    when = opened.tabs.details.when
    put_time(qtbot, when.hours.end, "02:00")
    assert when.overnight.text()
    assert opened.save()
    assert stored(desk, event_id).draft.ends_at == at(DAY + timedelta(days=1), "02:00")


def test_whole_days_have_a_last_day(record, ws, desk, qtbot):
    event_id = make_event(ws)
    opened = record(event_id)
    when = opened.tabs.details.when
    qtbot.mouseClick(when.whole, Qt.MouseButton.LeftButton, pos=when.whole.rect().center())
    put_time(qtbot, when.last, "15.05.2027")
    assert opened.save()
    draft = stored(desk, event_id).draft
    assert (draft.all_day, draft.first_day, draft.last_day) == (True, DAY, DAY + timedelta(days=2))


def test_saving_by_keyboard_takes_the_field_that_is_being_typed(record, ws, desk, qtbot):
    event_id = make_event(ws)
    opened = record(event_id)
    expected = field(opened, "expected")
    expected.setFocus()
    qtbot.keyClicks(expected, "80")
    assert opened.save()
    assert stored(desk, event_id).draft.expected == 80


def test_changed_fields_are_counted_and_taken_back_one_by_one(record, ws, qtbot, settle):
    opened = record(make_event(ws, "Alt"))
    type_title(qtbot, opened, "Neu")
    room = field(opened, "room")
    room.setFocus()
    qtbot.keyClicks(room, "Saal 2")
    assert opened.tabs.changed.text() == "2 Felder geändert"
    opened.side.check_now()
    settle()
    entry = next(entry for entry in opened.side.history.timeline.entries if entry._moment.key == "title")
    assert (entry._moment.old, entry._moment.new) == ("Alt", "Neu")
    entry.revert_asked.emit("title")
    assert opened.draft().title == "Alt"
    assert opened.draft().room == "Saal 2"


def test_discard_shows_what_is_in_the_file(record, ws, qtbot):
    opened = record(make_event(ws, "Alt"))
    type_title(qtbot, opened, "Neu")
    qtbot.mouseClick(opened.tabs.discard, Qt.MouseButton.LeftButton)
    assert field(opened, "title").text() == "Alt"
    assert not opened.has_changes()


def test_history_shows_the_change_and_undo_restores(record, ws, desk, qtbot, settle):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    type_title(qtbot, opened, "Neu")
    assert opened.save()
    settle()
    newest = opened.side.history.timeline.entries[0]._moment
    assert (newest.headline, newest.old, newest.new) == ("Titel", "Alt", "Neu")
    desk.undo()
    settle()
    assert field(opened, "title").text() == "Alt"


def test_place_fields_follow_the_kind_of_place(record, ws):
    opened = record(make_event(ws))
    places = field(opened, "place_kind")
    for kind, shown, hidden in (
        (PlaceKind.online, "online_url", "street"),
        (PlaceKind.site, "site_id", "online_url"),
        (PlaceKind.partner, "place_partner_id", "site_id"),
        (PlaceKind.address, "street", "place_partner_id"),
    ):
        places.set_value(kind)
        places.activated.emit(0)
        assert field(opened, shown).isVisible()
        assert not field(opened, hidden).isVisible()


def test_kind_brings_its_own_tab(record, ws, desk):
    event_id = make_event(ws, facts=DialogueFacts(seats=90))
    opened = record(event_id)
    assert opened.tabs.bar.tabText(2) == "Bürgerdialog"
    kinds = field(opened, "kind")
    kinds.set_value(EventKind.joint_patrol)
    kinds.activated.emit(0)
    assert opened.tabs.bar.tabText(2) == "Gemeinsame Streife"
    officers = field(opened, "facts.police_officers")
    officers.set_number(4)
    officers.number_changed.emit(4)
    assert opened.save()
    assert stored(desk, event_id).draft.facts == PatrolFacts(police_officers=4)
    kinds.set_value(EventKind.mobile_stop)
    kinds.activated.emit(0)
    assert opened.tabs.bar.count() == 3


def test_kind_taken_back_brings_its_details_back(record, ws):
    opened = record(make_event(ws, facts=DialogueFacts(seats=90)))
    kinds = field(opened, "kind")
    kinds.set_value(EventKind.mobile_stop)
    kinds.activated.emit(0)
    opened.tabs.forms.revert("kind")
    assert opened.draft().facts == DialogueFacts(seats=90)
    assert field(opened, "facts.seats").number() == 90


def test_every_kind_opens_without_a_change(opened, ws):
    ids = [make_event(ws, kind=kind) for kind in EventKind]
    page = opened()
    for event_id in ids:
        page.show_record(event_id)
        assert not page.record.has_changes()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_record_can_be_used_without_eyes_and_mouse(record, ws, qapp, request, choice):
    theme.use(qapp, choice)
    request.addfinalizer(lambda: theme.use(qapp, "light"))
    opened = record(make_event(ws, facts=DialogueFacts(seats=90)))
    for tab in range(opened.tabs.bar.count()):
        opened.tabs.bar.setCurrentIndex(tab)
        assert_accessible(opened)


def test_right_side_becomes_a_drawer_in_a_narrow_window(opened, ws, qtbot):
    page = opened()
    page.show_record(make_event(ws))
    page.resize(880, 560)
    assert not page.record.side.isVisible()
    qtbot.mouseClick(page.record.tabs.aside, Qt.MouseButton.LeftButton)
    assert page.record.side.isVisible()
    qtbot.keyClick(page.record.tabs.bar, Qt.Key.Key_Escape)
    assert not page.record.side.isVisible()
    assert page.stack.currentWidget() is page.record


def test_details_in_front_follow_from_one_kind_to_the_next(opened, ws):
    patrol = make_event(ws, kind=EventKind.joint_patrol, facts=PatrolFacts(police_officers=4))
    training = make_event(ws, kind=EventKind.training, facts=TrainingFacts("Zuhören"))
    page = opened()
    for event_id, attribute in ((patrol, "facts.police_officers"), (training, "facts.aims"), (patrol, "facts.focus")):
        page.show_record(event_id)
        page.record.tabs.bar.setCurrentIndex(FACTS)
        assert field(page.record, attribute).isVisible()
        assert not page.record.has_changes()
