"""Permits of events: noted, taken a step further, undone, and what holds for whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import InvalidInputError, NotFoundError
from domain.rows.due import DueKind
from domain.rows.permits import PermitDraft
from domain.terms import EventKind, PermitLight, PermitState, PlaceKind, Rule
from domain.usecases import conflicts, due, events, permits, sites
from tests.builders import DAY, dump, make_event, make_site

TODAY = date(2027, 4, 28)


@pytest.fixture
def site(ws):
    return make_site(ws, "Holzmarkt", permit_authority="Stadt Köthen", permit_lead_days=14)


@pytest.fixture
def stop(ws, site):
    return make_event(ws, "Halt", kind=EventKind.mobile_stop, place_kind=PlaceKind.site, site_id=site)


def test_site_tells_what_holds_until_the_event_has_its_own(ws, site, stop):
    row = ws.ask(permits.row, stop)
    assert (row.view.state, row.view.authority, row.draft, row.site) == (
        PermitState.missing,
        "Stadt Köthen",
        None,
        "Holzmarkt",
    )
    assert row.view.apply_by == DAY - timedelta(days=14)


def test_every_field_comes_back_with_the_day_and_site_it_is_for(ws, site, stop):
    draft = PermitDraft(
        PermitState.granted, "Ordnungsamt", 7, "SN 12/2027", TODAY - timedelta(9), TODAY, "Mit Auflagen"
    )
    ws.run("Note permit", permits.put, stop, draft)
    assert ws.ask(permits.own_permit, stop) == replace(draft, for_day=DAY, for_site_id=site)


def test_what_is_not_asked_for_yet_is_for_no_day(ws, stop):
    ws.run("Note permit", permits.put, stop, PermitDraft(for_day=DAY))
    assert ws.ask(permits.own_permit, stop).for_day is None


def test_steps_keep_the_days_they_were_taken_on(ws, stop):
    ws.run("Apply", permits.set_state, stop, PermitState.applied)
    assert ws.ask(permits.own_permit, stop).applied_on == TODAY
    ws.run("Grant", permits.set_state, stop, PermitState.granted)
    own = ws.ask(permits.own_permit, stop)
    assert (own.permit_state, own.applied_on, own.decided_on) == (PermitState.granted, TODAY, TODAY)
    ws.run("Start again", permits.set_state, stop, PermitState.missing)
    own = ws.ask(permits.own_permit, stop)
    assert (own.applied_on, own.decided_on) == (None, None)


def test_every_step_can_be_undone(ws, stop):
    before = dump(ws)
    ws.run("Apply", permits.set_state, stop, PermitState.applied)
    ws.run("Forget", permits.forget, stop)
    assert ws.ask(permits.own_permit, stop) is None
    ws.undo()
    assert ws.ask(permits.own_permit, stop).permit_state is PermitState.applied
    ws.undo()
    assert dump(ws) == before


def test_decision_before_the_application_is_refused(ws, stop):
    impossible = PermitDraft(PermitState.granted, applied_on=TODAY, decided_on=TODAY - timedelta(1))
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Note permit", permits.put, stop, impossible)
    assert refusal.value.field == "decided_on"


def test_event_that_is_gone_is_named(ws, stop):
    ws.run("Delete", events.delete, [stop])
    with pytest.raises(NotFoundError):
        ws.run("Apply", permits.set_state, stop, PermitState.applied)


def test_permit_is_void_once_the_stop_moves(ws, stop):
    ws.run("Grant", permits.set_state, stop, PermitState.granted)
    assert ws.ask(permits.row, stop).view.light is PermitLight.clear
    ws.run("Move", events.move, stop, DAY + timedelta(days=1))
    row = ws.ask(permits.row, stop)
    assert (row.view.light, row.view.is_void) == (PermitLight.blocked, True)
    assert [found.rule for found in ws.ask(conflicts.all_findings)] == [Rule.permit_moved]
    assert [(row.kind, row.due) for row in ws.ask(due.due_rows)] == [(DueKind.permit, DAY - timedelta(days=13))]
    ws.run("Grant", permits.set_state, stop, PermitState.granted)
    assert ws.ask(permits.row, stop).view.light is PermitLight.clear


def test_event_elsewhere_needs_no_permit_until_one_is_noted(ws):
    talk = make_event(ws, "Vortrag")
    assert ws.ask(permits.row, talk) is None
    ws.run("Note permit", permits.put, talk, PermitDraft(permit_lead_days=10))
    assert ws.ask(permits.row, talk).view.apply_by == DAY - timedelta(days=10)


def test_permit_applied_for_is_due_no_more(ws, stop):
    assert [row.due for row in ws.ask(due.due_rows)] == [DAY - timedelta(days=14)]
    ws.run("Apply", permits.set_state, stop, PermitState.applied)
    assert ws.ask(due.due_rows) == []


def test_permit_of_a_deleted_site_stays_with_the_event(ws, site, stop):
    ws.run("Grant", permits.set_state, stop, PermitState.granted)
    ws.run("Delete site", sites.delete, [site])
    own = ws.ask(permits.own_permit, stop)
    assert (own.permit_state, own.for_site_id) == (PermitState.granted, None)
