"""Realistic input for site pass and packing list."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import UUID

from PIL import Image

from domain.documents.packing_list import PackingSheet
from domain.documents.site_pass import SitePassSheet
from domain.exchange.pictures import prepared
from domain.rows.partners import SiteDraft, SiteRow
from domain.rows.permits import PermitDraft
from domain.rows.site_pass import SiteEvent, SitePass
from domain.rows.tours import TourDayRow, VehicleDraft
from domain.rules import permit as permits
from domain.rules.packing import Copies, Stopover, packing_list
from domain.rules.permit import Occasion
from domain.rules.site_fit import vehicle_fit
from domain.terms import PermitState
from tests.domain.documents.events import DAY, OFFICE, STAND, event_row

MOBILE = VehicleDraft(
    "Präventionsmobil 1", length_m=9.8, width_m=2.5, height_m=3.6, weight_kg=7490, power="CEE 16 A", cable_m=25.0
)
BUS = VehicleDraft("Kleinbus", length_m=6.0, width_m=2.1, height_m=2.6, weight_kg=3500, power="230 V")
TODAY = date(2027, 4, 29)


def photo() -> bytes:
    """A picture as it is kept."""
    out = BytesIO()
    Image.linear_gradient("L").resize((640, 420)).save(out, "PNG")
    return prepared(out.getvalue(), "platz.png").content


def permit(state: PermitState = PermitState.granted, **facts: object):
    """The permit for an event on `DAY` as people see it."""
    own = PermitDraft(state, "Ordnungsamt Wernigerode", 14, **facts)
    return permits.view(own, Occasion(DAY), TODAY)


def site_pass_sheet(site: SiteDraft, **changes: object) -> SitePassSheet:
    """A pass with two vehicles and two events."""
    facts = ("Marktplatz: Einbruchschutz", "Wernigerode", "15085370", "15085", "public")
    rows = [event_row(number, *facts) for number in range(2)]
    events = (
        SiteEvent(rows[0], permit(PermitState.applied, permit_reference="SN 12/2027"), None),
        SiteEvent(rows[1], permit(), 84),
    )
    vehicles = tuple(vehicle_fit(UUID(int=at), each, site) for at, each in enumerate((MOBILE, BUS), 901))
    row = SiteRow(UUID(int=77), site.name, site.town, "15085370", "15085", 1, site)
    found = SitePass(site=row, vehicles=vehicles, events=events)
    return replace(SitePassSheet(found, OFFICE, STAND, photo(), version=8), **changes)


def packing_sheet(tour: str, day: TourDayRow, site: SiteDraft, **changes: object) -> PackingSheet:
    """What the stops of a day need; every second one stands on the site."""
    stops = [
        Stopover(
            ("Fahrsimulator", "Torwand"),
            site if number % 2 == 0 else None,
            permit() if number == 0 else None,
            (Copies(UUID(int=701), "Enkeltrick, 3. Auflage", 40, "de", 480, 50, "Lager Keller"),),
        )
        for number, _stop in enumerate(day.stops)
    ]
    found = packing_list(stops, ("Fahrsimulator", "Rauschbrillen"), replace(MOBILE, cable_m=20.0))
    return replace(PackingSheet(tour, day, found, OFFICE, STAND, version=8), **changes)
