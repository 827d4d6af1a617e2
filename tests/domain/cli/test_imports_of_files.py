"""landauf import of workbooks and contacts, columns named on the command line, and contacts going out."""

import os

import pytest

from tests.domain.exchange import books
from tests.domain.exchange.books import book
from tests.domain.usecases.test_imports_of_files import CARDS

NAMED = "Stelle;Stadt\nVerein Süd;Köthen (Anhalt)\n"


@pytest.fixture
def file_of(tmp_path):
    """Writes a file into the test's folder; gives its path."""

    def write(content, name):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def names(made):
    return {row["name"] for row in made("list", "partners", "--json").json}


def test_a_workbook_and_a_file_of_contacts_are_partners(made, file_of):
    schools = file_of(
        book(["Einrichtung", "PLZ", "Ort"], ["GS Radis", 6901, "Kemberg"], title="A", more=["B"]), "schulen.xlsx"
    )
    answer = made("import", "partners", schools, "--json")
    assert (answer.json["rows"], answer.json["new"]) == (1, 1)
    assert answer.json["hints"] == [
        {"line": 2, "name": "GS Radis", "hint": "Der Postleitzahl fehlte die führende Null; sie wurde ergänzt."}
    ]
    contacts = made("import", "partners", file_of(CARDS, "kontakte.vcf"), "--json").json
    assert (contacts["new"], contacts["duplicate"], contacts["rows"]) == (3, 1, 4)
    assert names(made) == {"GS Radis", "Stadt Köthen", "Verein Süd"}
    missing = made("import", "partners", schools, "--sheet", "C")
    assert (missing.code, "A, B" in missing.err) == (2, True)


def test_a_column_named_once_is_remembered(made, file_of):
    path = file_of(NAMED, "liste.csv")
    assert made("import", "partners", path).code == 1
    assert made("import", "partners", path, "--map", "Stelle=name", "--map", "Stadt=", "--json").json["new"] == 1
    assert made("list", "partners", "--json").json[0]["town"] == ""
    again = made("import", "partners", file_of(NAMED.replace("Süd", "Nord"), "naechste.csv"), "--json")
    assert again.json["new"] == 1
    assert names(made) == {"Verein Süd", "Verein Nord"}


def test_a_dry_run_remembers_nothing(made, file_of):
    path = file_of(NAMED, "liste.csv")
    assert made("import", "partners", path, "--map", "Stelle=name", "--dry-run").code == 0
    assert made("import", "partners", path).code == 1


@pytest.mark.parametrize("pair", ["Stelle", "=name", "Fehlt=name", "Stelle=wetter"])
def test_a_column_that_cannot_be_named_so_is_wrong_usage(made, file_of, pair):
    answer = made("import", "partners", file_of(NAMED, "liste.csv"), "--map", pair)
    assert (answer.code, answer.err.count("\n")) == (2, 1)


def test_encoding_and_delimiter_can_be_named(made, file_of):
    path = file_of("Name#Ort\nSüd#Köthen\n".encode("cp850"), "dos.csv")
    assert made("import", "partners", path, "--encoding", "cp850", "--delimiter", "#").code == 0
    assert names(made) == {"Süd"}


HOSTILE = {
    "bombe.xlsx": (books.BOMB, "200 MB"),
    "kaputt.xlsx": (b"PK\x03\x04rubbish" * 50, "beschädigt"),
    "entities.xlsx": (books.ENTITIES, "Deklarationen"),
    "kennwort.xlsx": (books.LOCKED, "Kennwort"),
    "alt.xls": (books.OLD, "XLS"),
    "tabelle.ods": (books.ODS, "ODS"),
    "seite.xlsx": (b"<html><body>Bitte anmelden</body></html>", "Arbeitsmappe"),
    "muell.vcf": (b"\x00\x01\x02" * 2_000, "vCard"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_one_clear_line(made, file_of, name):
    content, word = HOSTILE[name]
    answer = made("import", "partners", file_of(content, name), "--json")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert name in answer.err
    assert word in answer.err
    assert made("list", "partners", "--json").json == []


def test_what_is_no_file_is_one_clear_line(made, tmp_path):
    (tmp_path / "schleife.xlsx").symlink_to(tmp_path / "schleife.xlsx")
    os.mkfifo(tmp_path / "rohr.vcf")
    for path in (tmp_path / "schleife.xlsx", tmp_path / "rohr.vcf", tmp_path / "fehlt.vcf", tmp_path):
        answer = made("import", "partners", path)
        assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_partners_go_out_as_contacts_and_come_back(made, file_of, tmp_path):
    made("import", "partners", file_of(CARDS, "kontakte.vcf"))
    out = tmp_path / "partner.vcf"
    assert made("export", "partners", out).code == 0
    assert "Jana" not in out.read_text(encoding="utf-8")
    assert made("export", "partners", out, "--audience", "internal").code == 0
    assert "FN:Jana Kühne" in out.read_text(encoding="utf-8")
    again = made("import", "partners", out, "--json").json
    assert (again["unchanged"], again["rows"]) == (4, 4)


def test_another_ending_is_wrong_usage(made, tmp_path):
    answer = made("export", "partners", tmp_path / "partner.doc")
    assert answer.code == 2
    assert ".vcf" in answer.err
