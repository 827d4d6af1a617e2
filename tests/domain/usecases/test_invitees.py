"""Invitees: replies, seats, who takes part, and partners that could be asked."""

from datetime import date

import pytest

from domain.errors import ConflictError, InvalidInputError
from domain.rows.events import DialogueFacts
from domain.rows.filters import EventFilter
from domain.rows.invitees import InviteeDraft
from domain.terms import EventKind, InviteReply, PartnerCategory
from domain.usecases import event_rows, events, invitees, partners
from tests.builders import KOETHEN, MAGDEBURG, ZERBST, dump, make_event, make_partner

TODAY = date(2027, 4, 28)


def invite(ws, event_id, *drafts):
    return ws.run("Invite", invitees.add, event_id, drafts)


def replies(ws, event_id):
    return [row.draft.reply for row in ws.ask(invitees.rows, event_id)]


def test_several_replies_are_noted_in_one_step_with_their_day(ws):
    event_id = make_event(ws, facts=DialogueFacts(seats=20))
    ids = invite(ws, event_id, InviteeDraft("Stadt", seats=3), InviteeDraft("Verein", seats=2), InviteeDraft("Kirche"))
    assert ws.run("Reply", invitees.set_reply, ids[:2], InviteReply.accepted) == 2
    assert ws.run("Reply", invitees.set_reply, ids[:2], InviteReply.accepted) == 0
    first = ws.ask(invitees.rows, event_id)[0].draft
    assert (first.reply, first.invited_on, first.replied_on) == (InviteReply.accepted, TODAY, TODAY)
    seats = ws.ask(invitees.count, event_id)
    assert (seats.budget, seats.taken, seats.left) == (20, 5, 15)


def test_undo_takes_all_replies_of_a_step_back(ws):
    event_id = make_event(ws)
    ids = invite(ws, event_id, InviteeDraft("Stadt"), InviteeDraft("Verein"))
    before = dump(ws)
    ws.run("Reply", invitees.set_reply, ids, InviteReply.declined)
    ws.undo()
    assert dump(ws) == before


def test_partner_takes_part_once_it_has_accepted_and_no_longer_when_it_declines(ws):
    partner, event_id = make_partner(ws), make_event(ws)
    (invitee,) = invite(ws, event_id, InviteeDraft("Stadt Köthen", partner))
    wanted = EventFilter(partner_id=partner)
    assert ws.ask(event_rows.list_rows, wanted) == []
    ws.run("Reply", invitees.set_reply, [invitee], InviteReply.accepted)
    assert ws.ask(events.detail, event_id).draft.partner_ids == (partner,)
    assert [row.id for row in ws.ask(event_rows.list_rows, wanted)] == [event_id]
    ws.run("Reply", invitees.set_reply, [invitee], InviteReply.declined)
    assert ws.ask(events.detail, event_id).draft.partner_ids == ()


@pytest.mark.parametrize("reply", [InviteReply.invited, InviteReply.planned])
def test_acceptance_taken_back_frees_the_seats_and_the_partner(ws, reply):
    partner, event_id = make_partner(ws), make_event(ws)
    (invitee,) = invite(ws, event_id, InviteeDraft("Stadt Köthen", partner, seats=3))
    before = dump(ws)
    ws.run("Reply", invitees.set_reply, [invitee], InviteReply.accepted)
    ws.run("Reply", invitees.set_reply, [invitee], reply)
    assert ws.ask(events.detail, event_id).draft.partner_ids == ()
    assert ws.ask(invitees.count, event_id).taken == 0
    ws.undo()
    ws.undo()
    assert dump(ws) == before


def test_partner_that_takes_part_anyway_may_be_invited(ws):
    partner = make_partner(ws)
    event_id = make_event(ws, partner_ids=(partner,))
    (invitee,) = invite(ws, event_id, InviteeDraft("Stadt Köthen", partner))
    ws.run("Reply", invitees.set_reply, [invitee], InviteReply.invited)
    assert ws.ask(events.detail, event_id).draft.partner_ids == (partner,)


def test_partner_is_invited_once_and_names_stay_when_it_is_deleted(ws):
    partner, event_id = make_partner(ws), make_event(ws)
    assert len(invite(ws, event_id, InviteeDraft("Stadt Köthen", partner), InviteeDraft("Stadt Köthen", partner))) == 1
    assert invite(ws, event_id, InviteeDraft("Stadt Köthen", partner)) == ()
    ws.run("Delete", partners.delete, [partner])
    (row,) = ws.ask(invitees.rows, event_id)
    assert (row.draft.name, row.draft.partner_id, row.category) == ("Stadt Köthen", None, None)


def test_change_is_refused_if_impossible_or_outdated(ws):
    event_id = make_event(ws)
    (invitee,) = invite(ws, event_id, InviteeDraft("Stadt"))
    (row,) = ws.ask(invitees.rows, event_id)
    with pytest.raises(InvalidInputError):
        ws.run("Change", invitees.change, invitee, InviteeDraft(" "), row.version)
    ws.run("Change", invitees.change, invitee, InviteeDraft("Stadtverwaltung", seats=4), row.version)
    with pytest.raises(ConflictError):
        ws.run("Change", invitees.change, invitee, InviteeDraft("Stadt"), row.version)


def test_seats_are_changed_for_several_and_never_below_none(ws):
    event_id = make_event(ws)
    ids = invite(ws, event_id, InviteeDraft("A", seats=2), InviteeDraft("B", seats=0))
    ws.run("Seats", invitees.add_seats, ids, -1)
    assert [row.draft.seats for row in ws.ask(invitees.rows, event_id)] == [1, 0]


def test_fitting_partners_of_the_kreis_are_proposed_those_of_the_gemeinde_first(ws):
    event_id = make_event(ws, ags=KOETHEN)
    town = {"category": PartnerCategory.ordnungsamt}
    far = make_partner(ws, "Ordnungsamt Zerbst", ags=ZERBST, **town)
    near = make_partner(ws, "Ordnungsamt Köthen", ags=KOETHEN, **town)
    invited = make_partner(ws, "Ordnungsamt Kreis", ags=KOETHEN, **town)
    make_partner(ws, "Grundschule", ags=KOETHEN, category=PartnerCategory.school)
    make_partner(ws, "Ordnungsamt Magdeburg", ags=MAGDEBURG, **town)
    make_partner(ws, "Noch nicht zugestimmt", ags=KOETHEN, confirmed=False, **town)
    invite(ws, event_id, InviteeDraft("Ordnungsamt Kreis", invited))
    found = ws.ask(invitees.proposals, event_id)
    assert [(each.partner_id, each.is_in_gemeinde) for each in found] == [(near, True), (far, False)]


def test_actors_are_proposed_for_an_expert_dialogue_and_not_for_citizens(ws):
    make_partner(ws, "Jobcenter", ags=KOETHEN, category=PartnerCategory.job_centre)
    citizens, experts = (
        make_event(ws, ags=KOETHEN, kind=kind) for kind in (EventKind.citizen_dialogue, EventKind.expert_dialogue)
    )
    assert ws.ask(invitees.proposals, citizens) == ()
    assert [each.name for each in ws.ask(invitees.proposals, experts)] == ["Jobcenter"]
