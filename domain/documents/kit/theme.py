"""How paper looks: page, grid, type scale and colours in one frozen value."""

from dataclasses import dataclass, replace

from domain.documents.kit.scale import (
    CONDENSED,
    LARGE_FACES,
    LARGE_SCALE,
    LARGE_ZOOM,
    LIGHT,
    MEDIUM,
    NORMAL_FACES,
    NORMAL_SCALE,
    REGULAR,
    SEMIBOLD,
    Faces,
    Scale,
)
from domain.terms import PaperLook, PaperSize

__all__ = [
    "CONDENSED",
    "LIGHT",
    "MEDIUM",
    "MM",
    "REGULAR",
    "SEMIBOLD",
    "Palette",
    "Style",
    "Theme",
    "large_print",
    "print_saver",
    "sized",
    "theme_of",
    "true_size",
]

MM = 72 / 25.4
"""One millimetre in points, the unit of everything in this package."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set.

    `size`, `leading`, `before` and `after` are points, `align` is left, right or center, `tag` the structure type.
    `tidy` sets the lines a little narrower rather than leave one short word alone on the last.
    """

    face: str
    size: float
    leading: float
    colour: str
    before: float = 0
    after: float = 0
    tag: str = "P"
    align: str = "left"
    hyphenate: bool = False
    tidy: bool = False

    @property
    def keeps_with_next(self) -> bool:
        """Whether the paragraph must not end a page: headings."""
        return self.tag.startswith("H")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb; `band` is None when the band on top is only outlined."""

    ink: str = "#15212b"
    muted: str = "#566672"
    hairline: str = "#d5dde3"
    paper: str = "#f4f6f7"
    white: str = "#ffffff"
    primary: str = "#0b4f6c"
    tint: str = "#d9e7ee"
    accent: str = "#e0a526"
    warning: str = "#8f231c"
    warning_ground: str = "#fbeae8"
    done: str = "#2a7446"
    caution: str = "#875700"
    band: str | None = "#0b4f6c"
    band_shape: str = "#083b51"
    band_ink: str = "#ffffff"
    band_soft: str = "#d9e7ee"


@dataclass(frozen=True, slots=True)
class Theme:
    """A4 with 18 mm margins and 12 columns; `palette` carries the colours, `faces` and `scale` the type.

    What a sheet is laid out in is enlarged `zoom` times on paper: a theme for large print gives its sheet and margins
    as they are on paper, and `laid_out` is the theme that documents get. Columns side by side that would be narrower
    than `least_column` points are set one below the other.

    `air` scales what is left free above and below; 1 is normal, less is tighter. Below `bottom` only the footer
    stands, above `next_top` (from the upper edge) only the running head of a further page.
    """

    palette: Palette = Palette()
    page_width: float = 210 * MM
    page_height: float = 297 * MM
    margin: float = 18 * MM
    gutter: float = 5 * MM
    columns: int = 12
    air: float = 1
    bottom: float = 19 * MM
    next_top: float = 28 * MM
    faces: Faces = NORMAL_FACES
    scale: Scale = NORMAL_SCALE
    zoom: float = 1
    least_column: float = 0

    def laid_out(self) -> "Theme":
        """The theme in the points that a sheet is laid out in, before it is enlarged."""
        if self.zoom == 1:
            return self
        return replace(
            self,
            page_width=self.page_width / self.zoom,
            page_height=self.page_height / self.zoom,
            margin=self.margin / self.zoom,
        )

    @property
    def width(self) -> float:
        """What lies between the margins."""
        return self.page_width - 2 * self.margin

    def span(self, columns: float) -> float:
        """The width of so many grid columns with the gutters between them."""
        single = (self.width - (self.columns - 1) * self.gutter) / self.columns
        return columns * single + (columns - 1) * self.gutter

    def tighter(self) -> "tuple[Theme, ...]":
        """The same theme with less and less air."""
        return tuple(replace(self, air=self.air * share) for share in (0.8, 0.6, 0.45))

    @property
    def title(self) -> Style:
        """The document's name in the band."""
        return Style(self.faces.semibold, *self.scale.title, self.palette.band_ink, after=2.5 * MM, tag="H1", tidy=True)

    @property
    def plain_title(self) -> Style:
        """The document's name on white."""
        return replace(self.title, size=self.scale.plain_title[0], leading=self.scale.plain_title[1])

    @property
    def eyebrow(self) -> Style:
        """The small capitals above the title."""
        return Style(self.faces.medium, *self.scale.eyebrow, self.palette.band_soft, after=2.2 * MM)

    @property
    def lead(self) -> Style:
        """The sentence under the title."""
        return Style(self.faces.light, *self.scale.lead, self.palette.band_soft, tidy=True)

    @property
    def opening(self) -> Style:
        """The first paragraph of a text."""
        return Style(self.faces.light, *self.scale.opening, self.palette.ink, after=2.5 * MM, tidy=True)

    @property
    def figure(self) -> Style:
        """A key figure."""
        return Style(self.faces.light, *self.scale.figure, self.palette.band_ink)

    @property
    def figure_caption(self) -> Style:
        """What a key figure counts."""
        return Style(self.faces.regular, *self.scale.figure_caption, self.palette.band_soft)

    @property
    def section(self) -> Style:
        """The head of a section."""
        return Style(
            self.faces.semibold,
            *self.scale.section,
            self.palette.primary,
            before=6.5 * MM * self.air,
            after=1.8 * MM * self.air,
            tag="H2",
        )

    @property
    def subsection(self) -> Style:
        """The head of a card or station."""
        return Style(
            self.faces.semibold,
            *self.scale.subsection,
            self.palette.primary,
            before=4 * MM * self.air,
            after=1 * MM,
            tag="H3",
        )

    @property
    def body(self) -> Style:
        """Running text, hyphenated."""
        return Style(self.faces.regular, *self.scale.body, self.palette.ink, after=1.8 * MM * self.air, hyphenate=True)

    @property
    def plain(self) -> Style:
        """Text in lists, cards and cells: as the body, never hyphenated."""
        return Style(self.faces.regular, *self.scale.body, self.palette.ink)

    @property
    def strong(self) -> Style:
        """The first line of a row."""
        return replace(self.plain, face=self.faces.medium)

    @property
    def card(self) -> Style:
        """Text in the card at the foot."""
        return Style(self.faces.regular, *self.scale.card, self.palette.ink)

    @property
    def dense(self) -> Style:
        """Facts that follow one another in a paragraph."""
        return Style(self.faces.regular, *self.scale.dense, self.palette.ink, after=0.6 * MM)

    @property
    def second(self) -> Style:
        """The second line of a row and other secondary text."""
        return Style(self.faces.regular, *self.scale.second, self.palette.muted)

    @property
    def note(self) -> Style:
        """A note at the foot of a page."""
        return Style(self.faces.regular, *self.scale.note, self.palette.ink, hyphenate=True)

    @property
    def field_label(self) -> Style:
        """What a form field asks for, above it."""
        return Style(self.faces.medium, *self.scale.field_label, self.palette.ink, after=0.8 * MM)

    @property
    def field_hint(self) -> Style:
        """How a form field is filled in, between its label and itself."""
        return Style(self.faces.regular, *self.scale.field_hint, self.palette.muted, after=0.8 * MM)

    @property
    def caption(self) -> Style:
        """Column heads, captions under figures and the footer."""
        return Style(self.faces.regular, *self.scale.caption, self.palette.muted)


