"""Blocks are split over pages without losing, repeating or separating what belongs together."""

from hypothesis import given
from hypothesis import strategies as st

from domain.documents.kit.flow import Block, Frame, Row, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import Table, items, table
from domain.documents.kit.theme import Theme

THEME = Theme()
WIDTH = 300.0


def words(block: Block) -> list[str]:
    """The texts below a block in reading order."""
    if isinstance(block, Paragraph):
        return [line.pieces[0].text for line in block.lines(WIDTH, "de") if line.pieces]
    if isinstance(block, Stack):
        return [word for kid in block.blocks for word in words(kid)]
    if isinstance(block, Row):
        return [word for cell in block.cells for word in words(cell)]
    return words(block.rows) if isinstance(block, Table) else []


def pages(block: Block, room: float) -> list[Block]:
    found, rest = [], block
    while rest is not None:
        head, rest = rest.split(WIDTH, room, "de", force=True)
        found.append(head)
        assert len(found) < 500
    return found


heights = st.lists(st.integers(1, 12), min_size=1, max_size=12)


@given(heights, st.floats(20, 300))
def test_nothing_is_lost_or_repeated_over_pages(lengths, room):
    blocks = [
        Paragraph("\n".join(f"{number}.{line}" for line in range(length)), THEME.body)
        for number, length in enumerate(lengths)
    ]
    stack = Stack(blocks)
    assert [word for page in pages(stack, room) for word in words(page)] == words(stack)


@given(heights, st.floats(60, 300))
def test_pages_keep_to_their_height(lengths, room):
    blocks = [Paragraph("\n".join("x" * length), THEME.body) for length in lengths]
    assert all(page.height(WIDTH, "de") <= room + 0.1 for page in pages(Stack(blocks), room))


def test_heading_moves_on_with_what_it_heads():
    text = Paragraph("eins\nzwei\ndrei", THEME.body)
    stack = Stack([text, Paragraph("Abschnitt", THEME.section), Paragraph("vier\nfünf", THEME.body)])
    head, rest = stack.split(WIDTH, text.height(WIDTH, "de") + 45, "de")
    assert words(head) == ["eins", "zwei", "drei"]
    assert words(rest) == ["Abschnitt", "vier", "fünf"]


def test_columns_go_on_side_by_side():
    left = Stack([Paragraph("\n".join(f"l{n}" for n in range(6)), THEME.body)])
    right = Stack([Paragraph("r0\nr1", THEME.body)])
    first, second = pages(Row([left, right], (150, None), 10), 4.2 * THEME.body.leading)
    assert words(first) == ["l0", "l1", "l2", "l3", "r0", "r1"]
    assert words(second) == ["l4", "l5"]


def test_table_row_moves_whole_and_a_huge_one_is_cut():
    rows = [(f"zeile {number}", "eins\nzwei\ndrei") for number in range(3)]
    made = table(THEME, (100, None), ("A", "B"), rows)
    first, *_ = pages(made, 85)
    assert words(first) == ["zeile 0", "eins", "zwei", "drei"]
    huge = table(THEME, (100, None), ("A", "B"), [("lang", "\n".join(map(str, range(300))))])
    assert [word for page in pages(huge, 500) for word in words(page)] == words(huge)


def test_list_item_is_not_torn_from_its_box():
    made = items(THEME, ["eins\nzwei\ndrei"] * 2, to_tick=True)
    for page in pages(made, 60):
        assert words(page) == ["eins", "zwei", "drei"]


def test_framed_part_keeps_its_padding_on_every_page():
    card = Stack([Paragraph("\n".join("abcdefgh"), THEME.body)], Frame(top=10, bottom=10, fill="#ffffff"))
    parts = pages(card, 75)
    assert [len(words(part)) for part in parts] == [4, 4]
    assert all(part.frame == card.frame for part in parts)
