"""The reorder list on paper."""

import pytest

from domain import documents
from domain.i18n import language
from tests.domain.documents import samples, tagged


def text(code="de", **changes):
    content = documents.render("reorder_list", samples.reorder_list(**changes), language(code))
    return " ".join(tagged.text(content).split())


@pytest.mark.parametrize(
    "fact",
    [
        "Bestellliste",
        "Bestand vom Donnerstag, 29. April 2027",
        "342",
        "Enkeltrick: Erst auflegen, dann anrufen, 5. Auflage",
        "Deutsch · Koordinierungsstelle 85 0 200 200 2 × 100",
        "Polnisch 10 70 40 100 2 × 50",
        "Leichte Sprache · Koordinierungsstelle -3 12 30 42 –",
    ],
)
def test_fact_stands_on_the_list(fact):
    assert fact in text()


def test_list_says_how_it_is_reckoned_and_that_it_is_internal():
    assert "aufgerundet auf ganze Pakete" in text()
    assert "intern" in text().lower()


def test_nothing_to_order_says_so():
    assert "Es ist nichts zu bestellen" in text(rows=())
    assert "Nothing has to be ordered" in text("en", rows=())
