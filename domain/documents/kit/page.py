"""Pages as they are drawn: the band on top of the first, running head and footer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.figures import Badge
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.heads import Bare, NoTop, PlainHead, PlainTop
from domain.documents.kit.letter import Letterhead, LetterTop
from domain.documents.kit.metadata import About
from domain.documents.kit.narrow import adapt
from domain.documents.kit.paging import Page, fitted, paginate
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import MEDIUM, MM, REGULAR, Theme

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas

_TITLE_LINES, _TITLE_LENGTH = 3, 180
_FIGURE_GAP = 6 * MM
_LEAST_BAND, _BAND_FOOT = 50 * MM, 10 * MM
"""The band is never lower than these together; the second part is air that a tight page does without."""
_TOP = 18 * MM
_FOOTER = 11.5 * MM


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A big figure and what it counts, or a big word and lines below it."""

    value: str
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands in the band: small line, title, lead, key figures, and a mark such as "internal only"."""

    eyebrow: str
    title: str
    lead: str = ""
    figures: tuple[KeyFigure, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document ready to be set: `foot` stands at the bottom of the last page, `page_label` is "Page 1 of 2".

    With a `Letterhead` it is a letter instead of a sheet with a band; with a `PlainHead` it has a title on white, with
    `Bare` no head at all. Without `footer` and `page_label` texts nothing stands below the body. `following` make the
    sheets after it in the same file: each begins a page, under its own head, and counts its pages anew.
    """

    about: About
    masthead: Masthead | Letterhead | PlainHead | Bare
    body: Sequence[Block]
    footer: str
    page_label: Callable[[int, int], str]
    foot: Block | None = None
    following: "Sequence[Callable[[Theme], Sheet]]" = ()


def produce(make: Callable[[Theme], Sheet], theme: Theme) -> bytes:
    """The document as the bytes of a tagged PDF; equal sheets give equal bytes.

    `make` gives the sheet as a theme wants it: where its last page would be nearly empty, it is made again with
    less air between its parts.
    """
    from domain.documents.kit.canvas import TaggedCanvas

    paper, theme = (theme.page_width, theme.page_height), theme.laid_out()
    layout = _fitted(make, theme)
    sheet, out = layout.sheet, BytesIO()
    canvas = TaggedCanvas(out, paper, sheet.about, theme.zoom)
    if not sheet.following:
        _draw(canvas, layout)
    for each in (layout, *(_fitted(one, theme) for one in sheet.following)) if sheet.following else ():
        with canvas.inside(canvas.add("Part")):
            canvas.begin_part()
            _draw(canvas, each)
    canvas.save()
    return out.getvalue()


def _fitted(make: Callable[[Theme], Sheet], theme: Theme) -> "_Layout":
    return fitted(lambda look: _Layout.of(make(look), look), theme)


def _draw(canvas: "TaggedCanvas", layout: "_Layout") -> None:
    """The pages of one sheet."""
    theme, sheet, pages = layout.theme, layout.sheet, layout.pages
    for number, page in enumerate(pages):
        if number == 0:
            layout.band.draw(canvas)
        elif sheet.footer:
            _draw_running_head(canvas, sheet, theme)
        for block, top in page.blocks:
            block.draw(canvas, theme.margin, top, theme.width)
        _draw_footer(canvas, sheet, theme, sheet.page_label(number + 1, len(pages)))
        canvas.showPage()


_SHARES = (0.8, 0.6, 0.45, 0.3, 0.2)


def on_one_page(make: Callable[[float], Sheet], theme: Theme) -> Sheet:
    """The first sheet that fills one page of `theme`; `make` gets the share of its text to keep. Else the last.

    In large print a second page is no harm, and nothing is cut.
    """
    sheet = make(1)
    if theme.zoom != 1:
        return sheet
    for share in _SHARES:
        if len(_Layout.of(sheet, theme).pages) == 1:
            break
        sheet = make(share)
    return sheet


def pages_of(sheet: Sheet, theme: Theme) -> Sequence[Page]:
    """The pages that a sheet fills in a theme."""
    return _Layout.of(sheet, theme).pages


@dataclass(frozen=True, slots=True)
class _Layout:
    """A sheet with its band and the pages it fills in a theme."""

    theme: Theme
    sheet: Sheet
    band: "_Band | LetterTop | PlainTop | NoTop"
    pages: Sequence[Page]

    @classmethod
    def of(cls, sheet: Sheet, theme: Theme) -> "_Layout":
        """The sheet set in pages."""
        adapt([*sheet.body, *([sheet.foot] if sheet.foot is not None else [])], theme)
        band = _top(sheet, theme)
        top = theme.page_height - band.height - 9 * MM * theme.air
        return cls(theme, sheet, band, paginate(sheet, theme, top, sheet.about.letters))


def _top(sheet: Sheet, theme: Theme) -> "_Band | LetterTop | PlainTop | NoTop":
    match sheet.masthead:
        case Letterhead() as head:
            return LetterTop(head, theme)
        case PlainHead() as head:
            return PlainTop(head, theme, sheet.about.letters)
        case Bare():
            return NoTop(theme)
        case head:
            return _Band(head, sheet.about, theme)


