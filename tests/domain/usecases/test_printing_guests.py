"""Papers for guests: what they are made from, and when they are refused."""

from datetime import timedelta

import pytest

from domain import documents
from domain.errors import LandaufError, UsageError
from domain.i18n import language
from domain.rows.events import AssignmentDraft
from domain.rows.guests import Guest
from domain.rows.invitees import InviteeDraft
from domain.rows.printing import PrintChoice
from domain.terms import AssignmentRole, Audience, EventState, InviteReply, PaperSize
from domain.usecases import invitees, printing
from tests.builders import make_event, make_person
from tests.domain.documents import tagged

FOR_GUESTS = ("name_badges", "table_signs", "feedback_card", "concern_card", "attendance_certificate")


def gathered(ws, name, **choice):
    return ws.ask(printing.gather, name, PrintChoice(**choice))


@pytest.mark.parametrize("name", FOR_GUESTS)
def test_guests_get_what_partners_may_see_and_nothing_of_an_internal_event(ws, name):
    shown = make_event(ws, "Fachgespräch", audience=Audience.partners, internal_notes="geheim")
    assert gathered(ws, name, event_id=shown).event.internal is None
    hidden = make_event(ws, "Intern", audience=Audience.internal)
    with pytest.raises(LandaufError, match="This goes to guests"):
        gathered(ws, name, event_id=hidden)


@pytest.mark.parametrize("name", FOR_GUESTS)
def test_nothing_is_printed_for_guests_of_an_event_that_was_called_off(ws, name):
    event_id = make_event(ws, "Dialog", state=EventState.cancelled, state_reason="Sturm")
    with pytest.raises(LandaufError, match="does not take place"):
        gathered(ws, name, event_id=event_id)


@pytest.mark.parametrize("name", [*FOR_GUESTS, "attendance_list"])
def test_an_event_must_be_named(ws, name):
    with pytest.raises(UsageError):
        gathered(ws, name)


def test_typed_names_are_read_and_leave_no_trace(ws):
    event_id = make_event(ws, "Dialog")
    before = ws.path.read_bytes()
    typed = ("1. Erika Beispiel; Ordnungsamt", "Max Muster")
    for name in ("name_badges", "table_signs", "attendance_certificate"):
        data = gathered(ws, name, event_id=event_id, names=typed)
        assert data.names == (Guest("Erika Beispiel", "Ordnungsamt"), Guest("Max Muster"))
    assert ws.path.read_bytes() == before


def test_confidential_speaker_has_a_sign_without_a_name(ws):
    speaker = make_person(ws, "Erika Geheim", confidential=True)
    event_id = make_event(ws, "Dialog", assignments=(AssignmentDraft(speaker, AssignmentRole.speaker),))
    data = gathered(ws, "table_signs", event_id=event_id)
    text = tagged.text(documents.render("table_signs", data, language("de")))
    assert "Geheim" not in text
    assert "Verfassungsschutzbehörde" in text


def test_cards_are_a6_or_on_demand_a5(ws):
    event_id = make_event(ws, "Dialog")
    assert gathered(ws, "feedback_card", event_id=event_id).grid.count == 4
    assert gathered(ws, "feedback_card", event_id=event_id, size=PaperSize.a5).grid.count == 2


def test_list_has_those_who_come_first(ws):
    event_id = make_event(ws, "Dialog")
    drafts = [
        InviteeDraft("Beirat", reply=InviteReply.invited),
        InviteeDraft("Polizei", reply=InviteReply.accepted, seats=2),
    ]
    ws.run("Invite", invitees.add, event_id, drafts)
    assert gathered(ws, "attendance_list", event_id=event_id).institutions == ("Polizei", "Polizei", "Beirat")


def test_printed_papers_know_when_the_event_has_moved(ws):
    event_id = make_event(ws, "Dialog")
    data = gathered(ws, "feedback_card", event_id=event_id)
    moved = make_event(ws, "Dialog", day=data.event.starts_at.date() + timedelta(days=3))
    other = gathered(ws, "feedback_card", event_id=moved)
    assert documents.code_of("feedback_card", data) != documents.code_of("feedback_card", other)
