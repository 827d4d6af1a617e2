"""Times of a day's stops one after the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rules.chain import DayFrame, Link, chain, harm

FRAME = DayFrame(leaves=6 * 60, back=20 * 60, longest=600)


def test_stops_that_fit_keep_their_hour():
    links = [Link(540, 120), Link(840, 90)]
    assert chain(links, [30, 40, 30], FRAME) == [540, 840]


def test_later_stop_waits_until_it_can_be_reached():
    links = [Link(540, 240), Link(780, 90)]
    assert chain(links, [30, 42, 30], FRAME) == [540, 825]


def test_stop_before_a_fixed_one_comes_earlier():
    links = [Link(600, 120), Link(720, 60, fixed=True)]
    assert chain(links, [30, 30, 30], FRAME) == [570, 720]


def test_whole_chain_gives_way_to_a_fixed_end():
    links = [Link(540, 60), Link(600, 60), Link(690, 60, fixed=True)]
    assert chain(links, [30, 30, 30, 30], FRAME) == [510, 600, 690]


def test_fixed_stop_stays_even_where_it_cannot_be_reached():
    links = [Link(540, 240, fixed=True), Link(600, 60, fixed=True)]
    arrivals = chain(links, [30, 30, 30], FRAME)
    assert arrivals == [540, 600]
    assert harm(links, [30, 30, 30], FRAME, arrivals) == 210


def test_window_moves_a_stop_into_it():
    assert chain([Link(900, 60, opens=480, closes=720)], [30, 30], FRAME) == [660]
    assert chain([Link(420, 60, opens=480, closes=720)], [30, 30], FRAME) == [480]


def test_drive_wins_over_a_window_that_cannot_hold():
    links = [Link(540, 200, fixed=True), Link(600, 60, opens=480, closes=720)]
    arrivals = chain(links, [30, 30, 30], FRAME)
    assert arrivals == [540, 770]
    assert harm(links, [30, 30, 30], FRAME, arrivals) == 110


def test_opening_is_at_a_full_five_minutes():
    links = [Link(540, 121), Link(None, 60, set_up=17)]
    arrival = chain(links, [30, 33, 30], FRAME)[1]
    assert (arrival + 17) % 5 == 0
    assert arrival >= 540 + 121 + 33


def test_stop_without_a_wish_comes_as_soon_as_it_can():
    assert chain([Link(None, 60)], [45, 45], FRAME) == [6 * 60 + 45]


def test_day_that_is_too_long_does_harm():
    links = [Link(480, 60), Link(1020, 60)]
    assert harm(links, [30, 30, 60], FRAME, [480, 1020]) == 1140 - 450 - 600


def test_no_stops_do_no_harm():
    assert chain([], [0], FRAME) == []
    assert harm([], [0], FRAME, []) == 0


def test_a_drive_too_few_is_refused():
    with pytest.raises(ValueError, match="1"):
        chain([Link(540, 60)], [30], FRAME)


@st.composite
def days(draw):
    links = draw(
        st.lists(
            st.builds(
                Link, st.integers(72, 220).map(lambda n: n * 5), st.integers(4, 50).map(lambda n: n * 5), st.just(30)
            ),
            min_size=1,
            max_size=6,
        )
    )
    drives = draw(st.lists(st.integers(0, 90), min_size=len(links) + 1, max_size=len(links) + 1))
    return links, drives


@given(days())
def test_every_free_stop_can_be_reached_from_the_one_before(day):
    links, drives = day
    arrivals = chain(links, drives, FRAME)
    for at in range(1, len(links)):
        assert arrivals[at] >= arrivals[at - 1] + links[at - 1].stay + drives[at]


@given(days())
def test_chaining_again_changes_nothing(day):
    links, drives = day
    arrivals = chain(links, drives, FRAME)
    again = [Link(at, link.stay, link.set_up) for at, link in zip(arrivals, links, strict=True)]
    assert chain(again, drives, FRAME) == arrivals
