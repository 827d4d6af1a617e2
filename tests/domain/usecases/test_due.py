"""What is due: permits, invitations, reports; and the Kreis that waits longest."""

from datetime import date, timedelta

import pytest

from domain.region.kreise import kreise
from domain.rows.concerns import ConcernDraft
from domain.rows.due import DueKind
from domain.rows.events import AssignmentDraft, DialogueFacts
from domain.rows.meetings import TaskDraft
from domain.rows.memberships import MembershipDraft
from domain.rows.partners import ContactDraft
from domain.rows.tours import HeldQualification
from domain.rows.workflow import Tick
from domain.terms import AssignmentRole, EventKind, EventState, PartnerCategory, PermitState, PlaceKind, WorkList
from domain.usecases import concerns, councils, due, memberships, partners, requests, tasks, vocabulary, workflow
from tests.builders import HALLE, KOETHEN, ZERBST, make_event, make_partner, make_person, make_request, make_site

TODAY = date(2027, 4, 28)


def in_days(days):
    return TODAY + timedelta(days=days)


def shown(ws):
    return [(row.kind, row.due, row.title) for row in ws.ask(due.due_rows)]


def make_stop(ws, day, lead=14, permit=PermitState.missing):
    site_id = make_site(ws, permit_lead_days=lead, permit_state=permit)
    return make_event(ws, "Halt", day=day, kind=EventKind.mobile_stop, place_kind=PlaceKind.site, site_id=site_id)


def test_permit_is_due_its_lead_time_before_the_stop(ws):
    make_stop(ws, in_days(20))
    assert shown(ws) == [(DueKind.permit, in_days(6), "Halt")]


def test_overdue_permit_stays_until_the_stop(ws):
    make_stop(ws, in_days(5))
    assert shown(ws) == [(DueKind.permit, in_days(-9), "Halt")]


@pytest.mark.parametrize("permit", [PermitState.applied, PermitState.granted, PermitState.not_needed])
def test_permit_that_was_asked_for_is_not_due(ws, permit):
    make_stop(ws, in_days(20), permit=permit)
    assert shown(ws) == []


def test_permit_of_a_far_stop_waits_unless_the_authority_wants_months(ws):
    make_stop(ws, in_days(90))
    make_stop(ws, in_days(90), lead=80)
    assert shown(ws) == [(DueKind.permit, in_days(10), "Halt")]


def only(ws, *kinds):
    return [line for line in shown(ws) if line[0] in kinds]


def test_invitation_stays_due_until_it_is_ticked_off(ws):
    make_event(ws, "Morgen", day=in_days(20), facts=DialogueFacts(invitation_until=in_days(1)))
    late = make_event(ws, "Gestern", day=in_days(20), facts=DialogueFacts(invitation_until=in_days(-1)))
    assert only(ws, DueKind.invitation) == [
        (DueKind.invitation, in_days(-1), "Gestern"),
        (DueKind.invitation, in_days(1), "Morgen"),
    ]
    tick = Tick("invitation", "Einladungen verschicken", TODAY, "")
    ws.run("Tick", workflow.set_done, late, WorkList.timeline, [tick], done=True)
    assert only(ws, DueKind.invitation) == [(DueKind.invitation, in_days(1), "Morgen")]


def test_late_steps_and_tasks_stand_in_the_list_the_most_pressing_first(ws):
    dialogue = make_event(ws, "Dialog", day=in_days(8))
    for title, due_day in (("Zusage einholen", in_days(-20)), ("Später", in_days(40)), ("Ohne Frist", None)):
        ws.run("Task", tasks.add, TaskDraft(title, event_id=dialogue, due=due_day))
    found = ws.ask(due.due_rows)
    assert [row.due for row in found] == sorted(row.due for row in found)
    assert [(row.kind, row.what, row.page, row.record) for row in found if row.kind is DueKind.task] == [
        (DueKind.task, "Zusage einholen", "events", dialogue)
    ]
    assert ("Inform the press", in_days(-6)) in [(row.what, row.due) for row in found]


def test_task_that_is_done_is_not_due(ws):
    dialogue = make_event(ws, "Dialog", day=in_days(300))
    task = ws.run("Task", tasks.add, TaskDraft("Zusage", event_id=dialogue, due=TODAY))
    assert only(ws, DueKind.task) == [(DueKind.task, TODAY, "Dialog")]
    ws.run("Done", tasks.set_done, [task], done=True)
    assert only(ws, DueKind.task) == []


def test_invitation_to_a_cancelled_dialogue_is_not_due(ws):
    facts = DialogueFacts(invitation_until=in_days(1))
    make_event(ws, day=in_days(20), state=EventState.cancelled, state_reason="Saal gesperrt", facts=facts)
    assert shown(ws) == []


def test_report_is_due_once_the_event_is_over(ws):
    lecture = {"kind": EventKind.lecture}
    make_event(ws, "Gestern", day=in_days(-1), **lecture)
    make_event(ws, "Vorbei", day=TODAY, start="09:00", end="10:00", **lecture)
    make_event(ws, "Noch nicht", day=TODAY, start="14:00", end="16:00", **lecture)
    make_event(ws, "Ganztags heute", day=TODAY, all_day=True, **lecture)
    make_event(ws, "Ganztags gestern", day=in_days(-1), all_day=True, **lecture)
    assert shown(ws) == [
        (DueKind.report, in_days(2), "Gestern"),
        (DueKind.report, in_days(2), "Ganztags gestern"),
        (DueKind.report, in_days(3), "Vorbei"),
    ]


