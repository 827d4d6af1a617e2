"""The network of a Kreis."""

from datetime import timedelta

import pytest

from domain.model import Membership
from domain.terms import EventState, NetworkGap, PartnerCategory, RelationKind
from domain.usecases import network
from domain.usecases.records import insert
from tests.builders import DAY, HALLE, KOETHEN, ZERBST, make_event, make_partner
from tests.domain.usecases.network_of import make_office, make_officer, make_police, relate

KREIS = "15082"


@pytest.fixture
def here(ws):
    """An Ordnungsamt, a Revier under an Inspektion elsewhere, and a club, all of one Kreis but the Inspektion."""
    inspektion = make_police(ws, "Inspektion", ags="15001000")
    return {
        "office": make_office(ws, "Amt", ags=KOETHEN, areas=(KOETHEN,)),
        "revier": make_police(ws, "Revier", ags=KOETHEN, parent_id=inspektion),
        "club": make_partner(ws, "Verein", category=PartnerCategory.club, ags=ZERBST),
        "inspektion": inspektion,
    }


def read(ws):
    return ws.ask(network.network, KREIS)


def tie_of(found, one, other):
    return next(tie for tie in found.ties if {tie.first, tie.second} == {one, other})


def names(found):
    return {node.partner.name for node in found.nodes}


def test_the_partners_of_the_kreis_and_those_tied_to_them_are_nodes(ws, here):
    make_partner(ws, "Fremd", ags=HALLE)
    assert names(read(ws)) == {"Amt", "Revier", "Verein", "Inspektion"}
    assert tie_of(read(ws), here["revier"], here["inspektion"]).is_tree


def test_relations_memberships_and_events_make_ties(ws, here):
    relate(ws, here["club"], here["office"], RelationKind.funded_by)
    members = {"body_id": here["club"], "member_id": here["revier"]}
    ws.run("Join", lambda session: insert(session, Membership, members))
    for back in (10, 20):
        day = DAY - timedelta(days=back + 60)
        both = {"partner_ids": (here["revier"],), "host_id": here["office"], "ags": KOETHEN}
        make_event(ws, day=day, state=EventState.held, **both)
    found = read(ws)
    funded = tie_of(found, here["club"], here["office"])
    kind = RelationKind.funded_by if funded.first == here["club"] else RelationKind.funds
    assert funded.relations == (kind,)
    assert tie_of(found, here["club"], here["revier"]).is_membership
    assert tie_of(found, here["office"], here["revier"]).events == 2


def test_what_has_ended_or_lies_too_far_back_ties_no_more(ws, here):
    long_ago = DAY - timedelta(days=900)
    relate(ws, here["club"], here["office"], last_day=long_ago)
    both = {"partner_ids": (here["revier"],), "host_id": here["office"], "ags": KOETHEN}
    make_event(ws, day=long_ago, state=EventState.held, **both)
    make_event(ws, state=EventState.cancelled, state_reason="Regen", **both)
    assert len(read(ws).ties) == 1


def test_last_contact_and_next_event_stand_at_the_node(ws, here):
    make_event(ws, "Später", day=DAY + timedelta(days=9), host_id=here["club"], ags=ZERBST)
    make_event(ws, "Bald", day=DAY, host_id=here["club"], ags=ZERBST)
    node = next(node for node in read(ws).nodes if node.partner.id == here["club"])
    assert (node.next_event.title, node.next_event.day, node.events) == ("Bald", DAY, 2)
    assert node.last_contact is None


def test_the_strongest_stands_first(ws, here):
    relate(ws, here["club"], here["office"])
    relate(ws, here["club"], here["revier"])
    assert read(ws).nodes[0].partner.name in {"Verein", "Revier"}
    weights = [node.ties for node in read(ws).nodes]
    assert weights[-1] == min(weights)


def test_gaps_are_named_until_they_are_filled(ws, here):
    kinds = {gap.kind for gap in read(ws).gaps}
    assert kinds == {NetworkGap.jugendamt, NetworkGap.council, NetworkGap.ordnungsamt, NetworkGap.rbb}
    office_gap = next(gap for gap in read(ws).gaps if gap.kind is NetworkGap.ordnungsamt)
    assert "Köthen (Anhalt)" not in office_gap.names
    make_partner(ws, "Jugendamt", category=PartnerCategory.jugendamt, ags=KOETHEN)
    make_officer(ws, here["revier"], KREIS)
    assert {gap.kind for gap in read(ws).gaps} == {NetworkGap.council, NetworkGap.ordnungsamt}
