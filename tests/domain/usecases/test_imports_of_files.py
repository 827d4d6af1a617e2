"""Workbooks, contacts and remembered columns into the workspace, and out and in again."""

import os

import pytest

from domain import outgoing
from domain.errors import InvalidInputError, LandaufError, UsageError
from domain.i18n import language
from domain.rows.filters import PartnerFilter
from domain.rows.imports import Fate, Wish
from domain.rows.partners import ContactDraft
from domain.rules.validation import partner_problems
from domain.terms import Audience, LegalBasis, PartnerCategory, Schulform
from domain.usecases import import_look, imports, partners
from tests.builders import dump, make_partner
from tests.domain.exchange import books
from tests.domain.exchange.books import book
from tests.domain.usecases.importing import counts, read

CARDS = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Stadt Köthen\r\nORG:Stadt Köthen\r\n"
    "ADR:;;Markt 1;Köthen (Anhalt);;06366;\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jana Kühne\r\nORG:Stadt Köthen\r\nTITLE:Leiterin\r\nTEL:03496 5\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jana Kühne\r\nORG:Stadt Köthen\r\nTITLE:Leiterin\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Udo Muster\r\nORG:Verein Süd\r\nROLE:Vorsitz\r\nEND:VCARD\r\n"
)


def people(ws):
    found = {}
    for row in ws.ask(partners.list_rows):
        found[row.name] = [contact.draft for contact in ws.ask(partners.detail, row.id).contacts]
    return found


def test_a_workbook_is_read_like_a_table(ws):
    content = book(["Einrichtung", "Schulform", "PLZ", "Ort"], ["GS Radis", "Grundschule", 6901, "Kemberg"])
    report = read(ws, imports.import_partners, content, wish=Wish("Schulen.xlsx"))
    assert counts(report) == {"new": 1}
    assert report.fates[0].hints == ("The postcode had lost its leading zero; it was put back.",)
    (row,) = ws.ask(partners.list_rows)
    assert (row.postcode, row.category) == ("06901", PartnerCategory.school)
    assert ws.ask(partners.detail, row.id).draft.schulform is Schulform.grundschule
    assert counts(read(ws, imports.import_partners, content)) == {"unchanged": 1}


def test_requests_and_vehicles_come_from_workbooks_too(ws):
    asked = book(["Anfragende Stelle", "Art", "PLZ", "Frühestens"], ["GS Radis", "Vortrag", 6901, "01.03.2027"])
    assert counts(read(ws, imports.import_requests, asked)) == {"new": 1}
    driven = book(["Name", "Standort", "Länge (m)"], ["Präventionsmobil", "Magdeburg", 9.5])
    assert counts(read(ws, imports.import_vehicles, driven)) == {"new": 1}


def test_cards_become_institutions_and_people_with_source_and_legal_basis(ws):
    report = read(ws, imports.import_partners, CARDS, wish=Wish("Kontakte.vcf"))
    assert [(row.line, row.fate) for row in report.fates] == [
        (1, Fate.new),
        (8, Fate.new),
        (15, Fate.duplicate),
        (21, Fate.new),
    ]
    (contact,) = people(ws)["Stadt Köthen"]
    assert (contact.role, contact.source, contact.legal_basis) == ("Leiterin", "Kontakte.vcf", LegalBasis.public_task)
    assert [each.name for each in people(ws)["Verein Süd"]] == ["Udo Muster"]


def test_cards_read_again_change_nothing_and_undo_takes_all_back(ws):
    before = dump(ws)
    read(ws, imports.import_partners, CARDS)
    assert counts(read(ws, imports.import_partners, CARDS)) == {"unchanged": 3, "duplicate": 1}
    ws.undo()
    assert dump(ws) == before


def test_a_card_with_another_number_changes_the_person_only(ws):
    read(ws, imports.import_partners, CARDS)
    report = read(ws, imports.import_partners, CARDS.replace("03496 5", "03496 77"))
    assert counts(report) == {"unchanged": 2, "changed": 1, "duplicate": 1}
    (changed,) = (row for row in report.fates if row.fate is Fate.changed)
    assert changed.changes == (("phone", "03496 5", "03496 77"),)
    assert people(ws)["Stadt Köthen"][0].phone == "03496 77"


def test_a_person_joins_the_institution_that_is_there_already(ws):
    make_partner(ws, "Verein Süd", street="Weg 1", postcode="06366", town="Köthen (Anhalt)", notes="bekannt")
    read(ws, imports.import_partners, CARDS)
    assert [each.name for each in people(ws)["Verein Süd"]] == ["Udo Muster"]
    assert len(people(ws)) == 2


