"""The upper part of a letter by DIN 5008, form B: letterhead, address field, information block, fold marks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.documents.kit.figures import Logo, opened
from domain.documents.kit.flow import Block, Frame, Stack
from domain.documents.kit.narrow import adapt
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import facts
from domain.documents.kit.text import clean, one_line
from domain.documents.kit.theme import MM, Style, Theme

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


def letter_margins(theme: Theme) -> Frame:
    """What a letter's text keeps free beside the margins of its sheet."""
    return Frame(left=LEFT / theme.zoom - theme.margin, right=RIGHT / theme.zoom - theme.margin)


class LetterTop:
    """Everything above the subject, drawn at its fixed places; the body begins below `height`.

    The places are those of the paper, also where what is written there is enlarged.
    """

    def __init__(self, head: Letterhead, theme: Theme, language: str = "de") -> None:
        self._head = head
        self._theme = theme
        self._info_width = theme.page_width - (RIGHT + _INFO_LEFT) / theme.zoom
        rows = [(name, one_line(value, 80)) for name, value in head.information]
        self._information = facts(theme, rows, _INFO_LABEL / theme.zoom, is_small=True)
        adapt([self._information], theme)
        low = _INFO_TOP / theme.zoom + self._information.height(self._info_width, language) + 6 * MM
        # The body begins 9 mm below, and below the information block where that is long.
        self.height = (_SUBJECT_TOP / theme.zoom if theme.zoom == 1 else max(_SUBJECT_TOP / theme.zoom, low)) - (
            9 * MM * theme.air
        )

    def draw(self, canvas: "TaggedCanvas") -> None:
        """Sender, address and information in reading order; marks and rules as decoration."""
        theme, palette, top, zoom = self._theme, self._theme.palette, self._theme.page_height, self._theme.zoom
        head_top, left = top - _HEAD_TOP / zoom, LEFT / zoom
        canvas.artifact()
        canvas.box((left, head_top + 3 * MM / zoom, 14 * MM, 0.9 * MM), fill=palette.accent)
        for at in (*_FOLDS, _HOLES):
            end = (9 if at == _HOLES else 7.5) * MM / zoom
            canvas.rule((4 * MM / zoom, top - at / zoom), (end, top - at / zoom), palette.hairline)
        Stack(self._sender()).draw(canvas, left, head_top, theme.page_width - left - 65 * MM / zoom)
        logo = opened(self._head.logo, palette.white) if self._head.logo else None
        info_left = _INFO_LEFT / zoom
        if logo is not None:
            name = next(iter(self._head.sender), "Logo")
            slot = Logo(logo, one_line(name), 14 * MM / zoom)
            slot.draw(canvas, info_left, head_top + 3 * MM / zoom, 65 * MM / zoom)
        self._draw_address(canvas, top - _ADDRESS_TOP / zoom)
        if self._head.information:
            self._information.draw(canvas, info_left, top - _INFO_TOP / zoom, self._info_width)

    def _sender(self) -> Sequence[Block]:
        palette, faces, scale = self._theme.palette, self._theme.faces, self._theme.scale
        first = Style(faces.semibold, *scale.sender, palette.primary)
        other = Style(faces.regular, *scale.sender_line, palette.muted)
        lines = [one_line(line, 60) for line in self._head.sender if line.strip()]
        return [Paragraph(line, other if number else first) for number, line in enumerate(lines[:2])]

    def _draw_address(self, canvas: "TaggedCanvas", top: float) -> None:
        theme, faces = self._theme, self._theme.faces
        left, width = _ADDRESS_LEFT / theme.zoom, _ADDRESS_WIDTH / theme.zoom
        small = Style(faces.regular, *theme.scale.return_address, theme.palette.muted)
        back = clean(self._head.back, 120).replace("\n", " ")  # keeps spaces at which no line ends
        if back:
            room = _RETURN_LINES if theme.zoom == 1 else _RETURN_LINES + 1
            block = _cut(Paragraph(back, small), canvas.language, width, room)
            height = block.height(width, canvas.language)
            block.draw(canvas, left, top - _RETURN_BASE / theme.zoom + height, width)
        style = Style(faces.regular, *theme.scale.address, theme.palette.ink)
        lines = [one_line(line, 160) for line in self._head.address if line.strip()][:_LINES]
        blocks, free = list[Block](), _LINES - len(lines)
        for number, line in enumerate(lines):
            whole = Paragraph(line, replace(style, face=style.face if number else faces.medium))
            block = _cut(whole, canvas.language, width, 1 + free)
            free -= round(block.height(width, canvas.language) / style.leading) - 1
            blocks.append(block)
        Stack(blocks).draw(canvas, left, top - _LINES_TOP / theme.zoom, width)


def _cut(paragraph: Paragraph, language: str, width: float, lines: int = 1) -> Block:
    """The paragraph's first lines: what stands in the address field must not run on."""
    head, _rest = paragraph.split(width, lines * paragraph.style.leading, language, force=True)
    return head or paragraph
