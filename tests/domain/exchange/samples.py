"""Invented tables and events for the tests of exchange."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from domain.rows.published import PublishedEvent, PublishedPlace
from domain.terms import BERLIN, Audience, EventKind, EventState

SHARED = next(
    (path / "shared" / "data" for path in Path(__file__).resolve().parents if (path / "shared").is_dir()), None
)
needs_shared = pytest.mark.skipif(SHARED is None, reason="the sample files in ../shared/data are not here")

SCHOOLS = (
    "source_id,name,type,street,postcode,town,locality,phone,website\r\n"
    'X-1,"Sekundarschule ""Am Anger"" Zerbst",Sekundarschule,Angerstraße 1,39261,Zerbst (Anhalt),,03923/1234,\r\n'
    "X-2,Grundschule Radis,Grundschule,Schulstr. 2,6901,Kemberg,Radis,nicht angegeben,www.gs-radis.example\r\n"
    "X-3,Heimatverein Nirgendwo,Traditionspflege,,,Nirgendwo,,,\r\n"
)

REQUESTS = (
    "requester,kind,topic,place,street,postcode,town,duration_minutes,earliest,latest,weekdays,from,to,equipment,"
    "priority,expected,contact_role,phone,notes\r\n"
    'Grundschule Radis,mobile_stop,Fahrrad,Schulhof,Weg 1,06901,Kemberg,300,2027-03-11,2027-03-21,"Mo,Di",07:30,13:30,'
    "Fahrsimulator|Fahrradparcours,2,109,Schulleitung,034953/1,\r\n"
    'Verein „Süß“,lecture,Betrug,Saal,Markt 5,06366,Köthen (Anhalt),90,2027-04-10,2027-04-10,"Sa,So",10:00,18:00,,1,40,'
    'Vorsitz,,"Hof; nur über ""Tor 2"""\r\n'
)

REQUESTS_OF_EXCEL = (
    "Anfragende Stelle;Art;Thema;Ort der Veranstaltung;Straße;PLZ;Ort;Dauer (Minuten);Frühestens;Spätestens;Wochentage;"
    "Von;Bis;Ausstattung;Priorität;Erwartete Personen;Funktion der Kontaktperson;Telefon;Bemerkung\r\n"
    "Grundschule Radis;Präventionsmobil;Fahrrad;Schulhof;Weg 1;06901;Kemberg;300;11.03.2027;21.03.2027;Mo,Di;07:30;"
    "13:30;Fahrsimulator|Fahrradparcours;2;109;Schulleitung;034953/1;\r\n"
    "Verein „Süß“;Vortrag;Betrug;Saal;Markt 5;06366;Köthen (Anhalt);90;10.04.2027;10.04.2027;Sa,So;10:00;18:00;;1;40;"
    'Vorsitz;;"Hof; nur über ""Tor 2"""\r\n'
)

VEHICLES = (
    "Name;Standort;PLZ;Verfügbar ab;Verfügbar bis;Ausstattung;Länge (m);Gewicht (kg);Sitze;Strom\r\n"
    "Präventionsmobil;Magdeburg;39104;06:30;19:00;Fahrsimulator|Tür- und Fenstermodelle;9,0;7.490;3;CEE 16 A\r\n"
)

EVENT = PublishedEvent(
    id=UUID(int=7),
    number="2027-0001",
    uid="0190f5fe-0000-7000-8000-000000000001@landauf.example",
    sequence=2,
    audience=Audience.public,
    kind=EventKind.citizen_dialogue,
    state=EventState.confirmed,
    title="Bürgerdialog: Sicherheit in Köthen",
    text="Wir sprechen über Radwege, Beleuchtung; und mehr.\nKommen Sie!",
    all_day=False,
    starts_at=datetime(2027, 5, 13, 17, 0, tzinfo=BERLIN),
    ends_at=datetime(2027, 5, 13, 19, 30, tzinfo=BERLIN),
    first_day=None,
    last_day=None,
    place=PublishedPlace(
        name="Veranstaltungszentrum, Saal „Anhalt“",
        street="Schlossplatz 5",
        postcode="06366",
        town="Köthen (Anhalt)",
        ags="15082180",
        kreis_ags="15082",
        kreis="Anhalt-Bitterfeld",
        latitude=51.7511,
        longitude=11.97093,
    ),
    host="Stadt Köthen (Anhalt)",
    office="Polizeirevier Anhalt-Bitterfeld",
    topics=("Einbruchschutz", "Betrug, Trick; und mehr"),
    target_groups=("Ältere",),
    languages=("de",),
    accessibility="Stufenlos, induktive Höranlage",
    agenda="1. Begrüßung\n2. Fragen",
    partners=("Ordnungsamt",),
    speakers=("Erika Muster",),
    state_reason="",
    postponed_to=None,
    created_at=datetime(2027, 1, 2, 8, 0, tzinfo=UTC),
    updated_at=datetime(2027, 2, 3, 9, 30, 15, tzinfo=UTC),
)


def all_day(first: date, last: date) -> PublishedEvent:
    """The sample event on whole days, both inclusive."""
    return replace(EVENT, all_day=True, starts_at=None, ends_at=None, first_day=first, last_day=last)
