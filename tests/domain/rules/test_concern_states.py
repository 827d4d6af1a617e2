"""The way of a concern, and what is counted of many."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.concerns import CountedConcern
from domain.rules.concern_states import DONE, WAITING, default_due, may_become, step_problems
from domain.rules.concern_statistics import statistics
from domain.terms import ConcernCategory, ConcernState

TODAY = date(2027, 4, 28)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_whatever_is_over_can_be_taken_up_again():
    for state in {ConcernState.answered, ConcernState.closed, ConcernState.dropped}:
        assert ConcernState.open in may_become(state)


@pytest.mark.parametrize(
    ("state", "following"),
    [
        (ConcernState.open, ConcernState.open),
        (ConcernState.answered, ConcernState.forwarded),
        (ConcernState.answered, ConcernState.dropped),
        (ConcernState.closed, ConcernState.dropped),
        (ConcernState.dropped, ConcernState.answered),
    ],
)
def test_a_step_that_makes_no_sense_is_refused(state, following):
    (problem,) = step_problems(state, following)
    assert problem.field == "state"


def test_an_answer_is_due_six_weeks_later():
    assert default_due(TODAY) == date(2027, 6, 9)


def counted(kreis, category, state, raised=date(2027, 3, 1), answered=None):
    return CountedConcern(kreis, ConcernCategory(category), ConcernState(state), raised, answered)


def test_days_to_the_answer_are_the_middle_one_and_the_oldest_is_one_that_waits():
    found = statistics(
        [
            counted("15082", "noise", "answered", answered=date(2027, 3, 11)),
            counted("15082", "noise", "closed", answered=date(2027, 3, 31)),
            counted("15082", "noise", "closed"),
            counted("15082", "traffic", "open", raised=date(2027, 2, 1)),
            counted(None, "noise", "dropped", raised=date(2026, 1, 1)),
        ]
    )
    (district, without) = found.kreise
    assert (district.kreis_ags, district.total, district.waiting, district.answered) == ("15082", 4, 1, 3)
    assert (district.median_days, district.oldest) == (20.0, date(2027, 2, 1))
    assert (without.kreis_ags, without.dropped, without.median_days, without.oldest) == (None, 1, None, None)
    assert [(line.category, line.total) for line in found.categories] == [
        (ConcernCategory.traffic, 1),
        (ConcernCategory.noise, 4),
    ]
    assert found.whole.total == 5


def test_nothing_gives_no_lines():
    found = statistics([])
    assert (found.whole.total, found.kreise, found.cells) == (0, (), ())


@given(
    st.lists(
        st.builds(
            CountedConcern,
            st.sampled_from([None, "15001", "15082", "15091"]),
            st.sampled_from(ConcernCategory),
            st.sampled_from(ConcernState),
            st.none() | DAYS,
            st.none() | DAYS,
        ),
        max_size=40,
    )
)
def test_every_breakdown_counts_each_concern_once(concerns):
    found = statistics(concerns)
    for lines in (found.kreise, found.categories, found.cells):
        for name in ("total", "waiting", "answered", "dropped"):
            assert sum(getattr(line, name) for line in lines) == getattr(found.whole, name)
    assert found.whole.total == len(concerns)
    assert found.whole.waiting == sum(each.state in WAITING for each in concerns)
    assert found.whole.answered == sum(each.state in DONE for each in concerns)
