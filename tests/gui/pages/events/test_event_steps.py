"""Steps of state, conflicts, copies and series of an event, through keyboard and mouse."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from domain.rows.events import AssignmentDraft
from domain.terms import AssignmentRole, EventState
from domain.usecases import event_rows, events
from gui.dialogs.new_day import NewDayDialog
from gui.dialogs.reason import ReasonDialog
from gui.dialogs.review import ReviewDialog
from gui.dialogs.series import SeriesDialog
from tests.builders import DAY, HALLE, KOETHEN, at, make_event, make_person
from tests.gui.pages.events.deeds import problem, put_time

TODAY = date(2027, 4, 28)


def stored(desk, event_id):
    return desk.ask(events.detail, event_id)


def booked_twice(record):
    return [notice for notice in record.side.conflicts.notices if "doppelt" in notice.headline.text()]


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
    page.states.confirm()
    assert stored(desk, event_id).row.state is EventState.confirmed
    assert page.primary() == ""  # still to come: nothing can have been held
    past = make_event(ws, day=TODAY - timedelta(days=3))
    page.show_record(past)
    assert page.primary() == "events.hold"
    page.states.hold()
    dialog = page.window().findChild(ReviewDialog)
    dialog.only_held.click()
    assert page.primary() == "events.review"
    page.states.review()
    page.window().findChildren(ReviewDialog)[-1].primary.click()
    assert stored(desk, past).row.state is EventState.reviewed
    assert page.primary() == ""


def test_step_that_is_refused_says_why(opened, ws, desk):
    page = opened()
    page.show_record(make_event(ws, day=None))
    page.states.confirm()
    assert problem(page.record, "all_day,starts_at,ends_at,first_day,last_day")
    assert page.record.row.state is EventState.idea


def test_cancelling_asks_for_the_reason(opened, ws, desk, qtbot):
    event_id = make_event(ws)
    page = opened()
    page.show_record(event_id)
    page.states.cancel()
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
    page.states.postpone()
    dialog = page.window().findChild(NewDayDialog)
    qtbot.keyClicks(dialog.field, "13.05.2027")
    assert not dialog.primary.isEnabled()
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "20.05.2027")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert stored(desk, event_id).draft.postponed_to == date(2027, 5, 20)


def test_duplicate_opens_the_copy(opened, ws, desk):
    event_id = make_event(ws, "Original")
    page = opened()
    page.show_record(event_id)
    page.deeds.duplicate()
    assert page.record.record != event_id
    assert page.title() == "Original"


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
