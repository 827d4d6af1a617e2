"""Places where a vehicle can stand."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.terms import PlaceKind
from domain.usecases import event_rows, events, sites
from tests.builders import HALLE, KOETHEN, dump, make_event, make_site
from tests.domain.usecases import drafts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(first=drafts.sites(), second=drafts.sites())
def test_every_field_of_a_site_comes_back(ws, first, second):
    site_id = ws.run("Create", sites.create, first)
    assert ws.ask(sites.detail, site_id).draft == first
    second = replace(second, ags="15083130")
    ws.run("Change", sites.change, site_id, second, 1)
    assert ws.ask(sites.detail, site_id).draft == second


def test_sites_are_listed_by_town_and_name(ws):
    for name, town in (("Markt", "Zerbst"), ("Ring", "Köthen"), ("Holzmarkt", "Köthen")):
        make_site(ws, name, town=town)
    assert [(row.town, row.name) for row in ws.ask(sites.list_rows)] == [
        ("Köthen", "Holzmarkt"),
        ("Köthen", "Ring"),
        ("Zerbst", "Markt"),
    ]


def test_the_gemeinde_follows_the_address(ws):
    site_id = make_site(ws, postcode="06366", town="Köthen")
    found = ws.ask(sites.detail, site_id)
    assert (found.ags, found.kreis_ags) == (KOETHEN, KOETHEN[:5])
    ws.run("Change", sites.change, site_id, replace(found.draft, postcode="06108", town="Halle (Saale)"))
    assert ws.ask(sites.detail, site_id).ags == HALLE


def test_a_site_changed_meanwhile_is_not_overwritten(ws):
    site_id = make_site(ws)
    opened = ws.ask(sites.detail, site_id)
    ws.run("Change", sites.change, site_id, replace(opened.draft, key_holder="Bauhof"), opened.version)
    with pytest.raises(ConflictError):
        ws.run("Change", sites.change, site_id, replace(opened.draft, key_holder="Amt"), opened.version)


def test_an_impossible_site_is_refused(ws):
    with pytest.raises(InvalidInputError) as refusal:
        make_site(ws, latitude=91.0)
    assert refusal.value.field == "latitude"


def test_events_keep_the_place_of_a_deleted_site_as_text(ws):
    site_id = make_site(ws, "Holzmarkt", street="Holzmarkt 1", postcode="06366", town="Köthen")
    event_id = make_event(ws, place_kind=PlaceKind.site, site_id=site_id)
    before = dump(ws)
    ws.run("Delete", sites.delete, [site_id])
    (row,) = ws.ask(event_rows.fetch_rows, [event_id])
    draft = ws.ask(events.detail, event_id).draft
    assert (row.place, row.ags, draft.site_id, draft.street) == ("Holzmarkt, Köthen", KOETHEN, None, "Holzmarkt 1")
    with pytest.raises(NotFoundError):
        ws.ask(sites.detail, site_id)
    ws.undo()
    assert dump(ws) == before
