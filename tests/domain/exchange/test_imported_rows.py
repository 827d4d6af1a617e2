"""Rows of tables as partners, requests and vehicles."""

from datetime import date, time

import pytest

from domain.errors import InvalidInputError
from domain.exchange.partner_rows import read_partners
from domain.exchange.request_rows import read_requests
from domain.exchange.row_reader import INTO_NOTES, TOWN_UNKNOWN, TYPE_UNKNOWN
from domain.exchange.tabular import read_table
from domain.exchange.vehicle_rows import read_vehicles
from domain.terms import EventKind, PartnerCategory, Schulform
from tests.domain.exchange.samples import (
    REQUESTS,
    REQUESTS_OF_EXCEL,
    SCHOOLS,
    SHARED,
    VEHICLES,
    needs_shared,
)


def partners(text):
    return list(read_partners(read_table(text.encode())))


def requests(text, encoding="utf-8"):
    return list(read_requests(read_table(text.encode(encoding))))


def request_with(**cells):
    row = {"requester": "Schule", "kind": "lecture", "town": "Burg", **cells}
    (reading,) = requests(";".join(row) + "\n" + ";".join(row.values()) + "\n")
    return reading


def test_partner_is_read_with_category_schulform_and_gemeinde():
    first, _, _ = partners(SCHOOLS)
    assert (first.line, first.name) == (2, 'Sekundarschule "Am Anger" Zerbst')
    assert first.draft is not None
    assert (first.draft.category, first.draft.schulform) == (PartnerCategory.school, Schulform.sekundarschule)
    assert (first.draft.ags, first.draft.source_id) == ("15082430", "X-1")


def test_partner_keeps_phone_as_typed_gets_its_zero_back_and_names_its_ortsteil():
    _, second, _ = partners(SCHOOLS)
    assert second.draft is not None
    assert second.draft.phone == "nicht angegeben"
    assert (second.draft.postcode, second.draft.town, second.draft.ags) == ("06901", "Kemberg OT Radis", "15091160")
    assert second.draft.website == "http://www.gs-radis.example"


def test_unknown_type_and_town_are_hints_and_not_refused():
    *_, third = partners(SCHOOLS)
    assert third.draft is not None
    assert (third.draft.category, third.draft.ags) == (PartnerCategory.other, None)
    assert third.hints == (TYPE_UNKNOWN, TOWN_UNKNOWN)


def test_address_that_is_none_moves_into_the_notes():
    (reading,) = partners("name;email;website;notes\nA;siehe Sekretariat;k. A.;alt\n")
    assert reading.draft is not None
    assert (reading.draft.email, reading.draft.website) == ("", "")
    assert reading.draft.notes == "alt\nsiehe Sekretariat"
    assert reading.hints == (INTO_NOTES,)


def test_partner_without_name_is_refused_by_field():
    (reading,) = partners("name;town\n ;Burg\n")
    assert reading.draft is None
    assert [problem.field for problem in reading.problems] == ["name"]


def test_text_beyond_the_limit_is_refused_by_field():
    (reading,) = partners("name;street\nA;" + "x" * 500 + "\n")
    assert [problem.field for problem in reading.problems] == ["street"]


def test_broken_row_is_refused_with_its_own_reason_only():
    broken, fine = partners("name;town\nA\x00;Burg\nB;Burg\n")
    assert len(broken.problems) == 1
    assert fine.draft is not None


def test_formulas_are_taken_as_text():
    (reading,) = partners('name;notes\n"=HYPERLINK(""http://x"")";@SUM(1)\n')
    assert reading.draft is not None
    assert (reading.name, reading.draft.notes) == ('=HYPERLINK("http://x")', "@SUM(1)")


def test_partners_without_a_column_for_the_name_are_refused():
    with pytest.raises(InvalidInputError, match="name"):
        partners("Straße;Ort\nWeg 1;Burg\n")


def test_request_is_read_with_all_it_says():
    first, second = requests(REQUESTS)
    assert (first.draft, second.draft) != (None, None)
    assert first.draft is not None
    assert (first.draft.kind, first.draft.ags) == (EventKind.mobile_stop, "15091160")
    assert (first.draft.earliest, first.draft.latest) == (date(2027, 3, 11), date(2027, 3, 21))
    assert (first.draft.weekdays, first.draft.from_minute, first.draft.to_minute) == ((0, 1), 450, 810)
    assert first.draft.equipment == ("Fahrsimulator", "Fahrradparcours")
    assert (first.draft.duration_minutes, first.draft.expected, first.draft.priority) == (300, 109, 2)


