"""Charts: bars as long as their figures, nothing told by colour alone, and round lines behind them."""

import re
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents.kit.canvas import TaggedCanvas
from domain.documents.kit.charts import BarChart, ColumnChart, Series, _ticks
from domain.documents.kit.contents import Nothing, PageBreak
from domain.documents.kit.flow import Stack
from domain.documents.kit.metadata import About
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import Theme
from domain.i18n import language
from tests.domain.documents.events import STAND

THEME = Theme()


def drawn(chart):
    """The operators of a page with the chart on it."""
    out = BytesIO()
    about = About(title="Bild", subject="", author="Landauf", language="de-DE", created=STAND)
    canvas = TaggedCanvas(out, (600, 800), about)
    chart.draw(canvas, 50, 700, 400)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as pdf:
        return pdf.pages[0].Contents.read_bytes().decode("latin-1")


def bars(code, filled):
    """Width and height of the bars: filled ones in the primary colour, others white with an edge."""
    colour = r"0\.043 0\.310 0\.424 rg" if filled else r"1\.000 1\.000 1\.000 rg [\d. ]+ RG [\d.]+ w"
    found = re.findall(rf"q {colour} [\d.]+ [\d.]+ ([\d.]+) ([\d.]+) re [fB] Q", code)
    return [(float(width), float(height)) for width, height in found]


def chart(kind, *figures):
    series = [Series(f"Reihe {number}", tuple(line)) for number, line in enumerate(figures)]
    places = [f"Ort {number}" for number in range(len(figures[0]))]
    return kind(places, series, "Bild", language("de").number, THEME)


def test_columns_are_as_high_as_their_figures():
    heights = [height for _width, height in bars(drawn(chart(ColumnChart, (1, 2, 4))), filled=True)]
    assert heights[1] == pytest.approx(2 * heights[0], rel=0.01)
    assert heights[2] == pytest.approx(4 * heights[0], rel=0.01)


def test_bars_are_as_long_as_their_figures_and_nothing_is_drawn_for_nothing():
    lengths = [width for width, _height in bars(drawn(chart(BarChart, (3, 0, 6))), filled=True)]
    assert len(lengths) == 2
    assert lengths[1] == pytest.approx(2 * lengths[0], rel=0.01)


@pytest.mark.parametrize("kind", [ColumnChart, BarChart])
def test_the_year_before_is_outlined_and_has_a_legend(kind):
    code = drawn(chart(kind, (3, 4), (2, 5)))
    assert len(bars(code, filled=True)) == 3  # two bars and their mark in the legend
    assert len(bars(code, filled=False)) == 3


@pytest.mark.parametrize("kind", [ColumnChart, BarChart])
def test_a_series_of_nothing_is_left_out(kind):
    assert bars(drawn(chart(kind, (3, 4), (0, 0))), filled=False) == []


@pytest.mark.parametrize("kind", [ColumnChart, BarChart])
def test_a_chart_of_nothing_is_drawn_without_bars(kind):
    assert bars(drawn(chart(kind, (0, 0))), filled=True) == []


@settings(max_examples=40)
@given(st.floats(min_value=0.1, max_value=1e7))
def test_lines_are_round_few_and_not_above_the_largest_figure(most):
    ticks = _ticks(most)
    assert len(ticks) <= 6
    assert all(0 < tick <= most for tick in ticks)
    assert len({round(after - before, 6) for before, after in pairwise(ticks)}) <= 1


def test_a_page_break_moves_what_follows_and_does_nothing_on_top_of_a_page():
    text = Paragraph("Text", THEME.plain)
    first, rest = Stack([text, PageBreak(), text]).split(400, 500, "de", force=True)
    assert [type(block) for block in first.blocks] == [Paragraph, Nothing]
    assert [type(block) for block in rest.blocks] == [Nothing, Paragraph]
    whole, nothing = PageBreak().split(400, 500, "de", force=True)
    assert isinstance(whole, Nothing)
    assert nothing is None
