"""Relations and memberships, read from both sides."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError, InvalidInputError
from domain.model import Membership
from domain.rows.network import RelationDraft
from domain.rules.relations import opposite
from domain.terms import MembershipRole, PartnerCategory, RelationKind
from domain.usecases import relations
from domain.usecases.records import insert
from tests.builders import DAY, dump, make_partner
from tests.domain.usecases.network_of import relate

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)


@pytest.fixture
def two(ws):
    """A Jugendamt and an advice centre."""
    return (
        make_partner(ws, "Landkreis Börde, Jugendamt", category=PartnerCategory.jugendamt),
        make_partner(ws, "Beratungsstelle", category=PartnerCategory.advice_centre),
    )


def kinds(ws, partner):
    return [row.draft.kind for row in ws.ask(relations.of_partner, partner)]


@SHARED
@given(kind=st.sampled_from(RelationKind), notes=st.text("äß x", max_size=20))
def test_a_relation_reads_rightly_from_both_sides(ws, kind, notes):
    one, other = make_partner(ws, "Eins"), make_partner(ws, "Zwei")
    relate(ws, one, other, kind, notes=notes, first_day=DAY)
    (here,), (there,) = (ws.ask(relations.of_partner, each) for each in (one, other))
    assert (here.draft.kind, here.other.id) == (kind, other)
    assert (there.draft.kind, there.other.id) == (opposite(kind), one)
    assert there.draft.notes == notes
    assert relations.seen_from(there.draft, one) == here.draft


def test_a_change_made_at_the_other_side_turns_the_words_round(ws, two):
    office, centre = two
    relation = relate(ws, office, centre, RelationKind.funds)
    (row,) = ws.ask(relations.of_partner, centre)
    ws.run("Change", relations.change, relation, replace(row.draft, kind=RelationKind.run_by), row.version)
    assert kinds(ws, office) == [RelationKind.runs]
    assert kinds(ws, centre) == [RelationKind.run_by]
    with pytest.raises(ConflictError):
        ws.run("Change", relations.change, relation, row.draft, row.version)


def test_the_same_relation_is_refused_from_either_side_but_another_kind_is_not(ws, two):
    office, centre = two
    relate(ws, office, centre, RelationKind.funds)
    for draft in (
        RelationDraft(office, centre, RelationKind.funds),
        RelationDraft(centre, office, RelationKind.funded_by),
    ):
        with pytest.raises(InvalidInputError):
            ws.run("Again", relations.create, draft)
    relate(ws, centre, office)
    assert sorted(kinds(ws, office)) == [RelationKind.funds, RelationKind.works_with]


@pytest.mark.parametrize("field", ["other_id", "last_day"])
def test_a_relation_needs_another_partner_and_days_in_order(ws, two, field):
    office, centre = two
    wrong = {"other_id": office} if field == "other_id" else {"last_day": DAY - timedelta(days=1)}
    draft = replace(RelationDraft(office, centre, first_day=DAY), **wrong)
    with pytest.raises(InvalidInputError) as refused:
        ws.run("Add", relations.create, draft)
    assert refused.value.problems[0].field == field


def test_relations_go_with_their_partner_and_come_back_with_undo(ws, two):
    relation = relate(ws, *two)
    before = dump(ws)
    assert ws.run("Delete", relations.delete, [relation]) == 1
    assert kinds(ws, two[0]) == []
    ws.undo()
    assert dump(ws) == before


def test_memberships_are_seen_from_the_council_and_from_the_member(ws, two):
    council, member = two
    ended = make_partner(ws, "Alter Verein")

    def join(session, partner_id, **fields):
        insert(session, Membership, {"body_id": council, "member_id": partner_id, **fields})

    ws.run("Join", join, ended, last_day=DAY - timedelta(days=400))
    ws.run("Join", join, member, role=MembershipRole.chair)
    lines = ws.ask(relations.memberships, council)
    assert [(line.other.name, line.is_body) for line in lines] == [("Beratungsstelle", False), ("Alter Verein", False)]
    (line,) = ws.ask(relations.memberships, member)
    assert (line.other.id, line.is_body, line.role) == (council, True, MembershipRole.chair)
