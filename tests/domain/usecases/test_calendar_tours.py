"""Tours in calendars: as stops, as one bar, or both."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from domain.rows.calendars import CalendarChoice
from domain.rows.filters import EventFilter
from domain.terms import Audience, CalendarContent, EventKind, EventState, TourShape
from domain.usecases import events, tour_membership
from tests.builders import DAY, HALLE, KOETHEN, ZERBST, change_event, make_event, make_tour, make_vehicle
from tests.domain.usecases.test_calendar_feed import octets, release
from tests.domain.usecases.touring import place

NEXT, THIRD = DAY + timedelta(days=1), DAY + timedelta(days=2)
BARS, BOTH = (CalendarChoice(tours=shape) for shape in (TourShape.bars, TourShape.both))
NEWS = CalendarChoice(content=CalendarContent.changes, tours=TourShape.bars)
FIELDS = {"kind": EventKind.mobile_stop, "start": "09:00", "end": "11:00"}


@pytest.fixture
def stops(ws):
    """A tour of three days: open stops in Köthen and Zerbst, on the last day one in Halle that only the house knows."""
    _tour, days = make_tour(ws, make_vehicle(ws), days=3, title="Geheime Tour")
    made = {
        "Köthen": make_event(ws, "Halt Köthen", day=DAY, ags=KOETHEN, **FIELDS),
        "Zerbst": make_event(ws, "Halt Zerbst", day=NEXT, ags=ZERBST, **FIELDS),
        "Halle": make_event(ws, "Geheimer Halt", day=THIRD, ags=HALLE, audience=Audience.internal, **FIELDS),
    }
    for day_id, event_id in zip(days, made.values(), strict=True):
        place(ws, day_id, event_id)
    make_event(ws, "Bürgerdialog", day=NEXT)
    return made


def entries(ws, choice=BARS):
    return Calendar.from_ical(octets(ws, choice)).walk("VEVENT")


def titles(ws, choice=BARS):
    return [str(entry["SUMMARY"]) for entry in entries(ws, choice)]


def bar(ws, choice=BARS):
    (found,) = [entry for entry in entries(ws, choice) if "CATEGORIES" in entry and "Tour" in entry["CATEGORIES"].cats]
    return found


def told(entry):
    """What readers compare: number, state, first and last day."""
    last = entry.decoded("DTEND") - timedelta(days=1)
    return int(entry["SEQUENCE"]), str(entry["STATUS"]), entry.decoded("DTSTART"), last


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (TourShape.stops, ["Halt Köthen", "Halt Zerbst", "Bürgerdialog"]),
        (TourShape.bars, ["Präventionsmobil auf Tour: Köthen (Anhalt), Zerbst/Anhalt", "Bürgerdialog"]),
        (
            TourShape.both,
            [
                "Präventionsmobil auf Tour: Köthen (Anhalt), Zerbst/Anhalt",
                "Halt Köthen",
                "Halt Zerbst",
                "Bürgerdialog",
            ],
        ),
    ],
)
def test_a_tour_stands_there_as_asked(ws, stops, shape, expected):
    assert titles(ws, CalendarChoice(tours=shape)) == expected


def test_a_bar_leaves_people_free_and_spans_only_the_days_of_stops_they_may_see(ws, stops):
    found = bar(ws)
    assert told(found) == (0, "CONFIRMED", DAY, NEXT)
    assert found["TRANSP"] == "TRANSPARENT"
    assert found["LOCATION"] == "Köthen (Anhalt), Zerbst/Anhalt"
    assert not any(word in octets(ws, BOTH).decode() for word in ("Halle", "Geheim", "15.05.2027"))


def test_the_house_sees_the_whole_tour_under_its_name(ws, stops):
    found = bar(ws, CalendarChoice(Audience.internal, tours=TourShape.bars))
    assert (str(found["SUMMARY"]), told(found)) == ("Geheime Tour", (0, "CONFIRMED", DAY, THIRD))


def test_stops_name_the_bar_they_belong_to(ws, stops):
    related = {str(entry["SUMMARY"]): entry.get("RELATED-TO") for entry in entries(ws, BOTH)}
    assert related["Halt Köthen"] == related["Halt Zerbst"] == bar(ws, BOTH)["UID"]
    assert related["Bürgerdialog"] is None


def test_a_district_gets_its_part_of_the_tour_as_an_entry_of_its_own(ws, stops):
    change_event(ws, stops["Halle"], audience=Audience.public)
    part = bar(ws, CalendarChoice(wanted=EventFilter(dated=True, kreise=("15002",)), tours=TourShape.bars))
    assert told(part) == (0, "CONFIRMED", THIRD, THIRD)
    assert part["UID"] != bar(ws)["UID"]


def test_unchanged_tours_give_the_same_bytes(ws, stops, clock):
    first = octets(ws, BOTH)
    clock.advance(timedelta(days=1))
    change_event(ws, stops["Halle"], title="Noch geheimer", place_name="Keller")
    assert octets(ws, BOTH) == first
    assert octets(ws, CalendarChoice()) == octets(ws, CalendarChoice())


def test_the_number_of_a_bar_rises_with_days_and_towns_and_not_with_texts(ws, stops):
    uid, numbers = bar(ws)["UID"], [told(bar(ws))[0]]
    change_event(ws, stops["Zerbst"], title="Anders", public_text="Neu")
    numbers.append(told(bar(ws))[0])
    change_event(ws, stops["Zerbst"], state=EventState.tentative)
    numbers.append(told(bar(ws))[0])
    ws.undo()
    numbers.append(told(bar(ws))[0])
    assert numbers == [0, 0, 1, 2]
    assert bar(ws)["UID"] == uid


def test_a_hidden_stop_that_moves_says_nothing_to_others(ws, stops):
    before = told(bar(ws))
    change_event(ws, stops["Halle"], ags=ZERBST, place_name="Markt")
    ws.run("Delete", events.delete, [stops["Halle"]])
    assert told(bar(ws)) == before


def test_a_tour_whose_stops_are_all_called_off_is_called_off(ws, stops):
    bar(ws)
    for town in ("Köthen", "Zerbst"):
        change_event(ws, stops[town], state=EventState.cancelled, state_reason="Panne")
    found = bar(ws)
    assert told(found) == (1, "CANCELLED", DAY, NEXT)
    assert str(found["SUMMARY"]).startswith("ABGESAGT: Präventionsmobil auf Tour")


def test_changes_hold_the_bars_of_tours_with_a_changed_stop(ws, stops):
    uid = bar(ws)["UID"]
    release(ws)
    assert entries(ws, NEWS) == []
    change_event(ws, stops["Zerbst"], state=EventState.tentative)
    (found,) = entries(ws, NEWS)
    assert (found["UID"], *told(found)) == (uid, 1, "CONFIRMED", DAY, DAY)
    change_event(ws, stops["Köthen"], public_text="Neu")
    assert titles(ws, CalendarChoice(content=CalendarContent.cancellations, tours=TourShape.bars)) == []


@pytest.mark.parametrize("content", [CalendarContent.changes, CalendarContent.cancellations])
def test_a_tour_that_is_gone_is_called_off_once_and_as_it_went_out(ws, stops, clock, content):
    uid = bar(ws)["UID"]
    release(ws)
    ws.run("Delete", events.delete, [stops["Köthen"], stops["Zerbst"]])
    choice = CalendarChoice(content=content, tours=TourShape.bars)
    (found,) = entries(ws, choice)
    assert (found["UID"], *told(found)) == (uid, 1, "CANCELLED", DAY, NEXT)
    first = octets(ws, choice)
    clock.advance(timedelta(hours=1))
    assert octets(ws, choice) == first
    ws.undo()
    assert told(bar(ws)) == (2, "CONFIRMED", DAY, NEXT)


def test_a_tour_called_off_before_a_version_is_no_news_since(ws, stops, clock):
    bar(ws)
    release(ws)
    ws.run("Delete", events.delete, [stops["Köthen"], stops["Zerbst"]])
    assert len(entries(ws, NEWS)) == 1
    clock.advance(timedelta(hours=1))
    release(ws)
    assert entries(ws, NEWS) == []


def test_a_stop_taken_out_of_its_tour_stands_by_itself(ws, stops):
    bar(ws)
    release(ws)
    ws.run("Lift", tour_membership.leave_tour, stops["Zerbst"])
    assert titles(ws) == ["Präventionsmobil auf Tour: Köthen (Anhalt)", "Halt Zerbst", "Bürgerdialog"]


def test_a_tour_nobody_heard_of_is_not_called_off(ws, stops):
    release(ws)
    ws.run("Delete", events.delete, [stops["Köthen"], stops["Zerbst"]])
    assert entries(ws, NEWS) == []


def test_a_backup_brings_no_earlier_number_back(ws, stops, clock, tmp_path):
    bar(ws)
    ws.backup(tmp_path / "copy.landauf-backup")
    clock.advance(timedelta(minutes=1))
    change_event(ws, stops["Zerbst"], state=EventState.tentative)
    uid = bar(ws)["UID"]
    ws.restore(tmp_path / "copy.landauf-backup")
    assert told(bar(ws)) == (2, "CONFIRMED", DAY, NEXT)
    assert bar(ws)["UID"] == uid
