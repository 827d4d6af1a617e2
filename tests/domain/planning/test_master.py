import numpy as np
import pytest
from hypothesis import given, settings

from domain.planning.candidates import candidates
from domain.planning.day import Days
from domain.planning.master import Master, rounded
from domain.planning.master_choice import Choice, Chooser, Limits
from domain.planning.master_cuts import violated
from domain.planning.plan import Effort
from domain.planning.problem import Cell
from domain.planning.watch import StoppedError, Watch
from tests.domain.planning.brute_force import optimum
from tests.domain.planning.small_problems import problem, problems, stop, vehicle
from tests.domain.planning.test_columns import table_of


def watch(cancelled=lambda: False, **effort):
    return Watch(Effort(**effort), lambda _: None, cancelled)


def master_of(made, clock=None):
    days = Days(made)
    kept = {each for stops in candidates(made, days).fixed.values() for each in stops}
    forced = frozenset(at for at, each in enumerate(made.stops) if each.id in kept)
    return Master(table_of(made), days, forced, clock or watch())


def three_pairs():
    """Any two of three stops fit into one of two days, all three into none: half of each pair is the relaxation."""
    stops = [stop(f"S{each}", each, 200, ((0, 400, 1100), (1, 400, 1100))) for each in (1, 2, 3)]
    minutes = [[0 if a == b else 30 for b in range(4)] for a in range(4)]
    return problem(stops, [vehicle(days=(0, 1), max_work=550)], minutes, day_cost=500)


@settings(max_examples=25, deadline=None)
@given(problems())
def test_no_plan_is_below_the_bound_with_cuts_or_without(made):
    best = optimum(made)
    master = master_of(made)
    bound = master.solve()
    assert rounded(bound.lower) <= best
    assert bound.upper == pytest.approx(bound.lower, abs=0.01)
    assert bound.reduced.min(initial=0.0) >= -1e-6
    cuts = violated(master.columns, bound.weights, 50)
    if cuts:
        master.cut(cuts)
        assert bound.lower - 1e-6 <= master.solve().lower
        assert rounded(master.solve().lower) <= best


def test_a_cut_lifts_the_bound_where_pairs_are_used_by_halves():
    made = three_pairs()
    master = master_of(made)
    before = master.solve()
    cuts = violated(master.columns, before.weights, 10)
    assert (0, 1, 2) in cuts
    master.cut(cuts)
    assert master.solve().lower > before.lower + 100
    assert rounded(master.solve().lower) == optimum(made)


@settings(max_examples=25, deadline=None)
@given(problems())
def test_a_dive_serves_no_stop_twice_and_uses_no_cell_twice(made):
    master = master_of(made)
    chosen = master.dive(master.solve(), 0.3)
    table = master.columns
    stops = [each for column in chosen for each in table.ids(column)]
    assert len(stops) == len(set(stops))
    assert len({table.cell(column) for column in chosen}) == len(chosen)


def test_after_a_dive_the_relaxation_is_as_before():
    master = master_of(three_pairs())
    before = master.solve().lower
    master.dive(master.solve(), 0.5)
    assert master.solve().lower == pytest.approx(before)


@settings(max_examples=25, deadline=None)
@given(problems())
def test_the_choice_among_all_columns_is_the_optimum(made):
    master = master_of(made)
    table = master.columns
    everything = np.arange(len(table), dtype=np.int32)
    table.check(everything, master.days, lambda: None)
    chooser = Chooser(table, master.rows, master.slack_cost, watch(), 1)
    nothing = Choice((), chooser.cost(()), -np.inf)
    choice = chooser.choose(table.possible(everything), nothing, Limits(until=10.0))
    assert choice.cost == optimum(made)
    assert rounded(choice.lower) == choice.cost


def test_a_choice_is_never_worse_than_what_it_began_with():
    master = master_of(three_pairs())
    table = master.columns
    everything = np.arange(len(table), dtype=np.int32)
    chooser = Chooser(table, master.rows, master.slack_cost, watch(), 1)
    nothing = Choice((), chooser.cost(()), -np.inf)
    best = chooser.choose(everything, nothing, Limits(until=10.0))
    alone = np.array(best.columns, dtype=np.int32)
    assert chooser.choose(alone, best, Limits(until=0.0, nodes=0)).columns == best.columns


def test_the_relaxation_stops_when_it_is_cancelled():
    with pytest.raises(StoppedError):
        master_of(three_pairs(), watch(cancelled=lambda: True)).solve()


def test_a_district_counts_once_for_a_day_with_two_of_its_stops():
    made = problem([stop("one", 1), stop("two", 2), stop("other", 2, district="SK", windows=())], coverage=700)
    master = master_of(made)
    bound = master.solve()
    # Both stops in one day, and the price of the district in which nothing can be planned.
    assert rounded(bound.lower) == 40 + 30 + 20 + 40 + 900 + 700
    assert master.columns.cell(next(iter(bound.weights))) == Cell("bus", 0)
