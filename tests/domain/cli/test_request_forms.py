"""landauf print request_form and landauf import requests with the forms that come back."""

import pytest

from tests.domain.exchange import forms
from tests.domain.exchange.test_request_forms import FULL, answers


@pytest.fixture
def back(tmp_path):
    """A folder with two forms that came back."""
    folder = tmp_path / "back"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(forms.filled(**answers(FULL)))
    (folder / "b.PDF").write_bytes(forms.filled(requester="Verein Süd", town="Burg", expected="viele"))
    (folder / "notiz.txt").write_text("nicht lesen")
    return folder


def test_the_form_is_printed_and_what_comes_back_is_read(made, tmp_path):
    out = tmp_path / "anfrage.pdf"
    assert made("print", "request_form", out, "--kind", "training").code == 0
    sent = tmp_path / "zurück.pdf"
    sent.write_bytes(forms.filled(out.read_bytes(), requester="Verein Süd", town="Burg"))
    assert made("import", "requests", sent, "--json").json["new"] == 1
    (row,) = made("list", "requests", "--json").json
    assert (row["requester"], row["kind"], row["town"]) == ("Verein Süd", "training", "Burg")


def test_a_folder_of_forms_is_read_as_a_whole(made, back):
    answer = made("import", "requests", back, "--json").json
    assert (answer["rows"], answer["new"], answer["refused"]) == (2, 2, [])
    assert answer["hints"][-1] == {
        "line": 2,
        "name": "Verein Süd (b.PDF)",
        "hint": "Erwartet: „viele“ ist keine ganze Zahl.",
    }
    again = made("import", "requests", back / "a.pdf", back / "b.PDF", "--json").json
    assert (again["unchanged"], again["new"]) == (2, 0)


def test_a_dry_run_stores_nothing(made, back):
    assert made("import", "requests", back, "--dry-run", "--json").json["new"] == 2
    assert made("list", "requests", "--json").json == []


def test_what_is_no_form_is_refused_in_one_line_with_its_name(made, tmp_path):
    path = tmp_path / "scan.pdf"
    path.write_bytes(forms.scan())
    answer = made("import", "requests", path)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "scan.pdf" in answer.err


def test_a_bad_file_among_good_ones_is_named_and_the_rest_is_taken(made, back):
    (back / "c.pdf").write_bytes(forms.foreign())
    answer = made("import", "requests", back, "--json")
    assert (answer.code, answer.json["new"]) == (0, 2)
    (refused,) = answer.json["refused"]
    assert (refused["line"], "c.pdf" in refused["reason"]) == (3, True)


@pytest.mark.parametrize("what", ["partners", "vehicles"])
def test_a_form_is_no_table_of_anything_else(made, back, what):
    answer = made("import", what, back / "a.pdf")
    assert (answer.code, "a.pdf" in answer.err) == (1, True)


def test_several_tables_or_an_empty_folder_are_refused(made, back, tmp_path):
    assert made("import", "requests", back / "a.pdf", back / "notiz.txt").code == 2
    empty = tmp_path / "leer"
    empty.mkdir()
    answer = made("import", "requests", empty)
    assert (answer.code, "leer" in answer.err) == (1, True)


def test_the_form_is_listed_with_nothing_needed(made):
    entry = next(each for each in made("list", "documents", "--json").json if each["name"] == "request_form")
    assert (entry["needs"], entry["example"]) == ("nothing", [])
