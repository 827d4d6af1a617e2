"""The month: by mouse and by keyboard, on a real file."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from domain.errors import LandaufError
from domain.terms import EventState
from domain.usecases import events
from tests.builders import DAY, at, event_draft, make_event
from tests.gui.pages.calendar.mouse import LEFT, PLAIN, drag, move_to, press, release, spot_of, spot_of_day

TOMORROW = DAY + timedelta(days=1)


def starts(ws, event_id):
    return ws.ask(events.detail, event_id).row.starts_at


def test_an_event_is_moved_to_another_day_by_mouse_as_one_undo_step(open_calendar, ws, desk, settle):
    event_id = make_event(ws)
    page = open_calendar()
    drag(page.month, spot_of(page.month, event_id), spot_of_day(page.month, DAY + timedelta(days=5)))
    settle()
    assert starts(ws, event_id) == at(DAY + timedelta(days=5), "18:00")
    assert page.selection.day == DAY + timedelta(days=5)
    desk.undo()
    assert starts(ws, event_id) == at(DAY, "18:00")
    settle()
    assert [row.id for row in page.stock.on(DAY)] == [event_id]


def test_an_event_of_several_days_keeps_the_day_it_was_held_by(open_calendar, ws, settle):
    monday = date(2027, 5, 10)
    event_id = make_event(ws, all_day=True, day=monday)
    ws.run("Longer", events.resize_days, event_id, monday + timedelta(days=2))
    page = open_calendar()
    on_monday = spot_of(page.month, event_id)
    on_tuesday = QPoint(spot_of_day(page.month, monday + timedelta(days=1)).x() + 20, on_monday.y())
    drag(page.month, on_tuesday, spot_of_day(page.month, monday + timedelta(days=8)))
    settle()
    row = ws.ask(events.detail, event_id).row
    assert (row.first_day, row.last_day) == (monday + timedelta(days=7), monday + timedelta(days=9))


def test_escape_lets_go_and_nothing_moves(open_calendar, ws):
    event_id = make_event(ws)
    page = open_calendar()
    start, end = spot_of(page.month, event_id), spot_of_day(page.month, TOMORROW)
    press(page.month, start)
    move_to(page.month, end)
    assert page.month.dragging.target.day == TOMORROW
    QTest.keyClick(page.month, Qt.Key.Key_Escape)
    release(page.month, end)
    assert starts(ws, event_id) == at(DAY, "18:00")


def test_a_click_with_a_trembling_hand_moves_nothing(open_calendar, ws):
    event_id = make_event(ws)
    page = open_calendar()
    spot = spot_of(page.month, event_id)
    drag(page.month, spot, spot + QPoint(2, 1))
    assert starts(ws, event_id) == at(DAY, "18:00")
    assert page.selection.event_id == event_id


def test_arrows_move_the_day_and_alt_moves_the_event(open_calendar, ws, settle):
    event_id = make_event(ws)
    page = open_calendar()
    assert (page.selection.day, page.selection.event_id) == (DAY, event_id)
    QTest.keyClick(page.month, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page.month, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert starts(ws, event_id) == at(DAY + timedelta(days=8), "18:00")
    assert page.selection.day == DAY + timedelta(days=8)
    QTest.keyClick(page.month, Qt.Key.Key_Up)
    assert (page.selection.day, page.selection.event_id) == (TOMORROW, None)


def test_space_goes_through_the_events_of_a_day(open_calendar, ws):
    early, late = make_event(ws, start="08:00", end="09:00"), make_event(ws)
    page = open_calendar()
    assert page.selection.event_id == early
    QTest.keyClick(page.month, Qt.Key.Key_Space)
    assert page.selection.event_id == late
    QTest.keyClick(page.month, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page.selection.event_id == early


def test_enter_opens_the_event_and_on_an_empty_day_begins_a_new_one(open_calendar, ws, qtbot):
    event_id = make_event(ws)
    page = open_calendar()
    with qtbot.waitSignal(page.asked_for) as asked:
        QTest.keyClick(page.month, Qt.Key.Key_Return)
    assert asked.args == ["events", event_id]
    page.go_to(TOMORROW)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_N):
        with qtbot.waitSignal(page.new_event_asked) as asked:
            QTest.keyClick(page.month, key)
        assert asked.args == [TOMORROW]


def test_a_double_click_on_an_empty_day_begins_a_new_event(open_calendar, qtbot):
    page = open_calendar()
    with qtbot.waitSignal(page.new_event_asked) as asked:
        QTest.mouseDClick(page.month.viewport(), LEFT, PLAIN, spot_of_day(page.month, TOMORROW))
    assert asked.args == [TOMORROW]


def test_page_keys_turn_months_and_t_returns_to_today(open_calendar, clock):
    page = open_calendar()
    QTest.keyClick(page.month, Qt.Key.Key_PageDown)
    assert (page.month.month, page.selection.day) == (date(2027, 6, 1), date(2027, 6, 13))
    QTest.keyClick(page.month, Qt.Key.Key_PageUp)
    QTest.keyClick(page.month, Qt.Key.Key_PageUp)
    assert page.month.month == date(2027, 4, 1)
    page.go_to(date(2030, 1, 1))
    QTest.keyClick(page.month, Qt.Key.Key_T)
    assert page.selection.day == clock().date()
    assert page.title() == "April 2027"


def test_the_last_and_first_day_of_the_calendar_can_be_reached(open_calendar):
    page = open_calendar()
    for day in (date(2100, 12, 31), date(1991, 1, 1)):
        page.go_to(day)
        assert page.month.day_at(spot_of_day(page.month, day).toPointF()) == day


def test_more_than_three_events_show_two_and_the_rest_opens_the_day(open_calendar, ws, qtbot):
    for hour in range(8, 14):
        make_event(ws, f"Vortrag {hour}", start=f"{hour:02}:00", end=f"{hour:02}:45")
    page = open_calendar()
    spots = {
        (page.month.rest_at(spot.toPointF()), page.month.event_at(spot.toPointF()) is None)
        for x in range(40, page.month.viewport().width(), 24)
        for y in range(0, page.month.viewport().height(), 9)
        if page.month.rest_at((spot := QPoint(x, y)).toPointF())
    }
    assert spots == {(DAY, True)}
    assert page.panel.list.rows.rowCount() == 6


def test_the_picture_of_a_week_is_kept_until_something_in_it_changes(open_calendar, ws, settle):
    event_id = make_event(ws)
    page = open_calendar()
    mondays = [date(2027, 5, 3) + timedelta(weeks=week) for week in range(4)]

    def pictures():
        return {monday: page.month.rows.row(monday, page.month._shape()).picture.cacheKey() for monday in mondays}

    before = pictures()
    assert pictures() == before
    ws.run("Move", events.move, event_id, DAY + timedelta(days=7))
    settle()
    changed = {monday for monday, picture in pictures().items() if picture != before[monday]}
    assert changed == {date(2027, 5, 10), date(2027, 5, 17)}


def test_a_change_of_theme_paints_anew(open_calendar, qapp):
    from gui import theme

    page = open_calendar()
    before = page.month.grab().toImage()
    theme.use(qapp, "dark")
    try:
        assert page.month.grab().toImage() != before
    finally:
        theme.use(qapp, "light")
    assert page.month.grab().toImage() == before


def test_today_is_marked_with_the_injected_clock(open_calendar, clock):
    page = open_calendar()
    page.go_to_today()
    before = page.month.grab().toImage()
    page.month.today = clock().date() + timedelta(days=40)
    page.month.viewport().update()
    assert page.month.grab().toImage() != before


def test_an_event_without_a_date_cannot_be_moved(open_calendar, ws):
    event_id = ws.run("Idea", events.create, event_draft(day=None))
    page = open_calendar()
    with pytest.raises(LandaufError):
        page.deeds.move(event_id, DAY)
    assert ws.ask(events.detail, event_id).row.state is EventState.idea
