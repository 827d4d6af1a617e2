"""The week as bars: which day shows what, and how arrows move."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from domain.usecases.event_rows import list_rows
from gui.pages.overview.week_strip import WeekStrip, days_of_week
from tests.builders import at, make_event

MONDAY = date(2027, 4, 26)
TODAY = date(2027, 4, 28)


def rows(ws):
    return ws.ask(list_rows)


@pytest.fixture
def strip(qtbot, ws):
    """A function that shows the strip with everything in the file."""

    def show():
        made = WeekStrip()
        qtbot.addWidget(made)
        made.resize(1110, made.height())
        made.show_week(rows(ws), TODAY)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return show


def test_week_runs_from_monday_to_sunday_and_names_holidays(ws):
    days = days_of_week([], TODAY)
    assert [day.day for day in days] == [MONDAY + timedelta(days=number) for number in range(7)]
    assert [day.free for day in days] == ["", "", "", "", "", "Tag der Arbeit", ""]


def test_event_of_several_days_is_shown_in_each(ws):
    make_event(ws, "Messe", all_day=True, day=MONDAY, last_day=MONDAY + timedelta(days=2))
    shown = [len(day.events) for day in days_of_week(rows(ws), TODAY)]
    assert shown == [1, 1, 1, 0, 0, 0, 0]


def test_event_that_ends_at_midnight_stays_in_its_day(ws):
    make_event(ws, "Streife", day=MONDAY, start="20:00", end="23:00")
    late = [replace(row, ends_at=at(MONDAY + timedelta(days=1), "00:00")) for row in rows(ws)]
    assert [len(day.events) for day in days_of_week(late, TODAY)] == [1, 0, 0, 0, 0, 0, 0]


def test_more_than_three_events_leave_two_and_a_count(strip, ws):
    for hour in (8, 10, 12, 14, 16):
        make_event(ws, f"Halt {hour}", day=TODAY, start=f"{hour:02}:00", end=f"{hour + 1:02}:00")
    shown = strip()
    assert len(shown.bars()) == 3
    assert shown.bars()[2].accessibleName() == "+ 3 weitere"


def test_click_on_the_count_opens_the_day(strip, ws, qtbot):
    for hour in (8, 10, 12, 14):
        make_event(ws, f"Halt {hour}", day=TODAY, start=f"{hour:02}:00", end=f"{hour + 1:02}:00")
    shown = strip()
    with qtbot.waitSignal(shown.day_opened) as opened:
        qtbot.mouseClick(shown.bars()[2], Qt.MouseButton.LeftButton)
    assert opened.args == [TODAY]


def test_arrows_move_between_bars_and_days_and_enter_opens(strip, ws, qtbot):
    make_event(ws, "Montag", day=MONDAY)
    make_event(ws, "Mittwoch früh", day=TODAY, start="08:00", end="09:00")
    last = make_event(ws, "Mittwoch spät", day=TODAY)
    shown = strip()
    shown.activateWindow()
    shown.bars()[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(shown.focusWidget(), key)
    with qtbot.waitSignal(shown.event_opened) as opened:
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert opened.args == [last]


def test_only_one_bar_is_a_stop_of_the_tab_key(strip, ws, qtbot):
    make_event(ws, "Montag", day=MONDAY)
    make_event(ws, "Mittwoch", day=TODAY)
    shown = strip()
    assert [bar.focusPolicy() == Qt.FocusPolicy.StrongFocus for bar in shown.bars()] == [True, False]
    shown.bars()[0].setFocus()
    qtbot.keyClick(shown.bars()[0], Qt.Key.Key_Right)
    assert [bar.focusPolicy() == Qt.FocusPolicy.StrongFocus for bar in shown.bars()] == [False, True]


def test_bars_lie_inside_their_days(strip, ws):
    for offset in range(7):
        make_event(ws, f"Tag {offset}", day=MONDAY + timedelta(days=offset))
    shown = strip()
    lefts = [bar.geometry().left() for bar in shown.bars()]
    assert lefts == sorted(lefts)
    assert all(shown.rect().contains(bar.geometry()) for bar in shown.bars())
