"""What a common library's writer gets wrong (decision 6), each right here; and a whole file byte by byte."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from uuid import UUID

import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from domain.exchange.calendar_writer import CalendarMeta, write_calendar
from domain.exchange.textformat import plain
from domain.i18n import language
from domain.rows.calendars import TourBar, TourStop
from domain.terms import BERLIN, Audience, EventState
from tests.domain.exchange.samples import EVENT, all_day

GERMAN = language("de")
GOLDEN = Path(__file__).parent / "golden_calendar.ics"
META = CalendarMeta(
    name="Prävention in Sachsen-Anhalt: Salzwedel", organizer="Leitstelle", organizer_email="leitstelle@example.org"
)
BAR = TourBar(
    id=UUID(int=9),
    uid="tour-9@landauf.example",
    sequence=4,
    audience=Audience.public,
    state=EventState.confirmed,
    days=((date(2027, 5, 10), ("Köthen (Anhalt)", "Zerbst/Anhalt")), (date(2027, 5, 12), ("Zerbst/Anhalt",))),
    created_at=datetime(2027, 1, 4, 8, 0, tzinfo=UTC),
    updated_at=datetime(2027, 2, 3, 9, 30, 15, tzinfo=UTC),
)
ONE_LINE = st.text(max_size=120).map(lambda text: " ".join(plain(text).split()))


def written(*items, meta=META):
    out = BytesIO()
    write_calendar(out, meta, items, GERMAN)
    return out.getvalue()


def only(item, meta=META):
    (found,) = Calendar.from_ical(written(item, meta=meta)).walk("VEVENT")
    assert not found.errors
    return found


def unfolded(*items, meta=META):
    return written(*items, meta=meta).replace(b"\r\n ", b"").decode().split("\r\n")


def test_first_defect_a_backslash_before_n_is_no_new_line():
    event = replace(EVENT, title="C:\\Neu\\nord", text="\\Nord")
    assert only(event)["SUMMARY"] == "C:\\Neu\\nord"
    assert str(only(event)["DESCRIPTION"]).startswith("\\Nord\n")
    assert r"SUMMARY:C:\\Neu\\nord" in unfolded(event)


def test_second_defect_summer_time_begins_at_two_and_ends_at_three():
    text = written(EVENT).decode()
    assert re.search("BEGIN:DAYLIGHT\r\n(?:(?!END).*\r\n)*DTSTART:\\d{8}T020000\r\n", text)
    assert re.search("BEGIN:STANDARD\r\n(?:(?!END).*\r\n)*DTSTART:\\d{8}T030000\r\n", text)


def test_third_defect_summers_after_2037_are_summers():
    (zone,) = Calendar.from_ical(written(EVENT)).walk("VTIMEZONE")
    assert b"RDATE" not in zone.to_ical()
    assert all(b"BYDAY" in part["RRULE"].to_ical() for part in zone.walk() if part.name in {"DAYLIGHT", "STANDARD"})
    start = written(EVENT).index(b"BEGIN:VTIMEZONE")
    rules = written(EVENT)[start : written(EVENT).index(b"END:VTIMEZONE") + len("END:VTIMEZONE\r\n")].decode()
    told = tzical(StringIO(rules)).get("Europe/Berlin")
    for year in (2038, 2060, 2099):
        moment = datetime(year, 7, 1, 10, tzinfo=UTC)
        assert moment.astimezone(told).hour == moment.astimezone(BERLIN).hour == 12


def test_fourth_defect_refresh_and_source_name_their_type():
    head = unfolded(EVENT, meta=replace(META, source="https://example.org/a.ics"))
    assert {"REFRESH-INTERVAL;VALUE=DURATION:PT6H", "SOURCE;VALUE=URI:https://example.org/a.ics"} <= set(head)


@pytest.mark.parametrize("code", [*range(9), 11, 12, *range(14, 32), 127])
def test_fifth_defect_no_control_character_is_written(code):
    event = replace(EVENT, title=f"a{chr(code)}b", text=f"c{chr(code)}d", topics=(f"e{chr(code)}f",))
    octets = written(event, replace(BAR, days=((date(2027, 5, 10), (f"g{chr(code)}h",)),)))
    assert not set(octets) & {*range(9), 11, 12, *range(14, 32), 127}
    assert only(event)["SUMMARY"] == "ab"


def test_sixth_defect_the_same_data_is_the_same_file():
    assert written(EVENT, BAR) == written(EVENT, BAR)
    stamps = [line for line in unfolded(EVENT) if line.startswith(("DTSTAMP", "UID"))]
    assert stamps == ["DTSTAMP:20270203T093015Z", f"UID:{EVENT.uid}"]


@pytest.mark.parametrize("name", ["ends\\", 'Leitstelle "Prävention"', "a;b,c:d", "x^y", "zwei\nZeilen", "\\\\"])
def test_seventh_defect_parameters_are_read_back_to_their_end(name):
    organizer = only(EVENT, replace(META, organizer=name))["ORGANIZER"]
    assert organizer == "mailto:leitstelle@example.org"
    assert organizer.params.get("CN", "") == name.rstrip("\\")


VALUES = {
    "title": ONE_LINE.filter(bool),
    "text": st.text(max_size=300),
    "host": ONE_LINE.filter(bool),
    "topics": st.lists(ONE_LINE.filter(bool), max_size=3).map(tuple),
    "sequence": st.integers(0, 10_000),
    "state": st.sampled_from([EventState.tentative, EventState.confirmed, EventState.cancelled]),
}
PLACES = dict.fromkeys(("name", "street", "town"), ONE_LINE)


@given(st.fixed_dictionaries(VALUES), st.fixed_dictionaries(PLACES), st.integers(1, 3000))
def test_every_field_is_read_back_as_it_was(values, place, minutes):
    ends_at = EVENT.starts_at + timedelta(minutes=minutes)
    event = replace(EVENT, **values, place=replace(EVENT.place, **place), ends_at=ends_at, agenda="")
    found = only(event)
    assert (str(found["UID"]), int(found["SEQUENCE"])) == (event.uid, event.sequence)
    assert str(found["SUMMARY"]).removeprefix("ABGESAGT: ") == event.title.removeprefix("ABGESAGT: ")
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (event.starts_at, ends_at)
    assert found["STATUS"] == event.state.value.upper()
    assert tuple(found["CATEGORIES"].cats[1:]) == event.topics
    where = (place["name"], place["street"], f"06366 {place['town']}".strip())
    assert str(found["LOCATION"]) == ", ".join(filter(None, where))
    assert str(found["DESCRIPTION"]).startswith(plain(event.text).strip())
    assert f"Veranstalter: {event.host}" in str(found["DESCRIPTION"])


@given(
    days=st.dictionaries(
        st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.lists(ONE_LINE, max_size=3), min_size=1, max_size=5
    ),
    title=ONE_LINE,
)
def test_the_bar_of_a_tour_is_read_back_as_it_was(days, title):
    bar = replace(BAR, title=title, days=tuple((day, tuple(days[day])) for day in sorted(days)))
    found = only(bar)
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (min(days), max(days) + timedelta(days=1))
    assert (str(found["UID"]), int(found["SEQUENCE"]), str(found["TRANSP"])) == (bar.uid, 4, "TRANSPARENT")
    assert str(found.get("LOCATION", "")) == ", ".join(filter(None, bar.towns))
    assert str(found["SUMMARY"]).startswith(title or "Präventionsmobil auf Tour")
    assert found.decoded("DTSTAMP") == found.decoded("LAST-MODIFIED") == bar.updated_at


def test_a_bar_names_three_towns_and_tells_the_rest_day_by_day():
    towns = ("Arendsee", "Burg", "Calbe", "Dessau")
    found = only(replace(BAR, days=tuple((date(2027, 5, 10 + number), (town,)) for number, town in enumerate(towns))))
    assert found["SUMMARY"] == "Präventionsmobil auf Tour: Arendsee, Burg, Calbe …"
    assert str(found["DESCRIPTION"]).split("\n")[-1] == "13.05.2027: Dessau"


@pytest.mark.parametrize("state", [EventState.tentative, EventState.confirmed, EventState.cancelled])
def test_a_bar_has_its_status(state):
    found = only(replace(BAR, state=state))
    assert found["STATUS"] == state.value.upper()
    assert str(found["SUMMARY"]).startswith("ABGESAGT: ") is (state is EventState.cancelled)


def test_a_stop_names_its_bar():
    assert only(TourStop(EVENT, BAR.uid))["RELATED-TO"] == BAR.uid
    assert "RELATED-TO" not in only(EVENT)


def test_a_bar_without_a_day_is_left_out():
    assert b"VEVENT" not in written(replace(BAR, days=()))


def test_the_whole_file_is_as_it_always_was():
    """A change of even one byte makes every subscriber load and every server store anew: it must be meant.

    If it is: write the bytes of `golden()` into the file again.
    """
    assert golden() == GOLDEN.read_bytes()


def golden():
    cancelled = replace(EVENT, uid="2@landauf.example", state=EventState.cancelled, sequence=3)
    return written(
        BAR, TourStop(EVENT, BAR.uid), cancelled,
        replace(all_day(date(2027, 5, 13), date(2027, 5, 15)), uid="3@landauf.example"),
        meta=replace(META, version="1.0", description="Alle Termine; öffentlich"),
    )  # fmt: skip
