"""The confirmation to a host: when it can be printed, and that nothing internal gets into it."""

from dataclasses import replace

import pytest

from domain import documents
from domain.errors import LandaufError, UsageError
from domain.i18n import language
from domain.rows.events import AssignmentDraft
from domain.rows.printing import PrintChoice
from domain.rows.triage import Decision
from domain.terms import AssignmentRole, Audience, EventKind, EventState
from domain.usecases import events, print_menu, printing, printing_examples, requests, triage
from tests.builders import DAY, KOETHEN, at, change_event, make_event, make_person, make_request
from tests.domain.documents import tagged

NAME = "lecture_confirmation"


@pytest.fixture
def accepted(ws):
    """A lecture that came from a request, with a speaker whose name stays in the house."""
    speaker = make_person(ws, "Erika Geheim", confidential=True)
    request_id = make_request(
        ws,
        "Sekundarschule Köthen",
        EventKind.lecture,
        contact_name="Frau Muster",
        street="Ring 1",
        postcode="06366",
        town="Köthen",
        ags=KOETHEN,
        topic="Extremismus",
        room_technique="Beamer; Erika Geheim kennt den Raum",
        security_remarks="geheimer Eingang",
        notes="Hausnotiz",
    )
    decision = Decision(None, (speaker,), at(DAY, "10:00"), at(DAY, "11:30"))
    return ws.run("Accept", triage.accept, request_id, decision)


def text(ws, event_id):
    data = ws.ask(printing.gather, NAME, PrintChoice(event_id=event_id))
    return " ".join(tagged.text(documents.render(NAME, data, language("de"))).split())


def test_the_letter_answers_the_request_and_keeps_names_and_remarks_in_the_house(ws, accepted):
    told = text(ws, accepted)
    assert "Sekundarschule Köthen Frau Muster Ring 1 06366 Köthen" in told
    assert "Referentin/Referent der Verfassungsschutzbehörde" in told
    assert "Beamer; N. N. kennt den Raum" in told
    for secret in ("Geheim", "geheim", "Hausnotiz"):
        assert secret not in told


def test_a_confidential_name_of_somebody_else_is_not_told_either(ws, accepted):
    make_person(ws, "Beamer", confidential=True)  # is not at the event, and stands in what the host wrote
    assert "N. N.; N. N. kennt den Raum" in text(ws, accepted)


def test_an_event_without_request_has_nobody_to_confirm_to(ws):
    with pytest.raises(LandaufError, match="came from none"):
        ws.ask(printing.gather, NAME, PrintChoice(event_id=make_event(ws)))
    with pytest.raises(UsageError):
        ws.ask(printing.gather, NAME, PrintChoice())


@pytest.mark.parametrize(
    "fields",
    [
        {"audience": Audience.internal},
        {"state": EventState.cancelled, "state_reason": "krank"},
        {"host_confidential": True},
    ],
)
def test_what_the_host_may_not_be_told_is_not_printed_or_offered(ws, accepted, fields):
    change_event(ws, accepted, **fields)
    with pytest.raises(LandaufError, match="goes to the host"):
        ws.ask(printing.gather, NAME, PrintChoice(event_id=accepted))
    names = [entry.document.name for entry in ws.ask(print_menu.printables, PrintChoice(event_id=accepted))]
    assert NAME not in names


def test_the_menu_and_the_example_offer_requested_events_only(ws, accepted):
    make_event(ws, "Ohne Anfrage", assignments=(AssignmentDraft(make_person(ws), AssignmentRole.lead),))
    (found,) = (entry for entry in ws.ask(print_menu.printables, PrintChoice()) if entry.document.name == NAME)
    assert [subject.choice.event_id for subject in found.subjects] == [accepted]
    (row,) = (row for row in ws.ask(printing_examples.documents) if row.name == NAME)
    assert row.example == ("--event", str(accepted))


def test_a_changed_time_makes_the_printed_letter_stale(ws, accepted):
    from domain.usecases import printed_sheets

    choice = PrintChoice(event_id=accepted)
    note = printed_sheets.note_of(NAME, choice, ws.ask(printing.gather, NAME, choice))
    assert note.day == DAY
    ws.run("Print", printed_sheets.note_printed, note)
    draft = ws.ask(events.detail, accepted).draft
    ws.run("Move", events.change, accepted, replace(draft, starts_at=at(DAY, "12:00"), ends_at=at(DAY, "13:00")))
    assert [row.document for row in ws.ask(printed_sheets.stale_sheets)] == [NAME]
    assert ws.ask(requests.open_count) == 0
