"""A test page for labels: the outlines of every grid, and rulers that show how far a printer is off."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from domain.documents import parts
from domain.documents.edge_lines import edge_lines
from domain.documents.inputs import SheetSubject
from domain.documents.kit.figures import Figure
from domain.documents.kit.flow import Block, Stack
from domain.documents.kit.heads import Bare
from domain.documents.kit.leaves import Leaf, Placed, full_page
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.table import items
from domain.documents.kit.theme import MM, REGULAR, Style, Theme
from domain.documents.label_grid import BADGE_GRIDS, LabelGrid
from domain.i18n import Language
from domain.overriding import override
from domain.rows.settings import OfficeSettings

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_PAD = 6 * MM
_SIZE = 8.5
_MARGIN, _CLEAR = 5, 3
"""Millimetres that the ruler across leaves at the edges, where no printer prints, and that one down keeps off texts."""


@dataclass(frozen=True, slots=True)
class LabelTest:
    """Everything on the page: the grids that are printed on labels."""

    office: OfficeSettings
    stand: datetime
    grids: tuple[LabelGrid, ...] = BADGE_GRIDS

    @property
    def subject(self) -> SheetSubject:
        """No record."""
        return SheetSubject("")

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """It is no part of the plan."""
        return None


def code(data: LabelTest) -> str:
    """The short code of a page made from this; equal codes mean equal pages."""
    return parts.code_of(data.grids)


def paper(theme: Theme, _data: LabelTest) -> Theme:
    """The whole sheet."""
    return full_page(theme)


def sheet(data: LabelTest, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    title = _("Test page for labels")
    return Sheet(
        about=About(
            title=title,
            subject=_("Shows whether a printer meets the labels"),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Bare(title),
        body=story(data, language, theme),
        footer="",
        page_label=lambda _page, _pages: "",
    )


def story(data: LabelTest, language: Language, theme: Theme) -> list[Block]:
    """A page for each grid."""
    _ = language.gettext
    foot = parts.footer(data.stand, None, code(data), language)
    leaves: list[Block] = []
    for number, grid in enumerate(data.grids):
        label = _("Page {page} of {pages}").format(page=number + 1, pages=len(data.grids))
        edges = edge_lines(theme, _("Test page for labels"), foot, label, inset=grid.left * MM, is_first=number == 0)
        leaves.append(_leaf(grid, edges, language, theme))
    return leaves


def _leaf(grid: LabelGrid, edges: list[Placed], language: Language, theme: Theme) -> Leaf:
    def outlines(canvas: "TaggedCanvas") -> None:
        for x, top in grid.places:
            frame = (x, theme.page_height - top - grid.height * MM, grid.width * MM, grid.height * MM)
            canvas.box(frame, stroke=theme.palette.muted, width=0.4)

    places, width = grid.places, grid.width * MM - 2 * _PAD
    texts = (_measures(grid, language, theme), _steps(language, theme))
    blocks = [Placed(block, x + _PAD, top + _PAD * 0.8, width) for block, (x, top) in zip(texts, places, strict=False)]
    return Leaf(theme, [*edges, *blocks, *_rulers(grid, language, theme)], outlines)


def _measures(grid: LabelGrid, language: Language, theme: Theme) -> Block:
    """What the grid is, as a heading and facts."""
    _ = language.gettext
    number = language.number
    head = _("{columns} × {rows} labels of {width} × {height} mm").format(
        columns=grid.columns, rows=grid.rows, width=number(grid.width), height=number(grid.height)
    )
    lines = [
        _("First label: {left} mm from left, {top} mm down").format(left=number(grid.left), top=number(grid.top)),
        _("Between labels: {across} mm across, {down} mm down").format(
            across=number(grid.gap_x), down=number(grid.gap_y)
        ),
        _("Print at 100 %, without “fit to page”."),
    ]
    title = replace(theme.section, size=12, leading=15, before=0)
    return Stack([Paragraph(head, title), *(Paragraph(line, theme.card) for line in lines)])


def _steps(language: Language, theme: Theme) -> Block:
    """How the page is used."""
    _ = language.gettext
    title = replace(theme.section, size=12, leading=15, before=0)
    return Stack(
        [
            Paragraph(_("How to check"), title),
            items(
                theme,
                [
                    _("Print on plain paper and hold it behind a sheet of labels, against the light."),
                    _("Lay a ruler on the rulers here, with 0 at the edge of the sheet."),
                    _("If the mark 50 is at 51, the printer is 1 mm off: shift it in the printer’s settings."),
                ],
                is_small=True,
                marks=("1", "2", "3"),
            ),
        ]
    )


def _rulers(grid: LabelGrid, language: Language, theme: Theme) -> list[Placed]:
    """A ruler across in the second row of labels, and one down along the first column."""
    _ = language.gettext
    (x, second), (_x, last) = grid.places[grid.columns], grid.places[-1]
    reach = (_MARGIN, int(theme.page_width / MM) - _MARGIN)
    across = _Ruler(_("Ruler in millimetres from the left edge of the sheet"), reach, theme, is_across=True)
    first, end = int(second / MM) + _CLEAR, int(last / MM - grid.gap_y) - _CLEAR
    down = _Ruler(_("Ruler in millimetres from the upper edge of the sheet"), (first, end), theme)
    return [
        Placed(down, x + grid.width * MM / 2 - 5 * MM, 0, 12 * MM),
        Placed(across, 0, last + grid.height * MM / 2 - 4 * MM, theme.page_width),
    ]


class _Ruler(Figure):
    """Marks for every millimetre, longer ones for 5 and 10, with figures; counted from the edge of the sheet."""

    def __init__(self, alt: str, reach: tuple[int, int], theme: Theme, *, is_across: bool = False) -> None:
        super().__init__(alt)
        self._reach = reach
        self._theme = theme
        self._is_across = is_across

    @override
    def height(self, width: float, language: str) -> float:
        return 10 * MM if self._is_across else self._theme.page_height

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        ink = self._theme.palette.ink
        style = Style(REGULAR, _SIZE, 10, ink)
        first, last = self._reach
        for at in range(first, last + 1):
            long = 5.0 if at % 10 == 0 else 3.4 if at % 5 == 0 else 2.0
            if self._is_across:
                canvas.rule((x + at * MM, top), (x + at * MM, top - long * MM), ink, 0.35)
            else:
                canvas.rule((x, top - at * MM), (x + long * MM, top - at * MM), ink, 0.35)
            if at % 10 == 0:
                self._figure(canvas, at, x, top, style)

    def _figure(self, canvas: "TaggedCanvas", at: int, x: float, top: float, style: Style) -> None:
        from domain.documents.kit import fonts

        look = (style.face, style.size, style.colour)
        wide = fonts.face(style.face).width(str(at), style.size)
        if self._is_across:
            canvas.say(x + at * MM - wide / 2, top - 8.2 * MM, str(at), look)
        else:
            canvas.say(x + 5.8 * MM, top - at * MM - style.size * 0.35, str(at), look)
