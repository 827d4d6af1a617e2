"""Institutions under others, to any depth."""

from dataclasses import replace

import pytest

from domain.errors import InvalidInputError
from domain.usecases import partner_tree, partners
from tests.builders import dump, make_partner
from tests.domain.usecases.network_of import make_police


@pytest.fixture
def chain(ws):
    """Inspektion, Revier and Revierkommissariat under each other."""
    top = make_police(ws, "Polizeiinspektion Dessau-Roßlau")
    middle = make_police(ws, parent_id=top)
    return top, middle, make_police(ws, "Revierkommissariat Zerbst", parent_id=middle)


def names(refs):
    return [ref.name for ref in refs]


def test_the_tree_is_read_upwards_from_the_nearest_and_one_level_down(ws, chain):
    top, middle, bottom = chain
    assert names(ws.ask(partner_tree.above, bottom)) == [
        "Polizeirevier Anhalt-Bitterfeld",
        "Polizeiinspektion Dessau-Roßlau",
    ]
    assert names(ws.ask(partner_tree.below, top)) == ["Polizeirevier Anhalt-Bitterfeld"]
    assert ws.ask(partner_tree.above, top) == ()
    assert ws.ask(partner_tree.below, middle)[0].id == bottom


def test_a_circle_is_refused_in_the_tree_and_in_the_form(ws, chain):
    top, middle, bottom = chain
    with pytest.raises(InvalidInputError) as refused:
        ws.run("Move", partner_tree.set_parent, top, bottom)
    assert refused.value.problems[0].field == "parent_id"
    draft = ws.ask(partners.detail, middle).draft
    with pytest.raises(InvalidInputError):
        ws.run("Change", partners.change, middle, replace(draft, parent_id=middle))
    assert ws.ask(partner_tree.above, top) == ()


def test_a_branch_moves_with_all_below_it_and_undo_brings_it_back(ws, chain):
    _top, middle, bottom = chain
    other = make_partner(ws, "Polizeiinspektion Stendal")
    before = dump(ws)
    ws.run("Move", partner_tree.set_parent, middle, other)
    assert names(ws.ask(partner_tree.above, bottom))[1] == "Polizeiinspektion Stendal"
    ws.undo()
    assert dump(ws) == before


def test_what_stood_below_a_deleted_institution_stands_alone_and_undo_puts_it_back(ws, chain):
    _top, middle, bottom = chain
    before = dump(ws)
    ws.run("Delete", partners.delete, [middle])
    assert ws.ask(partner_tree.above, bottom) == ()
    ws.undo()
    assert dump(ws) == before


def test_areas_are_kept_with_the_draft_and_a_change_of_them_is_a_new_version(ws):
    revier = make_police(ws, areas=("15082",))
    row = ws.ask(partners.detail, revier).row
    draft = ws.ask(partners.detail, revier).draft
    ws.run("Change", partners.change, revier, replace(draft, areas=("15082180", "15091")), row.version)
    found = ws.ask(partners.detail, revier)
    assert found.draft.areas == ("15082180", "15091")
    assert found.row.version == row.version + 1


@pytest.mark.parametrize("areas", [("15",), ("15082", "15082"), ("150810030",)])
def test_an_unknown_or_doubled_area_is_refused(ws, areas):
    with pytest.raises(InvalidInputError) as refused:
        make_police(ws, areas=areas)
    assert refused.value.problems[0].field == "areas"
