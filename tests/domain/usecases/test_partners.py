"""Institutions, their contacts, and finding them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.rows.filters import PartnerFilter, PartnerOrder
from domain.rows.partners import ContactDraft, PartnerDraft
from domain.terms import PartnerCategory, PlaceKind, Schulform
from domain.usecases import event_rows, events, partners
from tests.builders import DAY, KOETHEN, ZERBST, dump, make_event, make_partner
from tests.domain.usecases import drafts

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)


def names(ws, **wanted):
    return [row.name for row in ws.ask(partners.list_rows, PartnerFilter(**wanted))]


@SHARED
@given(first=drafts.partners(), second=drafts.partners())
def test_every_field_of_a_partner_comes_back(ws, first, second):
    partner_id = ws.run("Create", partners.create, first)
    assert ws.ask(partners.detail, partner_id).draft == first
    second = replace(second, ags="15083130" if first.ags != "15083130" else KOETHEN)
    ws.run("Change", partners.change, partner_id, second)
    assert ws.ask(partners.detail, partner_id).draft == second


@SHARED
@given(data=st.data())
def test_every_field_of_a_contact_comes_back(ws, data):
    partner_id = make_partner(ws)
    first, second = data.draw(drafts.contacts(partner_id)), data.draw(drafts.contacts(partner_id))
    contact_id = ws.run("Add", partners.add_contact, first)
    ws.run("Change", partners.change_contact, contact_id, second, 1)
    assert [row.draft for row in ws.ask(partners.detail, partner_id).contacts] == [second]


def test_the_row_shows_what_lists_need(ws):
    partner_id = make_partner(
        ws,
        "Grundschule Radis",
        category=PartnerCategory.school,
        schulform=Schulform.grundschule,
        street="Gallestraße 5",
        postcode="06901",
        town="Kemberg",
        phone="034953/39487",
        last_contact=DAY,
    )
    row = ws.ask(partners.detail, partner_id).row
    assert (row.name, row.category, row.street, row.postcode, row.town) == (
        "Grundschule Radis",
        PartnerCategory.school,
        "Gallestraße 5",
        "06901",
        "Kemberg",
    )
    assert (row.ags, row.kreis_ags, row.phone, row.last_contact) == ("15091160", "15091", "034953/39487", DAY)


def test_a_new_address_takes_its_gemeinde_along(ws):
    partner_id = make_partner(ws, postcode="06366", town="Köthen")
    draft = ws.ask(partners.detail, partner_id).draft
    assert draft.ags == KOETHEN
    ws.run("Change", partners.change, partner_id, replace(draft, postcode="39261", town="Zerbst"))
    assert ws.ask(partners.detail, partner_id).draft.ags == ZERBST


def test_a_mended_spelling_keeps_the_gemeinde_chosen_by_hand(ws):
    partner_id = make_partner(ws, postcode="", town="Irgendwo", ags=ZERBST)
    draft = ws.ask(partners.detail, partner_id).draft
    ws.run("Change", partners.change, partner_id, replace(draft, town="Nirgendwo"))
    assert ws.ask(partners.detail, partner_id).draft.ags == ZERBST


def test_a_nameless_partner_is_refused(ws):
    with pytest.raises(InvalidInputError) as refusal:
        make_partner(ws, "  ")
    assert refusal.value.field == "name"


def test_a_partner_changed_meanwhile_is_not_overwritten(ws):
    partner_id = make_partner(ws)
    opened = ws.ask(partners.detail, partner_id)
    ws.run("Change", partners.change, partner_id, replace(opened.draft, phone="1"), opened.row.version)
    with pytest.raises(ConflictError):
        ws.run("Change", partners.change, partner_id, replace(opened.draft, phone="2"), opened.row.version)


def test_contacts_are_listed_by_role_and_can_go(ws):
    partner_id = make_partner(ws)
    ids = [
        ws.run("Add", partners.add_contact, ContactDraft(partner_id, role))
        for role in ("Schulleitung", "Hausmeister", "Sekretariat")
    ]
    assert [row.draft.role for row in ws.ask(partners.detail, partner_id).contacts] == [
        *("Hausmeister", "Schulleitung", "Sekretariat"),
    ]
    assert ws.run("Delete", partners.delete_contacts, ids[:2]) == 2
    assert [row.id for row in ws.ask(partners.detail, partner_id).contacts] == [ids[2]]


def test_a_contact_needs_a_role_and_a_partner_that_is_there(ws):
    partner_id = make_partner(ws)
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Add", partners.add_contact, ContactDraft(partner_id, " "))
    assert refusal.value.field == "role"
    ws.run("Delete", partners.delete, [partner_id])
    with pytest.raises(NotFoundError):
        ws.run("Add", partners.add_contact, ContactDraft(partner_id, "Schulleitung"))


def test_a_deleted_partner_comes_back_with_contacts_and_events(ws):
    partner_id = make_partner(ws)
    ws.run("Add", partners.add_contact, ContactDraft(partner_id, "Schulleitung"))
    make_event(
        ws, host_id=partner_id, partner_ids=(partner_id,), place_kind=PlaceKind.partner, place_partner_id=partner_id
    )
    before = dump(ws)
    assert ws.run("Delete", partners.delete, [partner_id]) == 1
    with pytest.raises(NotFoundError):
        ws.ask(partners.detail, partner_id)
    ws.undo()
    assert dump(ws) == before


def test_events_keep_place_and_host_of_a_deleted_partner_as_text(ws):
    partner_id = make_partner(ws, "Schule Radis", street="Am Park 1", postcode="06901", town="Kemberg")
    event_id = make_event(ws, place_kind=PlaceKind.partner, place_partner_id=partner_id, host_id=partner_id)
    (before,) = ws.ask(event_rows.fetch_rows, [event_id])
    ws.run("Delete", partners.delete, [partner_id])
    (after,) = ws.ask(event_rows.fetch_rows, [event_id])
    draft = ws.ask(events.detail, event_id).draft
    assert (after.place, after.ags) == (before.place, before.ags) == ("Schule Radis, Kemberg", "15091160")
    assert (draft.place_kind, draft.street, draft.host_id, draft.host_name) == (
        PlaceKind.address,
        "Am Park 1",
        None,
        "Schule Radis",
    )


@pytest.fixture
def four(ws):
    """Four institutions that differ in everything one can filter by."""
    school = {"category": PartnerCategory.school, "schulform": Schulform.gymnasium}
    make_partner(ws, "Ähre e. V.", category=PartnerCategory.club, postcode="06366", town="Köthen")
    make_partner(ws, "Ahorn-Gymnasium", postcode="39261", town="Zerbst", last_contact=DAY, **school)
    make_partner(ws, "Zebra GmbH", category=PartnerCategory.company, last_contact=date(2027, 1, 1))
    make_partner(ws, "Öko-Zentrum", postcode="06108", town="Halle (Saale)")
    return ws


def test_partners_come_as_in_a_dictionary(four):
    assert names(four) == ["Ahorn-Gymnasium", "Ähre e. V.", "Öko-Zentrum", "Zebra GmbH"]
    assert names(four, descending=True) == ["Zebra GmbH", "Öko-Zentrum", "Ähre e. V.", "Ahorn-Gymnasium"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"categories": (PartnerCategory.school, PartnerCategory.company)}, ["Ahorn-Gymnasium", "Zebra GmbH"]),
        ({"kreise": (KOETHEN[:5],)}, ["Ahorn-Gymnasium", "Ähre e. V."]),
        ({"text": "oeko halle"}, ["Öko-Zentrum"]),
        ({"text": "zent"}, ["Öko-Zentrum"]),
        ({"text": "gibt es nicht"}, []),
        ({"text": " "}, ["Ahorn-Gymnasium", "Ähre e. V.", "Öko-Zentrum", "Zebra GmbH"]),
    ],
)
def test_each_filter_leaves_what_it_asks_for(four, wanted, found):
    assert names(four, **wanted) == found


@pytest.mark.parametrize(
    ("order", "up", "down"),
    [
        (PartnerOrder.category, "ÄZÖA", "AÖZÄ"),
        (PartnerOrder.town, "ÖÄAZ", "AÄÖZ"),
        (PartnerOrder.kreis, "ÖAÄZ", "AÄÖZ"),
        (PartnerOrder.last_contact, "ZAÄÖ", "AZÄÖ"),
    ],
)
def test_partners_without_a_value_come_last_either_way(four, order, up, down):
    assert "".join(name[0] for name in names(four, order=order)) == up
    assert "".join(name[0] for name in names(four, order=order, descending=True)) == down


def test_rows_come_in_the_order_of_the_ids(four):
    ids = four.ask(partners.list_ids, PartnerFilter())
    assert [row.id for row in four.ask(partners.fetch_rows, ids[::-1])] == ids[::-1]


def test_suggestions_hold_the_text_and_are_few(four):
    assert [row.name for row in four.ask(partners.suggest, "kothen")] == ["Ähre e. V."]
    assert len(four.ask(partners.suggest, "", limit=2)) == 2


def test_two_partners_may_bear_one_name(ws):
    assert make_partner(ws, "Stadt Köthen") != make_partner(ws, "Stadt Köthen")
    assert len(names(ws)) == 2


def test_the_longest_name_is_taken(ws):
    for letter in "ßﷺ":  # folded they are two and eighteen letters
        partner_id = ws.run("Create", partners.create, PartnerDraft(letter * 300, street=letter * 200))
        assert ws.ask(partners.detail, partner_id).draft.name == letter * 300
