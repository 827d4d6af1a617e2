"""Realistic input for what guests of an event get; all people and institutions are invented."""

from dataclasses import replace

from domain.documents.attendance_certificate import Certificates
from domain.documents.attendance_list import AttendanceList
from domain.documents.concern_card import ConcernCards
from domain.documents.feedback_card import FeedbackCard
from domain.documents.label_test import LabelTest
from domain.documents.name_badges import NameBadges
from domain.documents.table_signs import TableSigns
from domain.rows.guests import Guest
from domain.rows.published import PublishedEvent
from tests.domain.documents.events import OFFICE, STAND

PEOPLE = (
    Guest("Erika Beispiel", "Ordnungsamt Stendal"),
    Guest("Max Muster", "Polizeirevier Stendal"),
    Guest(
        "Prof. Dr. Anna-Lena Vorlage-Mustermann von Probe",
        "Beispiel-Universität, Fakultät für Humanwissenschaften",
    ),
)


def attendance_list(event: PublishedEvent, /, **changes: object) -> AttendanceList:
    """A list with three lines for the Ordnungsamt and one for the council of elders."""
    lines = ("Hansestadt Havelberg, Ordnungsamt",) * 3 + ("Seniorenbeirat",)
    return replace(AttendanceList(event, lines, OFFICE, STAND, 8), **changes)


def name_badges(event: PublishedEvent, /, **changes: object) -> NameBadges:
    """Badges of three people."""
    return replace(NameBadges(event, OFFICE, STAND, PEOPLE, version=8), **changes)


def table_signs(event: PublishedEvent, /, **changes: object) -> TableSigns:
    """Signs of three people."""
    return replace(TableSigns(event, OFFICE, STAND, PEOPLE, version=8), **changes)


def feedback_card(event: PublishedEvent, /, **changes: object) -> FeedbackCard:
    """Four cards on a sheet."""
    return replace(FeedbackCard(event, OFFICE, STAND, version=8), **changes)


def concern_card(event: PublishedEvent, /, **changes: object) -> ConcernCards:
    """Three cards: a sheet that is full, and one that is not."""
    return replace(ConcernCards(event, OFFICE, STAND, 3, version=8), **changes)


def attendance_certificate(event: PublishedEvent, /, **changes: object) -> Certificates:
    """Certificates of three people."""
    return replace(Certificates(event, OFFICE, STAND, PEOPLE, version=8), **changes)


def label_test(**changes: object) -> LabelTest:
    """The test page of both grids."""
    return replace(LabelTest(OFFICE, STAND), **changes)
