"""The record of an event, through keyboard and mouse."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from domain.rows.events import AssignmentDraft, DialogueFacts, PatrolFacts
from domain.terms import AssignmentRole, EventKind, EventState, PlaceKind
from domain.usecases import event_rows, events
from gui import theme
from gui.dialogs.new_day import NewDayDialog
from gui.dialogs.reason import ReasonDialog
from gui.dialogs.series import SeriesDialog
from gui.pages.events.draft_keeper import KeptEvent
from gui.pages.events.page import EventsPage
from tests.builders import DAY, HALLE, KOETHEN, at, change_event, make_event, make_person
from tests.gui.audit import assert_accessible
from tests.gui.pages.events.deeds import field, problem, put_time, type_title

TODAY = date(2027, 4, 28)


def stored(desk, event_id):
    return desk.ask(events.detail, event_id)


def booked_twice(record):
    return [notice for notice in record.side.conflicts.notices if "doppelt" in notice.headline.text()]


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
    assert (found.draft.starts_at, found.draft.ends_at) == (at(DAY, "18:00"), at(DAY, "20:00"))
    assert page.context() == found.row.number


def test_missing_title_is_said_beside_its_field(opened, qtbot):
    page = opened()
    page.new_event(DAY)
    assert not page.record.save()
    assert problem(page.record, "title")
    assert page.record.record is None


def test_problem_brings_its_tab_to_the_front(record, ws, desk, qtbot):
    event_id = make_event(ws, kind=EventKind.online, facts=None)
    opened = record(event_id)
    channel = field(opened, "facts.channel")
    channel.setFocus()
    qtbot.keyClicks(channel, "x" * 101)
    opened.tabs.bar.setCurrentIndex(0)
    assert not opened.save()
    assert opened.tabs.bar.currentIndex() == 2
    assert problem(opened, "facts.channel")


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


def test_conflict_of_the_draft_is_shown_and_repaired(record, ws, desk, qtbot, settle):
    person = make_person(ws)
    team = (AssignmentDraft(person, AssignmentRole.speaker),)
    make_event(ws, "Halle", start="10:00", end="12:00", ags=HALLE, assignments=team)
    event_id = make_event(ws, "Köthen", start="16:00", end="17:00", ags=KOETHEN, assignments=team)
    opened = record(event_id)
    assert not booked_twice(opened)
    put_time(qtbot, opened.tabs.details.when.hours.start, "11:00")
    qtbot.waitUntil(lambda: bool(booked_twice(opened)))
    notice = booked_twice(opened)[0]
    repairs = [button for button in notice.findChildren(type(opened.tabs.save)) if button.toolTip()]
    own = next(button for button in repairs if button.text().startswith("Auf "))
    before = opened.draft().starts_at
    qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
    assert opened.draft().starts_at != before
    assert opened.has_changes()
    qtbot.waitUntil(lambda: not booked_twice(opened))
    assert stored(desk, event_id).draft.starts_at == at(DAY, "16:00")


def test_conflict_is_accepted_with_a_reason_and_lifted_again(record, ws, qtbot, settle):
    person = make_person(ws)
    team = (AssignmentDraft(person, AssignmentRole.speaker),)
    make_event(ws, "Halle", ags=HALLE, assignments=team)
    opened = record(make_event(ws, "Köthen", ags=KOETHEN, assignments=team))
    panel = opened.side.conflicts
    count = len(panel.notices)
    assert count
    finding = panel._shown[0]
    panel.accept_asked.emit(finding)
    dialog = opened.window().findChild(ReasonDialog)
    qtbot.keyClicks(dialog.field, "Vertretung ist da")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    qtbot.waitUntil(lambda: any(each.accepted for each in panel._shown))
    assert "Vertretung ist da" in panel.notices[-1].line.text()
    panel.take_back_asked.emit(next(each for each in panel._shown if each.accepted))
    settle()
    assert not any(each.accepted for each in panel._shown)


def test_next_step_is_the_primary_button(opened, ws, desk):
    event_id = make_event(ws, state=EventState.tentative)
    page = opened()
    page.show_record(event_id)
    assert page.primary() == "events.confirm"
    page.deeds.confirm()
    assert stored(desk, event_id).row.state is EventState.confirmed
    assert page.primary() == ""  # still to come: nothing can have been held
    past = make_event(ws, day=TODAY - timedelta(days=3))
    page.show_record(past)
    assert page.primary() == "events.hold"
    page.deeds.hold()
    assert page.primary() == "events.review"


def test_step_that_is_refused_says_why(opened, ws, desk):
    page = opened()
    page.show_record(make_event(ws, day=None))
    page.deeds.confirm()
    assert problem(page.record, "all_day,starts_at,ends_at,first_day,last_day")
    assert page.record.row.state is EventState.idea


def test_cancelling_asks_for_the_reason(opened, ws, desk, qtbot):
    event_id = make_event(ws)
    page = opened()
    page.show_record(event_id)
    page.deeds.cancel()
    dialog = page.window().findChild(ReasonDialog)
    assert not dialog.primary.isEnabled()
    qtbot.keyClicks(dialog.field, "Saal gesperrt")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    draft = stored(desk, event_id).draft
    assert (draft.state, draft.state_reason) == (EventState.cancelled, "Saal gesperrt")


def test_postponing_asks_for_another_day(opened, ws, desk, qtbot):
    event_id = make_event(ws)
    page = opened()
    page.show_record(event_id)
    page.deeds.postpone()
    dialog = page.window().findChild(NewDayDialog)
    qtbot.keyClicks(dialog.field, "13.05.2027")
    assert not dialog.primary.isEnabled()
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "20.05.2027")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert stored(desk, event_id).draft.postponed_to == date(2027, 5, 20)


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


def test_foreign_change_reloads_an_untouched_form(record, ws):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    change_event(ws, event_id, title="Von anderswo")
    assert field(opened, "title").text() == "Von anderswo"
    assert not opened.hint.isVisible()


def test_foreign_change_keeps_what_is_typed(record, ws, desk, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    type_title(qtbot, opened, "Getippt")
    change_event(ws, event_id, room="Saal 3")
    assert field(opened, "title").text() == "Getippt"
    assert opened.hint.isVisible()
    assert not opened.save()
    keep = opened.hint.buttons[1]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert opened.save()
    assert stored(desk, event_id).draft.title == "Getippt"


def test_foreign_change_can_be_loaded_instead(record, ws, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    type_title(qtbot, opened, "Getippt")
    change_event(ws, event_id, title="Von anderswo")
    qtbot.mouseClick(opened.hint.buttons[0], Qt.MouseButton.LeftButton)
    assert field(opened, "title").text() == "Von anderswo"


def test_event_deleted_elsewhere_closes_its_record(opened, ws):
    event_id = make_event(ws)
    page = opened()
    page.show_record(event_id)
    ws.run("Delete", events.delete, [event_id])
    assert page.stack.currentWidget() is page.list


def test_what_was_typed_before_a_crash_is_restored(record, ws, desk, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    steps = desk.undo_state()
    type_title(qtbot, opened, "Vor dem Absturz")
    qtbot.waitUntil(lambda: opened.keeper.found(event_id) is not None, timeout=3000)
    assert desk.undo_state() == steps
    second = EventsPage(desk)
    qtbot.addWidget(second)
    second.show_record(event_id)
    assert field(second.record, "title").text() == "Vor dem Absturz"
    assert second.record.hint.words.text()
    qtbot.mouseClick(second.record.hint.buttons[0], Qt.MouseButton.LeftButton)
    assert field(second.record, "title").text() == "Alt"
    assert second.record.keeper.found(event_id) is None


def test_new_event_typed_before_a_crash_is_restored(opened, desk, qtbot):
    page = opened()
    page.new_event(DAY)
    type_title(qtbot, page.record, "Noch nicht fertig")
    page.record.keeper.write_now()
    second = EventsPage(desk)
    qtbot.addWidget(second)
    second.new_event()
    assert second.record.draft().title == "Noch nicht fertig"


def test_saved_draft_is_no_longer_kept(record, ws, desk, qtbot):
    event_id = make_event(ws, "Alt")
    opened = record(event_id)
    type_title(qtbot, opened, "Neu")
    opened.keeper.write_now()
    assert isinstance(opened.keeper.found(event_id), KeptEvent)
    assert opened.save()
    assert opened.keeper.found(event_id) is None


def test_duplicate_opens_the_copy(opened, ws, desk):
    event_id = make_event(ws, "Original")
    page = opened()
    page.show_record(event_id)
    page.deeds.duplicate()
    assert page.record.record != event_id
    assert page.title() == "Original"


def test_every_kind_opens_without_a_change(opened, ws):
    ids = [make_event(ws, kind=kind) for kind in EventKind]
    page = opened()
    for event_id in ids:
        page.show_record(event_id)
        assert not page.record.has_changes()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_record_can_be_used_without_eyes_and_mouse(record, ws, qapp, choice):
    theme.use(qapp, choice)
    opened = record(make_event(ws, facts=DialogueFacts(seats=90)))
    for tab in range(opened.tabs.bar.count()):
        opened.tabs.bar.setCurrentIndex(tab)
        assert_accessible(opened)
    theme.use(qapp, "light")


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


def test_series_shows_its_days_before_it_is_made(opened, ws, desk, qtbot):
    page = opened()
    page.show_record(make_event(ws, day=date(2027, 4, 29)))  # a Thursday; 6 May is Ascension
    page.deeds.series()
    dialog = page.window().findChild(SeriesDialog)
    dialog.times.selectAll()
    qtbot.keyClicks(dialog.times, "3")
    lines = [line.text() for line in dialog.list.findChildren(QLabel)]
    assert len(lines) == 3
    assert "Himmelfahrt" in lines[1]
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    days = [row.start_day for row in desk.ask(event_rows.list_rows)]
    assert days == [date(2027, 4, 29), date(2027, 5, 13)]


def test_series_without_an_end_is_refused(opened, ws, qtbot):
    page = opened()
    page.show_record(make_event(ws))
    page.deeds.series()
    dialog = page.window().findChild(SeriesDialog)
    dialog.times.selectAll()
    qtbot.keyClick(dialog.times, Qt.Key.Key_Delete)
    assert not dialog.primary.isEnabled()
    assert dialog.summary.text()


def test_menu_holds_only_what_can_be_done(opened, ws):
    page = opened()
    page.show_record(make_event(ws, state=EventState.tentative))
    menu = page.head.menu_now()
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Bestätigen" in words
    assert "Verschieben …" in words
    assert "Nachbereitet" not in words
    menu.deleteLater()
