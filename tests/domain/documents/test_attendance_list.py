"""The attendance list on paper."""

import re
from dataclasses import replace

from domain import documents
from domain.i18n import language
from tests.domain.documents import samples, tagged


def made(code="de", **changes):
    return documents.render("attendance_list", samples.attendance_list(**changes), language(code))


def rows(content):
    with tagged.opened(content) as pdf:
        return [len(node.kids) for node in tagged.tree(pdf).walk() if node.tag == "TR"]


def test_expected_institutions_stand_in_the_first_lines_and_the_page_is_filled():
    text = tagged.text(made())
    assert "1 Hansestadt Havelberg, Ordnungsamt 2 Hansestadt" in text
    assert "4 Seniorenbeirat 5 6 7" in text
    assert rows(made()) == [4] * 23  # head and 22 lines


def test_it_says_why_names_are_asked_for_and_when_they_are_destroyed():
    text = tagged.text(made())
    assert "Die Unterschrift ist freiwillig." in text
    assert "Diese Liste wird am 12.08.2027 vernichtet; aufgehoben wird nur die Zahl der Personen." in text
    assert "Verantwortlich: Koordinierungsstelle Prävention." in text
    assert "This list is destroyed on 12/08/2027" in tagged.text(made("en"))


def test_list_without_invited_has_twenty_lines_at_least_and_one_for_many_more_than_are_expected():
    assert len(rows(made(institutions=()))) - 1 >= 20
    many = made(institutions=("Ordnungsamt",) * 40)
    assert len(rows(many)) - 1 >= 44
    assert len(tagged.page_texts(many)) == 2
    last = max(int(number) for number in re.findall(r"(?<= )\d{2}(?= )", tagged.page_texts(many)[1]))
    assert last == len(rows(many)) - 1


def test_event_of_whole_days_counts_from_its_last_day_and_one_without_office_names_nobody():
    event = replace(
        samples.dialogue(samples.Audience.internal),
        all_day=True,
        starts_at=None,
        ends_at=None,
        first_day=samples.DIALOGUE_DAY,
        last_day=samples.DIALOGUE_DAY.replace(day=16),
    )
    text = tagged.text(made(event=event, office=samples.OfficeSettings()))
    assert "am 14.08.2027 vernichtet" in text
    assert "Verantwortlich" not in text
