"""The letter to the host: what it says, and what it never says."""

from dataclasses import replace

import pytest

from domain import documents
from domain.documents.lecture_confirmation import ConfirmationLetter
from domain.i18n import language
from domain.rows.published_confirmation import Confirmation
from domain.terms import Audience, EventState
from tests.domain.documents import samples, tagged
from tests.domain.documents.letter_samples import FACTS, letter_event


def text(code="de", **changes):
    content = documents.render("lecture_confirmation", samples.lecture_confirmation(**changes), language(code))
    return " ".join(tagged.text(content).split())


@pytest.mark.parametrize(
    "fact",
    [
        "Sekundarschule „Völkerfreundschaft“ Frau Muster Krähenbergstraße 10 06366 Köthen (Anhalt)",
        "Bestätigung: Reichsbürger erkennen",
        "vielen Dank für Ihre Anfrage vom 02.03.2027. Gern bestätigen wir Ihnen diesen Termin:",
        "1\u00a0h 30\u00a0min",
        "Schülerinnen und Schüler, zwei Klassen, Sekundarschule, Klassenstufe 9",
        "52 Personen",
        "Referentin/Referent der Verfassungsschutzbehörde",
        "Kennzeichen und Symbole (Broschüre, 3. Auflage)",
        "Nach Ihren Angaben ist vorhanden: Beamer, Leinwand, Lautsprecher",
        "Eine Lehrkraft bleibt im Raum",
        "Beutelsbacher Konsens",
        "Mit freundlichen Grüßen",
    ],
)
def test_fact_stands_in_the_letter(fact):
    assert " ".join(fact.split()) in text()


def test_a_tentative_date_is_only_noted():
    told = text(state=EventState.tentative)
    assert "Ihr Termin ist vorgemerkt" in told
    assert "Gern bestätigen wir" not in told


def test_the_letter_is_there_in_english():
    assert "We gladly confirm the following date:" in text("en")
    assert "Speaker of the Verfassungsschutz authority" in text("en")


def test_what_is_not_known_leaves_no_empty_head():
    told = text(
        facts=replace(FACTS, material=(), neutrality_note="", room_technique="", schulform=None, teacher_present=None)
    )
    assert "Das bringen wir mit" not in told
    assert "So wahren wir die Neutralität" not in told
    assert "Bitte teilen Sie uns mit, welche Technik der Raum hat" in told
    assert "Eine Lehrkraft" not in told


def test_a_letter_of_several_pages_stays_whole():
    content = documents.render(
        "lecture_confirmation",
        samples.lecture_confirmation(facts=replace(FACTS, neutrality_note="Ein Satz zur Neutralität. " * 300)),
        language("de"),
    )
    assert tagged.faults(content) == []


def test_only_the_partners_view_makes_a_letter():
    event = replace(letter_event(), audience=Audience.public)
    with pytest.raises(ValueError, match="partners"):
        ConfirmationLetter(Confirmation(event, FACTS), samples.OFFICE, samples.STAND)
