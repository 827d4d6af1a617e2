"""Moving, settling, copying and deleting events."""

from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.rows.events import AssignmentDraft, ConsultationFacts, Count, DialogueFacts, OnlineFacts, PatrolFacts
from domain.rows.requests import RequestDraft
from domain.terms import AdviceField, AssignmentRole, EventKind, EventState, OnlineChannel, RequestState
from domain.usecases import event_rows, events, requests
from tests.builders import (
    DAY,
    at,
    change_event,
    dump,
    event_draft,
    make_event,
    make_group,
    make_partner,
    make_person,
    make_request,
    make_site,
    make_topic,
)

SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
"""The days on which the clocks go forward and back."""


def draft_of(ws, event_id):
    return ws.ask(events.detail, event_id).draft


def test_a_moved_event_keeps_local_time_and_length(ws):
    event_id = make_event(ws, start="18:00", end="20:30")
    ws.run("Move", events.move, event_id, DAY + timedelta(days=200))
    moved = draft_of(ws, event_id)
    assert (moved.starts_at, moved.ends_at) == (at(date(2027, 11, 29), "18:00"), at(date(2027, 11, 29), "20:30"))


def test_an_event_moved_to_another_start_keeps_its_length(ws):
    event_id = make_event(ws, start="18:00", end="20:30")
    ws.run("Move", events.move, event_id, DAY, at(DAY, "09:15"))
    assert draft_of(ws, event_id).ends_at == at(DAY, "11:45")


def test_an_event_moved_across_the_change_of_clocks_keeps_its_real_length(ws):
    event_id = make_event(ws, day=SPRING - timedelta(days=1), start="00:30", end="04:30", state=EventState.tentative)
    ws.run("Move", events.move, event_id, SPRING)
    assert draft_of(ws, event_id).ends_at == at(SPRING, "05:30")


def test_an_event_cannot_be_moved_into_the_hour_that_spring_skips(ws):
    event_id = make_event(ws, day=AUTUMN, start="02:30", end="04:30")
    with pytest.raises(InvalidInputError, match="clocks go forward"):
        ws.run("Move", events.move, event_id, date(2028, 3, 26))


def test_an_all_day_event_moves_with_all_its_days(ws):
    event_id = make_event(ws, all_day=True, first_day=DAY, last_day=DAY + timedelta(days=2))
    ws.run("Move", events.move, event_id, date(2027, 12, 30))
    moved = draft_of(ws, event_id)
    assert (moved.first_day, moved.last_day) == (date(2027, 12, 30), date(2028, 1, 1))


def test_an_event_without_a_date_cannot_be_moved(ws):
    event_id = make_event(ws, day=None)
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Move", events.move, event_id, DAY)
    assert refusal.value.field == "starts_at"


def test_a_held_event_cannot_be_moved_into_the_future(ws):
    event_id = make_event(ws, day=date(2027, 4, 1), state=EventState.held)
    with pytest.raises(InvalidInputError):
        ws.run("Move", events.move, event_id, DAY)


def test_an_event_gets_new_start_and_end(ws):
    event_id = make_event(ws)
    ws.run("Change time", events.retime, event_id, at(DAY, "22:00"), at(DAY + timedelta(days=1), "02:00"))
    row = ws.ask(events.detail, event_id).row
    assert (row.start_day, row.end_day) == (DAY, DAY + timedelta(days=1))


def test_an_event_cannot_end_before_it_starts(ws):
    event_id = make_event(ws)
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Change time", events.retime, event_id, at(DAY, "20:00"), at(DAY, "19:00"))
    assert refusal.value.field == "ends_at"


def test_an_all_day_event_becomes_a_timed_one(ws):
    event_id = make_event(ws, all_day=True)
    ws.run("Change time", events.retime, event_id, at(DAY, "09:00"), at(DAY, "10:00"))
    row = ws.ask(events.detail, event_id).row
    assert (row.all_day, row.first_day, row.last_day) == (False, None, None)


def test_an_all_day_event_gets_another_last_day(ws):
    event_id = make_event(ws, all_day=True)
    ws.run("Resize", events.resize_days, event_id, DAY + timedelta(days=4))
    assert draft_of(ws, event_id).last_day == DAY + timedelta(days=4)
    with pytest.raises(InvalidInputError):
        ws.run("Resize", events.resize_days, event_id, DAY - timedelta(days=1))


def test_cancelling_needs_a_reason(ws):
    event_id = make_event(ws)
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Cancel", events.settle, event_id, EventState.cancelled, reason="  ")
    assert refusal.value.field == "state_reason"
    ws.run("Cancel", events.settle, event_id, EventState.cancelled, reason=" Saal gesperrt ")
    assert (draft_of(ws, event_id).state, draft_of(ws, event_id).state_reason) == (
        EventState.cancelled,
        "Saal gesperrt",
    )


def test_an_old_reason_does_not_serve_for_the_next_cancellation(ws):
    event_id = make_event(ws)
    ws.run("Cancel", events.settle, event_id, EventState.cancelled, reason="Saal gesperrt")
    ws.run("Confirm", events.settle, event_id, EventState.confirmed)
    assert draft_of(ws, event_id).state_reason == ""
    with pytest.raises(InvalidInputError):
        ws.run("Cancel", events.settle, event_id, EventState.cancelled)


def test_postponing_needs_the_new_day(ws):
    event_id = make_event(ws)
    with pytest.raises(InvalidInputError):
        ws.run("Postpone", events.settle, event_id, EventState.postponed)
    ws.run("Postpone", events.settle, event_id, EventState.postponed, postponed_to=date(2027, 9, 2))
    assert draft_of(ws, event_id).postponed_to == date(2027, 9, 2)
    ws.run("Confirm", events.settle, event_id, EventState.confirmed)
    assert draft_of(ws, event_id).postponed_to is None


