"""The annual report on paper: its sections, charts with their tables, contents, and the year before."""

import re
from dataclasses import replace
from datetime import date

import pytest

from domain import documents
from domain.i18n import language
from domain.region.kreise import kreise
from domain.rows.annual_report import AnnualReport
from tests.domain.documents import tagged
from tests.domain.documents.annual_samples import KINDS, annual_report, report


def made(code="de", **changes):
    return documents.render("annual_report", annual_report(**changes), language(code))


def nodes(content, tag):
    with tagged.opened(content) as pdf:
        return [node for node in tagged.tree(pdf).walk() if node.tag == tag]


def test_contents_name_every_section_with_the_page_it_begins_on():
    content = made()
    pages = tagged.page_texts(content)
    with tagged.opened(content) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root[0].children][2:]  # foreword and office
    assert len(titles) == 15
    for title in titles:
        number = int(re.search(rf"{re.escape(title)} (\d+)", pages[0])[1])
        assert title in pages[number - 1]
        assert number > 1


def test_contents_are_tagged_as_such():
    (contents,) = nodes(made(), "TOC")
    assert {kid.tag for kid in contents.kids} == {"TOCI"}


def test_charts_are_figures_whose_text_tells_every_bar():
    _logo, months, kinds, districts, topics = nodes(made(), "Figure")
    sums = report().months
    assert f"2026: Jan {sums[0]}, Feb {sums[1]}" in months.alt
    assert "2025: Jan 20" in months.alt
    assert "Bürgerdialog" in kinds.alt
    assert districts.alt.count("Veranstaltungen") == len(kreise())
    assert "Thema 0 40" in topics.alt


def test_the_table_beside_the_chart_has_the_same_sums():
    text, found = tagged.text(made()), report()
    months = " ".join(map(str, found.months))
    reached = sum(each.reached for each in KINDS)
    assert f"Alle Arten {months} {found.held} {language('de').number(reached)}" in text


CHANGES = (
    (396, 341, "+16 %"), (512, 630, "−19 %"), (30, 30, "±0 %"), (14, 14, "±0"), (19, 12, "+7"), (5, 0, "neu"),
    (0, 0, "–"),
)  # fmt: skip


@pytest.mark.parametrize(("now", "before", "words"), CHANGES)
def test_every_figure_stands_beside_the_year_before_with_its_change(now, before, words):
    key = (replace(report().key[0], now=now, before=before), report().key[1])
    assert f"Durchgeführte Veranstaltungen {now} {before} {words}" in tagged.text(made(report=report(key=key)))


def test_a_year_that_is_not_over_says_up_to_when_both_years_are_counted():
    words = "im Vorjahr bis zum selben Tag"
    assert words in tagged.text(made(report=report(until=date(2026, 4, 28))))
    assert words not in tagged.text(made())


def test_capacity_has_its_line_even_if_nothing_was_declined_for_it():
    none = report(requests=replace(report().requests, declined=()))
    assert "mangels Kapazität 0" in tagged.text(made(report=none))
    assert "mangels Kapazität 21" in tagged.text(made())


def test_a_foreword_takes_the_place_of_the_remit():
    assert "Vorwort Ein Jahr voller Begegnungen." in tagged.text(made())
    assert "Unser Auftrag" in tagged.text(made(foreword=" "))


def test_a_frozen_report_bears_its_code_on_every_page():
    pages = tagged.page_texts(made(snapshot="1A2B-3C4D"))
    assert all("Stand 1A2B-3C4D" in page for page in pages)


def test_an_empty_year_is_a_whole_document():
    empty = made("en", report=AnnualReport(2026, date(2026, 12, 31)))
    assert tagged.faults(empty) == []
    assert "No event was held in this year." in tagged.text(empty)


def test_sections_without_content_are_left_out():
    text = tagged.text(made(report=report(examples=(), publications=(), targets=())))
    assert all(title not in text for title in ("Gute Beispiele", "Publikation", "Ausblick"))
