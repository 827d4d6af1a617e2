"""The invitation says what the public may know, and nothing else."""

import re
from dataclasses import replace
from datetime import date

import pytest

from domain import documents
from domain.documents.invitation import Invitation
from domain.i18n import language
from domain.rows.settings import OfficeSettings
from domain.terms import Audience, EventState
from tests.domain.documents import samples, tagged


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("invitation", samples.invitation(**changes), language(code))


@pytest.mark.parametrize(
    "fact",
    [
        "EINLADUNG · BÜRGERDIALOG",
        "Sicher am Bahnhof Havelberg",
        "14. Freitag Mai 2027 15:30–17:30 Uhr",
        "von der Beleuchtung der Unterführung bis zur Geschwindigkeitsüberwachung",
        "15:45 Was aus den Anliegen vom November wurde",
        "Stadthaus, Großer Saal Markt 1 39539 Hansestadt Havelberg",
        "Stufenlos, mit Höranlage",
        "Hansestadt Havelberg mit dem Polizeirevier Stendal",
        "Mit: Ordnungsamt Havelberg und Stadtseniorenrat",
        "Termin mitnehmen",
        "praevention.example.org/havelberg",
        "Fassung 8",
    ],
)
def test_fact_stands_on_the_invitation(fact):
    assert fact in tagged.text(made())


def test_typical_invitation_is_one_page():
    with tagged.opened(made()) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("audience", [Audience.internal, Audience.partners])
def test_only_the_public_view_of_an_event_makes_an_invitation(audience):
    with pytest.raises(ValueError, match="public view"):
        Invitation(samples.dialogue(audience), samples.OFFICE, samples.STAND)


def test_confidential_speaker_is_named_in_the_language_of_the_document():
    event = samples.dialogue(speakers=("Speaker of the Verfassungsschutz authority",))
    assert "Speaking: Speaker of the Verfassungsschutz authority" in tagged.text(made("en", event=event))
    german = re.search(r"Es spricht: (.*?) –", tagged.text(made("de", event=event)))[1]
    assert german == language("de").gettext("Speaker of the Verfassungsschutz authority")


def test_cancelled_event_says_so_first():
    content = made(event=samples.dialogue(state=EventState.cancelled))
    found = tagged.text(content)
    assert "Diese Veranstaltung ist abgesagt." in found
    assert found.index("abgesagt") < found.index("Reden Sie mit")


def test_postponed_event_names_the_new_day():
    content = made(event=samples.dialogue(state=EventState.postponed, postponed_to=date(2027, 6, 11)))
    assert "Verschoben auf Freitag, 11. Juni 2027" in tagged.text(content)


def test_agenda_without_times_is_a_list():
    content = made(event=samples.dialogue(agenda="- Begrüßung\n2. Aussprache"))
    with tagged.opened(content) as pdf:
        items = [node for node in tagged.tree(pdf).walk() if node.tag == "LI"]
    assert "– Begrüßung – Aussprache" in tagged.text(content)
    assert len(items) >= 2


@pytest.mark.parametrize(
    "line", ["9:05 Anfang", "09.05 Uhr Anfang", "9.05 Uhr – Anfang", "09:05: Anfang", "9:05 Uhr: Anfang"]
)
def test_agenda_times_are_understood_however_they_are_typed(line):
    assert "09:05 Anfang" in tagged.text(made(event=samples.dialogue(agenda=line)))


def test_event_on_several_whole_days_has_no_time():
    event = samples.dialogue(
        all_day=True, starts_at=None, ends_at=None, first_day=date(2027, 5, 14), last_day=date(2027, 5, 15)
    )
    found = tagged.text(made(event=event))
    assert "14. Freitag Mai 2027" in found
    assert "Uhr" not in found.split("Ablauf")[0]


def test_invitation_with_almost_nothing_filled_in_still_prints():
    event = samples.dialogue(
        text="",
        agenda="",
        host="",
        topics=(),
        target_groups=(),
        partners=(),
        accessibility="",
        starts_at=None,
        ends_at=None,
    )
    bare = replace(event, place=samples.PublishedPlace())
    content = documents.render("invitation", Invitation(bare, OfficeSettings(), samples.STAND), language("de"))
    assert tagged.faults(content) == []
    assert "Polizei und Ordnungsamt hören zu" in tagged.text(content)


def test_calendar_entry_too_long_for_a_code_is_left_out():
    content = made(calendar="X" * 3000)
    assert "Termin mitnehmen" not in tagged.text(content)
    assert tagged.faults(content) == []


def test_online_event_links_to_its_address():
    event = samples.dialogue(place=samples.PublishedPlace(online_url="https://konferenz.example.org/raum-7"))
    with tagged.opened(made(event=event)) as pdf:
        targets = [str(note.A.URI) for page in pdf.pages for note in page.obj.get("/Annots", [])]
    assert "https://konferenz.example.org/raum-7" in targets
