"""Answers to parliament from a real file: what counts, what is told, and that a frozen answer stays."""

from dataclasses import asdict, replace
from datetime import date

import pytest

from domain.errors import FileProblemError, InvalidInputError, NotFoundError
from domain.rows.catalogue import OfferDraft
from domain.rows.events import AssignmentDraft, LectureFacts
from domain.rows.parliament import ParliamentQuestion, RequestCounts
from domain.terms import (
    AssignmentRole,
    Audience,
    ChangeKind,
    DeclineCause,
    EventKind,
    EventState,
    PartnerCategory,
    RequestState,
    Schulform,
)
from domain.usecases import catalogue, events, parliament, report_snapshots, requests
from domain.usecases.report_snapshots import FROZEN
from tests.builders import (
    HALLE,
    KOETHEN,
    change_event,
    make_event,
    make_group,
    make_partner,
    make_person,
    make_request,
    make_topic,
    open_workspace,
)

DAY = date(2027, 3, 4)
QUESTION = ParliamentQuestion(date(2027, 1, 1), date(2027, 3, 31), "Drs. 9/1234", "Wie viele?")


def lecture(ws, title="Symbole", **fields):
    usual = {"kind": EventKind.lecture, "state": EventState.held, "day": DAY, "ags": KOETHEN, "actual": 25}
    return make_event(ws, title, **(usual | fields))


def answered(ws, **changes):
    return ws.ask(parliament.answer, replace(QUESTION, **changes))


def frozen(ws, **changes):
    return ws.run(FROZEN, parliament.freeze, replace(QUESTION, **changes))


@pytest.fixture
def ws(tmp_path, clock):
    with open_workspace(tmp_path, clock) as made:
        yield made


def test_an_event_at_a_school_stands_with_the_columns_parliament_asked_for(ws):
    school = make_partner(
        ws, "Sekundarschule Köthen", category=PartnerCategory.school, schulform=Schulform.sekundarschule
    )
    topic = make_topic(ws, "Reichsbürger")
    lecture(
        ws, host_id=school, topic_ids=(topic,), facts=LectureFacts(occasion="Projekttag"), start="09:00", end="10:30"
    )
    (row,) = answered(ws).schools
    assert (row.day, row.participants, row.schulform, row.host, row.minutes, row.title, row.topics, row.occasion) == (
        DAY, 25, Schulform.sekundarschule, "Sekundarschule Köthen", 90, "Symbole", ("Reichsbürger",), "Projekttag",
    )  # fmt: skip
    assert row.place == "Köthen (Anhalt)"
    assert answered(ws).others == ()


def test_only_what_took_place_in_the_period_counts(ws):
    for state in EventState:
        lecture(ws, state.value, state=state, state_reason="Darum", postponed_to=date(2027, 3, 9))
    lecture(ws, "früher", day=date(2026, 12, 31))
    lecture(ws, "später", day=date(2027, 4, 1))
    assert {row.title for row in answered(ws).others} == {"held", "reviewed"}


def test_only_the_chosen_kinds_kreise_and_topics_count(ws):
    topic = make_topic(ws, "Spionage")
    lecture(ws, "Halle", ags=HALLE)
    lecture(ws, "Thema", topic_ids=(topic,))
    lecture(ws, "Streife", kind=EventKind.joint_patrol)
    assert [row.title for row in answered(ws, kreise=("15002",)).others] == ["Halle"]
    assert [row.title for row in answered(ws, topic_ids=(topic,)).others] == ["Thema"]
    assert answered(ws, topic_ids=(topic,)).topics == ("Spionage",)
    assert [row.title for row in answered(ws, kinds=(EventKind.joint_patrol,)).others] == ["Streife"]


def test_an_event_without_a_count_adds_nobody_and_is_told_apart(ws):
    lecture(ws, "gezählt", actual=7)
    lecture(ws, "nicht gezählt", actual=None)
    found = answered(ws)
    assert {row.title: row.participants for row in found.others} == {"gezählt": 7, "nicht gezählt": None}
    assert (found.other_sums.participants, found.other_sums.uncounted) == (7, 1)


def test_a_host_that_must_not_be_named_is_only_counted(ws):
    firm = make_partner(ws, "Geheimwerk GmbH", category=PartnerCategory.company)
    lecture(ws, "Wirtschaftsschutz Geheimwerk", host_id=firm, host_confidential=True)
    lecture(ws, "Nur intern", audience=Audience.internal, actual=9)
    found = answered(ws)
    assert found.schools == found.others == ()
    assert (found.unnamed.events, found.unnamed.participants) == (1, 25)
    assert (found.internal.events, found.internal.participants) == (1, 9)
    assert (found.total.events, found.total.participants) == (2, 34)


