"""The command line refuses what it cannot do in one line, with the right exit code, and leaves every file as it was."""

import random

import pytest

from domain.cli import main


@pytest.fixture
def file(tmp_path):
    """A workspace with one partner."""
    path = tmp_path / "a.landauf"
    assert main(["init", "--file", str(path)]) == 0
    table = tmp_path / "partner.csv"
    table.write_text("name;town\nGrundschule;Halle (Saale)\n", encoding="utf-8")
    assert main(["import", "partners", str(table), "--file", str(path)]) == 0
    return path


@pytest.fixture
def refused(capsys):
    """Calls the command line and gives its exit code and the one line it wrote to stderr."""

    def call(*arguments: object) -> tuple[int, str]:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        line = capsys.readouterr().err
        assert line.startswith("landauf: ")
        assert line.count("\n") == 1
        return code, line

    return call


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "calendar", "o.ics", "--kind", "x"], "--kind: 'x' gibt es nicht"),
        (["export", "calendar", "o.ics", "--from", "2027-02-31"], "--from: '2027-02-31' ist nicht lesbar"),
        (["export", "calendar", "o.ics", "--from"], "--from braucht einen Wert"),
        (["print", "invitation", "o.pdf", "--year", "x"], "--year: 'x' ist nicht lesbar"),
        (["list"], "Es fehlt: what"),
        (["info", "--quatsch"], "Nicht verstanden: --quatsch"),
        (["quatsch"], "gibt es nicht"),
        ([], "Es fehlt"),
    ],
)
def test_wrong_usage_is_one_german_line(refused, arguments, words):
    code, line = refused(*arguments)
    assert code == 2
    assert words in line
    assert line.rstrip().endswith("--help")


def test_dates_may_be_typed_the_german_way(file, tmp_path):
    out = tmp_path / "o.ics"
    assert main(["export", "calendar", str(out), "--from", "1.3.2027", "--file", str(file)]) == 0


@pytest.mark.parametrize(
    ("command", "ending"),
    [
        (["export", "calendar"], ".ics"),
        (["export", "events"], ".xlsx, .csv, .json, .html, .geojson"),
        (["print", "invitation"], ".pdf"),
    ],
)
@pytest.mark.parametrize("name", ["a.landauf", "o.docx", "o"])
def test_no_output_is_written_under_a_foreign_ending(refused, file, command, ending, name):
    before = file.read_bytes()
    code, line = refused(*command, file.parent / name, "--file", file)
    assert code == 2
    assert line == f"landauf: „{name}“ muss auf {ending} enden.\n"
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"S", b"Kein Landauf. " * 500, b"%PDF-1.7\n" + bytes(5000)])
def test_file_that_is_no_workspace_is_named_as_such(refused, tmp_path, content):
    path = tmp_path / "falsch.landauf"
    path.write_bytes(content)
    code, line = refused("info", "--file", path)
    assert code == 1
    assert "falsch.landauf ist keine Landauf-Datei" in line
    assert path.read_bytes() == content


@pytest.mark.parametrize("seed", range(8))
def test_damaged_schema_is_one_line(refused, file, seed):
    content = bytearray(file.read_bytes())
    chance = random.Random(seed)
    for at in range(4096, len(content), 7):
        content[at] = chance.randrange(128, 256)
    file.write_bytes(content)
    code, line = refused("info", "--file", file)
    assert code == 1
    assert "a.landauf ist beschädigt" in line


@pytest.mark.parametrize("seconds", ["quatsch", "-1", "253402300799", "9" * 400])
def test_clock_beyond_reason_is_refused(refused, file, monkeypatch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    code, line = refused("info", "--file", file)
    assert code == 2
    assert "SOURCE_DATE_EPOCH ist keine Zahl" in line


def test_table_without_its_columns_is_named(refused, file, tmp_path):
    table = tmp_path / "fremd.csv"
    table.write_text("foo;bar\n1;2\n", encoding="utf-8")
    code, line = refused("import", "partners", table, "--file", file)
    assert code == 1
    assert line.startswith("landauf: fremd.csv: Es fehlen notwendige Spalten: name")


def test_file_name_that_is_no_text_is_imported(file, tmp_path, capsys):
    table = tmp_path / "\udcff\nx.csv"
    table.write_bytes(b"name;town\nKita;Halle (Saale)\n")
    assert main(["import", "partners", str(table), "--file", str(file)]) == 0
    assert "1 neu" in capsys.readouterr().out


def test_row_at_fault_as_a_whole_is_told_without_a_field(file, tmp_path, capsys):
    table = tmp_path / "breit.csv"
    table.write_text("name;town\nA;Halle;x;y\n", encoding="utf-8")
    assert main(["import", "partners", str(table), "--file", str(file)]) == 1
    assert "Zeile 2: Die Zeile hat 4 Zellen" in capsys.readouterr().out


def test_what_steers_a_terminal_is_written_out_in_a_refusal(refused):
    _code, line = refused("list", "events", "\x1b[2J\u202e")
    assert line.startswith("landauf: Nicht verstanden: \\x1b[2J\\u202e.")


def test_refusal_stays_short_whatever_was_typed(refused):
    _code, line = refused("list", "events", "x" * 20_000)
    assert len(line) < 1_100
    assert line.endswith("--help\n")


def test_what_can_be_exported_is_named_by_the_words_to_type(refused):
    _code, line = refused("export", "x", "o.csv")
    assert "'traffic', 'places'" in line
    assert "<" not in line


@pytest.mark.parametrize("what", ["calendar", "events", "analysis", "everything", "parliament"])
@pytest.mark.parametrize("days", [("0001-01-01", "2027-01-01"), ("9999-12-31", "9999-12-31")])
def test_a_period_beyond_reason_is_refused(refused, file, what, days):
    out = file.parent / ("o.ics" if what == "calendar" else "o.xlsx")
    code, line = refused("export", what, out, "--from", days[0], "--to", days[1], "--file", file)
    assert (code, line) == (2, "landauf: Bitte geben Sie ein Jahr von 1990 bis 2100 an.\n")
    assert not out.exists()


@pytest.mark.parametrize(
    ("what", "option", "value"),
    [
        ("statistics", "--year", "2026"),
        ("everything", "--topic", "Internet"),
        ("events", "--snapshot", "00000000-0000-4000-8000-000000000000"),
        ("parliament", "--tour", "00000000-0000-4000-8000-000000000000"),
    ],
)
def test_an_option_of_another_export_is_not_passed_over(refused, file, what, option, value):
    out = file.parent / "o.xlsx"
    code, line = refused("export", what, out, option, value, "--file", file)
    assert code == 2
    assert line.startswith(f"landauf: {option} gilt nicht für {what}")
    assert not out.exists()
