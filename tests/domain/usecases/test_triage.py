"""Triage over a workspace: suggestions, the event of a decision, the waiting list."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.errors import InvalidInputError
from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft, LectureFacts
from domain.rows.publications import PublicationDraft
from domain.rows.requests import Wish
from domain.rows.settings import OfficeSettings
from domain.rows.tours import HeldQualification
from domain.rows.triage import Decision
from domain.terms import AssignmentRole, Audience, DeclineCause, EventKind, EventState, RequestState, Schulform
from domain.usecases import catalogue, events, publications, requests, settings, triage, vocabulary
from tests.builders import (
    DAY,
    KOETHEN,
    MAGDEBURG,
    ZERBST,
    at,
    dump,
    make_event,
    make_partner,
    make_person,
    make_request,
    make_topic,
)

LECTURE, ANY = EventKind.lecture, Decision()
WISHES = (Wish(DAY, DAY, 540, 660), Wish(DAY + timedelta(days=1), DAY + timedelta(days=1)))


@pytest.fixture
def house(ws):
    """A topic that asks for a qualification, who has it, who has not, and an offer on it."""
    licence = ws.run("Add", vocabulary.add_qualification, "Vortragsrecht")
    topic = make_topic(ws, "Extremismus", qualification_id=licence)
    flyer = ws.run("Add", publications.create, PublicationDraft("Faltblatt"))
    offer = OfferDraft(
        "Extremismus erkennen",
        topic_id=topic,
        duration_minutes=90,
        public_text="Was ist das?",
        neutrality_note="Beutelsbacher Konsens",
        publication_ids=(flyer,),
    )
    return {
        "topic": topic,
        "flyer": flyer,
        "offer": ws.run("Add", catalogue.create, offer),
        "jana": make_person(ws, "Jana Kühne", qualifications=(HeldQualification(licence),)),
        "uwe": make_person(ws, "Uwe Groß"),
    }


def lecture(ws, **fields):
    usual = {"topic": "extremismus", "ags": KOETHEN, "wishes": WISHES, "expected": 60}
    return make_request(ws, "Sekundarschule Köthen", LECTURE, **(usual | fields))


def ranked(ws, request_id, decision=ANY):
    return [(choice.name, choice.is_fit) for choice in ws.ask(triage.people_for, request_id, decision)]


def test_the_offer_on_the_topic_and_the_wished_dates_are_suggested(ws, house):
    found = ws.ask(triage.suggestions, lecture(ws))
    assert [choice.offer_id for choice in found.offers] == [house["offer"]]
    assert [(each.day, each.wish, each.is_fit) for each in found.days[:2]] == [
        (DAY, 1, True),
        (DAY + timedelta(days=1), 2, True),
    ]
    assert (found.days[0].starts_at, found.days[0].ends_at) == (at(DAY, "09:00"), at(DAY, "10:30"))
    assert found.days[1].starts_at == at(DAY + timedelta(days=1), "10:00")


def test_people_are_ranked_for_the_chosen_time(ws, house):
    request_id = lecture(ws)
    assert ranked(ws, request_id) == [("Jana Kühne", True), ("Uwe Groß", False)]
    make_event(ws, day=DAY, start="08:00", assignments=(AssignmentDraft(house["jana"], AssignmentRole.lead),))
    assert ranked(ws, request_id, Decision(starts_at=at(DAY, "09:00")))[0] == ("Jana Kühne", False)
    later = Decision(starts_at=at(DAY + timedelta(days=1), "10:00"))
    assert ranked(ws, request_id, later)[0] == ("Jana Kühne", True)


def test_experience_counts_only_what_took_place(ws, house):
    for state, day in ((EventState.reviewed, date(2027, 3, 2)), (EventState.confirmed, date(2027, 6, 2))):
        make_event(
            ws,
            day=day,
            state=state,
            topic_ids=(house["topic"],),
            assignments=(AssignmentDraft(house["jana"], AssignmentRole.speaker),),
        )
    choice = ws.ask(triage.people_for, lecture(ws), Decision(starts_at=at(DAY, "09:00")))[0]
    counts = [dict(reason.params)["count"] for reason in choice.reasons if "count" in dict(reason.params)]
    assert counts == [1]


def test_the_drive_starts_at_the_persons_office_or_the_houses(ws, house):
    before = ws.ask(settings.load)
    ws.run("Office", settings.save, replace(before, office=OfficeSettings(postcode="39104", town="Magdeburg")))
    make_partner(ws, "Dienststelle Zerbst", ags=ZERBST)
    make_person(ws, "Mia Öz", office="Dienststelle Zerbst")
    request_id = make_request(ws, kind=LECTURE, ags=MAGDEBURG, wishes=WISHES)

    def kilometres(name):
        (choice,) = (each for each in ws.ask(triage.people_for, request_id, Decision()) if each.name == name)
        return next(dict(reason.params)["km"] for reason in choice.reasons if "km" in dict(reason.params))

    assert kilometres("Uwe Groß") < 10 < kilometres("Mia Öz")


def test_a_decision_becomes_an_event_with_everything_in_one_step(ws, house):
    request_id = lecture(
        ws,
        schulform=Schulform.sekundarschule,
        school_grade="9",
        occasion="Projekttag",
        room_technique="Beamer",
        teacher_present=True,
        closed=True,
        security_remarks="Vorsicht",
    )
    before = dump(ws)
    decision = Decision(house["offer"], (house["jana"],), at(DAY, "09:00"))
    event_id = ws.run("Accept", triage.accept, request_id, decision)
    draft = ws.ask(events.detail, event_id).draft
    assert (draft.title, draft.kind, draft.state) == (
        "Extremismus erkennen: Sekundarschule Köthen",
        LECTURE,
        EventState.tentative,
    )
    assert (draft.starts_at, draft.ends_at) == (at(DAY, "09:00"), at(DAY, "10:30"))
    assert draft.assignments == (AssignmentDraft(house["jana"], AssignmentRole.speaker),)
    assert (draft.offer_id, draft.audience, draft.host_name) == (
        house["offer"],
        Audience.partners,
        "Sekundarschule Köthen",
    )
    assert draft.facts == LectureFacts(
        schulform=Schulform.sekundarschule,
        school_grade="9",
        occasion="Projekttag",
        room_technique="Beamer",
        teacher_present=True,
        neutrality_note="Beutelsbacher Konsens",
    )
    assert (draft.topic_ids, draft.public_text, draft.security_remarks) == (
        (house["topic"],),
        "Was ist das?",
        "Vorsicht",
    )
    assert [(each.publication_id, each.planned) for each in draft.publications] == [(house["flyer"], 60)]
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.event_id, row.decided_on) == (RequestState.accepted, event_id, date(2027, 4, 28))
    ws.undo()
    assert dump(ws) == before


def test_a_decision_may_leave_everything_open(ws, house):
    event_id = ws.run("Accept", triage.accept, make_request(ws, kind=LECTURE), Decision())
    draft = ws.ask(events.detail, event_id).draft
    assert (draft.state, draft.assignments, draft.offer_id) == (EventState.requested, (), None)


def test_a_decline_keeps_cause_words_and_day_and_the_host_may_withdraw(ws):
    request_id = make_request(ws)
    with pytest.raises(InvalidInputError):
        ws.run("Decline", requests.decline, request_id, " ", DeclineCause.other)
    ws.run("Decline", requests.decline, request_id, "", DeclineCause.capacity)
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.decline_cause, row.decided_on) == (
        RequestState.declined,
        DeclineCause.capacity,
        date(2027, 4, 28),
    )
    ws.run("Reopen", requests.reopen, request_id)
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.decline_cause, row.decided_on) == (RequestState.open, None, None)
    ws.run("Decline", requests.decline, request_id, "", DeclineCause.withdrawn)
    assert ws.ask(requests.detail, request_id).state is RequestState.withdrawn


def test_a_request_waits_and_comes_back(ws):
    request_id = make_request(ws)
    ws.run("Wait", requests.put_on_waiting_list, request_id)
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.waiting_since) == (RequestState.waiting, date(2027, 4, 28))
    assert ws.ask(requests.open_count) == 0
    ws.run("Reopen", requests.reopen, request_id)
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.waiting_since) == (RequestState.open, None)


def test_a_waiting_request_can_be_accepted(ws, house):
    request_id = lecture(ws)
    ws.run("Wait", requests.put_on_waiting_list, request_id)
    ws.run("Accept", triage.accept, request_id, Decision())
    row = ws.ask(requests.detail, request_id)
    assert (row.state, row.waiting_since) == (RequestState.accepted, None)


def test_an_opening_is_told_as_soon_as_somebody_fit_is_free_on_a_wished_day(ws, house):
    waiting, still_open = lecture(ws, wishes=WISHES[:1]), lecture(ws, topic="anderes")
    ws.run("Wait", requests.put_on_waiting_list, waiting)
    busy = make_event(ws, day=DAY, start="09:30", assignments=(AssignmentDraft(house["jana"], AssignmentRole.lead),))
    assert ws.ask(triage.openings) == {}
    ws.run("Delete", events.delete, [busy])
    found = ws.ask(triage.openings)
    assert {key: (opening.day, opening.name) for key, opening in found.items()} == {waiting: (DAY, "Jana Kühne")}
    assert still_open not in found


def test_a_wished_period_opens_on_its_first_free_weekday(ws, house):
    waiting = lecture(ws, wishes=(), earliest=DAY, latest=DAY + timedelta(days=6), weekdays=(0,))
    ws.run("Wait", requests.put_on_waiting_list, waiting)
    assert ws.ask(triage.openings)[waiting].day == DAY + timedelta(days=4)


def test_overdue_requests_are_found_by_their_own_day_or_two_weeks_after_they_came(ws):
    from domain.rows.filters import RequestFilter

    make_request(ws, "alt", received_on=date(2027, 4, 13))
    make_request(ws, "gerade noch", received_on=date(2027, 4, 14))
    make_request(ws, "zugesagt", received_on=date(2027, 4, 27), answer_by=date(2027, 4, 27))
    make_request(ws, "mehr Zeit", received_on=date(2027, 1, 2), answer_by=date(2027, 5, 1))
    late = make_request(ws, "wartet", received_on=date(2027, 1, 2))
    ws.run("Wait", requests.put_on_waiting_list, late)
    found = ws.ask(requests.list_rows, RequestFilter(overdue=True))
    assert sorted(row.draft.requester for row in found) == ["alt", "zugesagt"]
