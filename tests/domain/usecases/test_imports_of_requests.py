"""Requests of other programs come into the workspace, and nothing twice."""

from datetime import date

import pytest

from domain.rows.requests import RequestDraft, Wish
from domain.terms import EventKind, RequestState, Schulform
from domain.usecases import imports, requests
from tests.builders import dump
from tests.domain.exchange.samples import REQUESTS, REQUESTS_OF_EXCEL, SHARED, needs_shared
from tests.domain.usecases.importing import counts, read


def test_a_date_that_does_not_exist_refuses_its_row_only(ws):
    table = "Anfragende Stelle;Art;PLZ;Frühestens\nA;Vortrag;06366;31.02.2027\nB;Vortrag;06366;01.03.2027\n"
    report = read(ws, imports.import_requests, table)
    assert [(row.line, row.field, dict(row.params)) for row in report.refused] == [
        (2, "earliest", {"value": "31.02.2027"})
    ]
    assert [row.draft.requester for row in ws.ask(requests.list_rows)] == ["B"]


def test_both_files_of_requests_mean_the_same(ws):
    assert counts(read(ws, imports.import_requests, REQUESTS)) == {"new": 2}
    before = [row.draft for row in ws.ask(requests.list_rows)]
    report = read(ws, imports.import_requests, REQUESTS_OF_EXCEL.encode("cp1252"))
    assert counts(report) == {"unchanged": 2}
    assert (report.encoding, report.delimiter) == ("cp1252", ";")
    assert [row.draft for row in ws.ask(requests.list_rows)] == before


def test_a_request_comes_whole_and_is_received_today(ws):
    read(ws, imports.import_requests, REQUESTS)
    assert ws.ask(requests.list_rows)[0].draft == RequestDraft(
        requester="Grundschule Radis",
        kind=EventKind.mobile_stop,
        topic="Fahrrad",
        contact_role="Schulleitung",
        phone="034953/1",
        place="Schulhof",
        street="Weg 1",
        postcode="06901",
        town="Kemberg",
        ags="15091160",
        duration_minutes=300,
        earliest=date(2027, 3, 11),
        latest=date(2027, 3, 21),
        weekdays=(0, 1),
        from_minute=450,
        to_minute=810,
        equipment=("Fahrsimulator", "Fahrradparcours"),
        priority=2,
        expected=109,
        received_on=date(2027, 4, 28),
    )


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("VEREIN;Vortrag;6366;BETRUG;10.04.2027;10.04.2027", True),
        ("Verein;Vortrag;06366;Betrug;10.04.2027;11.04.2027", False),
        ("Verein;Vortrag;06366;Betrug;09.04.2027;10.04.2027", False),
        ("Verein;Vortrag;06366;Sucht;10.04.2027;10.04.2027", False),
        ("Verein;Beratung;06366;Betrug;10.04.2027;10.04.2027", False),
        ("Verein;Vortrag;39261;Betrug;10.04.2027;10.04.2027", False),
        ("Ein Verein;Vortrag;06366;Betrug;10.04.2027;10.04.2027", False),
    ],
)
def test_requests_are_the_same_by_six_things(ws, other, same):
    head = "Anfragende Stelle;Art;PLZ;Thema;Frühestens;Spätestens\n"
    read(ws, imports.import_requests, f"{head}Verein;Vortrag;06366;Betrug;10.04.2027;10.04.2027\n")
    read(ws, imports.import_requests, f"{head}{other}\n")
    assert len(ws.ask(requests.list_rows)) == (1 if same else 2)


def test_what_people_did_with_a_request_stays(ws):
    table = "Anfragende Stelle;Art;PLZ;Thema;Telefon\nVerein;Vortrag;06366;Betrug;{phone}\n"
    read(ws, imports.import_requests, table.format(phone=1))
    (row,) = ws.ask(requests.list_rows)
    ws.run("Decline", requests.decline, row.id, "Kein Personal")
    assert counts(read(ws, imports.import_requests, table.format(phone=2))) == {"changed": 1}
    (after,) = ws.ask(requests.list_rows)
    assert (after.state, after.declined_reason, after.draft.phone) == (RequestState.declined, "Kein Personal", "2")


