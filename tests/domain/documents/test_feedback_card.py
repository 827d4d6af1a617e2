"""The feedback card on paper."""

from domain import documents
from domain.documents.label_grid import CARDS_A5
from domain.i18n import language
from tests.domain.documents import samples, tagged

QUESTION = "Wie sicher fühlen Sie sich hier?"


def made(code="de", **changes):
    return documents.render("feedback_card", samples.feedback_card(**changes), language(code))


def test_four_equal_cards_are_drawn_and_one_is_read_out():
    content = made()
    assert tagged.text(content).count(QUESTION) == 4
    with tagged.opened(content) as pdf:
        tags = [node.tag for node in tagged.tree(pdf).walk()]
    assert tags.count("H1") == 1
    assert tags.count("LI") == 5


def test_large_cards_are_two_on_a_sheet():
    pages = tagged.page_texts(made(grid=CARDS_A5))
    assert [page.count(QUESTION) for page in pages] == [2]


def test_five_answers_stand_in_their_order_from_very_unsafe_to_very_safe():
    assert "sehr unsicher eher unsicher teils, teils eher sicher sehr sicher" in tagged.text(made())
    assert "very unsafe rather unsafe partly rather safe very safe" in tagged.text(made("en"))


def test_nothing_about_the_person_is_asked():
    text = tagged.text(made())
    assert "Bitte schreiben Sie keine Namen auf" in text
    assert not {"Name:", "Alter", "E-Mail", "Telefon"} & set(text.split())
