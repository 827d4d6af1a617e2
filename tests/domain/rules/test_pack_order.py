"""What belongs in a folder, how many copies, how many sheets of paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.packs import PackFacts
from domain.rules.pack_order import copies, sheets_of_paper, usual
from domain.terms import EventKind


@pytest.mark.parametrize("kind", [None, *EventKind])
def test_no_document_is_in_a_folder_twice(kind):
    names = usual(kind)
    assert len(names) == len(set(names))


def test_a_dialogue_begins_with_its_invitation_and_a_tour_day_with_its_sheet():
    assert usual(EventKind.citizen_dialogue)[0] == "invitation"
    assert usual(None)[0] == "tour_sheet"


def test_copies_follow_the_people_who_are_known():
    facts = PackFacts(expected=80, invited=12, team=3)
    assert {name: copies(name, facts) for name in ("invitation", "programme", "feedback_card", "briefing")} == {
        "invitation": 12,
        "programme": 80,
        "feedback_card": 20,
        "briefing": 3,
    }


@given(st.sampled_from(["invitation", "feedback_card", "briefing", "unknown"]), st.integers(0, 5000))
def test_there_is_always_one_copy(name, people):
    assert copies(name, PackFacts(expected=people, invited=people, team=people)) >= 1
    assert copies(name, PackFacts()) >= 1


@given(st.integers(1, 400), st.integers(1, 400))
def test_both_sides_never_need_more_paper(pages, count):
    both, one = (sheets_of_paper(pages, count, is_duplex=each) for each in (True, False))
    assert both <= one <= 2 * both
