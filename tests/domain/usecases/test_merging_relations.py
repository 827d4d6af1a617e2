"""Two partners become one: what was noted of both with a third becomes one relation."""

from datetime import date

import pytest

from domain.i18n import language
from domain.rows.duplicates import MergeOrder
from domain.terms import RelationKind
from domain.usecases import merging, relations
from tests.builders import dump, make_event, make_partner
from tests.domain.usecases.network_of import relate

EARLY, LATE = date(2025, 1, 1), date(2026, 1, 1)


@pytest.fixture
def three(ws):
    """A council noted twice, of which the first stays, and an office."""
    first, second, office = (
        make_partner(ws, name) for name in ("Präventionsrat", "Präventionsrat Köthen", "Jugendamt")
    )
    make_event(ws, host_id=first)
    return first, second, office


def merge(ws, one, two):
    found = ws.ask(merging.preview, one, two)
    assert ws.run("Merge", merging.merge, MergeOrder(found.left, found.right), language("de")) == one


def drafts(ws, partner):
    return [row.draft for row in ws.ask(relations.of_partner, partner)]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [(RelationKind.works_with, RelationKind.works_with), (RelationKind.funds, RelationKind.funded_by)],
)
def test_one_relation_noted_from_both_ends_becomes_one_and_comes_back(ws, three, mine, theirs):
    first, second, office = three
    relate(ws, first, office, mine, notes="seit Jahren", first_day=EARLY)
    relate(ws, office, second, theirs, notes="Vertrag")
    before = dump(ws)
    merge(ws, first, second)
    (only,) = drafts(ws, first)
    assert (only.kind, only.first_day, only.notes.splitlines()) == (mine, EARLY, ["seit Jahren", "Vertrag"])
    ws.undo()
    assert dump(ws) == before


def test_the_same_relation_of_both_becomes_one_with_what_either_says(ws, three):
    first, second, office = three
    relate(ws, first, office, notes="seit Jahren")
    relate(ws, second, office, notes="Vertrag", last_day=LATE)
    merge(ws, first, second)
    (only,) = drafts(ws, first)
    assert (only.last_day, only.notes.splitlines()) == (LATE, ["seit Jahren", "Vertrag"])


def test_relations_of_other_kinds_or_times_stay_beside_each_other(ws, three):
    first, second, office = three
    relate(ws, first, office, RelationKind.funds, first_day=EARLY)
    relate(ws, second, office, RelationKind.funds, first_day=LATE)
    relate(ws, office, second, RelationKind.funds)
    merge(ws, first, second)
    kinds = [draft.kind for draft in drafts(ws, first)]
    assert sorted(kinds) == [RelationKind.funded_by, RelationKind.funds, RelationKind.funds]
