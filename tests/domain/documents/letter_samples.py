"""Realistic input for the letter to a host and for the form that asks."""

from dataclasses import replace
from datetime import date

from domain.documents.lecture_confirmation import ConfirmationLetter
from domain.documents.request_form import RequestForm
from domain.rows.published_confirmation import Confirmation, ConfirmedFacts
from domain.rules.audience import CONFIDENTIAL_SPEAKER
from domain.terms import Audience, EventKind, EventState, Schulform
from tests.builders import KOETHEN
from tests.domain.documents.events import OFFICE, STAND, event_row, published

FACTS = ConfirmedFacts(
    address=("Sekundarschule „Völkerfreundschaft“", "Frau Muster", "Krähenbergstraße 10", "06366 Köthen (Anhalt)"),
    asked_on=date(2027, 3, 2),
    minutes=90,
    listeners="Schülerinnen und Schüler, zwei Klassen",
    expected=52,
    schulform=Schulform.sekundarschule,
    school_grade="9",
    teacher_present=True,
    room_technique="Beamer, Leinwand, Lautsprecher",
    room_needs="Beamer mit HDMI, Stromanschluss, verdunkelbarer Raum",
    neutrality_note="Der Vortrag achtet den Beutelsbacher Konsens: keine Überwältigung, Strittiges bleibt strittig.",
    material=("Reichsbürger und Selbstverwalter (Faltblatt)", "Kennzeichen und Symbole (Broschüre, 3. Auflage)"),
)


ROW = event_row(2, "Vortrag", "Köthen (Anhalt)", KOETHEN, KOETHEN[:5], "partners")


def letter_event(state=EventState.confirmed, **changes):
    """A lecture as partners see it, with a speaker whose name stays in the house."""
    usual = {
        "kind": EventKind.lecture,
        "state": state,
        "title": "Reichsbürger erkennen: Sekundarschule „Völkerfreundschaft“",
        "host": "Sekundarschule „Völkerfreundschaft“",
        "speakers": (CONFIDENTIAL_SPEAKER,),
        "topics": ("Reichsbürger und Selbstverwalter",),
        "agenda": "",
    }
    return replace(published(ROW, Audience.partners), **(usual | changes))


def lecture_confirmation(
    *, facts=FACTS, state=EventState.confirmed, event=None, **changes: object
) -> ConfirmationLetter:
    """The confirmation of a lecture at a school."""
    confirmation = Confirmation(event or letter_event(state), facts)
    return replace(ConfirmationLetter(confirmation, OFFICE, STAND), **changes)


def request_form(**changes: object) -> RequestForm:
    """The form with topics to choose from."""
    topics = ("Rechtsextremismus erkennen", "Reichsbürger und Selbstverwalter", "Einbruchschutz für Eigenheime")
    return replace(RequestForm(OFFICE, STAND, topics), **changes)
