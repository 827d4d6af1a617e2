from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.events import (
    ConsultationFacts,
    Count,
    DialogueFacts,
    EventDraft,
    ExchangeFacts,
    LectureFacts,
    OnlineFacts,
)
from domain.rules.validation import event_problems, saving_problems
from domain.terms import BERLIN, EventKind, EventState

START = datetime(2027, 5, 20, 16, 0, tzinfo=UTC)
DRAFT = EventDraft(
    kind=EventKind.lecture,
    title="Reichsbürger erkennen",
    starts_at=START,
    ends_at=START + timedelta(minutes=90),
    ags="15003000",
    postcode="39104",
)


def faults(**changes: object) -> list[str]:
    return [problem.field for problem in event_problems(replace(DRAFT, **changes))]


def test_a_plain_event_is_taken():
    assert faults() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 301),
        ("title", "a\x00b"),
        ("public_text", "x" * 20_001),
        ("internal_notes", "\ud800"),
        ("ags", "15999999"),
        ("ags", "09162000"),
        ("postcode", "6366"),
        ("postcode", "٠٦٣٦٦"),
        ("online_url", "javascript:alert(1)"),
        ("online_url", "ftp://example.org/x"),
        ("online_url", "https://"),
        ("online_url", "https://[::1"),
        ("expected", -1),
        ("actual", 10**9),
        ("kilometres", -0.5),
        ("kilometres", float("nan")),
        ("kilometres", float("inf")),
        ("set_up_minutes", -5),
        ("tear_down_minutes", 1441),
        ("ends_at", START - timedelta(minutes=1)),
        ("ends_at", None),
        ("starts_at", None),
        ("starts_at", datetime(1, 1, 1, tzinfo=UTC)),
        ("ends_at", datetime(9999, 12, 31, 23, 59, tzinfo=UTC)),
        ("languages", ("d e",)),
        ("postponed_to", date(3027, 1, 1)),
        ("counts", (Count(uuid4(), expected=-1),)),
        ("facts", DialogueFacts()),
    ],
)
def test_impossible_value_is_refused_by_its_field(field, value):
    assert faults(**{field: value}) == [field]


def test_line_breaks_and_german_letters_are_fine_in_texts():
    assert faults(public_text="Grüße\n\tan „alle“ – 😀") == []


def test_event_that_ends_as_it_starts_is_possible():
    assert faults(ends_at=START) == []


def test_time_that_the_clock_skips_is_refused():
    skipped = datetime(2027, 3, 28, 2, 30, tzinfo=BERLIN)
    assert faults(starts_at=skipped) == ["starts_at"]


def test_end_is_compared_in_passing_time_when_an_hour_comes_twice():
    first = datetime(2027, 10, 31, 2, 45, tzinfo=BERLIN)
    second = datetime(2027, 10, 31, 2, 15, fold=1, tzinfo=BERLIN)
    assert faults(starts_at=first, ends_at=second) == []
    assert faults(starts_at=second, ends_at=first) == ["ends_at"]


def test_all_day_event_needs_both_days_in_order():
    day = date(2027, 5, 20)
    whole = {"all_day": True, "starts_at": None, "ends_at": None}
    assert faults(**whole, first_day=day, last_day=day) == []
    assert faults(**whole, first_day=day) == ["last_day"]
    assert faults(**whole, last_day=day) == ["first_day"]
    assert faults(**whole, first_day=day, last_day=day - timedelta(1)) == ["last_day"]
    assert faults(**whole) == []


@pytest.mark.parametrize("state", [EventState.confirmed, EventState.held, EventState.reviewed])
def test_confirmed_event_needs_a_date(state):
    assert faults(state=state, starts_at=None, ends_at=None) == ["starts_at"]


def test_facts_are_checked_and_must_fit_the_kind():
    assert faults(facts=LectureFacts(school_grade="9")) == []
    assert faults(facts=LectureFacts(school_grade="9" * 101)) == ["facts.school_grade"]
    assert faults(kind=EventKind.consultation, facts=ConsultationFacts(talks=-1)) == ["facts.talks"]
    assert faults(kind=EventKind.information_exchange, facts=ExchangeFacts(interval_days=0)) == ["facts.interval_days"]
    assert faults(kind=EventKind.online, facts=OnlineFacts(text="x" * 20_001)) == ["facts.text"]
    assert faults(kind=EventKind.mobile_stop, facts=OnlineFacts()) == ["facts"]


def test_group_counted_twice_is_refused():
    group = uuid4()
    assert faults(counts=(Count(group), Count(group))) == ["counts"]


def test_saving_names_each_problem_once():
    draft = replace(DRAFT, state=EventState.held, starts_at=None, ends_at=None)
    problems = saving_problems(EventState.declined, draft, today=date(2027, 5, 1))
    assert [problem.field for problem in problems] == ["starts_at", "state"]


@given(st.text(max_size=400))
def test_any_title_that_is_taken_can_be_written_to_a_file(title):
    if not event_problems(replace(DRAFT, title=title)):
        title.encode("utf-8")
        assert title.strip()
        assert "\x00" not in title
