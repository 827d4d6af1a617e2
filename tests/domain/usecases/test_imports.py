"""Tables of other programs come into the workspace row by row, and nothing twice."""

from dataclasses import replace

from domain.rows.imports import Fate
from domain.terms import PartnerCategory, Schulform
from domain.usecases import fleet, import_matching, imports, partners, requests
from tests.builders import dump, make_partner, make_vehicle
from tests.domain.exchange.samples import REQUESTS, SCHOOLS, SHARED, VEHICLES, needs_shared
from tests.domain.usecases.importing import counts, read


def partner_named(ws, name):
    return next(ws.ask(partners.detail, row.id).draft for row in ws.ask(partners.list_rows) if row.name == name)


def test_partners_come_with_type_and_gemeinde(ws):
    report = read(ws, imports.import_partners, SCHOOLS)
    assert counts(report) == {"new": 3}
    found = partner_named(ws, "Grundschule Radis")
    assert (found.category, found.schulform, found.ags) == (
        PartnerCategory.school,
        Schulform.grundschule,
        "15091160",
    )
    assert (found.postcode, found.phone, found.website) == ("06901", "nicht angegeben", "http://www.gs-radis.example")


def test_the_same_file_again_changes_nothing(ws):
    read(ws, imports.import_partners, SCHOOLS)
    before, step = dump(ws), ws.undo_state().undo
    assert counts(read(ws, imports.import_partners, SCHOOLS)) == {"unchanged": 3}
    assert (dump(ws), ws.undo_state().undo) == (before, step)


def test_one_undo_takes_the_whole_file_back(ws):
    make_partner(ws)
    before = dump(ws)
    read(ws, imports.import_partners, SCHOOLS)
    ws.undo()
    assert dump(ws) == before
    ws.redo()
    assert len(ws.ask(partners.list_rows)) == 4


def test_a_dry_run_tells_the_fates_and_stores_nothing(ws):
    before, steps = dump(ws), ws.undo_state().undo
    for use_case, table in (
        (imports.import_partners, SCHOOLS),
        (imports.import_requests, REQUESTS),
        (imports.import_vehicles, VEHICLES),
    ):
        dry = ws.ask(use_case, table.encode(), store=False)
        assert (dump(ws), ws.undo_state().undo) == (before, steps)
        assert counts(dry).keys() == {"new"}
        real = read(ws, use_case, table)
        assert real == dry
        ws.undo()


def test_a_row_that_comes_twice_is_stored_once(ws):
    table = "Name;PLZ;Straße\nSchule am Ring;06366;Ring 5 a\nSCHULE AM RING;6366;Ring 5a\nSchule am Ring;06366;Ring 6\n"
    report = read(ws, imports.import_partners, table)
    assert [row.fate for row in report.fates] == [Fate.new, Fate.duplicate, Fate.new]
    assert len(ws.ask(partners.list_rows)) == 2


def test_a_partner_typed_by_hand_is_recognised(ws):
    make_partner(ws, "Grundschule Radis", street="Schulstraße 2", postcode="06901", town="Kemberg")
    assert counts(read(ws, imports.import_partners, SCHOOLS)) == {"new": 2, "changed": 1}


def test_two_schools_of_one_name_are_two_partners(ws):
    table = "Name;PLZ\nGrundschule Am Park;06366\nGrundschule Am Park;39261\n"
    assert counts(read(ws, imports.import_partners, table)) == {"new": 2}


def test_changed_rows_are_written_and_counted(ws):
    read(ws, imports.import_partners, "Name;Telefon;Typ\nSchule A;1;Gymnasium\nSchule B;2;Gymnasium\n")
    report = read(ws, imports.import_partners, "Name;Telefon;Typ\nSchule A;1;Gymnasium\nSchule B;3;Verein\n")
    assert counts(report) == {"unchanged": 1, "changed": 1}
    found = partner_named(ws, "Schule B")
    assert (found.phone, found.category, found.schulform) == ("3", PartnerCategory.club, None)
    (row,) = [row for row in ws.ask(partners.list_rows) if row.name == "Schule B"]
    assert row.version == 2
    newest = ws.history("partner", row.id)[0]
    assert {change.column for change in newest.changes} == {"phone", "category", "schulform"}


def test_an_empty_cell_never_erases_what_is_known(ws):
    make_partner(
        ws,
        "Schule A",
        category=PartnerCategory.school,
        phone="1",
        notes="Wichtig",
        town="Köthen",
        website="https://a.example",
    )
    before = partner_named(ws, "Schule A")
    report = read(ws, imports.import_partners, "Name;Telefon;Typ;Ort;Web;Bemerkung\nSchule A;;;;;\n")
    assert counts(report) == {"unchanged": 1}
    assert partner_named(ws, "Schule A") == before


