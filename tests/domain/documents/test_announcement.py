"""Posters and flyers: on one sheet whatever stands on them, and the date to be read from three metres."""

import re
from dataclasses import replace
from datetime import date

import pytest

from domain import documents
from domain.documents.announcement import Announcement
from domain.documents.kit.theme import MM, print_saver
from domain.i18n import language
from domain.terms import Audience, EventState, PaperSize
from tests.domain.documents import samples, tagged

NAMES = ("poster", "flyer")
LONG = (
    "Sicherheitskonferenz für Bürgerinnen und Bürger: Verkehrssicherheit, Einbruchschutz und Cyberkriminalität in den "
    "Verbandsgemeinden des Landkreises Stendal"
)


def made(name: str, code: str = "de", **changes: object) -> bytes:
    return documents.render(name, getattr(samples, name)(**changes), language(code))


def sizes(content: bytes) -> dict[str, float]:
    """The largest size in which each word is set."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    page = document[0]
    words = page.get_textpage()
    found: dict[str, float] = {}
    for piece in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=words):
        found[piece.extract()] = max(found.get(piece.extract(), 0), piece.get_font_size())
    for each in (words, page, document):
        each.close()
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "fact",
    [
        "BÜRGERDIALOG",
        "Sicher am Bahnhof Havelberg",
        "Freitag 14. Mai 15:30–17:30 Uhr",
        "Stadthaus, Großer Saal Markt 1 39539 Hansestadt Havelberg",
        "Wie sicher fühlen Sie sich am Bahnhof und in der Altstadt?",
        "Barrierefreiheit: Stufenlos",
        "Veranstalter Hansestadt Havelberg mit dem Polizeirevier Stendal",
        "Termin mitnehmen Freitag, 14. Mai 2027 15:30–17:30 Uhr",
        "Mehr dazu praevention.example.org/ havelberg",
        "Fassung 8",
    ],
)
def test_fact_stands_on_the_sheet(name, fact):
    assert fact in tagged.text(made(name))


@pytest.mark.parametrize(
    ("name", "size", "width"),
    [("poster", None, 297), ("poster", PaperSize.a4, 210), ("flyer", None, 148)],
)
def test_the_sheet_has_the_size_that_was_chosen(name, size, width):
    with tagged.opened(made(name, size=size)) as pdf:
        assert float(pdf.pages[0].MediaBox[2]) == pytest.approx(width * MM, abs=0.1)
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(("size", "least"), [(None, 60), (PaperSize.a4, 40)])
def test_date_and_place_of_a_poster_are_large(size, least):
    words = sizes(made("poster", size=size))
    day = max(points for word, points in words.items() if "14. Mai" in word and "2027" not in word)
    assert day >= least
    assert max(points for word, points in words.items() if "Stadthaus" in word) >= least / 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("theme", [None, print_saver()])
@pytest.mark.parametrize("title", [LONG, "Kurz", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente " * 3])
def test_any_title_and_no_text_still_fill_one_sheet(name, theme, title):
    data = getattr(samples, name)(event=samples.dialogue(title=title, text="", agenda="", host="", accessibility=""))
    content = documents.render(name, data, language("de"), theme=theme)
    assert tagged.faults(content) == []
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_long_title_of_ordinary_words_is_told_whole_and_not_hyphenated(name):
    assert LONG in tagged.text(made(name, event=samples.dialogue(title=LONG)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", ["de", "en"])
def test_nothing_is_left_empty_without_the_optional(name, code):
    event = samples.dialogue(
        text="",
        agenda="",
        host="",
        accessibility="",
        place=samples.PublishedPlace(online_url="https://video.example.org/7"),
    )
    content = made(name, code, event=event, office=samples.OfficeSettings(), calendar="", url="", version=None)
    assert tagged.faults(content) == []
    found = tagged.text(content)
    assert "Online video.example.org/7" in found
    assert not re.search("Kontakt|Contact|Mehr dazu|More about|mitnehmen|along", found)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_called_off_says_so_on_the_sheet(name):
    assert "Diese Veranstaltung ist abgesagt." in tagged.text(
        made(name, event=samples.dialogue(state=EventState.cancelled))
    )
    postponed = samples.dialogue(state=EventState.postponed, postponed_to=date(2027, 6, 11))
    assert "Verschoben auf Freitag, 11. Juni 2027" in tagged.text(made(name, event=postponed))


def test_a_poster_breaks_its_text_off_between_sentences():
    text = "Kommen Sie am 14. Mai zu uns. " + "Ein Satz, der auf jeden Fall recht lang ist und viel sagt. " * 9
    found = tagged.text(made("poster", event=samples.dialogue(text=text)))
    assert "viel sagt. SAW" in found or "viel sagt. DE" in found
    assert "…" not in found


def test_several_days_are_told_with_both_ends():
    event = samples.dialogue(
        all_day=True, starts_at=None, ends_at=None, first_day=date(2027, 5, 14), last_day=date(2027, 5, 15)
    )
    assert "Freitag – Samstag 14. Mai – 15. Mai" in tagged.text(made("poster", event=event))


@pytest.mark.parametrize("audience", [Audience.internal, Audience.partners])
def test_only_the_public_view_of_an_event_is_announced(audience):
    with pytest.raises(ValueError, match="public view"):
        Announcement(samples.dialogue(audience), samples.OFFICE, samples.STAND)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("name", ["poster", "flyer"])
def test_every_date_stands_there_whole(name, month):
    usual = getattr(samples, name)()
    start, end = (each.replace(month=month, day=28) for each in (usual.event.starts_at, usual.event.ends_at))
    data = replace(usual, event=replace(usual.event, starts_at=start, ends_at=end))
    for code in ("de", "en"):
        assert "…" not in tagged.text(documents.render(name, data, language(code)))
