"""One letter to many: each begins a page under its own head, and greets whom it goes to."""

import time

import pytest

from domain import documents
from domain.i18n import language
from domain.rows.letters import Addressee
from tests.domain.documents import samples, tagged
from tests.domain.documents.posting_samples import SCHULE, STADT, VEREIN

THREE = (STADT, SCHULE, VEREIN)


def made(code: str = "de", **changes: object) -> bytes:
    return documents.render("mail_merge", samples.mail_merge(**changes), language(code))


def test_each_letter_has_its_own_address_greeting_and_pages():
    pages = tagged.page_texts(made(addressees=THREE))
    greetings = ("Sehr geehrte Damen und Herren,", "Sehr geehrte Frau Dr. Muster,", "Guten Tag Kim Probe,")
    assert len(pages) == len(THREE)
    for page, to, greeting in zip(pages, THREE, greetings, strict=True):
        assert to.institution in page
        assert to.place in page
        assert greeting in page
        assert f"Ihr Wunschtermin für {to.institution}" in page
        assert "Seite 1 von 1" in page


def test_letters_are_parts_with_bookmarks_and_page_labels_of_their_own():
    long_text = samples.mail_merge().text + "\n\n" + "Ein langer Satz, der viel Platz braucht. " * 120
    with tagged.opened(made(addressees=THREE, text=long_text)) as pdf:
        tree = tagged.tree(pdf)
        assert [kid.tag for kid in tree.kids] == ["Part"] * 3
        labels = pdf.Root.PageLabels.Nums
        starts = [int(labels[at]) for at in range(0, len(labels), 2)]
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == [to.institution for to in THREE]
        pages = len(pdf.pages)
    assert starts == [0, pages // 3, 2 * pages // 3]
    assert pages > len(THREE)
    assert str(labels[3].P) == "2-"


def test_enclosures_stand_below_the_signature_and_lists_are_lists():
    content = made()
    found = tagged.text(content)
    assert found.index("Mit freundlichen Grüßen") < found.index("Anlagen Anfrageformular Übersicht der Angebote")
    with tagged.opened(content) as pdf:
        assert sum(node.tag == "LI" for node in tagged.tree(pdf).walk()) == 3


def test_unknown_placeholders_stay_visible():
    assert "{wetter} in Havelberg" in tagged.text(made(text="Betreff\n\nText: {wetter} in {ort}"))


@pytest.mark.parametrize(("code", "words"), [("de", "dies ist ein Muster"), ("en", "This is a sample")])
def test_without_text_a_sample_shows_how_it_works_and_without_addressee_the_field_is_empty(code, words):
    found = tagged.text(made(code, text="", addressees=()))
    assert words in found
    assert "{institution}" in found


def test_a_long_name_takes_more_lines_of_the_address_field():
    name = "Sekundarschule „Am Weinberg“ mit Außenstelle Klietz und Ganztagsangebot der Hansestadt Havelberg"
    assert name in tagged.text(made(addressees=(Addressee(name, "Ring 1", "39539 Havelberg"),)))


def test_two_hundred_letters_cost_little():
    many = tuple(Addressee(f"Grundschule {number}", "Ring 1", "39539 Havelberg", "Havelberg") for number in range(200))
    start = time.process_time()
    content = made(addressees=many)
    # 0.8 s when it was measured; a wide margin because other work shares the machine.
    assert time.process_time() - start < 6
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) == len(many)


def test_the_code_follows_text_and_addressees():
    codes = {
        documents.code_of("mail_merge", samples.mail_merge(**changes))
        for changes in ({}, {"text": "x"}, {"addressees": THREE})
    }
    assert len(codes) == 3
