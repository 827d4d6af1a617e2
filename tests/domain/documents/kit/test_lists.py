"""Lists keep their numbers and their levels, for the eye and for the ear."""

import pytest

from domain.documents.kit.lists import Item, listing
from domain.documents.kit.text import b
from domain.documents.kit.theme import Theme
from tests.domain.documents import tagged
from tests.domain.documents.kit.sheets import made

THEME = Theme()
STEPS = [
    "Fenster schließen",
    Item("Nachbarn bitten", ["Briefkasten leeren", Item("Rollläden bewegen", ["morgens", "abends"], is_numbered=True)]),
    Item([b("Notruf")]),
]


def lists(content: bytes) -> list[tagged.Node]:
    with tagged.opened(content) as pdf:
        return [node for node in tagged.tree(pdf).walk() if node.tag == "L"]


def test_nested_list_is_a_list_in_the_body_of_its_item():
    outer, middle, inner = lists(made(listing(THEME, STEPS, is_numbered=True)))
    assert [found.attribute("ListNumbering") for found in (outer, middle, inner)] == ["/Decimal", "/None", "/Decimal"]
    body = outer.kids[1].kids[1]
    assert [kid.tag for kid in body.kids] == ["P", "L"]
    assert body.kids[1] is middle


def test_numbers_and_dashes_are_labels():
    found = tagged.text(made(listing(THEME, STEPS, is_numbered=True, start=9)))
    for words in ("9. Fenster", "10. Nachbarn", "· Briefkasten", "1. morgens", "2. abends"):
        assert words in found


@pytest.mark.parametrize("count", [1, 120, 1500])
def test_long_numbered_list_is_one_list_over_pages(count):
    content = made(listing(THEME, [f"Punkt {at}" for at in range(count)], is_numbered=True))
    assert tagged.faults(content) == []
    assert len(lists(content)) == 1
    assert len(lists(content)[0].kids) == count


def test_nested_list_is_split_inside_its_item():
    content = made(listing(THEME, [Item("Alles", [f"Punkt {at}" for at in range(200)])]))
    with tagged.opened(content) as pdf:
        assert len(pdf.pages) > 2
    assert tagged.faults(content) == []
    assert [len(found.kids) for found in lists(content)] == [1, 200]


def test_deep_nesting_leaves_room_for_words():
    item = Item("unten")
    for level in range(40):
        item = Item(f"Ebene {level} mit etwas Text", [item])
    content = made(listing(THEME, [item]))
    assert tagged.faults(content) == []
    assert "unten" in tagged.text(content)


def test_list_in_another_language_says_so():
    content = made(listing(THEME, ["raz", "dwa"], language="pl"))
    with tagged.opened(content) as pdf:
        assert [node.language for node in tagged.tree(pdf).walk() if node.language] == ["pl"]
    assert tagged.faults(content) == []