def test_a_column_that_is_missing_never_changes_anything(ws):
    make_partner(ws, "Schule A", category=PartnerCategory.school, phone="1")
    make_vehicle(ws, "Bus", max_duty_minutes=480, seats=5)
    read(ws, imports.import_requests, "Name;Art;PLZ;Priorität;Presse\nVerein;Vortrag;06366;1;ja\n")
    before = dump(ws)
    assert counts(read(ws, imports.import_partners, "Name\nSchule A\n")) == {"unchanged": 1}
    assert counts(read(ws, imports.import_vehicles, "Name\nBus\n")) == {"unchanged": 1}
    assert counts(read(ws, imports.import_requests, "Name;Art;PLZ\nVerein;Vortrag;06366\n")) == {"unchanged": 1}
    assert dump(ws) == before


def test_a_usual_value_that_is_written_down_counts(ws):
    make_vehicle(ws, "Bus", max_duty_minutes=480)
    read(ws, imports.import_requests, "Name;Art;PLZ;Priorität;Presse\nVerein;Vortrag;06366;1;ja\n")
    assert counts(read(ws, imports.import_vehicles, "Name;Dienstzeit\nBus;600\n")) == {"changed": 1}
    table = "Name;Art;PLZ;Priorität;Presse\nVerein;Vortrag;06366;2;nein\n"
    assert counts(read(ws, imports.import_requests, table)) == {"changed": 1}
    assert ws.ask(fleet.list_rows)[0].draft.max_duty_minutes == 600
    draft = ws.ask(requests.list_rows)[0].draft
    assert (draft.priority, draft.press_expected) == (2, False)


def test_refused_rows_keep_the_rest(ws):
    table = "Name;E-Mail;PLZ\nSchule A;;06366\n;;06366\nSchule C;;123456\nSchule D;;39261\n"
    report = read(ws, imports.import_partners, table)
    assert counts(report) == {"new": 2, "refused": 2}
    assert [(row.line, row.field) for row in report.refused] == [(3, "name"), (4, "postcode")]
    assert len(ws.ask(partners.list_rows)) == 2


def test_a_file_whose_rows_are_all_refused_leaves_no_step(ws):
    report = read(ws, imports.import_partners, "Name;PLZ\nA;1\nB;2\n")
    assert counts(report) == {"refused": 2}
    assert ws.undo_state().undo is None


def test_a_partner_edited_after_the_import_is_still_the_same(ws):
    read(ws, imports.import_partners, SCHOOLS)
    row = next(row for row in ws.ask(partners.list_rows) if row.name == "Grundschule Radis")
    draft = ws.ask(partners.detail, row.id).draft
    ws.run("Change", partners.change, row.id, replace(draft, notes="Neue Leitung", confirmed=False))
    assert counts(read(ws, imports.import_partners, SCHOOLS)) == {"unchanged": 3}


def test_progress_is_told_in_between(ws, monkeypatch):
    monkeypatch.setattr(import_matching, "CHUNK", 10)
    heard = []
    table = "Name\n" + "".join(f"Verein {number}\n" for number in range(25))
    read(ws, imports.import_partners, table, told=heard.append)
    assert heard == [10, 20, 25]


def test_rows_match_across_the_pieces_in_which_they_are_stored(ws, monkeypatch):
    monkeypatch.setattr(import_matching, "CHUNK", 3)
    table = "Name;Telefon\n" + "".join(f"Verein {number % 7};{number % 7}\n" for number in range(10))
    assert counts(read(ws, imports.import_partners, table)) == {"new": 7, "duplicate": 3}
    changed = table.replace(";5", ";55")
    assert counts(read(ws, imports.import_partners, changed)) == {"unchanged": 6, "changed": 1, "duplicate": 3}


def test_what_is_imported_is_found_by_search(ws):
    read(ws, imports.import_partners, SCHOOLS)
    assert [hit.title for hit in ws.search("zerbst anger")] == ['Sekundarschule "Am Anger" Zerbst']
    ws.undo()
    assert ws.search("zerbst anger") == ()


def test_formulas_are_only_text(ws):
    read(ws, imports.import_partners, 'Name;Bemerkung\n"=HYPERLINK(""http://x"")";@SUM(A1)\n')
    assert partner_named(ws, '=HYPERLINK("http://x")').notes == "@SUM(A1)"


def test_utf_16_is_read(ws):
    assert counts(read(ws, imports.import_partners, SCHOOLS.encode("utf-16"))) == {"new": 3}


@needs_shared
def test_the_schools_of_the_state_come_whole(ws):
    report = ws.run("Import", imports.import_partners, SHARED / "schools_st_2016.csv")
    assert counts(report) == {"new": 900, "duplicate": 1}
    assert all(row.ags and row.kreis_ags for row in ws.ask(partners.list_rows))
    again = ws.run("Import", imports.import_partners, SHARED / "schools_st_2016.csv")
    assert counts(again) == {"unchanged": 900, "duplicate": 1}
    ws.undo()
    assert ws.ask(partners.list_rows) == []
