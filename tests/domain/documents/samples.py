"""Realistic input for the documents: real places, invented institutions, no real persons."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from domain.documents.best_practice import PracticeSheet
from domain.documents.briefing import Briefing
from domain.documents.council_profile import CouncilSheet
from domain.documents.invitation import Invitation
from domain.documents.packing_list import PackingSheet
from domain.documents.site_pass import SitePassSheet
from domain.documents.tour_sheet import StopSheet, TourSheet
from domain.region.kreise import kreis
from domain.region.travel import Leg
from domain.rows.partners import SiteDraft
from domain.rows.published import InternalPart, Person, PublishedEvent, PublishedPlace
from domain.rows.requests import RequestDraft, RequestRow
from domain.rows.settings import OfficeSettings
from domain.rows.tours import StopRow, TourDayDraft, TourDayRow, VehicleDraft, VehicleRow
from domain.terms import Audience, EventKind, EventState, PermitState, RequestState, Surface
from tests.domain.documents.annual_samples import annual_report
from tests.domain.documents.concern_samples import result_sheet
from tests.domain.documents.council_samples import council_sheet, practice_sheet
from tests.domain.documents.coverage_samples import coverage_report
from tests.domain.documents.events import DAY, OFFICE, STAND, at, event_row, logo, published
from tests.domain.documents.meeting_samples import invitee_list
from tests.domain.documents.report_samples import parliament_answer
from tests.domain.documents.site_samples import packing_sheet, site_pass_sheet

__all__ = [
    "OFFICE",
    "SITE",
    "STAND",
    "Audience",
    "InternalPart",
    "OfficeSettings",
    "PermitState",
    "PublishedPlace",
    "SiteDraft",
    "annual_report",
    "at",
    "best_practice",
    "briefing",
    "council_profile",
    "coverage_report",
    "dialogue",
    "invitation",
    "invitee_list",
    "logo",
    "packing_list",
    "parliament_answer",
    "published",
    "result_sheet",
    "site_pass",
    "tour_sheet",
]

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


def packing_list(stops: int = 3, **changes: object) -> PackingSheet:
    """What a day with up to seven stops needs."""
    sheet = tour_sheet(stops)
    return packing_sheet(sheet.title, sheet.day, SITE, **changes)


def site_pass(site: SiteDraft = SITE, **changes: object) -> SitePassSheet:
    """A pass of the school yard."""
    return site_pass_sheet(site, **changes)


DIALOGUE_DAY = date(2027, 5, 14)
AGENDA = """15:30 Begrüßung durch die Stadt
15:45 Was aus den Anliegen vom November wurde
16:15 Drei Tische: Bahnhof, Verkehr, Zusammenleben
17:15 Ergebnisse und nächste Schritte"""


def dialogue(audience: Audience = Audience.public, **changes: object) -> PublishedEvent:
    """A citizen dialogue as one audience sees it."""
    row = replace(
        event_row(46, "Sicher am Bahnhof Havelberg", "Hansestadt Havelberg", "15090225", "15090"),
        kind=EventKind.citizen_dialogue,
        starts_at=at(15, 30, DIALOGUE_DAY),
        ends_at=at(17, 30, DIALOGUE_DAY),
    )
    facts: dict[str, object] = {
        "text": (
            "Wie sicher fühlen Sie sich am Bahnhof und in der Altstadt? Polizei, Ordnungsamt und Stadt hören zu und "
            "antworten.\nIm November haben Bürgerinnen und Bürger 23 Anliegen genannt, von der Beleuchtung der "
            "Unterführung bis zur Geschwindigkeitsüberwachung in der Pestalozzistraße. Wir berichten, was daraus "
            "geworden ist, und nehmen neue Anliegen auf."
        ),
        "place": PublishedPlace(
            "Stadthaus, Großer Saal",
            "Markt 1",
            "39539",
            "Hansestadt Havelberg",
            "15090225",
            "15090",
            "Landkreis Stendal",
        ),
        "host": "Hansestadt Havelberg mit dem Polizeirevier Stendal",
        "office": "Polizeirevier Stendal",
        "topics": ("Sicherheitsgefühl", "Verkehr", "Zusammenleben"),
        "target_groups": ("Einwohnerinnen und Einwohner",),
        "accessibility": "Stufenlos, mit Höranlage; Gebärdensprachdolmetschen auf Anfrage",
        "agenda": AGENDA,
        "partners": ("Ordnungsamt Havelberg", "Stadtseniorenrat"),
    }
    return published(row, audience, **{**facts, **changes})


VEVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Landauf//DE\r\nBEGIN:VEVENT\r\nUID:46@example.org\r\n"
    "DTSTAMP:20270429T071200Z\r\nDTSTART:20270514T133000Z\r\nDTEND:20270514T153000Z\r\n"
    "SUMMARY:Sicher am Bahnhof Havelberg\r\nLOCATION:Stadthaus\\, Markt 1\\, 39539 Havelberg\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def invitation(**changes: object) -> Invitation:
    """An invitation with everything filled in."""
    sheet = Invitation(dialogue(), OFFICE, STAND, 8, VEVENT, "https://praevention.example.org/havelberg")
    return replace(sheet, **changes)


def briefing(**changes: object) -> Briefing:
    """A briefing with everything filled in."""
    internal = InternalPart(
        notes="Der Bürgermeister wünscht ein kurzes Gespräch vorab (15:10 Uhr, Zimmer 12).\n"
        "Fragen zur Videoüberwachung sind zu erwarten: Zuständigkeit bei der Stadt, Stand Prüfung.",
        security_remarks="Angemeldete Gegenkundgebung auf dem Markt bis 16 Uhr; Einsatzleitung informiert.",
        room="1. Obergeschoss",
        expected=90,
        press_expected=True,
        contacts=("Vorzimmer, 039387 000-10", "Hausmeister, 0170 0000000"),
        team=(
            Person("P. Muster", "lead"),
            Person("K. Beispiel", "moderation"),
            Person("Dr. A. Vorlage", "speaker", confidential=True),
            Person("S. Probe", "minutes"),
        ),
        unconfirmed_partners=("Verkehrswacht Elb-Havel",),
    )
    earlier = tuple(
        replace(
            event_row(number, title, "Hansestadt Stendal", "15090535", "15090"),
            kind=kind,
            state=EventState.reviewed,
            starts_at=at(17, 0, day),
            ends_at=at(19, 0, day),
        )
        for number, (title, kind, day) in enumerate(
            (
                ("Bürgerdialog Innenstadt", EventKind.citizen_dialogue, date(2026, 11, 12)),
                ("Vortrag: Betrugsmaschen am Telefon", EventKind.lecture, date(2026, 9, 3)),
                ("Gemeinsame Streife am Bahnhof mit dem Ordnungsamt", EventKind.joint_patrol, date(2026, 6, 25)),
            )
        )
    )
    requests = tuple(
        RequestRow(
            UUID(int=500 + number),
            1,
            RequestState.open,
            "15090",
            None,
            "",
            None,
            RequestDraft(requester=requester, kind=EventKind.lecture, topic=topic, town=town),
        )
        for number, (requester, topic, town) in enumerate(
            (
                ("Sekundarschule „Am Weinberg“", "Cybermobbing", "Hansestadt Havelberg"),
                ("Seniorenclub Tangermünde", "Einbruchschutz", "Tangermünde"),
            )
        )
    )
    event = dialogue(
        Audience.internal, internal=internal, partners=("Ordnungsamt Havelberg", "Verkehrswacht Elb-Havel")
    )
    sheet = Briefing(
        event=event,
        office=OFFICE,
        stand=STAND,
        version=8,
        kreis=kreis("15090"),
        earlier=earlier,
        requests=requests,
        arrival="B 107 bis Markt, Parken im Hof des Rathauses (Schranke, Code beim Hausmeister). Ab 16 Uhr Sperrung.",
    )
    return replace(sheet, **changes)


def best_practice(**changes: object) -> PracticeSheet:
    """The profile of the dialogue."""
    return replace(practice_sheet(dialogue()), **changes)


def council_profile(**changes: object) -> CouncilSheet:
    """The profile of a council."""
    return council_sheet(**changes)
