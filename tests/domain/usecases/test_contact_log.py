"""The contact log and the day of the last contact."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.rows.network import EntryDraft
from domain.rows.partners import ContactDraft
from domain.terms import ContactChannel, EventKind, EventState, PlaceKind
from domain.usecases import contact_log, partners
from tests.builders import DAY, make_event, make_partner
from tests.domain.usecases.network_of import note

PAST = DAY - timedelta(days=60)
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)


def last_contact(ws, partner):
    return ws.ask(partners.detail, partner).row.last_contact


def subjects(ws, partner):
    return [line.subject for line in ws.ask(contact_log.timeline, partner)]


@SHARED
@given(st.lists(st.integers(0, 900), min_size=1, max_size=6))
def test_the_last_contact_is_that_of_the_newest_entry(ws, ages):
    partner = make_partner(ws)
    for age in ages:
        note(ws, partner, PAST - timedelta(days=age))
    assert last_contact(ws, partner) == PAST - timedelta(days=min(ages))


def test_an_older_entry_does_not_turn_the_last_contact_back(ws):
    partner = make_partner(ws, last_contact=PAST)
    note(ws, partner, PAST - timedelta(days=5))
    assert last_contact(ws, partner) == PAST


def test_the_last_contact_follows_a_changed_and_a_deleted_entry(ws):
    partner = make_partner(ws)
    note(ws, partner, PAST - timedelta(days=9))
    newest = note(ws, partner, PAST)
    draft = EntryDraft(partner, PAST - timedelta(days=3), "Termin zugesagt")
    ws.run("Change", contact_log.change, newest, draft)
    assert last_contact(ws, partner) == PAST - timedelta(days=3)
    ws.run("Delete", contact_log.delete, [newest])
    assert last_contact(ws, partner) == PAST - timedelta(days=9)
    ws.undo()
    assert last_contact(ws, partner) == PAST - timedelta(days=3)


@pytest.mark.parametrize(("field", "value"), [("subject", " "), ("day", DAY), ("subject", "x" * 501)])
def test_an_entry_needs_a_subject_and_a_day_that_has_been(ws, field, value):
    draft = replace(EntryDraft(make_partner(ws), PAST, "Anruf"), **{field: value})
    with pytest.raises(InvalidInputError) as refused:
        ws.run("Note", contact_log.add, draft)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_the_timeline_holds_entries_and_events_held_together_the_newest_first(ws):
    partner = make_partner(ws)
    held = {"state": EventState.held, "kind": EventKind.lecture}
    make_event(ws, "Als Gast", day=PAST - timedelta(days=2), partner_ids=(partner,), **held)
    make_event(ws, "Als Veranstalter", day=PAST - timedelta(days=4), host_id=partner, **held)
    make_event(ws, "Dort", day=PAST - timedelta(days=6), place_kind=PlaceKind.partner, place_partner_id=partner, **held)
    make_event(ws, "Erst geplant", host_id=partner)
    note(ws, partner, PAST - timedelta(days=3), "Angerufen")
    assert subjects(ws, partner) == ["Als Gast", "Angerufen", "Als Veranstalter", "Dort"]


def test_an_entry_names_its_person_and_event_and_outlives_both(ws):
    partner = make_partner(ws)
    contact = ws.run("Add", partners.add_contact, ContactDraft(partner, "Schulleitung"))
    event = make_event(ws, "Bürgerdialog", host_id=partner)
    note(ws, partner, PAST, "Abgestimmt", channel=ContactChannel.meeting, contact_id=contact, event_id=event)
    (line,) = ws.ask(contact_log.timeline, partner)
    assert (line.about, line.channel) == ("Schulleitung · Bürgerdialog", ContactChannel.meeting)
    ws.run("Forget", partners.delete_contacts, [contact])
    (line,) = ws.ask(contact_log.timeline, partner)
    assert (line.subject, line.about) == ("Abgestimmt", "Bürgerdialog")
