"""The upper part of a letter by DIN 5008, form B: letterhead, address field, information block, fold marks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.documents.kit.figures import Picture, opened
from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import facts
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MEDIUM, MM, REGULAR, SEMIBOLD, Style, Theme

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

LEFT, RIGHT = 25 * MM, 20 * MM
"""The margins of a letter."""

_ADDRESS_LEFT, _ADDRESS_TOP, _ADDRESS_WIDTH = 25 * MM, 45 * MM, 80 * MM
"""The text of the address field: 5 mm inside its window, which begins 20 mm from the left and 45 mm from the top."""

_RETURN_BASE, _LINES_TOP = 15 * MM, 17.7 * MM
"""Below the window's edge: the base line of the return address, and where its six lines begin; the return
address may take two lines."""

_LINES, _RETURN_LINES = 6, 2
_INFO_LEFT, _INFO_TOP = 125 * MM, 50 * MM
_SUBJECT_TOP = 98.46 * MM
_FOLDS, _HOLES = (105 * MM, 210 * MM), 148.5 * MM
_INFO_LABEL = 22 * MM
_HEAD_TOP = 16 * MM


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes to whom: sender, address, information block; `title` runs on further pages.

    `back` is the return address in one line above the address.
    """

    title: str
    sender: tuple[str, ...]
    back: str
    address: tuple[str, ...]
    information: tuple[tuple[str, str], ...]
    logo: bytes | None = None
    mark: str = ""


class LetterTop:
    """Everything above the subject, drawn at its fixed places; the body begins below `height`."""

    def __init__(self, head: Letterhead, theme: Theme) -> None:
        self._head = head
        self._theme = theme
        self.height = _SUBJECT_TOP - 9 * MM * theme.air  # the body begins so much below

    def draw(self, canvas: "TaggedCanvas") -> None:
        """Sender, address and information in reading order; marks and rules as decoration."""
        theme, palette, top = self._theme, self._theme.palette, self._theme.page_height
        canvas.artifact()
        canvas.box((LEFT, top - _HEAD_TOP + 3 * MM, 14 * MM, 0.9 * MM), fill=palette.accent)
        for at in (*_FOLDS, _HOLES):
            canvas.rule((4 * MM, top - at), (9 * MM if at == _HOLES else 7.5 * MM, top - at), palette.hairline)
        Stack(self._sender()).draw(canvas, LEFT, top - _HEAD_TOP, theme.page_width - LEFT - 65 * MM)
        logo = opened(self._head.logo, palette.white) if self._head.logo else None
        if logo is not None:
            name = next(iter(self._head.sender), "Logo")
            Picture(logo, one_line(name), 14 * MM).draw(canvas, _INFO_LEFT, top - _HEAD_TOP + 3 * MM, 65 * MM)
        self._draw_address(canvas, top - _ADDRESS_TOP)
        if self._head.information:
            rows = [(name, one_line(value, 80)) for name, value in self._head.information]
            block = facts(theme, rows, _INFO_LABEL, is_small=True)
            block.draw(canvas, _INFO_LEFT, top - _INFO_TOP, theme.page_width - RIGHT - _INFO_LEFT)

    def _sender(self) -> Sequence[Block]:
        palette = self._theme.palette
        first = Style(SEMIBOLD, 14, 18, palette.primary)
        other = Style(REGULAR, 9.5, 13, palette.muted)
        lines = [one_line(line, 60) for line in self._head.sender if line.strip()]
        return [Paragraph(line, other if number else first) for number, line in enumerate(lines[:2])]

    def _draw_address(self, canvas: "TaggedCanvas", top: float) -> None:
        small = Style(REGULAR, 7.5, 9, self._theme.palette.muted)
        back = clean(self._head.back, 120).replace("\n", " ")  # keeps spaces at which no line ends
        if back:
            block = _cut(Paragraph(back, small), canvas.language, _RETURN_LINES)
            height = block.height(_ADDRESS_WIDTH, canvas.language)
            block.draw(canvas, _ADDRESS_LEFT, top - _RETURN_BASE + height, _ADDRESS_WIDTH)
        style = Style(REGULAR, 10, 12.8, self._theme.palette.ink)
        lines = [one_line(line, 160) for line in self._head.address if line.strip()][:_LINES]
        blocks, free = list[Block](), _LINES - len(lines)
        for number, line in enumerate(lines):
            whole = Paragraph(line, replace(style, face=style.face if number else MEDIUM))
            block = _cut(whole, canvas.language, 1 + free)
            free -= round(block.height(_ADDRESS_WIDTH, canvas.language) / style.leading) - 1
            blocks.append(block)
        Stack(blocks).draw(canvas, _ADDRESS_LEFT, top - _LINES_TOP, _ADDRESS_WIDTH)


def _cut(paragraph: Paragraph, language: str, lines: int = 1) -> Block:
    """The paragraph's first lines: what stands in the address field must not run on."""
    head, _rest = paragraph.split(_ADDRESS_WIDTH, lines * paragraph.style.leading, language, force=True)
    return head or paragraph
