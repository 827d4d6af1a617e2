"""Who is responsible for a Gemeinde."""

import pytest

from domain.errors import NotFoundError
from domain.terms import NetworkGap, PlaceKind
from domain.usecases import responsibility
from tests.builders import HALLE, KOETHEN, event_draft, make_partner, make_site
from tests.domain.usecases.network_of import make_office, make_officer, make_police

APENBURG = "15081026"
"""A Gemeinde of the Verbandsgemeinde Beetzendorf-Diesdorf, whose seat is 15081045."""


def found(ws, ags):
    return ws.ask(responsibility.responsible_for, ags)


def test_a_gemeinde_has_its_office_its_revier_with_inspektion_and_its_officers(ws):
    office = make_office(ws, areas=(KOETHEN,))
    inspektion = make_police(ws, "Polizeiinspektion Dessau-Roßlau", areas=("15082", "15091"))
    revier = make_police(ws, areas=("15082",), parent_id=inspektion)
    make_officer(ws, revier, KOETHEN)
    make_officer(ws, revier, "15082430", role="RBB Zerbst")
    here = found(ws, KOETHEN)
    assert here.town == "Köthen (Anhalt)"
    assert here.ordnungsamt.id == office
    assert [unit.id for unit in here.police] == [revier, inspektion]
    assert [officer.role for officer in here.rbb] == ["Regionalbereichsbeamtin"]
    assert here.gaps == ()


def test_a_narrower_station_goes_before_the_revier(ws):
    revier = make_police(ws, areas=("15082",))
    station = make_police(ws, "Revierkommissariat Köthen", areas=(KOETHEN,), parent_id=revier)
    assert [unit.id for unit in found(ws, KOETHEN).police] == [station, revier]


def test_a_member_of_a_verbandsgemeinde_has_its_office(ws):
    office = make_office(ws, "Verbandsgemeinde, Ordnungsamt", areas=("150815051",))
    make_office(ws, "Altmarkkreis Salzwedel, Ordnungsamt", areas=("15081",))
    assert found(ws, APENBURG).ordnungsamt.id == office
    assert found(ws, APENBURG).authority == "Verbandsgemeinde Beetzendorf-Diesdorf"


def test_the_office_of_the_landkreis_does_not_stand_in_but_that_of_a_city_does(ws):
    make_office(ws, "Landkreis Anhalt-Bitterfeld, Ordnungsamt", areas=("15082",))
    assert found(ws, KOETHEN).ordnungsamt is None
    city = make_office(ws, "Stadt Halle (Saale), Ordnungsamt", areas=("15002",))
    assert found(ws, HALLE).ordnungsamt.id == city


def test_an_office_without_areas_counts_where_its_seat_is(ws):
    make_office(ws, "Landkreis Anhalt-Bitterfeld, Ordnungsamt", ags=KOETHEN)
    own = make_office(ws, ags=KOETHEN)
    assert found(ws, KOETHEN).ordnungsamt.id == own
    seat = make_office(ws, "Verbandsgemeinde Beetzendorf-Diesdorf, Ordnungsamt", ags="15081045")
    assert found(ws, APENBURG).ordnungsamt.id == seat


def test_what_is_missing_is_named(ws):
    assert set(found(ws, KOETHEN).gaps) == {NetworkGap.ordnungsamt, NetworkGap.police, NetworkGap.rbb}
    club = make_partner(ws, "Verein")
    make_officer(ws, club, KOETHEN)
    assert NetworkGap.rbb in found(ws, KOETHEN).gaps


def test_an_event_is_asked_by_its_place(ws):
    make_office(ws, areas=(KOETHEN,))
    site = make_site(ws, ags=KOETHEN)
    at_site = event_draft(place_kind=PlaceKind.site, site_id=site)
    assert ws.ask(responsibility.for_event, at_site).town == "Köthen (Anhalt)"
    assert ws.ask(responsibility.for_event, event_draft(postcode="06366", town="Köthen")).ordnungsamt is not None
    assert ws.ask(responsibility.for_event, event_draft()) is None


def test_an_unknown_gemeinde_is_refused(ws):
    with pytest.raises(NotFoundError):
        found(ws, "15999999")
