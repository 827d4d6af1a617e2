"""The week: hours, quarters, whole days."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from domain.usecases import events
from gui.pages.calendar.week_picture import HOUR
from tests.builders import DAY, at, make_event
from tests.gui.pages.calendar.mouse import drag, spot_of


def week_of(page):
    page.show_view("week")
    return page.week


def row_of(ws, event_id):
    return ws.ask(events.detail, event_id).row


def test_an_event_is_moved_to_another_day_and_quarter_by_mouse(open_calendar, ws, desk, settle):
    event_id = make_event(ws, start="10:00", end="11:30")
    week = week_of(open_calendar())
    spot = spot_of(week, event_id)
    column = (week.viewport().width() - 56) // 7
    drag(week, spot, spot + QPoint(-column, HOUR + HOUR // 4 + 2))
    settle()
    row = row_of(ws, event_id)
    assert (row.starts_at, row.ends_at) == (at(DAY - timedelta(days=1), "11:15"), at(DAY - timedelta(days=1), "12:45"))
    desk.undo()
    assert row_of(ws, event_id).starts_at == at(DAY, "10:00")


def test_whole_days_move_in_their_strip_and_stay_whole_days(open_calendar, ws, settle):
    event_id = make_event(ws, all_day=True)
    week = week_of(open_calendar())
    spot = spot_of(week, event_id)
    drag(week, spot, spot + QPoint((week.viewport().width() - 56) // 7, 200))
    settle()
    row = row_of(ws, event_id)
    assert (row.all_day, row.first_day) == (True, DAY + timedelta(days=1))


def test_alt_and_arrows_move_by_a_quarter_and_by_a_day(open_calendar, ws, settle):
    event_id = make_event(ws, start="10:00", end="11:30")
    week = week_of(open_calendar())
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(week, Qt.Key.Key_Up, alt)
    QTest.keyClick(week, Qt.Key.Key_Left, alt)
    settle()
    assert row_of(ws, event_id).starts_at == at(DAY - timedelta(days=1), "09:45")


def test_up_and_down_go_through_the_events_of_the_day(open_calendar, ws):
    early, late = make_event(ws, start="08:00", end="09:00"), make_event(ws)
    page = open_calendar()
    week = week_of(page)
    assert page.selection.event_id == early
    QTest.keyClick(week, Qt.Key.Key_Down)
    assert page.selection.event_id == late


def test_right_on_sunday_turns_to_the_next_week(open_calendar):
    page = open_calendar()
    week = week_of(page)
    page.go_to(date(2027, 5, 16))
    QTest.keyClick(week, Qt.Key.Key_Right)
    assert week.monday == date(2027, 5, 17)
    QTest.keyClick(week, Qt.Key.Key_PageUp)
    assert (week.monday, page.selection.day) == (date(2027, 5, 10), date(2027, 5, 10))


def test_a_patrol_across_midnight_is_on_both_days(open_calendar, ws):
    event_id = ws.run("Patrol", events.create, _patrol())
    week = week_of(open_calendar())
    days = [any(block.row.id == event_id for block in blocks) for blocks in week._week().blocks]
    assert days == [False, False, False, True, True, False, False]


def _patrol():
    from tests.builders import event_draft

    return event_draft("Streife", starts_at=at(DAY, "22:00"), ends_at=at(DAY + timedelta(days=1), "02:00"))
