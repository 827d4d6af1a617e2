"""Requests: the inbox, and what becomes of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from domain.errors import ConflictError, InvalidInputError
from domain.rows.filters import RequestFilter
from domain.rows.requests import RequestDraft, Wish
from domain.terms import Audience, EventKind, EventState, RequestState
from domain.usecases import events, fleet, partners, requests
from tests.builders import DAY, KOETHEN, at, dump, event_draft, make_partner, make_request, make_topic
from tests.domain.usecases import drafts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(first=drafts.requests(), second=drafts.requests())
def test_every_field_of_a_request_comes_back(ws, first, second):
    request_id = ws.run("Create", requests.create, first)
    assert ws.ask(requests.detail, request_id).draft == first
    second = replace(second, ags="15083130")
    ws.run("Change", requests.change, request_id, second, 1)
    assert ws.ask(requests.detail, request_id).draft == second


def test_a_request_is_received_today_unless_it_says_otherwise(ws):
    today, earlier = make_request(ws), make_request(ws, received_on=date(2027, 4, 1))
    assert ws.ask(requests.detail, today).draft.received_on == date(2027, 4, 28)
    assert ws.ask(requests.detail, earlier).draft.received_on == date(2027, 4, 1)


def test_the_gemeinde_follows_the_address(ws):
    request_id = make_request(ws, postcode="06366", town="Köthen")
    assert ws.ask(requests.detail, request_id).kreis_ags == KOETHEN[:5]


def test_a_changed_wish_raises_the_version(ws):
    request_id = make_request(ws, wishes=(Wish(DAY, DAY),))
    row = ws.ask(requests.detail, request_id)
    later = replace(row.draft, wishes=(Wish(DAY, DAY + timedelta(days=1), 540, 720), Wish(DAY, DAY)))
    ws.run("Change", requests.change, request_id, later, row.version)
    assert ws.ask(requests.detail, request_id).draft.wishes == later.wishes
    with pytest.raises(ConflictError):
        ws.run("Change", requests.change, request_id, row.draft, row.version)


def test_requests_come_by_their_earliest_day_and_those_without_one_last(ws):
    make_request(ws, "ohne Datum")
    make_request(ws, "Mai", earliest=date(2027, 5, 20))
    make_request(ws, "Wunsch im April", wishes=(Wish(DAY, DAY), Wish(date(2027, 4, 30), date(2027, 4, 30))))
    make_request(ws, "Juni", earliest=date(2027, 6, 2))
    assert [row.draft.requester for row in ws.ask(requests.list_rows)] == [
        *("Wunsch im April", "Mai", "Juni", "ohne Datum"),
    ]


def test_each_filter_leaves_what_it_asks_for(ws):
    make_request(ws, "Schule Köthen", EventKind.lecture, postcode="06366", topic="Cybersicherheit")
    declined = make_request(ws, "Verein", postcode="06108")
    ws.run("Decline", requests.decline, declined, "Kein Personal")

    def found(**wanted):
        return [row.draft.requester for row in ws.ask(requests.list_rows, RequestFilter(**wanted))]

    assert found(kinds=(EventKind.lecture,)) == ["Schule Köthen"]
    assert found(states=(RequestState.declined,)) == ["Verein"]
    assert found(kreise=(KOETHEN[:5],)) == ["Schule Köthen"]
    assert found(text="koethen sicherheit") == ["Schule Köthen"]
    assert found(text="nichts davon") == []


def test_declining_needs_a_reason_that_stays(ws):
    request_id = make_request(ws)
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Decline", requests.decline, request_id, " ")
    assert refusal.value.field == "declined_reason"
    ws.run("Decline", requests.decline, request_id, " Kein Personal ")
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.declined_reason) == (RequestState.declined, "Kein Personal")


def test_a_declined_request_can_be_reopened(ws):
    request_id = make_request(ws)
    ws.run("Decline", requests.decline, request_id, "Kein Personal")
    ws.run("Reopen", requests.reopen, request_id)
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.declined_reason) == (RequestState.open, "")


def test_an_accepted_request_is_an_event_and_nothing_else(ws):
    request_id = make_request(ws)
    event_id = ws.run("Accept", requests.accept, request_id, event_draft())
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.event_id) == (RequestState.accepted, event_id)
    for use_case, arguments in (
        (requests.accept, (event_draft(),)),
        (requests.decline, ("Doch nicht",)),
        (requests.reopen, ()),
    ):
        with pytest.raises(InvalidInputError, match="already become an event"):
            ws.run("Again", use_case, request_id, *arguments)


def test_a_refused_event_leaves_the_request_open(ws):
    request_id = make_request(ws)
    with pytest.raises(InvalidInputError):
        ws.run("Accept", requests.accept, request_id, event_draft("  "))
    assert ws.ask(requests.detail, request_id).state is RequestState.open


def test_accepting_is_one_step(ws):
    request_id = make_request(ws)
    before = dump(ws)
    ws.run("Accept", requests.accept, request_id, event_draft())
    ws.undo()
    assert dump(ws) == before


def test_the_proposed_event_says_what_was_asked_for(ws):
    partner = make_partner(ws)
    topic = make_topic(ws, "Cybersicherheit")
    simulator = ws.run("Add", fleet.add_equipment, "Überschlagsimulator")
    request_id = make_request(
        ws,
        "Grundschule Radis",
        EventKind.lecture,
        topic="CYBERSICHERHEIT",
        partner_id=partner,
        place="Aula",
        street="Gallestraße 5",
        postcode="06901",
        town="Kemberg",
        duration_minutes=90,
        earliest=date(2027, 5, 13),
        latest=date(2027, 5, 31),
        weekdays=(0, 1),
        from_minute=600,
        equipment=("Ueberschlagsimulator", "Beamer"),
        expected=60,
        press_expected=True,
        closed=True,
        needs="Rampe",
        security_remarks="Hintereingang",
        notes="Bitte leise",
    )
    draft = ws.ask(requests.proposed_event, request_id)
    assert (draft.title, draft.kind, draft.state) == (
        "CYBERSICHERHEIT: Grundschule Radis",
        EventKind.lecture,
        EventState.tentative,
    )
    assert (draft.starts_at, draft.ends_at) == (at(date(2027, 5, 17), "10:00"), at(date(2027, 5, 17), "11:30"))
    assert (draft.place_name, draft.street, draft.postcode, draft.town) == ("Aula", "Gallestraße 5", "06901", "Kemberg")
    assert (draft.host_id, draft.host_name, draft.ags) == (partner, "Grundschule Radis", "15091160")
    assert (draft.audience, draft.press_expected, draft.expected) == (Audience.partners, True, 60)
    assert (draft.accessibility, draft.security_remarks, draft.internal_notes) == (
        "Rampe",
        "Hintereingang",
        "Bitte leise",
    )
    assert (draft.topic_ids, draft.equipment_ids) == ((topic,), (simulator,))
    ws.run("Accept", requests.accept, request_id, draft)


def test_the_first_wish_is_proposed_before_the_window(ws):
    wishes = (Wish(date(2027, 6, 3), date(2027, 6, 3), 840, 960), Wish(date(2027, 6, 1), date(2027, 6, 1)))
    request_id = make_request(ws, earliest=DAY, wishes=wishes)
    assert ws.ask(requests.proposed_event, request_id).starts_at == at(date(2027, 6, 3), "14:00")


@pytest.mark.parametrize(
    "asked", [{}, {"earliest": date(2027, 5, 15), "latest": date(2027, 5, 16), "weekdays": (0, 1, 2, 3, 4)}]
)
def test_without_a_possible_day_nothing_is_proposed(ws, asked):
    draft = ws.ask(requests.proposed_event, make_request(ws, **asked))
    assert (draft.starts_at, draft.ends_at, draft.state) == (None, None, EventState.requested)


def test_a_proposal_with_the_longest_words_can_be_accepted(ws):
    request_id = make_request(ws, "R" * 300, topic="T" * 300, place="P" * 300, earliest=DAY)
    ws.run("Accept", requests.accept, request_id, ws.ask(requests.proposed_event, request_id))
    assert ws.ask(requests.detail, request_id).state is RequestState.accepted


def test_a_proposal_lasts_as_long_as_asked_when_the_clocks_change(ws):
    request_id = make_request(ws, earliest=date(2027, 10, 31), from_minute=60, duration_minutes=240)
    draft = ws.ask(requests.proposed_event, request_id)
    assert draft.ends_at.timestamp() - draft.starts_at.timestamp() == 240 * 60


def test_requests_can_be_deleted_and_come_back(ws):
    request_id = make_request(ws, wishes=(Wish(DAY, DAY),))
    before = dump(ws)
    assert ws.run("Delete", requests.delete, [request_id]) == 1
    assert ws.ask(requests.list_rows) == []
    ws.undo()
    assert dump(ws) == before


def test_a_request_outlives_its_partner(ws):
    partner_id = make_partner(ws)
    request_id = make_request(ws, partner_id=partner_id)
    ws.run("Delete", partners.delete, [partner_id])
    assert ws.ask(requests.detail, request_id).draft.partner_id is None


def test_an_event_made_of_a_request_can_be_cancelled(ws):
    request_id = ws.run("Create", requests.create, RequestDraft("Verein", EventKind.lecture, earliest=DAY))
    event_id = ws.run("Accept", requests.accept, request_id, ws.ask(requests.proposed_event, request_id))
    ws.run("Cancel", events.settle, event_id, EventState.cancelled, reason="Krank")
    assert ws.ask(requests.detail, request_id).state is RequestState.accepted
