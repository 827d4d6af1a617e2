"""Single cells as people fill them in."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.exchange import cells

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS)
def test_day_is_read_in_every_customary_spelling(day):
    for spelling in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%dT00:00:00", "Mo, %d.%m.%Y"):
        assert cells.day("earliest", day.strftime(spelling)) == day
    assert cells.day("earliest", f"{day.day}.{day.month}.{day.year}") == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_two_figures_mean_this_century(day):
    assert cells.day("earliest", day.strftime("%d.%m.%y")) == day


@pytest.mark.parametrize("text", ["31.02.2027", "2027-02-29", "00.01.2027", "1.13.2027", "0027-03-01", "01.03.9999"])
def test_day_that_does_not_exist_is_refused_with_field_and_value(text):
    with pytest.raises(InvalidInputError, match="does not exist") as refusal:
        cells.day("latest", text)
    assert refusal.value.field == "latest"
    assert text in str(refusal.value)


@pytest.mark.parametrize("text", ["demnächst", "März 2027", "2027", "11.03.", "٣.٣.٢٠٢٧", "45000", "1.1.1", "x" * 9999])
def test_what_is_no_day_is_refused_in_a_short_line(text):
    with pytest.raises(InvalidInputError, match="not a date") as refusal:
        cells.day("latest", text)
    assert len(str(refusal.value)) < 150


@given(st.integers(0, 1439))
def test_time_of_day_is_read_in_every_customary_spelling(minute):
    hours, minutes = divmod(minute, 60)
    for spelling in (f"{hours:02}:{minutes:02}", f"{hours}.{minutes:02} Uhr", f"{hours:02}:{minutes:02}:00"):
        assert cells.minute_of_day("from", spelling) == minute
        assert cells.clock("from", spelling) == time(hours, minutes)


def test_midnight_ends_a_day_but_is_no_clock():
    assert cells.minute_of_day("to", "24:00") == 1440
    with pytest.raises(InvalidInputError):
        cells.clock("to", "24:00")


@pytest.mark.parametrize("text", ["24:01", "25", "7:60", "-1", "früh", "7:5", ""])
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(InvalidInputError, match="time of day"):
        cells.minute_of_day("from", text)


@given(st.integers(0, 999_999_999))
def test_whole_number_is_read_plain_and_with_thousands(number):
    assert cells.whole_number("weight_kg", str(number)) == number
    assert cells.whole_number("weight_kg", f"{number:,}".replace(",", ".")) == number
    assert cells.whole_number("weight_kg", f"{number},0 kg") == number


@pytest.mark.parametrize("text", ["-1", "1,5", "1e5", "zwölf", "1" * 5000, "12.34", "NaN", "²", ""])
def test_what_is_no_whole_number_is_refused(text):
    with pytest.raises(InvalidInputError, match="whole number"):
        cells.whole_number("expected", text)


@given(st.integers(0, 99_999), st.integers(0, 999_999))
def test_decimal_is_read_with_comma_and_point(whole, fraction):
    digits = f"{fraction:06}"
    assert cells.decimal("length_m", f"{whole},{digits}") == pytest.approx(float(f"{whole}.{digits}"))
    assert cells.decimal("length_m", f"{whole}.{digits} m") == pytest.approx(float(f"{whole}.{digits}"))


def test_decimal_with_german_thousands_is_read():
    assert cells.decimal("length_m", "1.250,5") == 1250.5


@pytest.mark.parametrize("text", ["inf", "nan", "1,2,3", "-2,5", "1e9", "neun", ",", ""])
def test_what_is_no_decimal_is_refused(text):
    with pytest.raises(InvalidInputError, match="not a number"):
        cells.decimal("length_m", text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("90", 90), ("90 Min.", 90), ("1:30", 90), ("1,5 Std.", 90), ("2 h", 120), ("0,25 Stunden", 15)],
)
def test_duration_is_read_in_minutes_and_hours(text, minutes):
    assert cells.duration("duration_minutes", text) == minutes


@pytest.mark.parametrize("text", ["lange", "1:75", "-5", "1,5"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(InvalidInputError, match="duration"):
        cells.duration("duration_minutes", text)


@given(st.sets(st.integers(0, 6)))
def test_weekdays_are_read_in_german_and_english(days):
    german = ("Mo", "Dienstag", "mi.", "DO", "Freitag", "Sa", "Sonntag")
    english = ("Mon", "Tuesday", "wed", "THU", "Fri", "Saturday", "Sun")
    for names in (german, english):
        assert cells.weekdays("weekdays", ", ".join(names[day] for day in sorted(days))) == tuple(sorted(days))


@pytest.mark.parametrize(
    ("text", "days"),
    [("Mo-Fr", (0, 1, 2, 3, 4)), ("Montag bis Mittwoch und Samstag", (0, 1, 2, 5)), ("Fr – Mo", (0, 4, 5, 6))],
)
def test_ranges_of_weekdays_are_read(text, days):
    assert cells.weekdays("weekdays", text) == days


@pytest.mark.parametrize("text", ["Mo,Xy", "immer", "Mo-", "1"])
def test_word_that_is_no_weekday_is_refused(text):
    with pytest.raises(InvalidInputError, match="weekdays"):
        cells.weekdays("weekdays", text)


def test_lists_of_names_are_split_at_every_customary_mark():
    assert cells.names("A|B, C;D\nA| ") == ("A", "B", "C", "D")


def test_priority_is_a_figure_or_a_word():
    assert [cells.priority("priority", text) for text in ("1", "2", "3", "hoch", "LOW")] == [1, 2, 3, 1, 3]
    for text in ("0", "4", "egal"):
        with pytest.raises(InvalidInputError, match="priority"):
            cells.priority("priority", text)


def test_yes_and_no_are_read_in_both_languages():
    assert [cells.yes_or_no("closed", text) for text in ("Ja", "x", "TRUE", "nein", "-")] == [True] * 3 + [False] * 2
    with pytest.raises(InvalidInputError, match="neither"):
        cells.yes_or_no("closed", "vielleicht")


def test_lost_zero_of_a_postcode_is_put_back():
    assert [cells.postcode(text) for text in ("6366", "D-06366", "06366", "39104")] == [
        "06366",
        "06366",
        "06366",
        "39104",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+49 391 1", "-x", "@A1", '=HYPERLINK("http://x","y")'])
def test_formulas_are_kept_as_text_and_lose_only_the_guard_of_our_csv(text):
    assert cells.clean(text) == text
    assert cells.clean(f"'{text}") == text


@given(st.text())
def test_clean_text_is_clean_and_stays_so(text):
    once = cells.clean(text)
    assert once == once.strip()
    assert not any(ord(c) < 32 and c != "\n" for c in once)
    if not once.startswith("'"):
        assert cells.clean(once) == once
