"""Messages, dates and numbers in the person's language."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from domain.errors import InvalidInputError, LandaufError, NotFoundError, Problem
from domain.i18n import AVAILABLE, N_, language
from domain.terms import DaySpan, Minutes, TimeSpan

GERMAN = language("de")
ENGLISH = language("en")
DAY = date(2027, 5, 13)
SUMMER = datetime(2027, 5, 13, 8, 0, tzinfo=UTC)
WINTER = datetime(2027, 1, 13, 8, 0, tzinfo=UTC)


def test_german_is_the_default():
    assert language().code == "de"
    assert language().gettext("Citizen dialogue") == "Bürgerdialog"


def test_marking_a_message_leaves_it_as_it_is():
    assert N_("Citizen dialogue") == "Citizen dialogue"


def test_messages_come_from_the_catalogue():
    assert GERMAN.gettext("Citizen dialogue") == "Bürgerdialog"
    assert ENGLISH.gettext("Citizen dialogue") == "Citizen dialogue"


def test_unknown_message_is_shown_in_english():
    assert GERMAN.gettext("no such message") == "no such message"


def test_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(LandaufError, match="“tlh”; available: de, en"):
        language("tlh")


@pytest.mark.parametrize("code", AVAILABLE)
def test_error_is_told_in_the_language_with_its_values_as_people_write_them(code):
    error = NotFoundError("from {day} at {moment}: {text}", day=DAY, moment=SUMMER, text="{not a field}")
    told = language(code).error(error)
    slash = "." if code == "de" else "/"
    written = f"13{slash}05{slash}2027"
    assert told == f"from {written} at {written} 10:00: {{not a field}}"


def test_problem_and_the_error_it_becomes_are_told_alike():
    problem = Problem(
        "code", "There is no language “{code}”; available: {available}.", (("code", 7), ("available", "de"))
    )
    told = GERMAN.error(problem)
    assert told == GERMAN.error(InvalidInputError(problem)) == "Die Sprache „7“ gibt es nicht; vorhanden sind: de."


def test_days_are_written_by_custom():
    assert GERMAN.day(DAY) == "13.05.2027"
    assert ENGLISH.day(DAY) == "13/05/2027"
    assert GERMAN.long_day(DAY) == "Donnerstag, 13. Mai 2027"
    assert GERMAN.short_day(DAY) == "Do 13. Mai"
    assert ENGLISH.short_day(DAY) == "Thu 13 May"
    assert GERMAN.weekday(DAY) == "Donnerstag"
    assert GERMAN.month(DAY) == "Mai 2027"


@pytest.mark.parametrize("shift", range(7))
def test_short_weekday_begins_the_long_one(shift):
    day = DAY + timedelta(days=shift)
    for each in (GERMAN, ENGLISH):
        assert each.weekday(day).startswith(each.weekday_short(day))


def test_times_are_those_of_berlin_whatever_zone_they_come_in():
    tokyo = SUMMER.astimezone(timezone(timedelta(hours=9)))
    assert GERMAN.clock(SUMMER) == GERMAN.clock(tokyo) == "10:00"
    assert GERMAN.clock(WINTER) == "09:00"
    assert GERMAN.clock(time(7, 5)) == "07:05"
    assert GERMAN.moment(datetime(2027, 5, 12, 23, 30, tzinfo=UTC)) == "13.05.2027 01:30"


@pytest.mark.parametrize(
    ("minutes", "written"), [(45, "45 min"), (120, "2 h"), (645, "10 h 45 min"), (0, "0 min"), (-15, "−15 min")]
)
def test_durations_are_hours_and_minutes(minutes, written):
    assert GERMAN.duration(minutes) == GERMAN.plain(Minutes(minutes)) == written


def test_span_of_one_day_names_it_once():
    assert GERMAN.span(DaySpan(DAY, DAY)) == "Do 13.05.2027"
    assert GERMAN.span(TimeSpan(SUMMER, SUMMER + timedelta(minutes=90))) == "Do 13.05.2027, 10:00–11:30"


def test_span_over_midnight_names_both_days():
    night = TimeSpan(SUMMER, SUMMER + timedelta(hours=16))
    assert GERMAN.span(night) == "Do 13.05.2027, 10:00 – Fr 14.05.2027, 02:00"
    assert GERMAN.span(DaySpan(DAY, date(2027, 5, 14))) == "Do 13.05.2027 – Fr 14.05.2027"


def test_numbers_have_the_separators_of_the_country():
    assert GERMAN.number(12345.5) == "12.345,5"
    assert ENGLISH.number(12345.5) == "12,345.5"


def test_several_names_become_one_phrase():
    assert GERMAN.listing(["Burg", "Halle", "Köthen"]) == "Burg, Halle und Köthen"
    assert GERMAN.listing(["Burg"]) == "Burg"
    assert GERMAN.listing([]) == ""


def test_measures_bear_the_countrys_decimal_separator():
    assert GERMAN.plain(2.9) == "2,9"
    assert ENGLISH.plain(2.9) == "2.9"
    assert GERMAN.plain(9.0) == "9"