class _Band:
    """The coloured band that carries title and key figures; its diagonal keeps clear of both."""

    def __init__(self, masthead: Masthead, about: About, theme: Theme) -> None:
        self._theme = theme
        language = about.letters
        self._left_width = theme.page_width * 0.565 - theme.margin
        self._right_x = theme.page_width * 0.68
        self._right_width = theme.page_width - theme.margin - self._right_x
        left: list[Block] = [Paragraph(one_line(masthead.eyebrow, 90).upper(), theme.eyebrow)]
        left.append(self._fitted_title(masthead.title if one_line(masthead.title) else about.title, language))
        if masthead.lead:
            left.append(Paragraph(one_line(masthead.lead, 320), theme.lead))
        self._left = Stack(left)
        self._right = Stack(self._figures(masthead))
        content = max(
            self._left.height(self._left_width, language) + 5 * MM, self._right.height(self._right_width, language)
        )
        self.height = max(_LEAST_BAND + _BAND_FOOT * theme.air, _TOP + content + 9 * MM)

    def _fitted_title(self, text: str, language: str) -> Paragraph:
        """The title as large as it can be in three lines; a longer one takes more, up to its limit."""
        words = one_line(text, _TITLE_LENGTH)
        for size in self._theme.scale.title_steps:
            title = Paragraph(words, replace(self._theme.title, size=size, leading=size * 1.16))
            if len(title.lines(self._left_width, language)) <= _TITLE_LINES:
                return title
        size = self._theme.scale.title_steps[-1]
        return Paragraph(words, replace(self._theme.title, size=size, leading=size * 1.16))

    def _figures(self, masthead: Masthead) -> list[Block]:
        theme, blocks = self._theme, list[Block]()
        if masthead.mark:
            style = replace(theme.eyebrow, colour=theme.palette.band_ink, after=0)
            badge = Badge(masthead.mark, style, stroke=theme.palette.accent)
            badge.after = 5 * MM
            blocks.append(badge)
        if len(masthead.figures) == 1:
            return [*blocks, self._figure(masthead.figures[0], self._right_width, theme.scale.single_figure)]
        column = (self._right_width - _FIGURE_GAP) / 2
        cells = [self._figure(figure, column, theme.figure.size) for figure in masthead.figures]
        for at in range(0, len(cells), 2):
            pair = cells[at : at + 2]
            row = Row(pair, [column] * len(pair), _FIGURE_GAP)
            row.after = 3 * MM
            blocks.append(row)
        return blocks

    def _figure(self, figure: KeyFigure, width: float, size: float) -> Stack:
        """Value and captions as one paragraph for the reader, the value small enough for its column."""
        style = self._theme.figure
        value = one_line(figure.value, 20)
        wide = fonts.face(style.face).width(value, size)
        size = min(size, size * width / wide) if wide else size
        number = Paragraph(value, replace(style, size=size, leading=max(style.leading, size * 1.08)))
        captions = [Paragraph(one_line(text, 60), self._theme.figure_caption, number.tag) for text in figure.captions]
        return Stack([number, *captions])

    def draw(self, canvas: "TaggedCanvas") -> None:
        """Ground and diagonal as decoration, then the text."""
        theme, palette = self._theme, self._theme.palette
        width, top = theme.page_width, theme.page_height
        bottom = top - self.height
        canvas.artifact()
        if palette.band:
            canvas.box((0, bottom, width, self.height), fill=palette.band)
        corners = ((width * 0.595, top), (width, top), (width, bottom), (width * 0.655, bottom))
        canvas.polygon(corners, fill=palette.band_shape)
        if not palette.band:
            canvas.rule((theme.margin, bottom), (width - theme.margin, bottom), palette.primary, 1.2)
        canvas.box((theme.margin, top - _TOP, 14 * MM, 0.9 * MM), fill=palette.accent)
        self._left.draw(canvas, theme.margin, top - _TOP - 5 * MM, self._left_width)
        self._right.draw(canvas, self._right_x, top - _TOP + 0.9 * MM, self._right_width)


def _draw_running_head(canvas: "TaggedCanvas", sheet: Sheet, theme: Theme) -> None:
    palette = theme.palette
    base = theme.page_height - 15 * MM
    canvas.artifact("/Type/Pagination/Subtype/Header")
    title = _shortened(sheet.masthead.title, MEDIUM, theme.width * 0.7)
    canvas.say(theme.margin, base, title, (MEDIUM, theme.caption.size, palette.primary))
    mark = _shortened(sheet.masthead.mark, MEDIUM, theme.width * 0.3)
    wide = fonts.face(MEDIUM).width(mark, theme.caption.size)
    canvas.say(theme.page_width - theme.margin - wide, base, mark, (MEDIUM, theme.caption.size, palette.warning))
    below = base - 2.6 * MM
    canvas.rule((theme.margin, below), (theme.page_width - theme.margin, below), palette.hairline)
    canvas.artifact("/Type/Pagination")


def _draw_footer(canvas: "TaggedCanvas", sheet: Sheet, theme: Theme, label: str) -> None:
    style = theme.caption
    canvas.artifact("/Type/Pagination/Subtype/Footer")
    line = _shortened(sheet.footer, REGULAR, theme.width * 0.8)
    canvas.say(theme.margin, _FOOTER, line, (REGULAR, style.size, style.colour))
    wide = fonts.face(REGULAR).width(label, style.size)
    canvas.say(theme.page_width - theme.margin - wide, _FOOTER, label, (REGULAR, style.size, style.colour))


def _shortened(text: str, face: str, width: float, size: float = 8.5) -> str:
    """One line of `text` that fits into `width` points, cut with an ellipsis."""
    loaded = fonts.face(face)
    line = loaded.shown(one_line(text, 200))
    while line and loaded.width(line, size) > width:
        line = line[: -2 if line.endswith("…") else -1].rstrip() + "…" if len(line) > 1 else ""
    return line
