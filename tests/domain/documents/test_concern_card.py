"""The concern card with its stub on paper."""

from domain import documents
from domain.i18n import language
from domain.labels import label
from domain.terms import ConcernCategory
from tests.domain.documents import samples, tagged


def made(**changes):
    return documents.render("concern_card", samples.concern_card(**changes), language("de"))


def test_a_number_stands_on_the_card_and_on_its_stub_and_runs_over_the_sheets():
    pages = tagged.page_texts(made(count=40))
    assert len(pages) == 20
    assert pages[0].count("01 ") >= 2
    assert "Karte 40" in pages[-1]
    assert "Ihr Abschnitt zu Karte 40" in pages[-1]


def test_all_categories_can_be_ticked_and_names_are_not_wanted():
    text = tagged.text(made(count=1))
    assert all(label(category, language("de")) in text for category in ConcernCategory)
    assert "Bitte ohne Namen, weder Ihren eigenen noch den anderer." in text


def test_the_stub_says_what_happens_and_where_results_appear():
    text = tagged.text(made(count=1))
    assert "steht im Ergebnisblatt" in text
    assert "Dort trägt es diese Nummer." in text
    assert "Ergebnisse und Fragen praevention.example.org/tour" in text


def test_only_the_first_card_is_read_out_whole():
    with tagged.opened(made(count=4)) as pdf:
        tags = [node.tag for node in tagged.tree(pdf).walk()]
    assert tags.count("H1") == 1
    assert tags.count("LI") == len(ConcernCategory)
    assert tags.count("P") - tags_of_one() == 3  # a line for each of the others


def tags_of_one():
    with tagged.opened(made(count=1)) as pdf:
        return [node.tag for node in tagged.tree(pdf).walk()].count("P")
