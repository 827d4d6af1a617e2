"""Counting at a stand: every stroke is in the file at once, and the event gets the sums in one step."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError, NotFoundError
from domain.i18n import N_
from domain.rows.events import ConsultationFacts, Count
from domain.rules import tally as rules
from domain.terms import EventKind, EventState, PlaceKind
from domain.usecases import events, tally, tally_lines, visitors, vocabulary
from domain.workspace import Workspace
from tests.builders import DAY, at, change_event, dump, make_event, make_group, make_site

STRIKE = N_("Count a visitor")


@pytest.fixture
def stand(ws, clock):
    """A stop of today with two target groups; its clock stands at 09:00."""
    clock.moment = at(DAY, "09:00")
    groups = [make_group(ws, name) for name in ("Ältere", "Jugendliche")]
    site = make_site(ws)
    where = {"site_id": site, "place_kind": PlaceKind.site}
    own = {"target_group_ids": tuple(groups), "counts": (Count(groups[0], 20),)}
    event = make_event(ws, "Wochenmarkt", kind=EventKind.mobile_stop, start="09:00", end="13:00", **where, **own)
    return event, groups, site


def strike(ws, event, group, quantity=1):
    return ws.run(STRIKE, tally.strike, event, group, quantity)


def totals(ws, event):
    return rules.by_group(ws.ask(tally.counts, event).hours)


def test_a_stroke_counts_at_its_moment_and_is_no_undo_step(ws, clock, stand):
    event, (old, young), _site = stand
    before = ws.undo_state()
    strike(ws, event, young)
    clock.advance(timedelta(hours=1))
    strike(ws, event, young, 5)
    strike(ws, event, None)
    assert rules.per_hour(ws.ask(tally.counts, event).hours) == [
        (at(DAY, "09:00"), 1), (at(DAY, "10:00"), 5),
    ]  # fmt: skip
    assert totals(ws, event) == {young: 6, None: 1}
    assert ws.undo_state() == before
    assert old not in totals(ws, event)


def test_taking_back_follows_the_strokes_backwards_and_ends_with_the_first(ws, clock, stand):
    event, (old, young), _site = stand
    strike(ws, event, young, 5)
    clock.advance(timedelta(hours=1))
    strike(ws, event, old)
    taken = [ws.run(STRIKE, tally.take_back, event)[0] for _turn in range(3)]
    assert [each and (each.target_group_id, each.quantity) for each in taken] == [(old, 1), (young, 5), None]
    assert totals(ws, event) == {}


def test_a_stroke_is_taken_back_once_even_if_two_laptops_try(ws, stand):
    event, (_old, young), _site = stand
    first, _second = strike(ws, event, young), strike(ws, event, young)
    assert ws.run(STRIKE, tally.take_back, event, first.id)[0] == first
    assert ws.run(STRIKE, tally.take_back, event, first.id)[0] is None
    assert totals(ws, event) == {young: 1}


def test_nobody_can_be_taken_away_where_nobody_is_counted(ws, stand):
    event, (old, young), _site = stand
    strike(ws, event, old)
    with pytest.raises(InvalidInputError, match="Nobody is counted here yet"):
        strike(ws, event, young, -1)
    strike(ws, event, old, -1)
    assert totals(ws, event) == {}


@pytest.mark.parametrize("quantity", [0, -2, 1000])
def test_an_impossible_number_is_refused(ws, stand, quantity):
    with pytest.raises(InvalidInputError):
        strike(ws, stand[0], stand[1][0], quantity)


def test_a_deleted_event_is_not_counted(ws, stand):
    ws.run("Delete", events.delete, [stand[0]])
    with pytest.raises(NotFoundError):
        strike(ws, stand[0], stand[1][0])


def test_another_program_that_counts_the_same_event_adds_up(ws, clock, stand):
    event, (_old, young), _site = stand
    strike(ws, event, young)
    with Workspace.open(ws.path, clock=clock, author="Groß", device="Laptop 2") as other:
        other.run(STRIKE, tally.strike, event, young, 5)
        assert totals(other, event) == {young: 6}
    assert totals(ws, event) == {young: 6}


def test_the_board_offers_the_events_own_groups_first_and_keeps_what_was_chosen(ws, stand):
    event, (old, young), _site = stand
    other = make_group(ws, "Aussteller")
    board = ws.ask(tally.board, event)
    assert [group.name for group in board.groups] == ["Jugendliche", "Ältere"]
    assert [group.id for group in board.choices] == [young, old, other]
    ws.run("Choose", tally.choose_groups, event, [other, young])
    assert [group.id for group in ws.ask(tally.board, event).groups] == [other, young]
    strike(ws, event, old)
    assert [group.id for group in ws.ask(tally.board, event).groups] == [other, young, old]


def test_an_event_without_groups_waits_for_the_choice(ws):
    event = make_event(ws)
    make_group(ws)
    board = ws.ask(tally.board, event)
    assert (board.groups, len(board.choices)) == ((), 1)


@pytest.mark.parametrize("count", [0, 10])
def test_none_and_more_than_nine_groups_are_refused(ws, stand, count):
    with pytest.raises(InvalidInputError):
        ws.run("Choose", tally.choose_groups, stand[0], [uuid4() for _each in range(count)])


def test_the_sums_come_into_the_event_in_one_step_and_undo_leaves_the_strokes(ws, clock, stand):
    event, (old, young), site = stand
    strike(ws, event, young, 5)
    clock.advance(timedelta(hours=1))
    strike(ws, event, old)
    before = dump(ws)
    ws.run("Take over", tally.take_over, event)
    draft = ws.ask(events.detail, event).draft
    assert (draft.actual, set(draft.counts)) == (6, {Count(old, 20, 1), Count(young, None, 5)})
    assert [(line.hour, line.visitors, line.taken_over) for line in ws.ask(tally_lines.lines, event)] == [
        (at(DAY, "09:00"), 5, True), (at(DAY, "10:00"), 1, True),
    ]  # fmt: skip
    ws.undo()
    assert dump(ws) == before
    assert totals(ws, event) == {young: 5, old: 1}
    ws.run("Take over", tally.take_over, event)
    assert ws.ask(events.detail, event).draft == draft
    change_event(ws, event, state=EventState.held)
    assert ws.ask(visitors.at_site, site).days == 1


def test_an_unchanged_tally_taken_over_again_is_no_step(ws, stand):
    event, (_old, young), _site = stand
    strike(ws, event, young)
    ws.run("Take over", tally.take_over, event)
    step = ws.undo_state().undo
    ws.run("Take over", tally.take_over, event)
    assert ws.undo_state().undo == step


def test_a_group_whose_strokes_were_all_taken_back_has_nobody(ws, stand):
    event, (old, young), _site = stand
    strike(ws, event, young)
    strike(ws, event, old)
    ws.run("Take over", tally.take_over, event)
    ws.run(STRIKE, tally.take_back, event)
    ws.run("Take over", tally.take_over, event)
    assert set(ws.ask(events.detail, event).draft.counts) == {Count(old, 20, 0), Count(young, None, 1)}


def test_what_was_typed_for_a_group_that_nobody_counted_stays(ws, stand):
    event, (old, young), _site = stand
    change_event(ws, event, counts=(Count(old, 20, 17),))
    strike(ws, event, young)
    ws.run("Take over", tally.take_over, event)
    assert Count(old, 20, 17) in ws.ask(events.detail, event).draft.counts


def test_longer_talks_become_the_talks_of_a_consultation(ws, clock):
    clock.moment = at(DAY, "10:00")
    event = make_event(ws, "Beratung", kind=EventKind.consultation, facts=ConsultationFacts(minutes=90))
    strike(ws, event, None)
    strike(ws, event, None)
    ws.run("Take over", tally.take_over, event)
    assert ws.ask(events.detail, event).draft.facts == ConsultationFacts(talks=2, minutes=90)


def test_a_deleted_group_still_counts_among_all(ws, stand):
    event, (old, young), _site = stand
    strike(ws, event, young, 5)
    strike(ws, event, old)
    ws.run("Delete", vocabulary.delete_target_groups, [young])
    ws.run("Take over", tally.take_over, event)
    draft = ws.ask(events.detail, event).draft
    assert (draft.actual, draft.counts) == (6, (Count(old, 20, 1),))


def test_nothing_counted_is_nothing_to_take_over(ws, stand):
    with pytest.raises(InvalidInputError, match="Nothing has been counted yet"):
        ws.run("Take over", tally.take_over, stand[0])


def test_the_year_before_at_the_same_site_is_shown_and_else_the_last_time(ws, stand):
    event, _groups, site = stand
    kept = {"kind": EventKind.mobile_stop, "state": EventState.held, "site_id": site, "place_kind": PlaceKind.site}
    make_event(ws, "Neulich", day=DAY - timedelta(days=40), actual=99, **kept)
    assert ws.ask(tally.board, event).before.visitors == 99
    make_event(ws, "Vorjahr", day=DAY - timedelta(days=370), actual=268, **kept)
    make_event(ws, "Abgesagt", day=DAY - timedelta(days=365), actual=1, **(kept | {"state": EventState.confirmed}))
    assert ws.ask(tally.board, event).before.visitors == 268


def test_a_restored_backup_keeps_the_strokes_made_since(own_file, tmp_path):
    event, group = make_event(own_file), make_group(own_file)
    strike(own_file, event, group)
    own_file.backup(tmp_path / "copy")
    second = strike(own_file, event, group, 5)
    own_file.run(STRIKE, tally.take_back, event, second.id)
    strike(own_file, event, group)
    own_file.restore(tmp_path / "copy")
    assert totals(own_file, event) == {group: 2}


MOVES = st.lists(
    st.tuples(st.sampled_from([0, 1, None]), st.sampled_from([1, 5, -1, "back", "over"]), st.integers(0, 90)),
    max_size=14,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(MOVES)
def test_taking_over_between_any_strokes_leaves_what_one_taking_over_at_the_end_leaves(ws, clock, stand, moves):
    _event, groups, site = stand
    clock.moment = at(DAY, "09:00")
    event = make_event(ws, "Markt", kind=EventKind.mobile_stop, start="09:00", end="13:00", site_id=site)
    wanted = {}
    struck = []
    for place, move, minutes in moves:
        clock.advance(timedelta(minutes=minutes))
        group = None if place is None else groups[place]
        if move == "over":
            if struck:
                ws.run("Take over", tally.take_over, event)
        elif move == "back":
            taken = ws.run(STRIKE, tally.take_back, event)[0]
            if taken is not None:
                wanted[taken.target_group_id] -= taken.quantity
        elif move > 0 or wanted.get(group, 0) > 0:
            struck.append(strike(ws, event, group, move))
            wanted[group] = wanted.get(group, 0) + move
    if not struck:
        return
    ws.run("Take over", tally.take_over, event)
    ws.run("Take over", tally.take_over, event)
    draft = ws.ask(events.detail, event).draft
    in_all = {group: max(0, count) for group, count in wanted.items() if group is not None}
    assert {count.target_group_id: count.actual for count in draft.counts} == in_all
    assert draft.actual == sum(in_all.values())
    lines = [line for line in ws.ask(tally_lines.lines, event) if line.target_group_id]
    assert sum(line.visitors for line in lines) == draft.actual
    assert all(line.taken_over for line in lines)
    assert replace(draft, counts=(), actual=None).title == "Markt"
