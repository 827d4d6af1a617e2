"""The coverage report: the same figures as its rows, and what is missing."""

import re
from dataclasses import replace

import pytest

from domain import documents
from domain.i18n import language
from domain.region.kreise import kreise
from tests.domain.documents import samples, tagged
from tests.domain.documents.coverage_samples import KINDS, rows


def made(code="de", **changes):
    return documents.render("coverage_report", samples.coverage_report(**changes), language(code))


def sums(name):
    return sum(getattr(row, name) for row in rows())


def test_key_figures_are_the_sums_of_the_rows():
    text = tagged.text(made())
    for name, caption in (("held", "Gehalten"), ("planned", "Geplant"), ("target", "Ziel"), ("missing", "Fehlt")):
        assert f"{sums(name)} {caption}" in text


def test_every_kind_has_a_table_with_a_head_for_each_column_and_row():
    with tagged.opened(made()) as pdf:
        tables = [node for node in tagged.tree(pdf).walk() if node.tag == "Table"]
    of_kind = [table for table in tables if len(table.kids[0].kids) == 9]
    assert len(of_kind) == len(KINDS)
    for table in of_kind:
        head, *body = table.kids
        assert {cell.tag for cell in head.kids} == {"TH"}
        assert len(body) == len(kreise()) + 1
        assert all([cell.tag for cell in row.kids] == ["TH"] + ["TD"] * 8 for row in body)


def test_map_says_the_figures_of_every_kreis():
    with tagged.opened(made()) as pdf:
        (figure,) = [node for node in tagged.tree(pdf).walk() if node.tag == "Figure"]
    assert figure.alt.count("gehalten") == len(kreise())
    assert "SAW: " in figure.alt


def test_gaps_are_listed_the_largest_first():
    text = tagged.text(made())
    listed = [int(number) for number in re.findall(r"Halbjahr 2027 (\d+) \d+ \d+ \d+", text)]
    assert listed == sorted((row.missing for row in rows() if row.missing), reverse=True)


def test_report_without_gaps_or_rows_says_so():
    full = tuple(replace(row, held=row.target) for row in rows())
    assert "An den Zielen fehlt nichts." in tagged.text(made(rows=full))
    empty = made(rows=())
    assert "In diesem Jahr gibt es weder Termine noch Ziele." in tagged.text(empty)
    assert tagged.faults(empty) == []


@pytest.mark.parametrize(("code", "words"), [("de", "So wurde gezählt"), ("en", "How it was counted")])
def test_counting_rules_stand_at_the_end(code, words):
    text = tagged.text(made(code))
    assert all(mark in text[text.index(words) :] for mark in "¹²³⁴")
