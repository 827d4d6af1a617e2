"""The overview of a tour shows its weeks, its districts and its way."""

import math
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import documents
from domain.documents.kit import plan
from domain.documents.kit.theme import MM
from domain.i18n import language
from tests.domain.documents import samples, tagged


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("tour_overview", samples.tour_overview(**changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "6 Tourtage",
        "27 Stationen insgesamt",
        "3 besuchte Kreise",
        "Woche 19, 13.05.–14.05.2027",
        "Woche 20, 17.05.–20.05.2027",
        "4 Tage, 14 Stationen, 726 km",
        "Do 13. Mai Präventionsmobil 1 181 km",
        "1 Gymnasium Wernigerode: Fahrsimulator und Reaktionswand",
        "07:30–08:15 · Schulhof, Wernigerode · HZ · öffentlich",
    ],
)
def test_fact_stands_in_the_overview(fact):
    assert fact in tagged.text(made())


def test_maps_tell_in_words_what_they_show():
    with tagged.opened(made(stops=3, days=1)) as pdf:
        alts = [node.alt for node in tagged.tree(pdf).walk() if node.tag == "Figure"]
    assert alts[0].endswith("besucht werden: HZ (3)")
    assert alts[1].endswith("Orte: 1 Wernigerode; 2 Ilsenburg (Harz); 3 Halberstadt")


def test_place_visited_twice_keeps_its_number():
    text = tagged.text(made(stops=1, days=3))
    assert text.count("1 Gymnasium Wernigerode") == 3


def test_stop_without_a_place_has_no_number_and_no_map():
    sheet = samples.tour_overview(1, 1)
    day = replace(sheet.days[0], route=())
    content = documents.render("tour_overview", replace(sheet, days=(day,)), language("de"))
    assert tagged.faults(content) == []
    assert "Route" not in tagged.text(content)


def test_tour_without_days_still_prints():
    content = made(days=0)
    assert tagged.faults(content) == []
    assert "Die Tour hat noch keinen Tag." in tagged.text(content)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), max_size=12))
def test_marks_on_a_map_do_not_cover_each_other(spots):
    placed = plan._pushed_apart(spots)
    assert all(math.dist(one, other) > 1.2 * plan._RADIUS for one, other in combinations(placed, 2))
    assert all(math.dist(one, other) < 40 * MM for one, other in zip(spots, placed, strict=True))
