"""Ways out of a conflict, carried out."""

from datetime import timedelta

import pytest

from domain.errors import InvalidInputError
from domain.rows.events import AssignmentDraft
from domain.rows.findings import Repair
from domain.terms import AssignmentRole
from domain.usecases import events, repairs
from tests.builders import DAY, at, make_event, make_person, make_vehicle


def apply(ws, event_id, **way):
    ws.run("Repair", repairs.apply, Repair("way", event_id=event_id, **way))
    return ws.ask(events.detail, event_id).draft


def test_an_event_gets_the_new_times(ws):
    event_id = make_event(ws)
    after = apply(ws, event_id, starts_at=at(DAY, "08:00"), ends_at=at(DAY, "09:30"))
    assert (after.starts_at, after.ends_at) == (at(DAY, "08:00"), at(DAY, "09:30"))


def test_an_event_of_whole_days_stays_one(ws):
    event_id, tomorrow = make_event(ws, all_day=True), DAY + timedelta(days=1)
    after = apply(ws, event_id, starts_at=at(tomorrow, "00:00"), ends_at=at(DAY + timedelta(days=2), "00:00"))
    assert (after.all_day, after.first_day, after.last_day) == (True, tomorrow, tomorrow)


def test_another_vehicle_drives(ws):
    old, new = make_vehicle(ws), make_vehicle(ws, "Kleinbus")
    event_id = make_event(ws, vehicle_id=old)
    assert apply(ws, event_id, vehicle_id=new).vehicle_id == new


def test_another_person_comes_in_the_same_role_and_the_rest_stays(ws):
    old, new, other = make_person(ws, "Alt"), make_person(ws, "Neu"), make_person(ws, "Dritte")
    team = (AssignmentDraft(old, AssignmentRole.speaker), AssignmentDraft(other, AssignmentRole.crew))
    event_id = make_event(ws, assignments=team)
    after = apply(ws, event_id, staff_id=new, instead_of=old)
    assert set(after.assignments) == {
        AssignmentDraft(new, AssignmentRole.speaker),
        AssignmentDraft(other, AssignmentRole.crew),
    }


def test_advice_cannot_be_carried_out(ws):
    event_id = make_event(ws)
    assert not repairs.can_apply(Repair("advice", event_id=event_id))
    with pytest.raises(InvalidInputError):
        apply(ws, event_id)
