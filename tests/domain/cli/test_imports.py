"""landauf import: the report, the exit code, and what stays as it was."""

import pytest

from tests.domain.exchange.samples import REQUESTS, REQUESTS_OF_EXCEL, SCHOOLS, SHARED, VEHICLES, needs_shared

EVENTS = (
    "Datum;Uhrzeit;Titel;Art;Ort\n"
    "14.05.2027;18–20 Uhr;Sicher im Netz;Vortrag;Köthen\n"
    "3.–4.7.2027;;Fest;Infostand;Stendal\n"
)
TABLES = {"partners": (SCHOOLS, 3), "requests": (REQUESTS, 2), "vehicles": (VEHICLES, 1), "events": (EVENTS, 2)}


@pytest.fixture
def file_of(tmp_path):
    """Writes a table into the test's folder; gives its path."""

    def write(content, name="tabelle.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize("what", TABLES)
def test_the_report_counts_every_row(made, file_of, what):
    content, rows = TABLES[what]
    path = file_of(content)
    answer = made("import", what, path, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json | {"hints": []} == {
        "rows": rows,
        "new": rows,
        "changed": 0,
        "unchanged": 0,
        "duplicate": 0,
        "refused": [],
        "hints": [],
    }
    again = made("import", what, path, "--json").json
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, rows)


def test_a_refused_row_is_named_and_the_rest_is_taken(made, file_of):
    path = file_of("Anfragende Stelle;Art;PLZ;Frühestens\nA;Vortrag;06366;31.02.2027\nB;Vortrag;06366;01.03.2027\n")
    answer = made("import", "requests", path, "--json")
    assert answer.code == 0
    assert (answer.json["new"], answer.json["rows"]) == (1, 2)
    assert answer.json["refused"] == [
        {"line": 2, "field": "earliest", "reason": "Den Tag „31.02.2027“ gibt es nicht."},
    ]
    assert "Zeile 2, earliest: " in made("import", "requests", path).out


def test_a_file_of_which_nothing_can_be_taken_is_refused(made, file_of):
    answer = made("import", "partners", file_of("Name;PLZ\nA;1\nB;2\n"), "--json")
    assert answer.code == 1
    assert len(answer.json["refused"]) == 2
    assert answer.err.count("\n") == 1
    assert "tabelle.csv" in answer.err


def test_a_hint_names_its_row(made, file_of):
    answer = made("import", "partners", file_of(SCHOOLS), "--json")
    assert {hint["line"] for hint in answer.json["hints"]} == {3, 4}
    assert {hint["name"] for hint in answer.json["hints"] if hint["line"] == 4} == {"Heimatverein Nirgendwo"}


def test_a_dry_run_stores_nothing(made, file_of):
    path = file_of(SCHOOLS)
    dry = made("import", "partners", path, "--dry-run", "--json")
    assert (dry.code, made("list", "partners", "--json").json) == (0, [])
    assert made("import", "partners", path, "--json").json == dry.json


def test_the_report_can_be_read_by_people(made, file_of):
    answer = made("import", "partners", file_of(SCHOOLS + SCHOOLS.splitlines()[1] + "\r\n"))
    assert answer.out == "4 Zeilen: 3 neu, 0 geändert, 0 unverändert, 1 doppelt in der Datei, 0 abgelehnt\n"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "leer"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PLZ;Ort\n06366;K\xf6then\n", "Name"),
        (b"Name;" * 5_000 + b"\nA;\n", "5001"),
        (b'Name\n"Schule A\n', "Anführungszeichen"),
        (b"\x00\x01\x02\x03" * 2_000, "tabelle.csv"),
        (b"Name;" + b"x" * 50_000_000, "1000000"),
        (b"Name\n", "keine"),
    ],
)
@pytest.mark.parametrize("what", ["partners"])
def test_hostile_files_are_one_clear_line(made, file_of, what, content, word):
    made("import", "partners", file_of(SCHOOLS, "gut.csv"))
    before = made("list", "partners", "--json").out
    answer = made("import", what, file_of(content), "--json")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert len(answer.err) < 600
    assert word in answer.err
    assert made("list", "partners", "--json").out == before


