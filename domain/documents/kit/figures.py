"""Pictures with a text alternative: hexagon map, QR code, logo; and the blocks that carry big figures."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from domain.documents.kit import fonts
from domain.documents.kit.flow import Block, Tag
from domain.documents.kit.text import one_line
from domain.documents.kit.theme import CONDENSED, MEDIUM, MM, REGULAR, Style, Theme
from domain.overriding import override

if TYPE_CHECKING:
    from PIL.Image import Image

    from domain.documents.kit.canvas import TaggedCanvas
    from domain.documents.kit.drawing import Look

_MAX_PIXELS = 40_000_000
_SMALLEST = 8.5
"""Points of the smallest text on paper."""
_LOGO_SIDE = 1200
"""Pixels a logo keeps on its longer side: 300 dpi at ten centimetres."""
_DENSEST = 73
"""Modules of the largest QR code we print: version 14, 0.4 mm each at 32 mm."""


class Figure(Block):
    """A picture of fixed height that assistive technology hears as `alt`."""

    def __init__(self, alt: str) -> None:
        self._alt = one_line(alt, 1000)

    @abstractmethod
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        """Draw the picture itself with the upper left corner at (x, top)."""

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        bottom = top - self.height(width, canvas.language)
        box = canvas.on_paper((x, bottom, x + width, top))
        element = canvas.add("Figure", f"/O/Layout/Placement/Block/BBox[{box}]", self._alt)
        canvas.mark(element)
        self.paint(canvas, x, top, width)
        canvas.artifact()


@dataclass(frozen=True, slots=True)
class Tile:
    """A hexagon: its code, centre (in widths and heights of a hexagon), whether it stands out, and a line below."""

    code: str
    x: float
    y: float
    stands_out: bool = False
    line: str = ""


class HexMap(Figure):
    """Tiles of a hexagon map, as wide as the column, none wider than `widest` points."""

    def __init__(self, tiles: Sequence[Tile], alt: str, theme: Theme, widest: float = 13.5 * MM) -> None:
        super().__init__(alt)
        self._widest = widest
        self._tiles = tuple(tiles)
        self._theme = theme
        self._columns = max(tile.x for tile in tiles) + 1
        self._rows = max(tile.y for tile in tiles) + 1
        self.after = 1.5 * MM

    def _tile_width(self, width: float) -> float:
        return min(width / self._columns, self._widest)

    @override
    def height(self, width: float, language: str) -> float:
        return self._rows * self._tile_width(width) * 1.1547

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        across = self._tile_width(width)
        tall = across * 1.1547  # height of a pointy-topped hexagon: width * 2 / sqrt(3)
        left = x + (width - across * self._columns) / 2
        palette = self._theme.palette
        for tile in self._tiles:
            centre_x, centre_y = left + (tile.x + 0.5) * across, top - (tile.y + 0.5) * tall
            canvas.hexagon(
                centre_x, centre_y, tall / 2 - across * 0.03, palette.primary if tile.stands_out else palette.tint
            )
            colour = palette.white if tile.stands_out else palette.muted
            size = max(_SMALLEST, across * 0.24)
            raise_by = size * 0.12 if tile.line else -size * 0.35
            face = MEDIUM if tile.stands_out else CONDENSED
            self._centred(canvas, tile.code, centre_x, centre_y + raise_by, (face, size, colour))
            if tile.line:
                line = palette.tint if tile.stands_out else palette.ink
                self._centred(
                    canvas, tile.line, centre_x, centre_y - size, (REGULAR, max(_SMALLEST, across * 0.22), line)
                )

    def _centred(self, canvas: "TaggedCanvas", text: str, x: float, y: float, look: "Look") -> None:
        face, size, _colour = look
        shown = fonts.face(face).shown(one_line(text, 20))
        canvas.say(x - fonts.face(face).width(shown, size) / 2, y, shown, look)


@lru_cache(maxsize=64)
def _modules(content: str) -> tuple[tuple[int, int, int], ...] | None:
    """The dark runs (row, column, length) of the QR code for `content`, None if it would be too dense to scan."""
    import segno
    from segno.encoder import DataOverflowError

    try:
        # UTF-8 because telephones guess it more reliably than Latin-1; lone surrogates have no bytes.
        whole = content.encode("utf-8", "ignore").decode()
        code = segno.make(whole, error="m", micro=False, boost_error=False, encoding="utf-8")
    except DataOverflowError:
        return None
    size = len(code.matrix)
    if size > _DENSEST:
        return None
    runs = []
    for at, row in enumerate(code.matrix):
        start = None
        for column, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append((at, start, column - start))
                start = None
    return ((size, 0, 0), *runs)


class QrCode(Figure):
    """A QR code with its quiet zone of four modules, `side` points wide altogether."""

    def __init__(self, content: str, alt: str, theme: Theme, side: float = 32 * MM) -> None:
        super().__init__(alt)
        self._content = content
        self.side = side
        self._palette = theme.palette

    @staticmethod
    def can_hold(content: str) -> bool:
        """Whether `content` makes a code that a telephone can read from paper."""
        return bool(content) and _modules(content) is not None

    @override
    def height(self, width: float, language: str) -> float:
        return self.side

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        (size, _, _), *runs = _modules(self._content) or ((1, 0, 0),)
        module = self.side / (size + 8)
        canvas.box((x, top - self.side, self.side, self.side), fill=self._palette.white)
        rectangles = " ".join(
            f"{x + (column + 4) * module:.3f} {top - (row + 5) * module:.3f} {length * module:.3f} {module:.3f} re"
            for row, column, length in runs
        )
        canvas.paint(rectangles, fill=self._palette.ink)


@lru_cache(maxsize=4)
def opened(content: bytes, ground: str) -> "Image | None":
    """A PNG or JPEG as opaque RGB on `ground`, no larger than print needs; None if it is no such picture.

    Transparency is flattened because PDF/A readers treat it differently.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > _MAX_PIXELS:
                return None
            picture.thumbnail((_LOGO_SIDE, _LOGO_SIDE))
            layer = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None
    flat = Image.new("RGB", layer.size, ground)
    flat.paste(layer, mask=layer.getchannel("A"))
    return flat