def test_states_cannot_be_skipped(ws):
    event_id = make_event(ws, day=date(2027, 4, 1))
    with pytest.raises(InvalidInputError):
        ws.run("Review", events.settle, event_id, EventState.reviewed)
    ws.run("Hold", events.settle, event_id, EventState.held)
    ws.run("Review", events.settle, event_id, EventState.reviewed)
    assert draft_of(ws, event_id).state is EventState.reviewed


def test_a_copy_leaves_behind_what_happened_at_the_old_event(ws):
    group = make_group(ws)
    event_id = make_event(
        ws,
        day=date(2027, 4, 1),
        state=EventState.held,
        actual=41,
        kilometres=120.5,
        best_practice=True,
        counts=(Count(group, 30, 41),),
        topic_ids=(make_topic(ws),),
        assignments=(AssignmentDraft(make_person(ws), AssignmentRole.lead),),
        facts=DialogueFacts(seats=80, agenda="Begrüßung"),
    )
    old = draft_of(ws, event_id)
    copy = draft_of(ws, ws.run("Duplicate", events.duplicate, event_id))
    assert copy == replace(
        old,
        state=EventState.tentative,
        actual=None,
        kilometres=None,
        best_practice=False,
        counts=(Count(group, 30, None),),
    )


@pytest.mark.parametrize(
    ("kind", "facts", "left"),
    [
        (
            EventKind.consultation,
            ConsultationFacts(AdviceField.road_safety, 12, 300),
            ConsultationFacts(AdviceField.road_safety),
        ),
        (EventKind.joint_patrol, PatrolFacts(4, 2, 7, "Markt"), PatrolFacts(focus="Markt")),
        (
            EventKind.online,
            OnlineFacts(OnlineChannel.x, None, "Text", "Bild", 900),
            OnlineFacts(OnlineChannel.x, None, "Text", "Bild"),
        ),
    ],
)
def test_a_copy_has_no_results(ws, kind, facts, left):
    event_id = make_event(ws, kind=kind, facts=facts, day=date(2027, 4, 1), state=EventState.held)
    assert draft_of(ws, ws.run("Duplicate", events.duplicate, event_id)).facts == left


def test_a_copy_of_a_cancelled_idea_is_an_idea(ws):
    event_id = make_event(ws, day=None)
    ws.run("Cancel", events.settle, event_id, EventState.cancelled, reason="Kein Bedarf")
    copy = draft_of(ws, ws.run("Duplicate", events.duplicate, event_id))
    assert (copy.state, copy.state_reason) == (EventState.idea, "")


def test_a_series_is_one_step_and_keeps_the_local_time(ws):
    days = [date(2027, 10, 21), date(2027, 10, 28), date(2027, 11, 4)]
    draft = event_draft(day=days[0])
    ids = ws.run("Create series", events.create_series, draft, days)
    rows = ws.ask(event_rows.fetch_rows, ids)
    assert [row.starts_at for row in rows] == [at(day, "18:00") for day in days]
    assert len({row.starts_at.astimezone(UTC).time() for row in rows}) == 2
    ws.undo()
    assert ws.ask(event_rows.list_rows) == []


def test_deleting_is_undone_with_all_parts(ws):
    group, partner, site = make_group(ws), make_partner(ws), make_site(ws)
    event_id = make_event(
        ws,
        host_id=partner,
        site_id=site,
        partner_ids=(partner,),
        topic_ids=(make_topic(ws),),
        counts=(Count(group, 3, 4),),
        facts=DialogueFacts(seats=9),
        assignments=(AssignmentDraft(make_person(ws), AssignmentRole.minutes),),
    )
    before, found = dump(ws), draft_of(ws, event_id)
    assert ws.run("Delete", events.delete, [event_id]) == 1
    with pytest.raises(NotFoundError):
        draft_of(ws, event_id)
    ws.undo()
    assert dump(ws) == before
    assert draft_of(ws, event_id) == found


def test_deleting_what_is_gone_is_no_step(ws):
    event_id = make_event(ws)
    ws.run("Delete", events.delete, [event_id])
    before = ws.undo_state()
    assert ws.run("Delete", events.delete, [event_id]) == 0
    assert ws.undo_state() == before


def test_the_request_of_a_deleted_event_waits_again(ws):
    request_id = make_request(ws, postcode="06366", earliest=DAY)
    draft = ws.ask(requests.proposed_event, request_id)
    event_id = ws.run("Accept", requests.accept, request_id, draft)
    ws.run("Delete", events.delete, [event_id])
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.event_id) == (RequestState.open, None)
    ws.undo()
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.event_id) == (RequestState.accepted, event_id)


def test_a_request_can_be_accepted_again_after_its_event_was_deleted(ws):
    request_id = ws.run("Create", requests.create, RequestDraft("Verein", EventKind.lecture, earliest=DAY))
    draft = ws.ask(requests.proposed_event, request_id)
    ws.run("Delete", events.delete, [ws.run("Accept", requests.accept, request_id, draft)])
    second = ws.run("Accept", requests.accept, request_id, draft)
    assert ws.ask(requests.detail, request_id).event_id == second


def test_text_changes_keep_the_time_untouched(ws):
    event_id = make_event(ws)
    change_event(ws, event_id, public_text="Mit Kinderbetreuung")
    newest = ws.history("event", event_id)[0]
    assert [change.column for change in newest.changes] == ["public_text"]
