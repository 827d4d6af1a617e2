"""Realistic input for the documents: real places, invented institutions, no real persons."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.documents.announcement import Announcement
from domain.documents.attendance_certificate import Certificates
from domain.documents.attendance_list import AttendanceList
from domain.documents.best_practice import PracticeSheet
from domain.documents.briefing import Briefing
from domain.documents.concern_card import ConcernCards
from domain.documents.event_packing_list import EventPackingSheet
from domain.documents.feedback_card import FeedbackCard
from domain.documents.invitation import Invitation
from domain.documents.invitation_letter import InvitationLetter
from domain.documents.name_badges import NameBadges
from domain.documents.packing_list import PackingSheet
from domain.documents.site_pass import SitePassSheet
from domain.documents.table_signs import TableSigns
from domain.region.kreise import kreis
from domain.rows.partners import SiteDraft
from domain.rows.published import InternalPart, Person, PublishedEvent, PublishedPlace
from domain.rows.requests import RequestDraft, RequestRow
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventKind, EventState, PermitState, RequestState
from tests.domain.documents import guest_samples
from tests.domain.documents.annual_samples import annual_report
from tests.domain.documents.briefing_samples import CONCERNS, COPIES, COVERAGE, DIALOGUES, DRIVE
from tests.domain.documents.calendar_samples import district_calendar, wall_calendar
from tests.domain.documents.concern_samples import result_sheet
from tests.domain.documents.council_samples import council_sheet as council_profile
from tests.domain.documents.council_samples import practice_sheet
from tests.domain.documents.coverage_samples import coverage_report
from tests.domain.documents.events import OFFICE, STAND, at, event_row, logo, published
from tests.domain.documents.guest_samples import label_test
from tests.domain.documents.letter_samples import lecture_confirmation, request_form
from tests.domain.documents.meeting_samples import invitee_list
from tests.domain.documents.posting_samples import announcement, change_letter, mail_merge
from tests.domain.documents.posting_samples import invitation_letter as letter_of_invitation
from tests.domain.documents.publication_samples import event_packing_sheet, reorder_list
from tests.domain.documents.report_samples import parliament_answer
from tests.domain.documents.site_samples import packing_sheet, site_pass_sheet
from tests.domain.documents.tour_samples import SITE, tour_overview, tour_sheet

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
    "attendance_certificate",
    "attendance_list",
    "best_practice",
    "briefing",
    "change_letter",
    "concern_card",
    "council_profile",
    "coverage_report",
    "dialogue",
    "district_calendar",
    "event_packing_list",
    "feedback_card",
    "flyer",
    "invitation",
    "invitation_letter",
    "invitee_list",
    "label_test",
    "lecture_confirmation",
    "logo",
    "mail_merge",
    "name_badges",
    "packing_list",
    "parliament_answer",
    "poster",
    "published",
    "reorder_list",
    "request_form",
    "result_sheet",
    "site_pass",
    "table_signs",
    "tour_overview",
    "tour_sheet",
    "wall_calendar",
]


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


def poster(**changes: object) -> Announcement:
    """A poster with everything filled in."""
    return replace(announcement(dialogue(), VEVENT), **changes)


def flyer(**changes: object) -> Announcement:
    """A flyer with everything filled in."""
    return replace(announcement(dialogue(), VEVENT), **changes)


def invitation_letter(**changes: object) -> InvitationLetter:
    """A letter of invitation with everything filled in."""
    return replace(letter_of_invitation(dialogue(Audience.partners), VEVENT), **changes)


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
        coverage=COVERAGE,
        dialogues=DIALOGUES,
        concerns=CONCERNS,
        copies=COPIES,
        drive=DRIVE,
    )
    return replace(sheet, **changes)


def event_packing_list(**changes: object) -> EventPackingSheet:
    """What the dialogue needs."""
    return replace(event_packing_sheet(dialogue(Audience.internal), SITE), **changes)


def best_practice(**changes: object) -> PracticeSheet:
    """The profile of the dialogue."""
    return replace(practice_sheet(dialogue()), **changes)


def attendance_list(**changes: object) -> AttendanceList:
    """The list of the dialogue."""
    return guest_samples.attendance_list(dialogue(Audience.internal, internal=InternalPart(room="Saal")), **changes)


def name_badges(**changes: object) -> NameBadges:
    """Badges for the dialogue."""
    return guest_samples.name_badges(dialogue(), **changes)


def table_signs(**changes: object) -> TableSigns:
    """Signs for the dialogue."""
    return guest_samples.table_signs(dialogue(), **changes)


def feedback_card(**changes: object) -> FeedbackCard:
    """The card of the dialogue."""
    return guest_samples.feedback_card(dialogue(), **changes)


def concern_card(**changes: object) -> ConcernCards:
    """The cards of the dialogue."""
    return guest_samples.concern_card(dialogue(), **changes)


def attendance_certificate(**changes: object) -> Certificates:
    """Certificates of the dialogue."""
    return guest_samples.attendance_certificate(dialogue(), **changes)