def test_no_name_of_a_speaker_private_person_or_silent_partner_is_told(ws):
    speaker = make_person(ws, "Dr. Erika Muster")
    citizen = make_partner(ws, "Frau Heimlich", category=PartnerCategory.citizen)
    silent = make_partner(ws, "Stiller Verein", category=PartnerCategory.club, confirmed=False)
    part = {"assignments": (AssignmentDraft(speaker, AssignmentRole.speaker),), "security_remarks": "Streng geheim"}
    lecture(ws, "Vortrag von Dr. Erika Muster für Frau Heimlich", host_id=citizen, internal_notes="Nie zeigen", **part)
    lecture(ws, "Zweiter", host_id=silent, facts=LectureFacts(occasion="dr. erika  muster wird geehrt"), **part)
    told = str(asdict(answered(ws)))
    for secret in ("Muster", "Heimlich", "Stiller", "geheim", "Nie zeigen"):
        assert secret not in told
    assert [row.host_category for row in answered(ws).others] == [PartnerCategory.citizen, PartnerCategory.club]


def test_guests_offices_are_marked_and_counted(ws):
    for title in ("A", "B"):
        lecture(ws, title, facts=LectureFacts(speaker_office="Verfassungsschutz Sachsen"))
    found = answered(ws)
    assert [(each.name, each.events) for each in found.guests] == [("Verfassungsschutz Sachsen", 2)]
    assert found.total.guests == 2


def test_neutrality_is_told_by_offer(ws):
    offer = ws.run("Offer", catalogue.create, OfferDraft("Symbole", neutrality_note="Streitiges bleibt streitig."))
    lecture(ws, "A", offer_id=offer)
    lecture(ws, "B", offer_id=offer)
    lecture(ws, "C", facts=LectureFacts(neutrality_note="Ohne Werbung."))
    assert [(each.offer, each.text, each.events) for each in answered(ws).statements] == [
        ("Symbole", "Streitiges bleibt streitig.", 2), ("", "Ohne Werbung.", 1),
    ]  # fmt: skip


def decline(ws, request_id, cause):
    from domain.model import Request
    from domain.usecases.records import change, get

    def write(session):
        change(
            session, get(session, Request, request_id), None, {"state": RequestState.declined, "decline_cause": cause}
        )

    ws.run("Decline", write)


def test_declined_requests_are_counted_by_cause_with_capacity_apart(ws):
    day = {"kind": EventKind.lecture, "received_on": date(2027, 2, 1)}
    ids = [make_request(ws, f"Schule {number}", **day) for number in range(5)]
    for request_id, cause in zip(
        ids, (DeclineCause.capacity, DeclineCause.capacity, None, DeclineCause.topic), strict=False
    ):
        decline(ws, request_id, cause)
    make_request(ws, "Zu früh", kind=EventKind.lecture, received_on=date(2026, 2, 1))
    make_request(ws, "Andere Art", kind=EventKind.mobile_stop, received_on=date(2027, 2, 1))
    found = answered(ws).requests
    assert (found.received, found.all_declined, found.for_capacity) == (5, 4, 2)
    assert [(each.cause, each.requests) for each in found.declined] == [
        (DeclineCause.capacity, 2), (DeclineCause.topic, 1), (None, 1),
    ]  # fmt: skip


def test_a_request_without_a_day_of_receipt_counts_on_the_day_it_was_entered(ws):
    make_request(ws, "Heute", kind=EventKind.lecture)
    assert answered(ws).requests.received == 0
    assert answered(ws, last=date(2027, 4, 28)).requests.received == 1


def test_requests_follow_the_topics_by_offer_or_by_word(ws):
    topic = make_topic(ws, "Spionage")
    offer = ws.run("Offer", catalogue.create, OfferDraft("Spionage heute", topic_id=topic))
    day = {"kind": EventKind.lecture, "received_on": date(2027, 2, 1)}
    make_request(ws, "A", offer_id=offer, **day)
    make_request(ws, "B", topic="Spionage", **day)
    make_request(ws, "C", topic="Verkehr", **day)
    assert answered(ws, topic_ids=(topic,)).requests == RequestCounts(2)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"first": date(2027, 4, 1)}, "last"),
        ({"kinds": ()}, "kinds"),
        ({"first": date(1, 1, 1)}, "first"),
        ({"reference": "x" * 301}, "reference"),
        ({"text": "x" * 10_001}, "text"),
    ],
)
def test_an_impossible_question_is_refused(ws, changes, field):
    with pytest.raises(InvalidInputError) as refused:
        answered(ws, **changes)
    assert refused.value.field == field


