"""Every key of a table in JSON stands in docs/formats.md, and every key that stands there exists."""

import json
from pathlib import Path

import pytest

from domain.exchange import (
    concern_table,
    coverage_table,
    event_table,
    measure_table,
    partner_table,
    publication_table,
    statistics_table,
    tour_table,
)
from domain.terms import Audience

FORMATS = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")
INTERNAL = Audience.internal


def documented(title, number=0):
    """The keys of the first object of a JSON example below a heading."""
    section = FORMATS.split(f"### {title}\n")[1].split("\n### ")[0]
    return list(json.loads(section.split("```json\n")[number + 1].split("```")[0])[0])


@pytest.mark.parametrize(
    ("title", "number", "columns"),
    [
        ("export events", 0, event_table.event_columns(INTERNAL)),
        ("export partners", 0, partner_table.partner_columns(INTERNAL)),
        ("export tours", 0, tour_table.tour_columns(INTERNAL)),
        ("export coverage", 0, coverage_table.COLUMNS),
        ("export concerns", 0, concern_table.PUBLIC_COLUMNS),
        ("export concerns", 1, concern_table.REGISTER_COLUMNS),
        ("export concern_statistics", 0, concern_table.COUNT_COLUMNS),
        ("export traffic", 0, measure_table.CAUSE_COLUMNS),
        ("export places", 0, measure_table.PLACE_COLUMNS),
        ("export statistics", 0, statistics_table.COLUMNS),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_keys_are_written_down_in_their_order(title, number, columns):
    assert documented(title, number) == [column.key for column in columns]


def test_what_others_get_of_publications_is_written_down():
    public = [column.key for column in publication_table.publication_columns(Audience.public)]
    assert documented("export publications, export reorder_list") == public
    internal = {column.key for column in publication_table.publication_columns(INTERNAL)}
    assert all(f"`{key}`" in FORMATS for key in internal - set(public))
