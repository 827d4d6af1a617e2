from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.events import EventRow
from domain.rules.coverage import CoverageRow, coverage, half_year_days, half_year_of
from domain.terms import Audience, EventKind, EventState

DIALOGUE = EventKind.citizen_dialogue


def event(state: EventState, day: date, kreis: str | None = "15090", kind: EventKind = DIALOGUE) -> EventRow:
    return EventRow(
        uuid4(),
        "2027-0001",
        kind,
        state,
        "Dialog",
        None,
        None,
        True,
        day,
        day,
        None,
        kreis,
        "",
        "",
        Audience.public,
        "",
        0,
        1,
    )


def test_planned_and_held_are_counted_against_the_target():
    may = date(2027, 5, 3)
    events = [event(state, may) for state in EventState]
    (row,) = coverage(events, {("15090", DIALOGUE, "2027-H1"): 6})
    assert row == CoverageRow("15090", DIALOGUE, "2027-H1", target=6, planned=2, held=2)
    assert row.missing == 2


def test_local_start_date_decides_the_half_year():
    start = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    row = event(EventState.held, date(2026, 12, 31))
    timed = replace(row, all_day=False, first_day=None, last_day=None, starts_at=start, ends_at=start)
    assert [found.half_year for found in coverage([timed], {})] == ["2027-H1"]


def test_event_outside_every_kreis_or_without_a_date_counts_nowhere():
    assert coverage([event(EventState.held, date(2027, 1, 1), kreis=None)], {}) == ()


def test_wanted_rows_are_there_even_when_empty():
    rows = coverage([], {}, kreise=("15001", "15002"), kinds=(DIALOGUE,), half_years=("2027-H1", "2027-H2"))
    assert len(rows) == 4
    assert all(row.missing == row.planned == row.held == 0 for row in rows)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_day_lies_in_its_half_year(day):
    assert day in half_year_days(half_year_of(day))


def test_half_year_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="month"):
        half_year_days("2027-H3")


@given(st.lists(st.tuples(st.sampled_from(EventState), st.dates(date(2026, 1, 1), date(2028, 12, 31)))))
def test_no_event_is_counted_twice_or_lost(drawn):
    rows = coverage([event(state, day) for state, day in drawn], {})
    counted = {EventState.tentative, EventState.confirmed, EventState.held, EventState.reviewed}
    assert sum(row.planned + row.held for row in rows) == sum(state in counted for state, _ in drawn)
