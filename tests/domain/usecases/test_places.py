"""An event's Gemeinde and Kreis follow from its address, site or partner."""

from domain.terms import PlaceKind
from domain.usecases import events
from tests.builders import HALLE, KOETHEN, ZERBST, change_event, make_event, make_partner, make_site


def test_the_gemeinde_follows_from_the_address(ws):
    event_id = make_event(ws, postcode="06366", town="Koethen/Anhalt")
    assert ws.ask(events.detail, event_id).row.kreis_ags == KOETHEN[:5]


def test_a_new_address_takes_its_gemeinde_along(ws):
    event_id = make_event(ws, postcode="06366", town="Köthen")
    change_event(ws, event_id, postcode="39261", town="Zerbst")
    assert ws.ask(events.detail, event_id).draft.ags == ZERBST


def test_an_address_outside_the_state_has_no_gemeinde(ws):
    event_id = make_event(ws, postcode="06366", town="Köthen")
    change_event(ws, event_id, postcode="04109", town="Leipzig")
    found = ws.ask(events.detail, event_id)
    assert (found.draft.ags, found.row.kreis_ags) == (None, None)


def test_a_gemeinde_chosen_by_hand_wins_over_the_address(ws):
    event_id = make_event(ws, postcode="06366", town="Köthen", ags=HALLE)
    change_event(ws, event_id, title="Anderer Titel")
    assert ws.ask(events.detail, event_id).draft.ags == HALLE


def test_the_gemeinde_follows_from_site_and_partner(ws):
    site = make_site(ws, postcode="06366", town="Köthen")
    partner = make_partner(ws, postcode="39261", town="Zerbst")
    event_id = make_event(ws, place_kind=PlaceKind.site, site_id=site)
    assert ws.ask(events.detail, event_id).draft.ags == KOETHEN
    change_event(ws, event_id, place_kind=PlaceKind.partner, place_partner_id=partner)
    assert ws.ask(events.detail, event_id).draft.ags == ZERBST


def test_only_the_place_that_counts_is_kept(ws):
    site, partner = make_site(ws), make_partner(ws)
    event_id = make_event(ws, place_kind=PlaceKind.site, site_id=site, place_partner_id=partner)
    draft = ws.ask(events.detail, event_id).draft
    assert (draft.site_id, draft.place_partner_id) == (site, None)
    change_event(ws, event_id, place_kind=PlaceKind.address, place_name="Rathaus")
    assert ws.ask(events.detail, event_id).draft.site_id is None