def test_a_frozen_answer_stays_when_its_events_change_or_go(ws):
    kept = lecture(ws, "bleibt")
    gone = lecture(ws, "geht")
    snapshot = frozen(ws)
    then = ws.ask(parliament.opened, snapshot)
    change_event(ws, kept, actual=99)
    ws.run("Delete", events.delete, [gone])
    lecture(ws, "neu")
    assert ws.ask(parliament.opened, snapshot) == then
    assert then.content.answer.total.participants == 50
    assert then.author == "Kühne"


def test_compare_lists_lines_and_figures_that_are_different_today(ws):
    kept, gone = lecture(ws, "bleibt"), lecture(ws, "geht")
    snapshot = frozen(ws)
    assert not ws.ask(parliament.compare, snapshot)
    change_event(ws, kept, actual=99)
    ws.run("Delete", events.delete, [gone])
    lecture(ws, "neu", day=date(2027, 3, 20))
    found = ws.ask(parliament.compare, snapshot)
    assert {(change.change, (change.then or change.now).title) for change in found.rows} == {
        (ChangeKind.changed, "bleibt"), (ChangeKind.cancelled, "geht"), (ChangeKind.added, "neu"),
    }  # fmt: skip
    assert next(change for change in found.rows if change.change is ChangeKind.changed).fields == ("participants",)
    assert ("Participants in all", 50, 124) in {(each.msgid, each.then, each.now) for each in found.figures}
    assert "Events in all" not in {each.msgid for each in found.figures}


def test_compare_says_when_an_event_moved_from_one_table_to_the_other(ws):
    event = lecture(ws, "wandert")
    snapshot = frozen(ws)
    change_event(ws, event, facts=LectureFacts(schulform=Schulform.gymnasium))
    (change,) = ws.ask(parliament.compare, snapshot).rows
    assert change.fields == ("schulform", "part")


def test_compare_goes_on_when_the_topic_that_was_asked_for_is_gone(ws):
    from domain.usecases import vocabulary

    topic = make_topic(ws, "Spionage")
    lecture(ws, "A", topic_ids=(topic,))
    snapshot = frozen(ws, topic_ids=(topic,))
    ws.run("Forget", vocabulary.delete_topics, [topic])
    assert [change.change for change in ws.ask(parliament.compare, snapshot).rows] == [ChangeKind.cancelled]
    with pytest.raises(NotFoundError):
        answered(ws, topic_ids=(topic,))


def test_freezing_is_no_step_that_anybody_could_undo(ws):
    lecture(ws)
    before = ws.undo_state().undo
    frozen(ws)
    assert ws.undo_state().undo == before
    ws.undo()
    assert len(ws.ask(report_snapshots.list_rows)) == 1


def test_frozen_answers_are_listed_the_newest_first_under_their_reference(ws):
    frozen(ws, reference="Erste")
    frozen(ws, reference=" ")
    assert [row.title for row in ws.ask(report_snapshots.list_rows)] == ["Kleine Anfrage", "Erste"]


def test_a_tampered_snapshot_is_refused(ws):
    snapshot = frozen(ws)

    def tamper(session):
        from domain.model import ReportSnapshot

        found = session.get(ReportSnapshot, snapshot)
        found.content = found.content.replace("9/1234", "9/9999")

    ws.run("Tamper", tamper)
    with pytest.raises(FileProblemError, match="damaged"):
        ws.ask(parliament.opened, snapshot)


def test_a_snapshot_that_is_not_there_is_said_so(ws):
    with pytest.raises(NotFoundError):
        ws.ask(parliament.opened, make_group(ws))


def test_request_of_a_frozen_answer_is_not_counted_again_after_it_is_deleted(ws):
    request = make_request(ws, "Schule", kind=EventKind.lecture, received_on=DAY)
    snapshot = frozen(ws)
    ws.run("Delete", requests.delete, [request])
    found = ws.ask(parliament.compare, snapshot)
    assert [(each.msgid, each.then, each.now) for each in found.figures] == [("Requests received", 1, 0)]
