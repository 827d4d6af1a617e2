"""What the calendar says about events and ways out."""

from datetime import date, timedelta

import pytest

from domain.rows.findings import Repair
from gui.pages.calendar import words
from tests.gui.pages.calendar.rows import row, timed, whole


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (timed("2027-05-13 08:00", 90), "08:00–09:30"),
        (timed("2027-05-13 22:00", 240), "22:00–02:00"),
        (timed("2027-05-13 22:00", 48 * 60), "Do 13. Mai, 22:00 – Sa 15. Mai, 22:00"),
        (whole(date(2027, 5, 13)), "ganztägig"),
        (whole(date(2027, 5, 13), date(2027, 5, 14)), "Do 13. Mai – Fr 14. Mai"),
        (row(), ""),
    ],
)
def test_times_are_said_as_people_write_them(event, expected):
    assert words.times(event) == expected


def test_a_bar_names_the_town_and_without_one_the_title():
    assert words.short(timed("2027-05-13 08:00")) == "Köthen"
    assert words.short(timed("2027-05-13 08:00", town="")) == "Vortrag"


@pytest.mark.parametrize(
    ("day", "minutes", "length", "expected"),
    [
        (0, 0, 60, "Köthen bis 09:00"),
        (1, 0, 90, "Köthen auf Fr 14. Mai"),
        (1, 60, 90, "Köthen auf Fr 14. Mai, 09:00"),
        (0, 60, 90, "Köthen auf Do 13. Mai, 09:00"),
    ],
)
def test_a_way_out_fits_on_a_button(day, minutes, length, expected):
    event = timed("2027-05-13 08:00", 90)
    start = event.starts_at + timedelta(days=day, minutes=minutes)
    repair = Repair("way", starts_at=start, ends_at=start + timedelta(minutes=length))
    assert words.way_out(repair, event) == expected


def test_other_ways_out_keep_their_own_words():
    assert words.way_out(Repair("another vehicle"), timed("2027-05-13 08:00")) == ""


def test_a_day_is_told_with_its_holidays():
    assert words.spoken_day(date(2027, 5, 17), 1) == "Montag, 17. Mai, Pfingstmontag, Pfingstferien, 1 Termin"
    assert words.day_tip(date(2027, 5, 13)) == ""
