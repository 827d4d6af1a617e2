"""Fields for days and times."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget

from gui.widgets.dates import DateField, TimeField, TimeSpanField, minutes_between, stepped

TODAY = date(2027, 4, 28)


@pytest.fixture
def day(qtbot):
    field = DateField("Datum", lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def span(qtbot):
    field = TimeSpanField("Uhrzeit")
    field.set_span(time(15, 30), time(17, 30))
    qtbot.addWidget(field)
    field.show()
    return field


def test_typed_day_is_told_when_finished_and_shown_with_its_weekday(day, qtbot):
    qtbot.keyClicks(day, "13.5.")
    with qtbot.waitSignal(day.date_changed) as told:
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert told.args == [date(2027, 5, 13)]
    assert day.text() == "Do 13.05.2027"


def test_finishing_without_a_change_tells_nothing(day, qtbot):
    day.set_date(TODAY)
    with qtbot.assertNotEmitted(day.date_changed):
        qtbot.keyClick(day, Qt.Key.Key_Return)


def test_what_is_no_day_stays_and_is_marked(day, qtbot):
    qtbot.keyClicks(day, "31.2.")
    with qtbot.assertNotEmitted(day.date_changed):
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.text() == "31.2."
    assert day.property("problem")
    assert not day.is_understood()


def test_emptied_field_means_no_day(day, qtbot):
    day.set_date(TODAY)
    day.clear()
    with qtbot.waitSignal(day.date_changed) as told:
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert told.args == [None]


def test_arrows_go_day_by_day(day, qtbot):
    day.set_date(date(2027, 4, 30))
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert day.day() == date(2027, 5, 1)
    qtbot.keyClick(day, Qt.Key.Key_Down)
    assert day.day() == date(2027, 4, 30)


def test_a_day_can_be_picked_from_the_calendar(day, qtbot):
    day.set_date(TODAY)
    qtbot.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2027, 4, 28)
    with qtbot.waitSignal(day.date_changed) as told:
        calendar.activated.emit(QDate(2027, 5, 3))
    assert told.args == [date(2027, 5, 3)]
    assert QApplication.activePopupWidget() is None


def test_moving_the_start_keeps_the_length(span, qtbot):
    span.start.selectAll()
    qtbot.keyClicks(span.start, "14")
    with qtbot.waitSignal(span.span_changed) as told:
        qtbot.keyClick(span.start, Qt.Key.Key_Return)
    assert told.args == [time(14), time(16)]


def test_moving_the_end_leaves_the_start(span, qtbot):
    with qtbot.waitSignal(span.span_changed) as told:
        qtbot.keyClick(span.end, Qt.Key.Key_Up)
    assert told.args == [time(15, 30), time(17, 45)]


def test_both_ends_have_names_of_their_own(span):
    assert [span.start.accessibleName(), span.end.accessibleName()] == ["Uhrzeit: von", "Uhrzeit: bis"]


def test_what_is_no_time_is_marked(qtbot):
    field = TimeField("Beginn")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "27:00")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.property("problem")


@given(st.times(), st.integers(-1440, 1440))
def test_stepping_there_and_back_is_the_same_time(moment, minutes):
    assert stepped(stepped(moment, minutes), -minutes) == moment


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)), st.integers(0, 1439))
def test_minutes_between_undo_stepping_within_a_day(moment, minutes):
    later = stepped(moment, minutes)
    assert minutes_between(moment, later) % 1440 == minutes
