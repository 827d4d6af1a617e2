from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from domain.rows.events import EventDraft
from domain.rules.states import may_become, transition_problems
from domain.terms import EventKind, EventState

TODAY = date(2027, 5, 1)


def draft(state: EventState, **changes: object) -> EventDraft:
    moment = datetime(2027, 4, 20, 8, tzinfo=UTC)
    return EventDraft(
        **{"kind": EventKind.lecture, "title": "Vortrag", "starts_at": moment, "ends_at": moment, "state": state}
        | changes
    )


def fields_at_fault(before, after, **changes):
    return [problem.field for problem in transition_problems(before, draft(after, **changes), today=TODAY)]


def test_the_straight_way_leads_from_idea_to_review():
    way = [
        EventState.idea,
        EventState.requested,
        EventState.tentative,
        EventState.confirmed,
        EventState.held,
        EventState.reviewed,
    ]
    assert all(after in may_become(before) for before, after in pairwise(way))


def test_every_state_has_a_way_on_or_back():
    assert all(may_become(state) - {state} for state in EventState)


def test_every_state_can_be_reached_from_an_idea():
    reached, edge = set(), {EventState.idea}
    while edge:
        reached |= edge
        edge = set().union(*(may_become(state) for state in edge)) - reached
    assert reached == set(EventState)


def test_held_cannot_be_undone_by_cancelling():
    assert fields_at_fault(EventState.held, EventState.cancelled, state_reason="doch nicht") == ["state"]


def test_consultation_may_be_written_down_afterwards_but_a_lecture_not():
    assert EventState.held in may_become(EventState.idea, EventKind.consultation)
    assert EventState.held not in may_become(EventState.idea, EventKind.lecture)


@pytest.mark.parametrize("state", [EventState.declined, EventState.cancelled])
def test_saying_no_needs_a_reason(state):
    assert fields_at_fault(EventState.tentative, state, state_reason="  ") == ["state_reason"]
    assert fields_at_fault(EventState.tentative, state, state_reason="Kein Personal") == []


def test_postponing_needs_another_date():
    assert fields_at_fault(EventState.confirmed, EventState.postponed) == ["postponed_to"]
    assert fields_at_fault(EventState.confirmed, EventState.postponed, postponed_to=date(2027, 4, 20)) == [
        "postponed_to"
    ]
    assert fields_at_fault(EventState.confirmed, EventState.postponed, postponed_to=date(2027, 6, 1)) == []


def test_confirming_needs_a_date():
    without = {"starts_at": None, "ends_at": None}
    assert fields_at_fault(EventState.tentative, EventState.confirmed, **without) == ["starts_at"]
    assert fields_at_fault(EventState.tentative, EventState.confirmed, all_day=True, **without) == ["first_day"]


def test_tomorrow_cannot_have_been_held():
    tomorrow = {"all_day": True, "first_day": date(2027, 5, 2), "last_day": date(2027, 5, 2)}
    assert fields_at_fault(EventState.confirmed, EventState.held, **tomorrow) == ["state"]
    today = {"all_day": True, "first_day": TODAY, "last_day": TODAY}
    assert fields_at_fault(EventState.confirmed, EventState.held, **today) == []


def test_new_event_may_begin_in_any_state_and_stay_in_it():
    assert fields_at_fault(None, EventState.reviewed) == []
    assert fields_at_fault(EventState.reviewed, EventState.reviewed) == []