def test_a_missing_file_is_named(made, tmp_path):
    answer = made("import", "partners", tmp_path / "fehlt.csv")
    assert answer.code == 1
    assert "fehlt.csv" in answer.err


def test_exported_events_come_back_unchanged_and_a_wrong_day_is_named(made, file_of, tmp_path):
    made("import", "events", file_of(EVENTS))
    for name in ("termine.csv", "termine.xlsx"):
        out = tmp_path / name
        made("export", "events", out, "--audience", "internal")
        assert made("import", "events", out, "--json").json["unchanged"] == 2
    answer = made("import", "events", file_of("Wann;Titel\n31.02.2027;A\n1.3.2027;B\n"), "--dry-run", "--json")
    assert answer.json["refused"] == [
        {"line": 2, "field": "day", "reason": "Den Tag „31.02.2027“ gibt es nicht."},
    ]
    mapped = made("import", "events", file_of("X;Titel\n1.3.2027;B\n"), "--map", "X=day", "--json")
    assert (mapped.code, mapped.json["new"]) == (0, 1)


def test_what_cannot_be_imported_is_wrong_usage(made, file_of):
    assert made("import", "wetter", file_of(SCHOOLS)).code == 2


def test_both_forms_of_requests_mean_the_same(made, file_of):
    made("import", "requests", file_of(REQUESTS))
    answer = made("import", "requests", file_of(REQUESTS_OF_EXCEL.encode("cp1252")), "--json")
    assert (answer.json["new"], answer.json["unchanged"]) == (0, 2)


@needs_shared
def test_the_schools_of_the_state_are_nine_hundred(made):
    answer = made("import", "partners", SHARED / "schools_st_2016.csv", "--json")
    found = {name: answer.json[name] for name in ("rows", "new", "changed", "unchanged", "duplicate", "refused")}
    assert found == {"rows": 901, "new": 900, "changed": 0, "unchanged": 0, "duplicate": 1, "refused": []}
    again = made("import", "partners", SHARED / "schools_st_2016.csv", "--json").json
    assert (again["new"], again["changed"], again["unchanged"], again["duplicate"]) == (0, 0, 900, 1)
    listed = made("list", "partners", "--json").json
    assert len(listed) == 900
    assert all(len(row["ags"]) == 8 and row["kreis_ags"] == row["ags"][:5] for row in listed)


@needs_shared
def test_the_shared_requests_and_vehicles_come_whole(made):
    assert made("import", "requests", SHARED / "requests_2027.csv", "--json").json["new"] == 60
    assert made("import", "requests", SHARED / "requests_2027_excel.csv", "--json").json["unchanged"] == 60
    assert made("import", "vehicles", SHARED / "vehicles.csv", "--json").json["new"] == 2


def test_the_starting_stock_comes_without_a_file_and_only_once(made):
    answer = made("import", "partners", "--stock", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert (answer.json["rows"], answer.json["new"], answer.json["refused"]) == (151, 151, [])
    assert made("import", "partners", "--stock", "--dry-run", "--json").json["unchanged"] == 151
    assert made("import", "partners", "--stock").out.strip() == "0 angelegt, 0 ergänzt, 151 schon vorhanden"


def test_the_catalogue_to_start_from_comes_without_a_file_and_only_once(made):
    answer = made("import", "catalogue", "--stock", "--json")
    assert (answer.code, answer.json["new"], answer.json["unchanged"]) == (0, 61, 0)
    assert made("import", "catalogue", "--stock", "--dry-run", "--json").json["unchanged"] == 61
    assert made("import", "catalogue", "--stock").out.strip() == "0 angelegt, 0 ergänzt, 61 schon vorhanden"


@pytest.mark.parametrize(
    "arguments",
    [("requests", "--stock"), ("partners", "x.csv", "--stock"), ("partners",), ("catalogue",), ("catalogue", "x.csv")],
)
def test_stock_is_for_partners_and_takes_no_file(made, arguments):
    answer = made("import", *arguments)
    assert answer.code == 1
    assert "--stock" in answer.err
