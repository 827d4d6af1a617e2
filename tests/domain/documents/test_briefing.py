"""The briefing holds what a speaker must know, and marks what must not leave the house."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from domain import documents
from domain.documents.briefing import Briefing
from domain.i18n import language
from domain.rows.published import MeasureFacts
from domain.rows.review import Lesson
from domain.terms import AccidentCause, OnlineChannel, PlaceCategory
from tests.domain.documents import samples, tagged


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("briefing", samples.briefing(**changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "BRIEFING · BÜRGERDIALOG · 2027-0147",
        "Nur intern",
        "15:30 Beginn 90 Personen erwartet",
        "Freitag, 14. Mai 2027, 15:30–17:30 Uhr",
        "16:15 Drei Tische: Bahnhof, Verkehr, Zusammenleben",
        "Dr. A. Vorlage Referentin, Referent Name nicht nach außen geben",
        "Verkehrswacht Elb-Havel Partner, noch nicht bestätigt",
        "Ordnungsamt Havelberg Partner",
        "Polizeiinspektion Stendal",
        "Polizeirevier Stendal",
        "Hinweise – nur intern",
        "Sicherheit – nur intern Angemeldete Gegenkundgebung",
        "12.11.2026 Bürgerdialog Innenstadt",
        "Seniorenclub Tangermünde, Tangermünde: Vortrag – Einbruchschutz",
        "Presse wird erwartet",
        "1. Obergeschoss",
        "Parken im Hof des Rathauses",
        "Hausmeister, 0170 0000000",
        "A-2026-0012 Die Unterführung am Bahnhof ist abends dunkel. – Ordnungsamt Havelberg",
        "A-2026-0014 In der Pestalozzistraße wird zu schnell gefahren. – noch keine Stelle benannt",
        "A-2026-0009 Am Spielplatz liegen Scherben. – 18.02.2027: Der Bauhof reinigt",
        "40 × Sicher wohnen, 3. Auflage",
        "10 × Bezpieczne mieszkanie (Polnisch)",
        "ab Magdeburg: 1 h 25 min, 92 km, Abfahrt 13:20, Kleinbus",
        "Jahr 2027 3 durchgeführt, 2 geplant, fehlt 1",
        "Dialoge 2, zuletzt am 12.11.2026",
    ],
)
def test_fact_stands_in_the_briefing(fact):
    assert fact in tagged.text(made())


def test_typical_briefing_has_two_pages():
    with tagged.opened(made()) as pdf:
        assert len(pdf.pages) == 2


def test_public_view_makes_no_briefing():
    with pytest.raises(ValueError, match="own view"):
        Briefing(samples.dialogue(), samples.OFFICE, samples.STAND)


def test_briefing_without_district_people_and_past_still_prints():
    event = replace(samples.dialogue(samples.Audience.internal), internal=samples.InternalPart(), text="", agenda="")
    content = documents.render("briefing", Briefing(event, samples.OFFICE, samples.STAND), language("de"))
    assert tagged.faults(content) == []
    assert "Frühere Veranstaltungen im Kreis Keine erfasst." in tagged.text(content)


def test_many_earlier_events_are_counted_after_the_first_six():
    many = samples.briefing().earlier * 5
    assert "und 9 weitere" in tagged.text(made(earlier=many))


def test_long_notes_run_over_pages_in_their_box():
    event = samples.briefing().event
    notes = "\n".join(f"Hinweis Nummer {number} für den Abend." for number in range(150))
    content = made(event=replace(event, internal=replace(event.internal, notes=notes)))
    found = tagged.text(content)
    assert all(f"Hinweis Nummer {number} für" in found for number in range(150))
    assert tagged.faults(content) == []


def test_facts_of_a_kind_stand_in_the_briefing():
    facts = MeasureFacts(
        place_category=PlaceCategory.road,
        police_officers=2,
        ordnungsamt_officers=1,
        police_minutes=720,
        ordnungsamt_minutes=360,
        qualification="Opferschutz",
        valid_months=36,
        channel=OnlineChannel.mastodon,
        channel_name="@amt <b>",
        cause=AccidentCause.speed,
        black_spot="B 6, Abzweig",
    )
    event = samples.briefing().event
    shown = tagged.text(made(event=replace(event, internal=replace(event.internal, facts=facts))))
    for words in (
        "Art des Ortes Straße oder Kreuzung",
        "Personen 2 Polizei und 1 Ordnungsamt",
        "Arbeitsstunden 18 h",
        "Qualifikation Opferschutz, 36 Monate gültig",
        "Kanal Mastodon, @amt <b>",
        "Unfallursache Geschwindigkeit",
        "Unfallschwerpunkt B 6, Abzweig",
    ):
        assert words in shown


def test_what_was_to_be_done_better_last_time_is_told():
    lesson = Lesson(UUID(int=5), "Markt <b>", date(2027, 3, 1), "Früher aufbauen\nKabel & Zelt")
    text = tagged.text(made(lesson=lesson))
    assert "Besser machen seit 01.03.2027, Markt <b>" in text
    assert "Kabel & Zelt" in text
    assert documents.code_of("briefing", samples.briefing(lesson=lesson)) != documents.code_of(
        "briefing", samples.briefing()
    )
