"""A file whose partners are known with less: it completes them and makes no second ones."""

import pytest

from domain.rows.imports import Fate
from domain.terms import OfficeKind, PartnerCategory
from domain.usecases import imports, partners, stock
from tests.builders import dump, make_partner
from tests.domain.usecases.importing import counts, read

OFFICE = "Stadt Köthen (Anhalt), Ordnungsamt"
TABLE = f"Name;Art;Straße;PLZ;Ort;Telefon\n{OFFICE};Ordnungsamt;Wallstraße 1;06366;Köthen (Anhalt);03496 000-2\n"


def rows_named(ws, name):
    return [row for row in ws.ask(partners.list_rows) if row.name == name]


def test_an_office_of_the_starting_stock_gets_its_street_and_telephone(ws):
    ws.run("Stock", stock.take_stock)
    dry = ws.ask(imports.import_partners, TABLE.encode(), store=False)
    report = read(ws, imports.import_partners, TABLE)
    assert (counts(report), report) == ({"changed": 1}, dry)
    (row,) = rows_named(ws, OFFICE)
    draft = ws.ask(partners.detail, row.id).draft
    assert (draft.street, draft.phone, draft.areas) == ("Wallstraße 1", "03496 000-2", ("15082180",))
    assert counts(read(ws, imports.import_partners, TABLE)) == {"unchanged": 1}
    ws.run("Stock", stock.take_stock)
    assert [each.id for each in rows_named(ws, OFFICE)] == [row.id]


def test_undo_takes_what_a_file_brought_to_the_starting_stock_back(ws):
    ws.run("Stock", stock.take_stock)
    before = dump(ws)
    read(ws, imports.import_partners, TABLE)
    ws.undo()
    assert dump(ws) == before


def test_only_one_row_takes_a_partner_that_is_known_by_less(ws):
    make_partner(ws, "Grundschule", postcode="06366", town="Köthen (Anhalt)")
    table = "Name;Straße;PLZ\nGrundschule;Ring 1;06366\nGrundschule;Ring 2;06366\n"
    report = read(ws, imports.import_partners, table)
    assert [row.fate for row in report.fates] == [Fate.changed, Fate.new]
    assert sorted(row.street for row in rows_named(ws, "Grundschule")) == ["Ring 1", "Ring 2"]


@pytest.mark.parametrize("postcode", ["", "39261"])
def test_without_the_same_postcode_it_is_another_partner(ws, postcode):
    make_partner(ws, "Grundschule", postcode=postcode)
    assert counts(read(ws, imports.import_partners, "Name;Straße;PLZ\nGrundschule;Ring 1;06366\n")) == {"new": 1}


@pytest.mark.parametrize("in_one_piece", [True, False])
def test_a_file_that_names_both_keeps_both(ws, monkeypatch, in_one_piece):
    if not in_one_piece:
        monkeypatch.setattr("domain.usecases.import_matching.CHUNK", 1)
    make_partner(ws, "Grundschule", postcode="06366")
    report = read(ws, imports.import_partners, "Name;Straße;PLZ\nGrundschule;;06366\nGrundschule;Ring 1;06366\n")
    assert [row.fate for row in report.fates] == [Fate.unchanged, Fate.new]


def test_offices_come_with_their_kind(ws):
    read(ws, imports.import_partners, "Name;Art;PLZ\nLandkreis Stendal, Bauamt;Bauamt;39576\n")
    (row,) = rows_named(ws, "Landkreis Stendal, Bauamt")
    assert (row.category, row.office_kind) == (PartnerCategory.other_office, OfficeKind.bauamt)
