"""Name badges on paper."""

from domain import documents
from domain.documents.label_grid import BADGES_80X50
from domain.i18n import language
from domain.rows.guests import Guest
from tests.domain.documents import samples, tagged

LONG = (
    "Prof. Dr. Maximiliane-Alexandra Musterhausen-Vorlagenberg von und zu Beispielstein-Hohenprobe"
    ", Präsidentin a. D. e. h."
)


def made(code="de", **changes):
    return documents.render("name_badges", samples.name_badges(**changes), language(code))


def people(count):
    return tuple(Guest(f"Gast {number}", f"Amt {number}") for number in range(count))


def spoken(content):
    with tagged.opened(content) as pdf:
        return [node.tag for node in tagged.tree(pdf).walk() if node.tag in {"H1", "L", "LI"}]


def test_each_badge_is_an_item_of_one_list_over_all_pages():
    content = made(names=people(25))
    assert spoken(content) == ["H1", "L", *["LI"] * 25]
    pages = tagged.page_texts(content)
    assert len(pages) == 3
    assert "Gast 9" in pages[0]
    assert "Gast 10" in pages[1]
    assert "Gast 24 Amt 24" in pages[2]


def test_event_day_and_town_stand_small_on_every_badge():
    text = tagged.text(made(names=people(3)))
    assert text.count("14.05.2027, Hansestadt Havelberg") == 3
    assert text.count("Sicher am Bahnhof Havelberg") == 4  # and in the margin


def test_without_names_a_sheet_of_samples_is_printed():
    assert spoken(made(names=())) == ["H1", "L", *["LI"] * 10]
    assert "Erika Beispiel" in tagged.text(made(names=()))


def test_names_are_in_no_code():
    assert documents.code_of("name_badges", samples.name_badges()) == documents.code_of(
        "name_badges", samples.name_badges(names=people(2))
    )


def test_a_name_of_120_characters_stands_whole_on_the_smaller_badge():
    assert len(LONG) == 118
    text = tagged.text(made(names=(Guest(LONG),), grid=BADGES_80X50))
    assert LONG in text


def test_the_same_name_twice_gives_two_badges():
    twin = Guest("Max Muster")
    assert spoken(made(names=(twin, twin))).count("LI") == 2
