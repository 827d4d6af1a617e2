"""Realistic input for the tour sheet and the site it stops at."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from domain.documents.tour_overview import TourOverview
from domain.documents.tour_sheet import StopSheet, TourSheet
from domain.region.travel import Leg, Waypoint
from domain.rows.partners import SiteDraft
from domain.rows.tours import StopRow, TourDayDraft, TourDayRow, VehicleDraft, VehicleRow
from domain.terms import PermitState, Surface
from tests.domain.documents.events import DAY, OFFICE, STAND, at, event_row, published

HOME = Waypoint("15003000")
STOPS = (
    ("Gymnasium Wernigerode: Fahrsimulator und Reaktionswand", "Wernigerode", "15085370", "15085", "public"),
    ("Marktplatz Ilsenburg: Bürgersprechstunde am Präventionsmobil", "Ilsenburg (Harz)", "15085190", "15085", "public"),
    ("BbS Halberstadt: Rauschbrillen-Parcours", "Halberstadt", "15085135", "15085", "partners"),
    ("Sekundarschule Oschersleben", "Oschersleben (Bode)", "15083415", "15083", "partners"),
    ("Rathaus Haldensleben: Einbruchschutz für Eigenheime", "Haldensleben", "15083270", "15083", "public"),
    ("Gymnasium Wolmirstedt", "Wolmirstedt", "15083565", "15083", "internal"),
    ("Hochschulcampus Magdeburg", "Magdeburg", "15003000", "15003", "public"),
)

SITE = SiteDraft(
    name="Schulhof, Zufahrt Westernstraße",
    street="Westernstraße 1",
    postcode="38855",
    town="Wernigerode",
    surface=Surface.asphalt,
    slope_percent=3.5,
    length_m=18,
    width_m=6.5,
    height_m=4.2,
    weight_limit_kg=12_000,
    sockets_230v=2,
    cee_16a=1,
    power_distance_m=30,
    step_free=True,
    key_holder="Hausmeister, 03943 000-111",
    market_days=(1, 4),
    permit_authority="Ordnungsamt Wernigerode",
    permit_state=PermitState.granted,
    notes="Poller an der Einfahrt: Schlüssel beim Hausmeister.",
)


def tour_overview(stops: int = 7, days: int = 6, **changes: object) -> TourOverview:
    """A tour over two weeks: a day with the first stops, then days with one stop less each."""
    first = tour_sheet(stops).day
    made = []
    for number in range(days):
        found = first.stops[: max(1, stops - number)]
        day = DAY + timedelta(days=number + 2 * (number > 1))
        route = (HOME, *(Waypoint(stop.event.ags or "15003000") for stop in found), HOME)
        made.append(
            replace(
                first, id=UUID(int=800 + number), day=day, stops=found, route=route, draft=replace(first.draft, day=day)
            )
        )
    sheet = TourOverview("Präventionsmobil in Harz und Börde", tuple(made), OFFICE, STAND, 8)
    return replace(sheet, **changes)


def tour_sheet(stops: int = 7, **changes: object) -> TourSheet:
    """A day with up to seven stops; every second one has a site."""
    rows = [event_row(number, *facts) for number, facts in enumerate(STOPS[:stops])]
    stop_rows = tuple(
        StopRow(
            event=row,
            position=number,
            leg=Leg(25, 21.4),
            set_up_minutes=20,
            tear_down_minutes=15,
            arrival=row.starts_at - timedelta(minutes=20) if row.starts_at else None,
            departure=row.ends_at + timedelta(minutes=15) if row.ends_at else None,
            site_id=None,
            expected=80 + 10 * number,
        )
        for number, row in enumerate(rows)
    )
    vehicle = VehicleRow(
        UUID(int=900),
        1,
        VehicleDraft(
            "Präventionsmobil 1", length_m=9.8, width_m=2.5, height_m=3.6, power="CEE 16 A", licence_class="C1"
        ),
        ("Fahrsimulator", "Rauschbrillen", "Reaktionswand"),
    )
    day = TourDayRow(
        id=UUID(int=800),
        version=1,
        day=DAY,
        vehicle_id=vehicle.id,
        vehicle="Präventionsmobil 1",
        depot="Magdeburg",
        overnight="",
        crew=("P. Muster", "K. Beispiel"),
        stops=stop_rows,
        home=Leg(35, 31),
        leaves_at=at(6, 40),
        returns_at=at(17, 20),
        drive_minutes=210,
        duty_minutes=575,
        break_minutes=45,
        kilometres=181.4,
        max_duty_minutes=600,
        max_drive_minutes=240,
        draft=TourDayDraft(DAY, vehicle.id),
    )
    sheets = tuple(StopSheet(published(row), SITE if number % 2 == 0 else None) for number, row in enumerate(rows))
    sheet = TourSheet(
        title="Präventionsmobil in Harz und Börde",
        day=day,
        stops=sheets,
        office=OFFICE,
        stand=STAND,
        version=8,
        vehicle=vehicle,
        url="https://praevention.example.org/tour/7",
    )
    return replace(sheet, **changes)
