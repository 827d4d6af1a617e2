"""The packing list as a sheet of its own."""

from dataclasses import replace

import pytest

from domain import documents
from domain.i18n import language
from domain.rows.packing import PackingList
from tests.domain.documents import samples, tagged


def text(stops=3, **changes):
    return tagged.text(documents.render("packing_list", samples.packing_list(stops, **changes), language("de")))


@pytest.mark.parametrize(
    "fact",
    [
        "PACKLISTE · PRÄVENTIONSMOBIL 1",
        "Donnerstag, 13. Mai 2027, Abfahrt 06:40 in Magdeburg",
        "Fahrsimulator: an Bord, prüfen Stationen 1, 2, 3",
        "Torwand: einladen Stationen 1, 2, 3",
        "120 × Enkeltrick, 3. Auflage 2 × 50 und 20 einzeln · aus: Lager Keller · Stationen 1, 2, 3",
        "Kabel CEE 16 A, 20 m Stationen 1, 3",
        "Verlängerung CEE 16 A, mindestens 10 m: einladen Stationen 1, 3",
        "Keile und Ausgleichsblöcke Stationen 1, 3",
        "Schlüssel: Hausmeister, 03943 000-111 Stationen 1, 3",
        "Genehmigung: Ordnungsamt Wernigerode Station 1",
        "An Bord, aber an diesem Tag nicht gebraucht: Rauschbrillen",
        "BbS Halberstadt: Rauschbrillen-Parcours",
    ],
)
def test_fact_stands_on_the_list(fact):
    assert fact in text()


def test_day_with_three_stops_is_one_page():
    with tagged.opened(documents.render("packing_list", samples.packing_list(3), language("de"))) as pdf:
        assert len(pdf.pages) == 1


def test_day_that_needs_nothing_says_so():
    sheet = samples.packing_list(0)
    day = replace(sheet.day, leaves_at=None, vehicle="")
    content = documents.render("packing_list", replace(sheet, day=day, packing=PackingList()), language("de"))
    assert "nichts verzeichnet, das mitzunehmen wäre" in tagged.text(content)
    assert tagged.faults(content) == []