@pytest.mark.parametrize("state", [EventState.held, EventState.reviewed])
def test_reported_event_is_not_due(ws, state):
    make_event(ws, day=in_days(-1), state=state)
    assert only(ws, DueKind.report) == []


def test_templates_are_never_due(ws):
    make_event(ws, day=in_days(-1), is_template=True)
    assert shown(ws) == []


def test_kreis_without_any_dialogue_waits_longest(ws):
    make_event(ws, day=in_days(-100), ags=KOETHEN, state=EventState.held)
    gap = ws.ask(due.longest_gap)
    assert (gap.kreis_ags, gap.last) == (kreise()[0].ags, None)


def test_longest_gap_counts_from_the_last_dialogue_held_and_skips_kreise_with_one_ahead(ws):
    for kreis in kreise():
        make_event(ws, day=in_days(-30), ags=kreis.seat_ags, state=EventState.held)
    for old in (HALLE, ZERBST):
        make_event(ws, day=in_days(-300), ags=old, state=EventState.held)
    make_event(ws, "Köthen", day=in_days(-20), ags=ZERBST, state=EventState.reviewed)
    make_event(ws, "Dessau", day=in_days(9), ags=kreise()[0].seat_ags)
    gap = ws.ask(due.longest_gap)
    assert (gap.kreis_ags, gap.last) == (HALLE[:5], in_days(-30))


def test_there_is_no_gap_when_every_kreis_has_a_dialogue_ahead(ws):
    for kreis in kreise():
        make_event(ws, day=in_days(30), ags=kreis.seat_ags)
    assert ws.ask(due.longest_gap) is None


def test_concerns_contacts_exchanges_and_terms_are_due_too(ws):
    kreis = KOETHEN[:5]
    office = make_partner(ws, "Ordnungsamt Köthen", ags=KOETHEN)
    contact = ContactDraft(office, "Leitung", review_on=in_days(-3))
    ws.run("Add person", partners.add_contact, contact)
    wording = ConcernDraft(wording="Unterführung ist dunkel", kreis_ags=kreis, raised_on=in_days(-50), due=in_days(-1))
    concern = ws.run("Note concern", concerns.capture, wording)
    council = make_partner(ws, "Präventionsrat", category=PartnerCategory.council, ags=KOETHEN)
    ws.run("Set interval", councils.set_interval, council, 90)
    make_event(ws, "Sitzung", day=in_days(-120), kind=EventKind.council_meeting, state=EventState.held, host_id=council)
    member = MembershipDraft(council, office, first_day=in_days(-400), last_day=in_days(10))
    ws.run("Add member", memberships.add, member)
    found = {row.kind: row for row in ws.ask(due.due_rows)}
    assert (found[DueKind.contact].page, found[DueKind.contact].record) == ("partners", office)
    assert (found[DueKind.concern].page, found[DueKind.concern].what) == ("concerns", concern.number)
    assert (found[DueKind.exchange].page, found[DueKind.exchange].record) == ("councils", council)
    assert (found[DueKind.term].due, found[DueKind.term].record) == (in_days(10), council)


def holder(ws, *, ends, name="Jana Kühne", is_booked=False):
    held = ws.run("Add", vocabulary.add_qualification, f"Opferschutz {name}")
    person = make_person(ws, name, qualifications=(HeldQualification(held, ends),))
    if is_booked:
        make_event(ws, "Vortrag", day=in_days(40), assignments=(AssignmentDraft(person, AssignmentRole.lead),))


def test_a_qualification_is_due_on_its_last_day_thirty_days_ahead(ws):
    holder(ws, name="Anke", ends=in_days(30))
    holder(ws, name="Uwe", ends=in_days(31))
    holder(ws, name="Ralf", ends=in_days(-5))
    holder(ws, name="Mia", ends=None)
    assert only(ws, DueKind.qualification) == [
        (DueKind.qualification, in_days(-5), "Ralf: Opferschutz Ralf"),
        (DueKind.qualification, in_days(30), "Anke: Opferschutz Anke"),
    ]


def test_what_ran_out_long_ago_is_due_for_people_with_appointments_only(ws):
    holder(ws, name="Anke", ends=in_days(-200))
    holder(ws, name="Uwe", ends=in_days(-200), is_booked=True)
    assert [title for _kind, _due, title in only(ws, DueKind.qualification)] == ["Uwe: Opferschutz Uwe"]


def test_only_requests_whose_answer_is_late_are_due(ws):
    late = make_request(ws, "Sekundarschule Köthen", received_on=in_days(-20))
    make_request(ws, "Neu", received_on=in_days(-3))
    waiting = make_request(ws, "Wartet", received_on=in_days(-40))
    ws.run("Wait", requests.put_on_waiting_list, waiting)
    found = [row for row in ws.ask(due.due_rows) if row.kind is DueKind.request]
    assert [(row.due, row.title, row.page, row.record) for row in found] == [
        (in_days(-6), "Sekundarschule Köthen", "requests", late)
    ]
