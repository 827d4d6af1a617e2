"""Lists of events: what passes a filter, in which order, shown how."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.region.fold import sort_key
from domain.rows.filters import EventFilter, EventOrder
from domain.terms import BERLIN, Audience, EventKind, EventState, PlaceKind
from domain.usecases import event_rows
from tests.builders import (
    DAY,
    HALLE,
    KOETHEN,
    ZERBST,
    at,
    make_event,
    make_partner,
    make_site,
    make_vehicle,
)

SPRING = date(2027, 3, 28)


def titles(ws, **wanted):
    return [row.title for row in ws.ask(event_rows.list_rows, EventFilter(**wanted))]


@pytest.fixture
def year(ws):
    """Five events that differ in everything one can filter by."""
    make_event(ws, "Vortrag", kind=EventKind.lecture, ags=KOETHEN, day=date(2027, 3, 1))
    make_event(ws, "Streife", kind=EventKind.joint_patrol, ags=HALLE, audience=Audience.internal)
    make_event(ws, "Halt", kind=EventKind.mobile_stop, ags=ZERBST, state=EventState.tentative, day=date(2027, 7, 1))
    make_event(ws, "Idee", day=None, audience=Audience.partners)
    make_event(ws, "Vorlage", day=None, is_template=True)
    return ws


def test_events_come_by_date_and_those_without_one_last(year):
    assert titles(year) == ["Vortrag", "Streife", "Halt", "Idee"]
    assert titles(year, descending=True) == ["Halt", "Streife", "Vortrag", "Idee"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"kinds": (EventKind.lecture, EventKind.mobile_stop)}, ["Vortrag", "Halt"]),
        ({"states": (EventState.tentative, EventState.idea)}, ["Halt", "Idee"]),
        ({"kreise": (KOETHEN[:5],)}, ["Vortrag", "Halt"]),
        ({"audiences": (Audience.internal, Audience.partners)}, ["Streife", "Idee"]),
        ({"dated": True}, ["Vortrag", "Streife", "Halt"]),
        ({"templates": True}, ["Vortrag", "Streife", "Halt", "Idee", "Vorlage"]),
        ({"first": DAY, "last": date(2027, 6, 30)}, ["Streife"]),
        ({"first": date(2027, 5, 14)}, ["Halt"]),
        ({"last": date(2027, 5, 12)}, ["Vortrag"]),
        ({"kinds": (EventKind.lecture,), "kreise": (HALLE[:5],)}, []),
    ],
)
def test_each_filter_leaves_what_it_asks_for(year, wanted, found):
    assert titles(year, **wanted) == found


def test_events_at_by_or_with_a_partner_are_found(ws):
    partner, other = make_partner(ws), make_partner(ws, "Andere")
    make_event(ws, "am Ort", place_kind=PlaceKind.partner, place_partner_id=partner)
    make_event(ws, "Gastgeber", host_id=partner)
    make_event(ws, "Dienststelle", office_id=partner)
    make_event(ws, "dabei", partner_ids=(other, partner))
    make_event(ws, "ohne", partner_ids=(other,))
    assert sorted(titles(ws, partner_id=partner)) == ["Dienststelle", "Gastgeber", "am Ort", "dabei"]


def test_events_of_a_vehicle_are_found(ws):
    vehicle = make_vehicle(ws)
    make_event(ws, "mit Bus", vehicle_id=vehicle)
    make_event(ws, "ohne Bus")
    assert titles(ws, vehicle_id=vehicle) == ["mit Bus"]


@pytest.mark.parametrize("text", ["köthen", "Koethen", "kothen", "  KÖTHEN markt ", "sicherheit köth", "2027-0001"])
def test_words_are_found_however_they_are_written(ws, text):
    make_event(ws, "Cybersicherheit für Senioren", place_name="Marktplatz", town="Köthen (Anhalt)")
    make_event(ws, "Straßenverkehr", town="Halle (Saale)")
    assert titles(ws, text=text) == ["Cybersicherheit für Senioren"]


@pytest.mark.parametrize("text", ["%", "_", "100 %", "\\", "'", '"', "*"])
def test_special_characters_are_only_characters(ws, text):
    make_event(ws, "Vortrag")
    assert titles(ws, text=text) == []
    make_event(ws, f"Titel {text} mit Zeichen")
    assert titles(ws, text=text) == [f"Titel {text} mit Zeichen"]


def test_an_event_counts_for_each_local_day_it_touches(ws):
    make_event(ws, "Streife", starts_at=at(DAY, "22:00"), ends_at=at(DAY + timedelta(days=1), "02:00"))
    assert titles(ws, first=DAY, last=DAY) == ["Streife"]
    assert titles(ws, first=DAY + timedelta(days=1), last=DAY + timedelta(days=1)) == ["Streife"]
    assert titles(ws, first=DAY + timedelta(days=2)) == []
    assert titles(ws, last=DAY - timedelta(days=1)) == []


def test_an_event_that_ends_at_midnight_does_not_touch_the_next_day(ws):
    make_event(ws, "Abend", starts_at=at(DAY, "20:00"), ends_at=at(DAY + timedelta(days=1), "00:00"))
    assert titles(ws, first=DAY + timedelta(days=1)) == []
    assert titles(ws, first=DAY, last=DAY) == ["Abend"]


def test_a_moment_without_length_counts_for_its_day(ws):
    make_event(ws, "Beitrag", starts_at=at(DAY, "00:00"), ends_at=at(DAY, "00:00"))
    assert titles(ws, first=DAY, last=DAY) == ["Beitrag"]


def test_an_all_day_event_counts_for_each_of_its_days(ws):
    make_event(ws, "Woche", all_day=True, first_day=DAY, last_day=DAY + timedelta(days=2))
    for offset, found in ((-1, []), (0, ["Woche"]), (2, ["Woche"]), (3, [])):
        day = DAY + timedelta(days=offset)
        assert titles(ws, first=day, last=day) == found


def test_periods_are_local_days_when_the_clocks_change(ws):
    eve = SPRING - timedelta(days=1)
    make_event(ws, "spät", starts_at=at(eve, "23:30"), ends_at=at(eve, "23:59"), state=EventState.tentative)
    make_event(ws, "früh", starts_at=at(SPRING, "00:10"), ends_at=at(SPRING, "00:20"), state=EventState.tentative)
    make_event(ws, "nachts", starts_at=at(SPRING, "23:50"), ends_at=at(SPRING, "23:55"), state=EventState.tentative)
    assert titles(ws, first=SPRING, last=SPRING) == ["früh", "nachts"]
    assert titles(ws, last=eve) == ["spät"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.data())
def test_a_period_finds_exactly_the_events_that_touch_it(ws, data):
    days = st.dates(date(2027, 10, 28), date(2027, 11, 3))
    title = f"Nr. {data.draw(st.integers(0, 10**9))}"
    if data.draw(st.booleans()):
        first, last = sorted((data.draw(days), data.draw(days)))
        row_id = make_event(ws, title, all_day=True, first_day=first, last_day=last)
    else:
        times = st.sampled_from(["00:00", "00:30", "02:30", "12:00", "23:00", "23:59"])
        moments = sorted(
            (at(data.draw(days), data.draw(times)) for _ in range(2)), key=lambda moment: moment.timestamp()
        )
        row_id = make_event(ws, title, starts_at=moments[0], ends_at=moments[1])
    low, high = sorted((data.draw(days), data.draw(days)))
    (row,) = ws.ask(event_rows.fetch_rows, [row_id])
    end = row.last_day if row.all_day else row.ends_at.date()
    if not row.all_day and row.ends_at > row.starts_at and row.ends_at.time() == at(DAY, "00:00").time():
        end -= timedelta(days=1)
    touches = row.start_day <= high and end >= low
    assert (row_id in ws.ask(event_rows.list_ids, EventFilter(first=low, last=high))) is touches


def test_titles_and_towns_sort_as_in_a_dictionary(ws):
    for name in (
        "Zeitz",
        "Ärzte",
        "Arzt",
        "Öffentlich",
        "offen",
        "Straße",
        "strassen",
        "Übung",
        "uwe",
        "Bauer",
        "Bauhof",
    ):
        make_event(ws, name, town=name)
    for order in (EventOrder.heading, EventOrder.town):
        found = titles(ws, order=order)
        assert found == sorted(found, key=sort_key)
        assert found[:4] == ["Arzt", "Ärzte", "Bauer", "Bauhof"]
        assert titles(ws, order=order, descending=True) == found[::-1]


def test_the_town_that_is_shown_is_the_one_that_sorts(ws):
    site, partner = make_site(ws, town="Burg"), make_partner(ws, town="Aken")
    make_event(ws, "Platz", place_kind=PlaceKind.site, site_id=site, town="Zeitz")
    make_event(ws, "Schule", place_kind=PlaceKind.partner, place_partner_id=partner)
    make_event(ws, "Ort", town="Calbe")
    make_event(ws, "ohne Ort")
    assert titles(ws, order=EventOrder.town) == ["Schule", "Platz", "Ort", "ohne Ort"]


@pytest.mark.parametrize("order", EventOrder)
def test_every_order_goes_both_ways_over_all_events(year, order):
    for descending in (False, True):
        found = titles(year, order=order, descending=descending)
        assert sorted(found) == ["Halt", "Idee", "Streife", "Vortrag"]
    assert titles(year, order=EventOrder.number) == ["Vortrag", "Streife", "Halt", "Idee"]


def test_all_day_events_stand_before_the_timed_ones_of_their_day(ws):
    make_event(ws, "früh", start="06:00", end="07:00")
    make_event(ws, "Tag", all_day=True)
    make_event(ws, "Vorabend", day=DAY - timedelta(days=1), start="23:00", end="23:30")
    assert titles(ws) == ["Vorabend", "Tag", "früh"]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ({"place_name": "Stadthalle", "town": "Zerbst/Anhalt"}, "Stadthalle, Zerbst/Anhalt"),
        ({"place_kind": PlaceKind.site}, "Holzmarkt, Köthen"),
        ({"place_kind": PlaceKind.partner}, "Grundschule Radis, Kemberg"),
        ({"place_kind": PlaceKind.online, "online_url": "https://x.example"}, ""),
        ({"town": "Burg"}, "Burg"),
    ],
)
def test_the_place_is_shown_as_people_say_it(ws, place, shown):
    site = make_site(ws, "Holzmarkt", town="Köthen")
    partner = make_partner(ws, "Grundschule Radis", town="Kemberg")
    event_id = make_event(ws, **place, site_id=site, place_partner_id=partner)
    assert ws.ask(event_rows.fetch_rows, [event_id])[0].place == shown


def test_rows_carry_berlin_times(ws):
    event_id = make_event(ws)
    (row,) = ws.ask(event_rows.fetch_rows, [event_id])
    assert (row.starts_at.tzinfo, row.starts_at) == (BERLIN, at(DAY, "18:00"))


def test_rows_come_in_the_order_of_the_ids_and_gone_ones_are_left_out(ws):
    ids = [make_event(ws, f"Nr. {number}") for number in range(3)]
    ws.undo()
    assert [row.title for row in ws.ask(event_rows.fetch_rows, ids[::-1])] == ["Nr. 1", "Nr. 0"]


def test_a_calendar_gets_everything_between_two_days(year):
    found = year.ask(event_rows.between, date(2027, 2, 28), DAY)
    assert [row.title for row in found] == ["Vortrag", "Streife"]
    assert year.ask(event_rows.between, date(2027, 2, 28), DAY, [EventKind.lecture])[0].title == "Vortrag"
