"""The result sheet: what everybody may read of concerns, and nothing else."""

from dataclasses import fields, replace

import pytest

from domain import documents
from domain.i18n import language
from domain.rows.published_concerns import PublicConcern, PublicResults
from tests.domain.documents import samples, tagged


def text(code="de", **changes):
    return tagged.text(documents.render("result_sheet", samples.result_sheet(**changes), language(code)))


@pytest.mark.parametrize(
    "fact",
    [
        "ANLIEGEN AUS DER BÜRGERSCHAFT · STENDAL",
        "Sicher am Bahnhof Havelberg, Hansestadt Havelberg, Donnerstag, 11. März 2027",
        "Beantwortet (2)",
        "A-2027-0007 Unterführung am Bahnhof ist dunkel Beleuchtung und dunkle Ecken · Bahnhof Die Leuchten werden bis",
        "Bis dahin geht abends eine Streife.",
        "In Arbeit (2)",
        "A-2027-0008 Lärm im Park Lärm · Park oder Spielplatz Liegt beim zuständigen Amt.",
        "A-2027-0009 Sonstiges Anliegen · Sonstiger Ort Aufgenommen; das zuständige Amt wird ermittelt.",
        "Erledigt (1)",
        "Nicht weiterverfolgt (1)",
        "Beantwortet; die Antwort wird im nächsten Dialog vorgestellt.",
    ],
)
def test_fact_stands_on_the_sheet(fact):
    assert fact in " ".join(text().split())


def test_the_sheet_is_there_in_english():
    assert "What became of your concerns" in text("en")
    assert "With the responsible office." in text("en")


def test_a_sheet_of_a_district_names_the_district_instead_of_an_event():
    results = replace(samples.result_sheet().results, event="", day=None, town="")
    assert "Havelberg" not in text(results=results).replace("Hansestadt Havelberg mit", "")


def test_two_hundred_concerns_run_over_pages_with_every_number_once():
    concern = samples.result_sheet().results.concerns[0]
    many = tuple(replace(concern, number=f"A-2027-{number:04d}") for number in range(1, 201))
    results = replace(samples.result_sheet().results, concerns=many)
    content = documents.render("result_sheet", samples.result_sheet(results=results), language("de"))
    found = tagged.text(content)
    assert all(found.count(each.number) == 1 for each in many)
    assert tagged.faults(content) == []


def test_the_sheet_can_hold_nothing_but_what_is_on_the_white_list():
    assert {field.name for field in fields(PublicConcern)} == {
        *("number", "category", "place_category", "state", "text", "answer"),
    }
    assert {field.name for field in fields(PublicResults)} == {"kreis_ags", "kreis", "concerns", "event", "day", "town"}