@needs_shared
def test_both_shared_files_of_requests_hold_sixty_equal_ones(ws):
    assert counts(ws.run("Import", imports.import_requests, SHARED / "requests_2027.csv")) == {"new": 60}
    before = dump(ws)
    again = ws.run("Import", imports.import_requests, SHARED / "requests_2027_excel.csv")
    assert counts(again) == {"unchanged": 60}
    ws.undo()
    assert counts(ws.run("Import", imports.import_requests, SHARED / "requests_2027_excel.csv")) == {"new": 60}
    without_ids = [[tuple(row[1:]) for row in content["request"]] for content in (before, dump(ws))]
    assert sorted(map(repr, without_ids[0])) == sorted(map(repr, without_ids[1]))


WISHING = (
    "Anfragende Stelle;Art;PLZ;Ansprechperson;E-Mail;Schulform;Klassenstufe;Zielgruppe;Vorwissen;Lehrkraft anwesend;"
    "Raumtechnik;Anlass;Antwort bis;Wunschtermin 1;Wunschtermin 2;Wunschtermin 3\n"
    "Sekundarschule Köthen;Vortrag;06366;Frau Muster;schule@koethen.example;Sekundarschule;9;Schülerinnen;wenig;ja;"
    "Beamer;Projekttag;12.05.2027;01.06.2027 10:00–11:30;{second};\n"
)


def test_all_fields_of_a_lecture_and_its_wished_dates_come_along(ws):
    assert counts(read(ws, imports.import_requests, WISHING.format(second="02.06.2027"))) == {"new": 1}
    (row,) = ws.ask(requests.list_rows)
    draft = row.draft
    assert (draft.contact_name, draft.email, draft.schulform) == (
        "Frau Muster",
        "schule@koethen.example",
        Schulform.sekundarschule,
    )
    assert (draft.school_grade, draft.listeners, draft.prior_knowledge) == ("9", "Schülerinnen", "wenig")
    assert (draft.teacher_present, draft.room_technique, draft.occasion) == (True, "Beamer", "Projekttag")
    assert draft.answer_by == date(2027, 5, 12)
    assert draft.wishes == (
        Wish(date(2027, 6, 1), date(2027, 6, 1), 600, 690),
        Wish(date(2027, 6, 2), date(2027, 6, 2)),
    )


def test_another_second_wish_changes_the_request_and_undo_takes_it_back(ws):
    read(ws, imports.import_requests, WISHING.format(second="02.06.2027"))
    before = dump(ws)
    assert counts(read(ws, imports.import_requests, WISHING.format(second="02.06.2027"))) == {"unchanged": 1}
    assert counts(read(ws, imports.import_requests, WISHING.format(second="08.06.2027"))) == {"changed": 1}
    (row,) = ws.ask(requests.list_rows)
    assert row.draft.wishes[1].first_day == date(2027, 6, 8)
    assert row.version == 2
    ws.undo()
    assert dump(ws)["request_wish"] == before["request_wish"]


def test_an_unknown_school_type_and_an_unreadable_wish_refuse_the_row(ws):
    table = "requester;kind;postcode;schulform;wish_1\nA;Vortrag;06366;Akademie;\nB;Vortrag;06366;;demnächst\n"
    report = read(ws, imports.import_requests, table)
    assert [(row.line, row.field) for row in report.refused] == [(2, "schulform"), (3, "wish_1")]


def test_what_people_decided_survives_a_second_import(ws):
    read(ws, imports.import_requests, WISHING.format(second=""))
    (row,) = ws.ask(requests.list_rows)
    ws.run("Wait", requests.put_on_waiting_list, row.id)
    read(ws, imports.import_requests, WISHING.format(second="09.06.2027"))
    (row,) = ws.ask(requests.list_rows)
    assert (row.state, row.waiting_since) == (RequestState.waiting, date(2027, 4, 28))
