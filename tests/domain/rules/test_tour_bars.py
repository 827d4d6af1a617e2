"""One bar for a tour: its days, towns and state, and what tells that it moved."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.tour_bars import called_off, tour_shown
from domain.terms import EventState
from tests.builders import DAY, at
from tests.domain.exchange.samples import EVENT, all_day

NEXT = DAY + timedelta(days=1)


def stop(town, day=DAY, start="09:00", state=EventState.confirmed):
    place = replace(EVENT.place, town=town)
    return replace(EVENT, place=place, starts_at=at(day, start), ends_at=at(day, "16:00"), state=state)


def test_towns_stand_by_day_in_the_order_of_the_way():
    shown = tour_shown(
        [stop("Zerbst", start="14:00"), stop("Burg", NEXT), stop("Köthen"), stop("Köthen", start="12:00")]
    )
    assert shown.days == ((DAY, ("Köthen", "Zerbst")), (NEXT, ("Burg",)))
    assert shown.state is EventState.confirmed


def test_without_a_dated_stop_there_is_no_bar():
    assert tour_shown([]) is None
    assert tour_shown([replace(EVENT, starts_at=None, ends_at=None)]) is None


def test_a_stop_over_several_days_fills_them():
    shown = tour_shown([all_day(DAY, DAY + timedelta(days=2))])
    assert [day for day, _towns in shown.days] == [DAY, NEXT, DAY + timedelta(days=2)]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["confirmed", "held"], "confirmed"),
        (["confirmed", "tentative"], "tentative"),
        (["cancelled", "confirmed"], "confirmed"),
        (["cancelled", "postponed", "declined"], "cancelled"),
    ],
)
def test_a_bar_is_as_sure_as_the_least_sure_of_its_stops(states, expected):
    shown = tour_shown([stop("Burg", state=EventState(state)) for state in states])
    assert shown.state is EventState(expected)


def test_stops_that_are_called_off_show_only_where_nothing_else_is_left():
    off = stop("Burg", NEXT, state=EventState.cancelled)
    assert tour_shown([stop("Köthen"), off]).days == ((DAY, ("Köthen",)),)
    assert tour_shown([off]).days == ((NEXT, ("Burg",)),)


@given(
    st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2029, 1, 1)), st.text(max_size=20)), min_size=1, max_size=6),
)
def test_a_mark_tells_a_gone_tour_as_it_went_out(stops):
    shown = tour_shown([stop(town, day) for day, town in stops])
    told = called_off(shown.mark())
    assert (told.state, told.days) == (EventState.cancelled, shown.days)
    assert called_off(told.mark()) == told != shown
    assert told.mark() != shown.mark()


@pytest.mark.parametrize(
    "mark", ["", "x", "[]", "{}", "null", '["confirmed", [["kein Tag"]]]', '["confirmed", []]', "[1, 2]"]
)
def test_what_is_no_mark_tells_nothing(mark):
    assert called_off(mark) is None


def test_a_mark_ignores_titles_and_knows_places():
    one, other = stop("Köthen"), replace(stop("Köthen"), title="Anders", text="Neu")
    assert tour_shown([one]).mark() == tour_shown([other]).mark()
    assert tour_shown([one]).mark() != tour_shown([stop("Burg")]).mark()
