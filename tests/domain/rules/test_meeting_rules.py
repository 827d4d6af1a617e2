"""Replies and seats, phases, the mood question, the assembly law, minutes without private marks, joined drafts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rows.events import DialogueFacts, EventDraft
from domain.rows.invitees import InviteeDraft
from domain.rows.mood import MoodCounts
from domain.rules import invitees, mood
from domain.rules.assembly import assembly_checks
from domain.rules.phase import phase_of
from domain.rules.reconciling import merged
from domain.terms import EventKind, EventState, InviteReply, Phase
from tests.domain.rules.rows import event_row

TODAY = date(2027, 4, 28)
DRAFT = EventDraft(EventKind.citizen_dialogue, "Bürgerdialog")


def test_days_follow_the_reply():
    asked = invitees.replied(InviteeDraft("Stadt"), InviteReply.invited, TODAY)
    assert (asked.invited_on, asked.replied_on) == (TODAY, None)
    later = TODAY + timedelta(days=3)
    agreed = invitees.replied(asked, InviteReply.accepted, later)
    assert (agreed.invited_on, agreed.replied_on) == (TODAY, later)
    assert invitees.replied(agreed, InviteReply.attended, later).replied_on == later
    back = invitees.replied(agreed, InviteReply.planned, later)
    assert (back.invited_on, back.replied_on) == (None, None)


def test_seats_are_counted_against_the_budget():
    rows = [
        InviteeDraft("A", reply=InviteReply.accepted, seats=3),
        InviteeDraft("B", reply=InviteReply.attended, seats=2),
        InviteeDraft("C", reply=InviteReply.declined, seats=9),
        InviteeDraft("D", reply=InviteReply.invited, seats=4),
        InviteeDraft("E"),
    ]
    found = invitees.seat_count(rows, 8)
    assert (found.invited, found.accepted, found.declined, found.open) == (4, 2, 1, 2)
    assert (found.asked, found.taken, found.left) == (10, 5, 3)
    assert invitees.seat_count(rows, None).left is None


replies = st.lists(st.builds(InviteeDraft, st.just("x"), reply=st.sampled_from(InviteReply), seats=st.integers(0, 9)))


@given(replies, st.integers(0, 40))
def test_taken_and_left_make_the_budget_and_every_invitee_counts_once(rows, budget):
    found = invitees.seat_count(rows, budget)
    assert found.taken + found.left == budget
    assert found.accepted + found.declined + found.open == len(rows)
    assert found.taken <= found.asked


def test_phase_goes_from_preparing_to_closed():
    ahead = event_row(day=TODAY + timedelta(days=9))
    assert phase_of(ahead, TODAY, is_invited=False) is Phase.preparing
    assert phase_of(ahead, TODAY, is_invited=True) is Phase.invited
    assert phase_of(event_row(day=TODAY), TODAY, is_invited=True) is Phase.today
    assert phase_of(event_row(day=TODAY - timedelta(days=1)), TODAY, is_invited=True) is Phase.follow_up
    assert phase_of(event_row(day=TODAY, state=EventState.held), TODAY, is_invited=True) is Phase.follow_up
    assert phase_of(event_row(day=TODAY, state=EventState.reviewed), TODAY, is_invited=True) is Phase.closed
    assert phase_of(event_row(state=EventState.idea), TODAY, is_invited=False) is Phase.preparing


@pytest.mark.parametrize("state", [EventState.declined, EventState.cancelled, EventState.postponed])
def test_what_does_not_take_place_is_in_no_phase(state):
    assert phase_of(event_row(day=TODAY, state=state), TODAY, is_invited=True) is None


def test_mean_is_hidden_below_ten_answers():
    assert mood.mean_of(MoodCounts(very_safe=9)) is None
    assert mood.mean_of(MoodCounts(very_safe=10)) == 5
    assert mood.mean_of(MoodCounts(1, 2, 3, 3, 1)) == pytest.approx(3.1)


def test_trend_adds_the_cards_of_a_half_year_and_hides_single_points():
    answers = [("2027-H1", MoodCounts(safe=6)), ("2026-H2", MoodCounts(unsafe=4)), ("2027-H1", MoodCounts(mixed=6))]
    assert [(point.half_year, point.total, point.mean) for point in mood.trend(answers)] == [
        ("2026-H2", 4, None),
        ("2027-H1", 12, 3.5),
    ]


@given(st.lists(st.tuples(st.sampled_from(["2026-H1", "2026-H2"]), st.builds(MoodCounts, *[st.integers(0, 9)] * 5))))
def test_no_point_shows_a_mean_of_too_few(answers):
    for point in mood.trend(answers):
        assert (point.mean is None) == (point.total < mood.LEAST_ANSWERS)
        assert point.mean is None or 1 <= point.mean <= 5


def checks(**fields):
    facts = DialogueFacts(**{key: fields.pop(key) for key in list(fields) if key in DialogueFacts.__dataclass_fields__})
    return {check.key: check.is_met for check in assembly_checks(replace(DRAFT, facts=facts, **fields))}


def test_law_wants_the_inviting_body_and_the_press_admitted():
    assert checks() == {"host": False, "press": True, "groups": True}
    assert checks(host_name="Stadt Köthen", press_admitted=False) == {"host": True, "press": False, "groups": True}


def test_groups_can_only_be_kept_out_by_the_invitation():
    assert not checks(excluded_groups="Mitglieder der Partei X")["groups"]
    text = "Ausgeschlossen sind  Mitglieder der\nPartei X. Eintritt frei."
    assert checks(excluded_groups="mitglieder der partei X", public_text=text)["groups"]


def test_drafts_join_where_they_do_not_clash():
    mine, theirs = replace(DRAFT, title="Neuer Titel"), replace(DRAFT, town="Köthen")
    assert merged(DRAFT, mine, theirs) == replace(DRAFT, title="Neuer Titel", town="Köthen")
    assert merged(DRAFT, mine, replace(DRAFT, title="Anderer")) is None
    assert merged(DRAFT, mine, mine) == mine


@given(st.sampled_from(["a", "b"]), st.sampled_from(["a", "b"]))
def test_joining_loses_no_ones_change(first, second):
    mine, theirs = replace(DRAFT, town=first), replace(DRAFT, room=second)
    both = merged(DRAFT, mine, theirs)
    assert (both.town, both.room) == (first, second)
