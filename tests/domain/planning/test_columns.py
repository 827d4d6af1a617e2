import numpy as np
from hypothesis import given, settings

from domain.planning.candidates import candidates
from domain.planning.chosen import ChosenDay
from domain.planning.columns import IMPOSSIBLE, columns
from domain.planning.columns_groups import Roads, groups, pack, shortest, unpack
from domain.planning.columns_sets import TooManyError, listed
from domain.planning.day import Days
from domain.planning.problem import Cell, FixedStop, Night
from tests.domain.planning.brute_force import subsets
from tests.domain.planning.small_problems import problem, problems, stop, vehicle

MONDAY = Cell("bus", 0)
MOST = 4


def table_of(made, cells=None):
    found = candidates(made, Days(made))
    parts = [(group, *listed(group, 10**6)) for group in groups(made, cells or found.cells, Roads.of(made))]
    return columns(made, [(group, sets) for group, sets, _ in parts], complete=all(whole for *_, whole in parts))


def listed_days(table):
    return {(table.cell(at), frozenset(table.ids(at))): at for at in range(len(table))}


@settings(max_examples=30, deadline=None)
@given(problems())
def test_the_columns_are_the_sets_that_days_allow_at_the_same_cost(made):
    days = Days(made)
    found = candidates(made, days)
    table = table_of(made)
    table.check(np.arange(len(table), dtype=np.int32), days, lambda: None)
    prices = table.prices(np.arange(len(table), dtype=np.int32))
    got = {key: prices[at] for key, at in listed_days(table).items() if prices[at] < IMPOSSIBLE}
    expected = {}
    for cell in {cell for cells in found.cells.values() for cell in cells}:
        there = [each for each, cells in found.cells.items() if cell in cells]
        for stops in subsets(there, min(MOST, len(there))):
            cost = days.cost(cell, stops)
            if stops and cost is not None and set(found.fixed.get(cell, ())) <= set(stops):
                expected[cell, frozenset(stops)] = cost
    assert {key: cost for key, cost in got.items() if len(key[1]) <= MOST} == expected


@settings(max_examples=30, deadline=None)
@given(problems())
def test_each_set_stands_once_in_each_cell(made):
    table = table_of(made)
    assert len(listed_days(table)) == len(table)
    assert (np.diff(table.cell_of) >= 0).all()


def test_rounded_minutes_that_make_a_detour_shorter_lose_no_set():
    # By way of place 1 the drive to place 2 is shorter than the way itself, and only so it keeps the limit of drive.
    made = problem(
        [stop("near", 1, 60), stop("far", 2, 60)],
        [vehicle(max_drive=80)],
        minutes=((0, 20, 45), (20, 0, 20), (40, 20, 0)),
    )
    days = listed_days(table_of(made, {"near": [MONDAY], "far": [MONDAY]}))
    assert set(days) == {(MONDAY, frozenset({"near"})), (MONDAY, frozenset({"near", "far"}))}


def test_a_stop_with_other_hours_on_another_day_is_in_one_set_for_each():
    made = problem([stop("fair", windows=((0, 480, 700), (1, 800, 1000), (2, 480, 700)))])
    table = table_of(made)
    assert len(table) == 3
    assert len(table.stops) == 2


def test_a_cell_with_a_fixed_stop_has_no_day_without_it():
    made = problem([stop("asked", 1, 60), stop("fixed", 2, 60)], fixed=(FixedStop("fixed", MONDAY, 600),))
    assert {stops for cell, stops in listed_days(table_of(made)) if cell == MONDAY} == {
        frozenset({"fixed"}), frozenset({"asked", "fixed"})
    }  # fmt: skip


def test_a_night_away_makes_days_that_end_there_and_begin_there():
    far = ((0, 110, 115), (110, 0, 10), (115, 10, 0))
    made = problem(
        [stop("one", 1, 300), stop("two", 2, 300, ((1, 480, 900),))],
        [vehicle(max_drive=130)],
        far,
        nights=(Night("bus", 0, 2, 30),),
    )
    table = table_of(made, {"one": [MONDAY], "two": [Cell("bus", 1)]})
    assert {table.day(at): table.cost[at] for at in range(len(table))} == {
        ChosenDay(MONDAY, ("one",), None, 2): 110 + 10 + 40 + 30,
        ChosenDay(Cell("bus", 1), ("two",), 2, None): 115 + 40,
    }


def test_a_day_is_found_again_among_the_columns():
    made = problem([stop("one"), stop("two", 2)])
    table = table_of(made)
    day = ChosenDay(MONDAY, ("two", "one"))
    at = table.find(day)
    assert at is not None
    assert table.day(at) == ChosenDay(MONDAY, ("one", "two"))
    assert table.find(ChosenDay(Cell("bus", 2), ("one",))) is None
    assert table.find(ChosenDay(MONDAY, ("one", "two", "one"), 1)) is None


def test_listing_ends_where_there_is_no_room_and_says_so():
    made = problem([stop(f"S{each}", 1, 30) for each in range(8)])
    (group,) = groups(made, candidates(made, Days(made)).cells, Roads.of(made))
    everything, whole = listed(group, 10**6)
    some, part = listed(group, 30)
    assert (whole, part) == (True, False)
    assert 0 < len(some) < len(everything)


def test_listing_ends_when_it_is_stopped():
    made = problem([stop(f"S{each}", 1, 30) for each in range(4)])
    (group,) = groups(made, candidates(made, Days(made)).cells, Roads.of(made))

    def stopped():
        raise TooManyError

    sets, whole = listed(group, 10**6, stopped)
    assert not whole
    assert len(sets) == 4


def test_flags_are_the_same_after_packing_and_unpacking():
    flags = np.arange(5 * 130).reshape(5, 130) % 3 == 0
    assert pack(flags).shape == (5, 3)
    assert (unpack(pack(flags), 130) == flags).all()


def test_the_shortest_drive_goes_by_way_of_other_places():
    near = shortest(np.array([[0, 9, 50], [9, 0, 9], [50, 9, 0]], dtype=np.int32))
    assert near[0, 2] == 18
