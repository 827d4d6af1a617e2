"""What an anonymised extract keeps back."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.projects import ExtractEvent
from domain.rules.extract import ALIKE, BANDS, band_of, part_of_day, quarter_of, smallest_group, withheld, years_before
from domain.terms import DaySpan, EventKind, PartOfDay

EVENT = ExtractEvent(
    EventKind.lecture, 2027, 1, 0, PartOfDay.morning, "15082", "15082180", None, ("Sucht",), ("Jugendliche",), None, 25
)
EVENTS = st.lists(
    st.builds(
        replace, st.just(EVENT), quarter=st.integers(1, 2), ags=st.sampled_from(["15082180", "15082005", None]),
        kind=st.sampled_from([EventKind.lecture, EventKind.online]),
    ),
    max_size=30,
)  # fmt: skip


@given(EVENTS)
def test_a_gemeinde_is_named_only_where_enough_lines_are_alike(rows):
    shown = withheld(rows)
    assert len(shown) == len(rows)
    smallest = smallest_group(shown)
    assert smallest is None or smallest >= ALIKE
    assert Counter(replace(row, ags=None) for row in shown) == Counter(replace(row, ags=None) for row in rows)


@given(EVENTS, st.randoms())
def test_the_order_tells_nothing(rows, random):
    mixed = list(rows)
    random.shuffle(mixed)
    assert withheld(mixed) == withheld(rows)


@given(st.integers(0, 100_000))
def test_a_count_lies_in_its_band(count):
    low = band_of(count)
    assert low in BANDS
    assert low <= count
    assert not any(low < other <= count for other in BANDS)


def test_what_was_not_counted_has_no_band():
    assert band_of(None) is None


@pytest.mark.parametrize(
    ("hour", "part"),
    [(4, PartOfDay.morning), (9, PartOfDay.midday), (15, PartOfDay.afternoon), (19, PartOfDay.evening),
     (21, PartOfDay.night), (2, PartOfDay.night)],
)  # fmt: skip
def test_parts_of_the_day_go_by_local_time(hour, part):
    assert part_of_day(datetime(2027, 7, 1, hour, tzinfo=UTC)) is part


def test_quarters_and_years():
    assert [quarter_of(month) for month in (1, 3, 4, 12)] == [1, 1, 2, 4]
    assert years_before(date(2027, 3, 1), 5) == DaySpan(date(2022, 1, 1), date(2027, 2, 28))