def test_a_person_at_one_of_several_institutions_of_that_name_needs_an_address(ws):
    for street in ("Weg 1", "Weg 2"):
        make_partner(ws, "Verein Süd", street=street, postcode="06366")
    report = read(ws, imports.import_partners, CARDS)
    (refused,) = report.refused
    assert (refused.line, refused.field) == (21, "ORG")
    assert len(people(ws)) == 2


def test_a_preview_of_cards_stores_nothing(ws):
    before = dump(ws)
    report = ws.ask(imports.import_partners, CARDS.encode(), store=False)
    assert counts(report) == {"new": 3, "duplicate": 1}
    assert dump(ws) == before


def test_columns_put_by_hand_are_remembered_within_the_step(ws):
    table = "Stelle;Stadt;Ort\nVerein Süd;Köthen (Anhalt);Süd\n"
    with pytest.raises(InvalidInputError, match="name"):
        read(ws, imports.import_partners, table)
    wish = Wish(columns=(("name", 0), ("town", 1), ("locality", 2)))
    before = dump(ws)
    assert counts(read(ws, imports.import_partners, table, wish=wish)) == {"new": 1}
    assert counts(read(ws, imports.import_partners, table.replace("Süd;K", "Nord;K"))) == {"new": 1}
    look = ws.ask(import_look.look, "partners", table.encode(), Wish())
    assert (look.remembered, look.columns) == (True, (("locality", 2), ("name", 0), ("town", 1)))
    ws.undo()
    ws.undo()
    assert dump(ws) == before


def test_what_is_recognised_anyway_is_not_remembered(ws):
    read(ws, imports.import_partners, "Name;Ort\nA;Burg\n")
    assert not ws.ask(import_look.look, "partners", b"Name;Ort\nB;Burg\n", Wish()).remembered


def test_single_headings_come_on_top_of_what_is_recognised(ws):
    table = "Stelle;Name;Ort\nVerein Süd;falsch;Burg\n"
    read(ws, imports.import_partners, table, wish=Wish(headings=(("stelle", "Bezeichnung"), ("Ort", ""))))
    (row,) = ws.ask(partners.list_rows)
    assert (row.name, row.town) == ("Verein Süd", "")


@pytest.mark.parametrize(
    "wish",
    [
        Wish(headings=(("fehlt", "name"),)),
        Wish(headings=(("Name", "wetter"),)),
        Wish(encoding="klingonisch"),
        Wish(delimiter="ab"),
    ],
)
def test_a_wish_for_what_there_is_not_is_wrong_usage(ws, wish):
    with pytest.raises(UsageError):
        read(ws, imports.import_partners, "Name;Ort\nA;Burg\n", wish=wish)


def test_a_table_read_in_the_encoding_and_with_the_mark_that_were_named(ws):
    table = "Name#Ort\nVerein „Süd“#Köthen\n".replace("„", "'").replace("“", "'").encode("cp850")
    report = read(ws, imports.import_partners, table, wish=Wish(encoding="cp850", delimiter="#"))
    assert (report.encoding, report.delimiter) == ("cp850", "#")
    assert [row.name for row in ws.ask(partners.list_rows)] == ["Verein 'Süd'"]


@pytest.fixture
def filled(ws):
    """A workspace with partners of many sorts and people there."""
    for number, category in enumerate(PartnerCategory):
        record = make_partner(
            ws,
            f'{category} Nr. {number}; "A, B" =1+1',
            category=category,
            schulform=list(Schulform)[number % len(Schulform)] if category is PartnerCategory.school else None,
            street=f"Weg {number} a",
            postcode="06366",
            town="Köthen (Anhalt)",
            phone="+49 3496 1" if number % 2 else "03496/1-2",
            email="amt@stadt.example",
            website="https://stadt.example/a?b=1,2",
            notes="=1+1\nzweite Zeile; mit \\ und ,",
        )
        if number % 3 == 0:
            person = ContactDraft(record, "Leitung", f"Person {number}", "03496/7", notes="nur intern")
            ws.run("Add", partners.add_contact, person)
    return ws


@pytest.mark.parametrize("ending", ["xlsx", "csv", "vcf"])
@pytest.mark.parametrize("audience", [Audience.internal, Audience.public])
def test_what_goes_out_comes_back_unchanged(filled, tmp_path, ending, audience):
    before = dump(filled)
    path = tmp_path / f"partner.{ending}"
    outgoing.export_partners(filled, path, audience, PartnerFilter(), language("de"))
    report = filled.run("Import", imports.import_partners, path)
    assert {row.fate for row in report.fates} == {Fate.unchanged}
    assert dump(filled) == before


