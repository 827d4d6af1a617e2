"""The programme tells those who come what happens when, with whom and where."""

from dataclasses import replace

import pytest

from domain import documents
from domain.documents.programme import Programme
from domain.i18n import language
from domain.rules.audience import CONFIDENTIAL_SPEAKER
from tests.domain.documents import samples, tagged


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("programme", samples.programme(**changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "PROGRAMM · BÜRGERDIALOG",
        "14. Freitag Mai 2027 15:30–17:30 Uhr",
        "16:15 Drei Tische: Bahnhof, Verkehr, Zusammenleben",
        "17:15 Ergebnisse und nächste Schritte Polizeirevier Stendal 17:30 Ende",
        "K. Beispiel – spricht",
        "Stadtseniorenrat – beteiligt",
        "Hansestadt Havelberg mit dem Polizeirevier Stendal – Veranstalter",
        "Markt 1 39539 Hansestadt Havelberg",
        "Stufenlos, mit Höranlage",
    ],
)
def test_fact_stands_in_the_programme(fact):
    assert fact in tagged.text(made())


def test_programme_has_one_page():
    with tagged.opened(made()) as pdf:
        assert len(pdf.pages) == 1


def test_own_view_makes_no_programme():
    with pytest.raises(ValueError, match="outsiders"):
        Programme(samples.dialogue(samples.Audience.internal), samples.OFFICE, samples.STAND)


def test_programme_for_partners_says_so():
    event = samples.dialogue(samples.Audience.partners)
    assert "Für geladene Gäste" in tagged.text(made(event=event))
    assert "Für geladene Gäste" not in tagged.text(made())


def test_confidential_speaker_is_named_in_the_language_of_the_sheet():
    event = replace(samples.programme().event, speakers=(CONFIDENTIAL_SPEAKER,))
    assert "Verfassungsschutz" in tagged.text(made(event=event))
    assert CONFIDENTIAL_SPEAKER not in tagged.text(made(event=event))


def test_agenda_without_times_is_a_list_and_none_at_all_says_when_it_is():
    event = samples.programme().event
    assert "– Begrüßung – Gespräch" in tagged.text(made(event=replace(event, agenda="Begrüßung\nGespräch")))
    bare = replace(event, agenda="", text="", partners=(), speakers=(), host="", accessibility="")
    content = made(event=bare, office=samples.OfficeSettings())
    assert tagged.faults(content) == []
    assert "Das Programm folgt. Freitag, 14. Mai 2027" in tagged.text(content)
