"""Estimated and corrected drives."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import NotFoundError
from domain.region.gemeinden import gemeinden
from domain.region.travel import (
    Leg,
    Point,
    TravelOverride,
    TravelParameters,
    TravelTable,
    Waypoint,
    estimate,
    haversine_km,
    point_of,
    within_gemeinde,
)

MAGDEBURG, HALLE, STENDAL = "15003000", "15002000", "15090535"
KEYS = [g.ags for g in gemeinden()]
points = st.builds(Point, st.floats(50.9, 53.1), st.floats(10.5, 13.2))


def north_of(start, km):
    """The point `km` to the north of `start`, along the meridian."""
    return Point(start.lat + math.degrees(km / 6371.0088), start.lon)


def test_distance_between_magdeburg_and_halle():
    assert haversine_km(point_of(MAGDEBURG), point_of(HALLE)) == pytest.approx(75.3, abs=0.3)


@pytest.mark.parametrize(("km", "minutes"), [(10, 25), (30, 45), (50, 65), (75, 90), (100, 110)])
def test_estimate_gives_the_minutes_of_the_fit(km, minutes):
    start = Point(51.5, 12.0)
    leg = estimate(start, north_of(start, km))
    assert leg.minutes == minutes
    assert leg.kilometres == pytest.approx(1.25 * km, abs=0.06)


def test_car_is_faster_than_the_bus():
    assert TravelTable(by_bus=False).minutes(MAGDEBURG, HALLE) < TravelTable().minutes(MAGDEBURG, HALLE)


def test_same_gemeinde_takes_ten_minutes_and_the_same_point_none():
    table = TravelTable()
    spot = Point(52.13, 11.63)
    assert table.leg(MAGDEBURG, MAGDEBURG) == within_gemeinde() == Leg(10, 2.5)
    assert table.leg_between(Waypoint(MAGDEBURG, spot), Waypoint(MAGDEBURG)) == Leg(10, 2.5)
    assert table.leg_between(Waypoint(MAGDEBURG, spot), Waypoint(MAGDEBURG, spot)) == Leg(0, 0.0)


def test_exact_points_of_sites_are_used():
    near, far = Point(52.10, 11.60), Point(52.20, 11.70)
    leg = TravelTable().leg_between(Waypoint(MAGDEBURG, near), Waypoint(MAGDEBURG, far))
    assert leg == estimate(near, far)
    assert leg.minutes > within_gemeinde().minutes


def test_whole_steps_are_not_rounded_further():
    exact = TravelParameters(minutes_factor=2.5, exponent=1.0, bus_factor=1.0, minimum_km=10.0)
    assert within_gemeinde(exact).minutes == 25
    assert (
        within_gemeinde(TravelParameters(minutes_factor=2.51, exponent=1.0, bus_factor=1.0, minimum_km=10.0)).minutes
        == 30
    )


@given(points, points)
def test_estimate_is_symmetric_and_rounded_up_to_five_minutes(start, end):
    leg = estimate(start, end)
    assert leg == estimate(end, start)
    raw = 1.2 * 3.33 * max(haversine_km(start, end), 2) ** 0.71
    assert leg.minutes % 5 == 0
    assert start == end or 0 <= leg.minutes - raw + 1e-5 < 5.0001


@given(st.sampled_from(KEYS), st.sampled_from(KEYS), st.integers(1, 300))
def test_correction_wins_in_both_directions(start, end, minutes):
    table = TravelTable(overrides=[TravelOverride(start, end, minutes)])
    assert table.minutes(start, end) == table.minutes(end, start) == minutes
    assert table.leg(start, end).is_corrected
    assert table.is_corrected(end, start)
    assert table.kilometres(start, end) == TravelTable().kilometres(start, end)


def test_one_way_correction_leaves_the_way_back():
    table = TravelTable(overrides=[TravelOverride(MAGDEBURG, STENDAL, 99, 70.0, both_ways=False)])
    assert table.leg(MAGDEBURG, STENDAL) == Leg(99, 70.0, is_corrected=True)
    assert table.leg(STENDAL, MAGDEBURG) == TravelTable().leg(STENDAL, MAGDEBURG)


def test_one_way_correction_wins_over_the_way_back_of_another():
    there, back = TravelOverride(MAGDEBURG, STENDAL, 60), TravelOverride(STENDAL, MAGDEBURG, 80, both_ways=False)
    for overrides in ([there, back], [back, there]):
        table = TravelTable(overrides=overrides)
        assert (table.minutes(MAGDEBURG, STENDAL), table.minutes(STENDAL, MAGDEBURG)) == (60, 80)


def test_correction_of_gemeinden_holds_for_their_sites():
    table = TravelTable(overrides=[TravelOverride(MAGDEBURG, STENDAL, 99)])
    assert table.leg_between(Waypoint(MAGDEBURG, Point(52.1, 11.6)), Waypoint(STENDAL)).minutes == 99


def test_unknown_gemeinde_is_refused():
    with pytest.raises(NotFoundError, match="09162000"):
        TravelTable().minutes(MAGDEBURG, "09162000")


@given(start=st.sampled_from(KEYS), end=st.sampled_from(KEYS))
def test_matrix_says_what_each_drive_says(start, end):
    overrides = [TravelOverride(KEYS[0], KEYS[1], 85, both_ways=False), TravelOverride(KEYS[2], KEYS[1], 75)]
    table = TravelTable(overrides=overrides)
    spots = [Waypoint(start), Waypoint(end, Point(51.9, 11.5)), *(Waypoint(key) for key in KEYS[:3])]
    assert table.matrix(spots) == [[table.leg_between(a, b).minutes for b in spots] for a in spots]
