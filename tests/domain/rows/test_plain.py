"""Rows as JSON: they come back as they were, also from older and newer shapes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.rows import plain
from domain.terms import EventKind


@dataclass(frozen=True)
class Inner:
    kind: EventKind
    day: date | None = None


@dataclass(frozen=True)
class Outer:
    key: UUID
    name: str
    moment: datetime
    size: float | None
    raw: bytes
    is_on: bool
    inner: tuple[Inner, ...]
    pair: tuple[str, int] = ("", 0)


inners = st.builds(Inner, st.sampled_from(EventKind), st.none() | st.dates())
outers = st.builds(
    Outer, st.uuids(), st.text(), st.datetimes(timezones=st.just(UTC)), st.none() | st.floats(allow_nan=False),
    st.binary(max_size=20), st.booleans(), st.lists(inners, max_size=3).map(tuple), st.tuples(st.text(), st.integers()),
)  # fmt: skip


@settings(max_examples=40)
@given(outers)
def test_a_row_comes_back_as_it_was(row):
    assert plain.read(Outer, plain.written(row)) == row


def test_fields_added_since_have_their_defaults_and_unknown_ones_are_passed_over():
    assert plain.read(Inner, '{"kind": "lecture", "colour": "blue"}') == Inner(EventKind.lecture)


@pytest.mark.parametrize(
    "text", ["", "[", '{"kind": "circus"}', '{"day": "2027-05-13"}', '{"kind": "lecture", "day": 5}']
)
def test_what_is_no_row_of_the_shape_is_refused(text):
    with pytest.raises((ValueError, KeyError, TypeError)):
        plain.read(Inner, text)
