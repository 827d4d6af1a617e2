"""How paper looks: page, grid, type scale and colours in one frozen value."""

from dataclasses import dataclass, replace

from domain.terms import PaperLook, PaperSize

MM = 72 / 25.4
"""One millimetre in points, the unit of everything in this package."""

LIGHT = "IBMPlexSans-Light"
REGULAR = "IBMPlexSans-Regular"
MEDIUM = "IBMPlexSans-Medium"
SEMIBOLD = "IBMPlexSans-SemiBold"
CONDENSED = "IBMPlexSansCondensed-Medium"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set.

    `size`, `leading`, `before` and `after` are points, `align` is left, right or center, `tag` the structure type.
    `tidy` sets the lines a little narrower rather than leave one short word alone on the last, `whole_words` breaks
    them at spaces only, not after hyphens.
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
    whole_words: bool = False

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
    """A4 with 18 mm margins and 12 columns; `palette` carries the colours.

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
        return Style(SEMIBOLD, 28, 32.5, self.palette.band_ink, after=2.5 * MM, tag="H1", tidy=True)

    @property
    def eyebrow(self) -> Style:
        """The small capitals above the title."""
        return Style(MEDIUM, 8.5, 11, self.palette.band_soft, after=2.2 * MM)

    @property
    def lead(self) -> Style:
        """The sentence under the title."""
        return Style(LIGHT, 10.5, 15.5, self.palette.band_soft, tidy=True)

    @property
    def figure(self) -> Style:
        """A key figure."""
        return Style(LIGHT, 27, 29, self.palette.band_ink)

    @property
    def figure_caption(self) -> Style:
        """What a key figure counts."""
        return Style(REGULAR, 8.5, 11.5, self.palette.band_soft)

    @property
    def section(self) -> Style:
        """The head of a section."""
        return Style(
            SEMIBOLD, 13, 17, self.palette.primary, before=6.5 * MM * self.air, after=1.8 * MM * self.air, tag="H2"
        )

    @property
    def subsection(self) -> Style:
        """The head of a card or station."""
        return Style(SEMIBOLD, 10.5, 14, self.palette.primary, before=4 * MM * self.air, after=1 * MM, tag="H3")

    @property
    def body(self) -> Style:
        """Running text, hyphenated."""
        return Style(REGULAR, 9.5, 13.5, self.palette.ink, after=1.8 * MM * self.air, hyphenate=True)

    @property
    def plain(self) -> Style:
        """Text in lists, cards and cells: as the body, never hyphenated."""
        return Style(REGULAR, 9.5, 13.5, self.palette.ink)

    @property
    def strong(self) -> Style:
        """The first line of a row."""
        return replace(self.plain, face=MEDIUM)

    @property
    def card(self) -> Style:
        """Text in the card at the foot."""
        return Style(REGULAR, 8.5, 12.2, self.palette.ink)

    @property
    def dense(self) -> Style:
        """Facts that follow one another in a paragraph."""
        return Style(REGULAR, 8.5, 12, self.palette.ink, after=0.6 * MM)

    @property
    def second(self) -> Style:
        """The second line of a row and other secondary text."""
        return Style(REGULAR, 8.5, 12, self.palette.muted)

    @property
    def field_label(self) -> Style:
        """What a form field asks for, above it."""
        return Style(MEDIUM, 8.5, 11.5, self.palette.ink, after=0.8 * MM)

    @property
    def field_hint(self) -> Style:
        """How a form field is filled in, between its label and itself."""
        return Style(REGULAR, 8.5, 11, self.palette.muted, after=0.8 * MM)

    @property
    def caption(self) -> Style:
        """Column heads, captions under figures and the footer."""
        return Style(REGULAR, 8.5, 11.5, self.palette.muted)


_SIZES = {
    PaperSize.a3: (297 * MM, 420 * MM),
    PaperSize.a4: (210 * MM, 297 * MM),
    PaperSize.a5: (148 * MM, 210 * MM),
}
"""Width and height upright (ISO 216)."""


def sized(theme: Theme, size: PaperSize) -> Theme:
    """The theme on an upright sheet of that size."""
    width, height = _SIZES[size]
    return replace(theme, page_width=width, page_height=height)


def theme_of(look: PaperLook) -> Theme:
    """The theme of a look."""
    return print_saver() if look is PaperLook.saver else Theme()


def print_saver() -> Theme:
    """The theme for printers short of ink: the band is an outline with dark text."""
    saver = Palette(band=None, band_shape="#f4f6f7", band_ink="#0b4f6c", band_soft="#3c4a55")
    return Theme(palette=saver)