def test_contacts_fill_an_empty_workspace_with_the_same_values(filled, tmp_path, clock):
    from tests.builders import open_workspace

    path = tmp_path / "partner.vcf"
    outgoing.export_partners(filled, path, Audience.internal, PartnerFilter(), language("de"))
    (tmp_path / "neu").mkdir()
    with open_workspace(tmp_path / "neu", clock) as other:
        assert set(counts(other.run("Import", imports.import_partners, path))) == {"new"}
        kept = [
            {row.name: other_or.ask(partners.detail, row.id).draft for row in other_or.ask(partners.list_rows)}
            for other_or in (filled, other)
        ]
        assert kept[0] == kept[1]
        assert not [draft for draft in kept[1].values() if partner_problems(draft)]
        assert {name: len(found) for name, found in people(other).items()} == {
            name: len(found) for name, found in people(filled).items()
        }


HOSTILE = {
    "bomb.xlsx": books.BOMB,
    "kein-zip.xlsx": b"PK\x03\x04rubbish" * 50,
    "abgeschnitten.xlsx": books.PLAIN[:1_500],
    "entities.xlsx": books.ENTITIES,
    "aussen.xlsx": books.OUTSIDE,
    "kennwort.xlsx": books.LOCKED,
    "alt.xls": books.OLD,
    "tabelle.ods": books.ODS,
    "seite.xlsx": b"<html><body>Bitte anmelden</body></html>",
    "rubbish.vcf": os.urandom(3_000) + b"\0" * 100,
    "leer.vcf": b"",
    "spalten.xlsx": book([f"c{number}" for number in range(10_000)]),
    "kopf.xlsx": book(["Name", "Ort"]),
    "utf16.csv": b"\xff\xfeN\x00a\x00\x00\xd8x\x00",
    "offen.csv": b'Name\n"Schule A\nSchule B\n',
    "spalten.csv": b";".join(b"c%d" % number for number in range(10_000)) + b"\n",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("what", ["partners", "requests"])
def test_hostile_files_are_one_clear_line_and_change_nothing(ws, tmp_path, name, what):
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    make_partner(ws)
    before, steps = dump(ws), ws.undo_state()
    with pytest.raises(LandaufError) as refusal:
        ws.run("Import", imports.IMPORTS[what], path)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 500
    assert (dump(ws), ws.undo_state()) == (before, steps)


TAKEN = {
    "formel.csv": (b"Name;Ort\n=cmd|'/c calc'!A0;Burg\n", {"new": 1}),
    "doppelte köpfe.csv": (b"Name;Name;Name\nA;B;C\n", {"new": 1}),
    "gemischt.csv": (b"Name;Ort\nA;Burg\nB,Halle\nC\tCalbe\n", {"new": 3}),
    "lang.csv": (b"Name;Ort\n" + b"x" * 200_000 + b";Burg\nB;Halle\n", {"new": 1, "refused": 1}),
    "null.csv": (b"Name;Ort\nA\0B;Burg\nB;Halle\n", {"new": 1, "refused": 1}),
    "ohne zeichen.csv": ("Name;Ort\nGrundschule Süd;Burg\n".encode("utf-16-le"), {"new": 1}),
    "endlos.vcf": (
        b"BEGIN:VCARD\r\nNOTE:x" + b"\r\n x" * 210_000 + b"\r\nEND:VCARD\r\n" + CARDS.encode(),
        {"refused": 1, "new": 3, "duplicate": 1},
    ),
    "ohne ende.vcf": (CARDS.encode() + b"BEGIN:VCARD\r\nFN:A\r\n", {"refused": 1, "new": 3, "duplicate": 1}),
    "verschachtelt.vcf": (b"BEGIN:VCARD\r\n" * 500 + CARDS.encode(), {"refused": 500, "new": 3, "duplicate": 1}),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_broken_in_parts_is_refused_by_line_and_the_rest_is_taken(ws, name):
    content, expected = TAKEN[name]
    assert counts(read(ws, imports.import_partners, content, wish=Wish(name))) == expected


def test_a_formula_stays_text_on_its_way_in(ws):
    read(ws, imports.import_partners, TAKEN["formel.csv"][0])
    assert [row.name for row in ws.ask(partners.list_rows)] == ["=cmd|'/c calc'!A0"]
