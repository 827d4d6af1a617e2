"""Absences and school holidays from a calendar file."""

from datetime import date

import pytest

from domain.region.holidays import shipped_calendar
from domain.rows.calendar_import import CalendarWish
from domain.rows.steps import Label
from domain.rows.tours import Absence
from domain.terms import CalendarFate, ReadAs
from domain.usecases import people, school_holidays
from domain.usecases.calendar_import import import_calendar
from tests.builders import dump, make_person
from tests.domain.usecases.test_calendar_import import entry, fates, reading

HOLIDAYS = CalendarWish(ReadAs.holidays)


def days(first, after, *lines, uid="u@kalender.example", title="Urlaub"):
    words = ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{first}"]
    return "\r\n".join([*words, f"DTEND;VALUE=DATE:{after}", *lines, "END:VEVENT"])


@pytest.fixture
def person(ws):
    return make_person(ws)


@pytest.fixture
def away(ws, person):
    """Reads absences into the person's record; gives the report."""

    def read(*entries):
        wish = CalendarWish(ReadAs.absences, person_id=person)
        return ws.run(Label("Import"), import_calendar, reading(*entries), wish)

    return read


def absences(ws):
    (row,) = ws.ask(people.list_rows)
    return [(each.first_day, each.last_day, each.reason) for each in row.draft.absences]


def test_leave_becomes_an_absence_once(ws, away):
    assert fates(away(days("20270705", "20270717"))) == [CalendarFate.new]
    assert fates(away(days("20270705", "20270717"))) == [CalendarFate.unchanged]
    assert absences(ws) == [(date(2027, 7, 5), date(2027, 7, 16), "Urlaub")]


def test_leave_that_was_moved_moves(ws, away):
    away(days("20270705", "20270717"))
    assert fates(away(days("20270712", "20270724"))) == [CalendarFate.changed]
    assert absences(ws) == [(date(2027, 7, 12), date(2027, 7, 23), "Urlaub")]


def test_leave_that_was_cancelled_goes(ws, away):
    away(days("20270705", "20270717"))
    assert fates(away(days("20270705", "20270717", "STATUS:CANCELLED"))) == [CalendarFate.cancelled]
    assert absences(ws) == []


def test_an_absence_typed_in_before_is_not_doubled(ws, person, away):
    (row,) = ws.ask(people.list_rows)
    typed = Absence(date(2027, 7, 5), date(2027, 7, 16), "Sommer")
    ws.run(Label("Change"), people.change, person, row.draft.__class__(row.draft.name, absences=(typed,)))
    assert fates(away(days("20270705", "20270717"))) == [CalendarFate.unchanged]
    assert len(absences(ws)) == 1


def test_a_part_of_a_day_counts_whole_and_is_told(ws, away):
    report = away(entry())
    assert report.lines[0].hints
    assert absences(ws) == [(date(2027, 5, 13), date(2027, 5, 13), "Infostand")]


def test_undo_takes_absences_back(ws, away):
    before = dump(ws)
    away(days("20270705", "20270717"), days("20271004", "20271005", uid="v@kalender.example"))
    ws.undo()
    assert dump(ws) == before


def holidays(ws, *entries):
    return ws.run(Label("Import"), import_calendar, reading(*entries), HOLIDAYS)


def test_new_holidays_count_beside_the_shipped_ones(ws):
    report = holidays(ws, days("20310205", "20310211", title="Winterferien"))
    assert fates(report) == [CalendarFate.new]
    calendar = ws.ask(school_holidays.calendar)
    assert calendar.holiday_on(date(2031, 2, 7)).name == "Winterferien"
    assert set(shipped_calendar().holidays) < set(calendar.holidays)


def test_newer_holidays_stand_in_place_of_shipped_ones(ws):
    shipped = shipped_calendar().holidays[-1]
    first = shipped.first.strftime("%Y%m%d")
    after = shipped.last.strftime("%Y%m%d")  # one day shorter: the end is exclusive
    assert fates(holidays(ws, days(first, after, title=shipped.name))) == [CalendarFate.changed]
    calendar = ws.ask(school_holidays.calendar)
    assert calendar.holiday_on(shipped.last) is None
    assert len(calendar.holidays) == len(shipped_calendar().holidays)


def test_holidays_known_already_change_nothing(ws):
    before = dump(ws)
    shipped = shipped_calendar().holidays[0]
    after = date.fromordinal(shipped.last.toordinal() + 1)
    report = holidays(ws, days(shipped.first.strftime("%Y%m%d"), after.strftime("%Y%m%d"), title=shipped.name))
    assert fates(report) == [CalendarFate.unchanged]
    assert dump(ws) == before


def test_public_holidays_and_times_of_day_are_no_school_holidays(ws):
    labour_day = days("20270501", "20270502", title="Tag der Arbeit")
    report = holidays(ws, labour_day, entry(), days("20270101", "20280101", uid="lang"))
    assert sorted(fates(report)) == [CalendarFate.refused, CalendarFate.refused, CalendarFate.unchanged]
    assert ws.ask(school_holidays.own) == ()


def test_undo_brings_the_shipped_holidays_back(ws):
    holidays(ws, days("20310205", "20310211", title="Winterferien"))
    ws.undo()
    assert ws.ask(school_holidays.calendar) is shipped_calendar()
