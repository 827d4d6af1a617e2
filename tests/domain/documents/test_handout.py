"""The handout and the handout of a lecture on paper."""

from dataclasses import replace
from datetime import date

import pytest
from pypdfium2 import PdfDocument

from domain import documents
from domain.i18n import language
from domain.terms import Audience
from tests.domain.documents import samples, tagged
from tests.domain.documents.handout_samples import EDITION, SIMPLE_EDITION


def paper(name="handout", code="de", **changes):
    return documents.render(name, getattr(samples, name)(**changes), language(code))


def text(name="handout", code="de", **changes):
    return " ".join(tagged.text(paper(name, code, **changes)).split())


@pytest.mark.parametrize(
    "fact",
    [
        "MERKBLATT · ENKELTRICK",
        "Enkeltrick und Schockanrufe Wer auflegt, ist ihnen voraus.",
        "Am Telefon meldet sich angeblich die Polizei.",
        "1. die Familie",
        "Im Notfall Wählen Sie die 110.",
        "Fassung 3 Gültig bis 31.12.2028 Text: Landauf",
        "Fragen?",
    ],
)
def test_fact_stands_on_the_handout(fact):
    assert fact in text()


def test_handout_speaks_its_own_language_whatever_the_program_speaks():
    english = replace(EDITION, language="en", title="Grandchild trick", text="Hang up.")
    assert "Valid until 31/12/2028" in text(edition=english)
    assert "Gültig bis 31.12.2028" in text(code="en")
    with tagged.opened(paper(edition=replace(english, language="uk", text="Покладіть слухавку."))) as pdf:
        assert str(pdf.Root.Lang) == "uk"


def test_letters_of_poland_and_ukraine_are_all_there():
    found = text(edition=replace(EDITION, language="uk", text="Щоб їх ґанок є. Zażółć gęślą jaźń."))
    assert "Щоб їх ґанок є. Zażółć gęślą jaźń." in found


def test_lists_in_lists_and_links_are_tagged():
    with tagged.opened(paper()) as pdf:
        nodes = list(tagged.tree(pdf).walk())
    outer, inner = (node for node in nodes if node.tag == "L")
    assert inner in list(outer.walk())
    assert [node.links for node in nodes if node.tag == "Link"][:2] == [1, 1]


def test_handout_without_anything_but_a_title_is_whole():
    bare = replace(EDITION, lead="", text="", author="", valid_until=None)
    for tag in ("de", "de-simple"):
        content = paper(edition=replace(bare, language=tag), office=samples.OfficeSettings(), topic="")
        assert tagged.faults(content) == []
        assert "Fassung 3" in tagged.text(content)


def test_long_text_runs_over_pages_in_columns_and_loses_nothing():
    words = [f"Wort{number}" for number in range(2500)]
    found = text(edition=replace(EDITION, text="\n\n".join(" ".join(words[at : at + 90]) for at in range(0, 2500, 90))))
    assert [word for word in found.split() if word.startswith("Wort")] == words


def sizes(content):
    """The sizes of type that the pages use."""
    import re

    with tagged.opened(content) as pdf:
        return [
            float(size) for page in pdf.pages for size in re.findall(rb"/F\S+ ([\d.]+) ", page.Contents.read_bytes())
        ]


def test_leichte_sprache_is_large_and_keeps_a_line_for_a_sentence():
    content = paper(edition=SIMPLE_EDITION)
    assert min(size for size in sizes(content) if size != 8.5) >= 14  # 8.5: the running lines, decoration
    with PdfDocument(content) as pdf:
        lines = pdf[0].get_textpage().get_text_range().splitlines()
    at = lines.index("Ein Betrüger ruft Sie an. ")
    assert lines[at + 1 : at + 3] == ["Er sagt: Ich bin dein Enkel. ", "Das ist gelogen. "]


def test_leichte_sprache_breaks_no_word_and_no_group():
    groups = "\n\n".join(
        f"Gruppe {number} Anfang.\nDer Enkel-Trick-Betrüger ruft an.\nGruppe {number} Ende." for number in range(40)
    )
    content = paper(edition=replace(SIMPLE_EDITION, text=groups))
    assert "\u00ad" not in tagged.text(content)
    assert tagged.text(content).count("Enkel-Trick-Betrüger") == 40
    with tagged.opened(content) as pdf:
        paragraphs = [node for node in tagged.tree(pdf).walk() if node.tag == "P"]
        assert len(pdf.pages) > 3
    assert all(len({page for page, _mark in node.marks}) <= 1 for node in paragraphs)


def test_lecture_handout_tells_the_lecture_and_leaves_room_for_notes():
    found = text("lecture_handout")
    assert "HANDOUT ZUM VORTRAG" in found
    assert "Vortrag Sicher am Telefon Wann Freitag, 14. Mai 2027" in found
    assert "Ihre Notizen" in found
    assert "Hier bekommen Sie Hilfe" in found


def test_lecture_handout_is_not_made_from_what_is_internal():
    with pytest.raises(ValueError, match="outsiders"):
        samples.lecture_handout(event=samples.dialogue(Audience.internal, internal=samples.InternalPart()))


def test_code_changes_with_the_text_alone():
    def code(**changes):
        return documents.code_of("handout", samples.handout(**changes))

    assert code() == code(stand=samples.at(23))
    assert code() != code(edition=replace(EDITION, text="Anders."))
    assert code() != code(edition=replace(EDITION, valid_until=date(2029, 1, 1)))
