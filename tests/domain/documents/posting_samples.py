"""Realistic input for letters to many, letters of invitation and of changes, posters and flyers."""

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.documents.announcement import Announcement
from domain.documents.change_letter import ChangeLetter
from domain.documents.invitation_letter import InvitationLetter
from domain.documents.mail_merge import MailMerge
from domain.rows.letters import Addressee, ToldChange, ToldDate
from domain.rows.published import PublishedEvent
from domain.terms import ChangeKind
from tests.domain.documents.events import OFFICE, STAND, at

URL = "https://praevention.example.org/havelberg"
STADT = Addressee("Hansestadt Havelberg, Ordnungsamt", "Markt 1", "39539 Hansestadt Havelberg", "Havelberg")
SCHULE = Addressee(
    "Sekundarschule „Am Weinberg“",
    "Semmelweisstraße 2",
    "39539 Hansestadt Havelberg",
    "Havelberg",
    "Frau Dr. E. Muster",
)
VEREIN = Addressee(
    "Kreisseniorenrat Stendal e. V.", "Hospitalstraße 1", "39576 Hansestadt Stendal", "Stendal", "Kim Probe"
)

TEXT = """Prävention 2028: Ihr Wunschtermin für {institution}

{salutation}

das Präventionsmobil kommt 2028 wieder in den Landkreis. Gern planen wir einen Tag bei Ihnen in {town} ein.

Im vergangenen Jahr waren besonders gefragt:

- Verkehrssicherheit mit dem Fahrsimulator
- Schutz vor Einbruch und vor Betrug am Telefon
- Sicher im Netz: Angebote für Klassen und Elternabende

Bitte nennen Sie uns bis zum 30. September zwei Termine, die Ihnen passen. Das Formular liegt bei.

Anlage: Anfrageformular; Übersicht der Angebote"""


def mail_merge(**changes: object) -> MailMerge:
    """A letter to one school."""
    return replace(MailMerge((SCHULE,), TEXT, OFFICE, STAND), **changes)


def announcement(event: PublishedEvent, calendar: str) -> Announcement:
    """An announcement of the event with everything filled in."""
    return Announcement(event, OFFICE, STAND, 8, calendar, URL)


def invitation_letter(event: PublishedEvent, calendar: str) -> InvitationLetter:
    """A letter to one office."""
    return InvitationLetter(event, (STADT,), OFFICE, STAND, 8, date(2027, 5, 7), calendar, URL)


def told_date(day: date, hour: int, place: str) -> ToldDate:
    """Two hours on a day."""
    return ToldDate(False, at(hour, 0, day), at(hour + 2, 0, day), None, None, place)


CHANGES = (
    ToldChange(
        ChangeKind.moved,
        "2027-0146",
        "Bürgerdialog: Sicher am Bahnhof Havelberg",
        told_date(date(2027, 5, 14), 15, "Stadthaus, Hansestadt Havelberg"),
        told_date(date(2027, 5, 21), 16, "Domschule, Aula, Hansestadt Havelberg"),
        ("place", "starts_at"),
    ),
    ToldChange(
        ChangeKind.added,
        "2027-0190",
        "Präventionsmobil auf dem Wochenmarkt",
        None,
        told_date(date(2027, 6, 3), 9, "Markt, Tangermünde"),
    ),
    ToldChange(
        ChangeKind.added,
        "2027-0191",
        "Vortrag: Betrugsmaschen am Telefon",
        None,
        told_date(date(2027, 6, 10), 14, "Seniorentreff, Osterburg (Altmark)"),
    ),
    ToldChange(
        ChangeKind.changed,
        "2027-0150",
        "Elternabend: Sicher im Netz",
        told_date(date(2027, 5, 27), 18, "Gymnasium, Hansestadt Stendal"),
        told_date(date(2027, 5, 27), 18, "Gymnasium, Hansestadt Stendal"),
        ("accessibility", "agenda", "coordinates"),
    ),
    ToldChange(
        ChangeKind.cancelled,
        "2027-0152",
        "Gemeinsame Streife im Stadtpark",
        told_date(date(2027, 5, 19), 19, "Stadtpark, Hansestadt Stendal"),
        None,
        ("state",),
    ),
    ToldChange(
        ChangeKind.cancelled,
        "2027-0153",
        "Fachaustausch der Ordnungsämter",
        told_date(date(2027, 6, 1), 10, "Landratsamt, Hansestadt Stendal"),
        None,
        ("state",),
        is_postponed=True,
    ),
)


def change_letter(**changes: object) -> ChangeLetter:
    """What changed in a Kreis between two versions."""
    letter = ChangeLetter(
        since=7,
        since_at=datetime(2027, 3, 12, 9, 0, tzinfo=UTC),
        changes=CHANGES,
        addressees=(Addressee("Landkreis Stendal", "Hospitalstraße 1–2", "39576 Hansestadt Stendal", "Stendal"),),
        office=OFFICE,
        stand=STAND,
        version=8,
        version_at=datetime(2027, 4, 28, 7, 0, tzinfo=UTC),
        kreis="Landkreis Stendal",
    )
    return replace(letter, **changes)
