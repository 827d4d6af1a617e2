"""The words and the small value types."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import terms
from domain.terms import Audience, DaySpan, EventKind, EventState, TimeSpan

START = datetime(2027, 4, 28, 9, 0, tzinfo=UTC)
ENUMS = [enum for enum in vars(terms).values() if isinstance(enum, type) and issubclass(enum, StrEnum)]

moments = st.integers(0, 1000).map(lambda minutes: START + timedelta(minutes=minutes))
lengths = st.integers(1, 300).map(lambda minutes: timedelta(minutes=minutes))
spans = st.builds(lambda start, length: TimeSpan(start, start + length), moments, lengths)


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_value_and_name_of_a_term_are_one(enum):
    """The store keeps names, files and the command line show values."""
    assert [member.value for member in enum] == [member.name for member in enum]


def test_code_names_of_the_public_contract_stay():
    assert " ".join(EventKind) == (
        "mobile_stop citizen_dialogue expert_dialogue lecture information_event consultation joint_patrol "
        "council_meeting training information_exchange online"
    )
    assert " ".join(EventState) == ("idea requested tentative confirmed held reviewed declined cancelled postponed")
    assert " ".join(Audience) == "public partners internal"


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_common_minute(one, other):
    minutes = [one.start + timedelta(minutes=m) for m in range(int((one.end - one.start).total_seconds() // 60))]
    assert one.overlaps(other) == other.overlaps(one) == any(other.start <= m < other.end for m in minutes)


def test_spans_that_only_touch_do_not_overlap():
    noon = START + timedelta(hours=3)
    assert not TimeSpan(START, noon).overlaps(TimeSpan(noon, noon + timedelta(hours=1)))


def test_day_span_holds_both_its_ends():
    span = DaySpan(date(2027, 5, 15), date(2027, 5, 22))
    assert span.first in span
    assert span.last in span
    assert date(2027, 5, 14) not in span
    assert date(2027, 5, 23) not in span
