"""Cells over several columns and rows keep their place, also where a page ends among them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.documents.kit.flow import Block
from domain.documents.kit.grid import Placed, RowGroup
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.spans import Span, span_table
from domain.documents.kit.table import Table
from domain.documents.kit.theme import Theme
from tests.domain.documents import tagged
from tests.domain.documents.kit.sheets import made

THEME = Theme()
WIDTH = 400.0
HEADS = (
    (Span("Kreis", rows=2, scope="both"), Span("Termine", columns=2), Span("Anteil", rows=2)),
    ("geplant", "gehalten"),
)


def text(cell: Placed) -> list[str]:
    return [line for block in cell.stack.blocks if isinstance(block, Paragraph) for line in block.text.split("\n")]


def groups(table: Block) -> list[RowGroup]:
    assert isinstance(table, Table)
    return [block for block in table.rows.blocks if isinstance(block, RowGroup)]


def parts(table: Block, room: float) -> list[Block]:
    found, rest = [], table
    while rest is not None:
        head, rest = rest.split(WIDTH, room, "de", force=True)
        assert head is not None
        found.append(head)
        assert len(found) < 200
    return found


def districts(rows: int, lines: int = 1) -> Table:
    body = [
        (Span("Harz", rows=rows), *(f"{name} {row}" + "\nweiter" * (lines - 1) for name in ("a", "b")), "c")
        if row == 0
        else (f"a {row}", f"b {row}", "c")
        for row in range(rows)
    ]
    return span_table(THEME, (90, None, None, 60), HEADS, [*body, (Span("Summe", columns=3), "4")])


def test_spans_and_scopes_are_attributes_of_the_cells():
    with tagged.opened(made(districts(3))) as pdf:
        cells = [node for node in tagged.tree(pdf).walk() if node.tag in {"TH", "TD"}]
    reach = [(cell.attribute("Scope"), cell.attribute("RowSpan"), cell.attribute("ColSpan")) for cell in cells]
    assert reach[:4] == [("/Both", "2", ""), ("/Column", "", "2"), ("/Column", "2", ""), ("/Column", "", "")]
    assert reach[5] == ("/Row", "3", "")
    assert reach[-2] == ("/Row", "", "3")


@pytest.mark.parametrize("rows", [2, 30, 90])
def test_table_with_spans_is_regular_on_any_number_of_pages(rows):
    assert tagged.faults(made(districts(rows))) == []


def test_head_of_a_row_span_is_shown_again_on_the_next_page_as_decoration():
    content = made(districts(60))
    assert all("Harz" in page for page in tagged.page_texts(content))
    with tagged.opened(content) as pdf:
        heads = [node for node in tagged.tree(pdf).walk() if node.tag == "TH" and node.attribute("RowSpan") == "60"]
    assert len(heads) == 1
    assert {page for node in heads[0].walk() for page, _number in node.marks} == {0}


def test_group_of_rows_that_fits_a_page_is_not_torn():
    whole = districts(3)
    assert whole.split(WIDTH, 90, "de") == (None, whole)


@settings(max_examples=40)
@given(st.integers(1, 12), st.integers(1, 9), st.floats(90, 400))
def test_nothing_of_a_span_is_lost_over_pages_and_none_is_too_high(rows, lines, room):
    whole = districts(rows, lines)
    seen = []
    for part in parts(whole, room):
        assert part.height(WIDTH, "de") <= room + 0.1
        shown = {
            id(cell): [piece.text for line in block.lines(WIDTH, "de") for piece in line.pieces]
            for group in groups(part)
            for cell in group.cells
            if not cell.is_repeated
            for block in cell.stack.blocks
            if isinstance(block, Paragraph)
        }
        seen += [line for found in shown.values() for line in found]
    assert sorted(seen) == sorted(line for group in groups(whole) for cell in group.cells for line in text(cell))


def test_tall_span_makes_its_last_row_higher():
    table = span_table(THEME, (60, None), (), [(Span("eins\nzwei\ndrei\nvier", rows=2), "a"), ("b",)])
    (group,) = groups(table)
    first, last = group.heights(WIDTH, "de")
    assert last > first
    assert first + last == pytest.approx(group.cells[0].stack.height(60, "de"))


@pytest.mark.parametrize(
    "rows", [[("a",)], [("a", Span("b", rows=2))], [("a", "b", "c")], [(Span("a", rows=2), "b"), ("c", "d")]]
)
def test_irregular_table_is_refused(rows):
    with pytest.raises(ValueError, match="cells"):
        span_table(THEME, (60, None), (), rows)