_SIZES = {
    PaperSize.a3: (297 * MM, 420 * MM),
    PaperSize.a4: (210 * MM, 297 * MM),
    PaperSize.a5: (148 * MM, 210 * MM),
    PaperSize.a6: (105 * MM, 148 * MM),
}
"""Width and height upright (ISO 216)."""


def sized(theme: Theme, size: PaperSize) -> Theme:
    """The theme on an upright sheet of that size."""
    width, height = _SIZES[size]
    return replace(theme, page_width=width, page_height=height)


def theme_of(look: PaperLook) -> Theme:
    """The theme of a look."""
    match look:
        case PaperLook.saver:
            return print_saver()
        case PaperLook.large:
            return large_print()
        case PaperLook.normal:
            return Theme()


def print_saver() -> Theme:
    """The theme for printers short of ink: the band is an outline with dark text."""
    saver = Palette(band=None, band_shape="#f4f6f7", band_ink="#0b4f6c", band_soft="#3c4a55")
    return Theme(palette=saver)


def large_print() -> Theme:
    """The theme for people who see badly: large letters, none of them thin, wide columns, little on a page."""
    return Theme(
        margin=15 * MM,
        gutter=4 * MM,
        faces=LARGE_FACES,
        scale=LARGE_SCALE,
        zoom=LARGE_ZOOM,
        least_column=60 * MM,
    )


def true_size(theme: Theme) -> Theme:
    """The theme for sheets whose measures are those of the paper, such as labels: nothing is enlarged."""
    return Theme(theme.palette, theme.page_width, theme.page_height) if theme.zoom != 1 else theme
