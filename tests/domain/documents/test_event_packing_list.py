"""The packing list of a single event on paper."""

import pytest

from domain import documents
from domain.i18n import language
from domain.rows.packing import PackingList
from tests.domain.documents import samples, tagged


def text(code="de", **changes):
    content = documents.render("event_packing_list", samples.event_packing_list(**changes), language(code))
    return " ".join(tagged.text(content).split())


@pytest.mark.parametrize(
    "fact",
    [
        "PACKLISTE",
        "Sicher am Bahnhof Havelberg",
        "Freitag, 14. Mai 2027",
        "Stadthaus, Großer Saal",
        "Fahrsimulator: an Bord, prüfen",
        "Torwand: einladen",
        "120 × Enkeltrick, 3. Auflage 2 × 50 und 20 einzeln · aus: Lager Keller, Regal A2",
        "30 × Bezpiecznie do szkoły, 1. Auflage Polnisch · nur 10 im Bestand",
        "100 × Einbruch? Nicht bei mir, 4. Auflage 1 × 100",
        "An Bord, aber nicht gebraucht: Rauschbrillen",
    ],
)
def test_fact_stands_on_the_list(fact):
    assert fact in text()


def test_one_event_has_no_numbers_of_stops():
    assert "Station" not in text()
    assert "stop" not in text("en")


def test_event_that_needs_nothing_says_so():
    assert "nichts verzeichnet, das mitzunehmen wäre" in text(packing=PackingList())