def test_clean_file_and_the_spreadsheets_file_say_the_same():
    assert requests(REQUESTS) == requests(REQUESTS_OF_EXCEL, "cp1252")


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"requester": ""}, "requester"),
        ({"kind": ""}, "kind"),
        ({"kind": "Konzert"}, "kind"),
        ({"town": ""}, "town"),
        ({"earliest": "31.02.2027"}, "earliest"),
        ({"latest": "31.02.2027"}, "latest"),
        ({"earliest": "11.03.2027", "latest": "10.03.2027"}, "latest"),
        ({"from": "13:00", "to": "12:00"}, "to_minute"),
        ({"from": "25:00"}, "from"),
        ({"duration_minutes": "lange"}, "duration_minutes"),
        ({"weekdays": "nie"}, "weekdays"),
        ({"priority": "9"}, "priority"),
        ({"expected": "-3"}, "expected"),
        ({"closed": "vielleicht"}, "closed"),
    ],
)
def test_request_that_cannot_be_taken_is_refused_by_field(cells, field):
    reading = request_with(**cells)
    assert reading.draft is None
    assert [problem.field for problem in reading.problems] == [field]


def test_every_fault_of_a_row_is_reported():
    reading = request_with(earliest="31.02.2027", kind="Konzert", priority="9")
    assert {problem.field for problem in reading.problems} == {"kind", "earliest", "priority"}


def test_postcode_alone_is_place_enough():
    reading = request_with(town="", postcode="6366")
    assert reading.draft is not None
    assert reading.draft.postcode == "06366"


def test_request_of_an_unknown_town_is_taken_with_a_hint():
    reading = request_with(town="Nirgendwo")
    assert reading.draft is not None
    assert reading.hints == (TOWN_UNKNOWN,)


def test_vehicle_is_read_with_its_equipment():
    (reading,) = read_vehicles(read_table(VEHICLES.encode("cp1252")))
    assert reading.draft is not None
    draft = reading.draft.draft
    assert (draft.depot_ags, draft.available_from, draft.available_to) == ("15003000", time(6, 30), time(19))
    assert (draft.length_m, draft.weight_kg, draft.seats, draft.power) == (9.0, 7490, 3, "CEE 16 A")
    assert reading.draft.equipment == ("Fahrsimulator", "Tür- und Fenstermodelle")


@pytest.mark.parametrize(("hours", "field"), [("19:00;06:30", "available_to"), ("spät;19:00", "available_from")])
def test_vehicle_with_impossible_hours_is_refused(hours, field):
    (reading,) = read_vehicles(read_table(f"name;available_from;available_to\nBus;{hours}\n".encode()))
    assert [problem.field for problem in reading.problems] == [field]


@needs_shared
def test_all_real_schools_are_taken_in_their_gemeinde():
    table = read_table(SHARED / "schools_st_2016.csv")
    expected = [record.cells[table.header.index("municipality_ags")] for record in table.records()]
    readings = list(read_partners(table))
    assert len(readings) == 901
    assert [reading.draft and reading.draft.ags for reading in readings] == expected


@needs_shared
def test_both_request_files_give_sixty_equal_requests():
    clean, of_excel = (
        list(read_requests(read_table(SHARED / name))) for name in ("requests_2027.csv", "requests_2027_excel.csv")
    )
    assert clean == of_excel
    assert len(clean) == 60
    assert all(reading.draft and reading.draft.ags and not reading.hints for reading in clean)


@needs_shared
def test_the_vehicles_and_administrations_are_taken():
    assert [reading.name for reading in read_vehicles(read_table(SHARED / "vehicles.csv"))] == [
        "Präventionsmobil",
        "Kleinbus Prävention",
    ]
    bodies = list(read_partners(read_table(SHARED / "administrations.csv")))
    assert len(bodies) == 133
    assert all(body.draft and body.draft.ags and not body.hints for body in bodies)
