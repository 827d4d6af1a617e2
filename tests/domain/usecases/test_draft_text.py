"""Drafts and filters as text, and back."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.events import (
    FACTS_OF_KIND,
    AssignmentDraft,
    Count,
    DialogueFacts,
    EventDraft,
    KindFacts,
    OnlineFacts,
)
from domain.rows.filters import EventFilter
from domain.terms import BERLIN, EventKind
from domain.usecases.draft_text import from_text, to_text

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1), timezones=st.just(BERLIN), allow_imaginary=False)  # noqa: DTZ001 - hypothesis wants naive bounds
st.register_type_strategy(str, _TEXTS)
st.register_type_strategy(datetime, _MOMENTS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@given(st.builds(EventDraft, languages=st.just(("de", "en"))))
def test_any_draft_comes_back_as_it_was(draft):
    assert from_text(EventDraft, to_text(draft)) == draft


@given(st.from_type(KindFacts), st.from_type(AssignmentDraft), st.from_type(Count))
def test_what_hangs_on_a_draft_comes_back(facts, person, count):
    draft = EventDraft(EventKind.lecture, "Titel", facts=facts, assignments=(person, person), counts=(count,))
    assert from_text(EventDraft, to_text(draft)) == draft


@given(st.from_type(EventFilter))
def test_any_filter_comes_back_as_it_was(wanted):
    assert from_text(EventFilter, to_text(wanted)) == wanted


def test_both_hours_of_the_night_that_has_one_twice_stay_apart():
    first = datetime(2027, 10, 31, 2, 30, tzinfo=BERLIN)
    draft = EventDraft(EventKind.joint_patrol, "Nacht", starts_at=first, ends_at=first.replace(fold=1))
    found = from_text(EventDraft, to_text(draft))
    assert (found.starts_at.fold, found.ends_at.fold) == (0, 1)


def test_facts_with_the_same_fields_keep_their_kind():
    for kind, shape in FACTS_OF_KIND.items():
        draft = EventDraft(kind, "Titel", facts=shape())
        assert type(from_text(EventDraft, to_text(draft)).facts) is shape


def test_field_that_was_added_later_gets_its_default():
    text = to_text(EventDraft(EventKind.lecture, "Titel", room="Saal")).replace('"room": "Saal", ', "")
    assert from_text(EventDraft, text) == EventDraft(EventKind.lecture, "Titel")


def test_field_that_is_gone_is_left_out():
    text = to_text(EventDraft(EventKind.lecture, "Titel")).replace('"room": ""', '"old_room": "Saal"')
    assert from_text(EventDraft, text) == EventDraft(EventKind.lecture, "Titel")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"kind": "ball"}', '{"kind": "lecture"}', '"text"', "7"])
def test_damaged_text_is_no_draft(text):
    assert from_text(EventDraft, text) is None


def test_days_stay_days():
    draft = replace(EventDraft(EventKind.citizen_dialogue, "x"), facts=DialogueFacts(invitation_until=date(2027, 5, 1)))
    assert from_text(EventDraft, to_text(draft)).facts.invitation_until == date(2027, 5, 1)


def test_empty_facts_are_not_no_facts():
    draft = EventDraft(EventKind.online, "x", facts=OnlineFacts())
    assert from_text(EventDraft, to_text(draft)).facts == OnlineFacts()