class Picture(Figure):
    """A picture as high as `height` points at most, at the left of its column."""

    def __init__(self, image: "Image", alt: str, height: float) -> None:
        super().__init__(alt)
        self._image = image
        self._height = height
        self.after = 2 * MM

    def _scale(self, width: float) -> float:
        return min(self._height / self._image.height, width / self._image.width)

    @override
    def height(self, width: float, language: str) -> float:
        return self._image.height * self._scale(width)

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        scale = self._scale(width)
        high = self._image.height * scale
        canvas.picture(self._image, (x, top - high, self._image.width * scale, high))


SAFE_ZONE = 0.25
"""The share of a logo's height that stays free around it."""


class Logo(Picture):
    """A logo, never distorted, with its safe zone free above, below and at the right; `height` points high at most.

    At the left the gap of the column or the margin of the page keeps it free.
    """

    def __init__(self, image: "Image", alt: str, height: float) -> None:
        super().__init__(image, alt, height)
        self.before = self.after = height * SAFE_ZONE

    @override
    def _scale(self, width: float) -> float:
        return min(self._height / self._image.height, width / (self._image.width + SAFE_ZONE * self._image.height))


class Badge(Block):
    """A short word in a rounded box, such as a district's code or "internal"."""

    def __init__(self, text: str, style: Style, fill: str | None = None, stroke: str | None = None) -> None:
        self._text = fonts.face(style.face).shown(one_line(text, 40))
        self._style = style
        self._fill = fill
        self._stroke = stroke
        self._tag = Tag(style.tag)

    @override
    def height(self, width: float, language: str) -> float:
        return self._style.leading + 1.4 * MM

    @override
    def draw(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        style = self._style
        wide = fonts.face(style.face).width(self._text, style.size)
        high = self.height(width, canvas.language)
        frame_width = wide + 5 * MM
        start = x + (width - frame_width if style.align == "right" else 0)
        canvas.artifact()
        canvas.box((start, top - high, frame_width, high), self._fill, self._stroke, radius=high / 2)
        canvas.mark(self._tag.open(canvas))
        look = (style.face, style.size, style.colour)
        canvas.say(start + 2.5 * MM, top - high / 2 - style.size * 0.35, self._text, look)
        canvas.artifact()
