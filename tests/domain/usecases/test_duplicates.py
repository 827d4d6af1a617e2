"""Possible duplicates in a file, and pairs that are none."""

import pytest

from domain.errors import NotFoundError
from domain.rows.partners import PartnerDraft
from domain.usecases import duplicates
from tests.builders import dump, make_partner


@pytest.fixture
def two(ws):
    return tuple(make_partner(ws, name, town="Thale") for name in ("Stadt Thale, Ordnungsamt", "Ordnungsamt Thale"))


def pairs(ws):
    return [{pair.first.id, pair.second.id} for pair in ws.ask(duplicates.book).pairs]


def test_two_records_of_one_office_are_found(ws, two):
    make_partner(ws, "Stadt Thale, Jugendamt", town="Thale")
    assert pairs(ws) == [set(two)]


def test_what_is_not_the_same_is_remembered_and_undo_forgets_it(ws, two):
    before = dump(ws)
    ws.run("Apart", duplicates.set_apart, two[1], two[0])
    assert pairs(ws) == []
    ws.undo()
    assert dump(ws) == before
    assert pairs(ws) == [set(two)]


def test_what_is_remembered_already_is_no_step(ws, two):
    ws.run("Apart", duplicates.set_apart, *two)
    step = ws.undo_state().undo
    ws.run("Again", duplicates.set_apart, *reversed(two))
    assert ws.undo_state().undo == step


def test_a_partner_that_is_gone_cannot_be_set_apart(ws, two):
    from domain.usecases import partners

    ws.run("Delete", partners.delete, [two[0]])
    with pytest.raises(NotFoundError):
        ws.run("Apart", duplicates.set_apart, *two)


def test_a_draft_is_compared_as_it_is_typed(ws, two):
    typed = duplicates.profile_of(PartnerDraft("OA Stadt Thale", town="Thale"))
    assert {profile.id for profile, _likeness in ws.ask(duplicates.book).like(typed)} == set(two)
