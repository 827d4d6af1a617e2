"""A photo on paper, its JPEG bytes taken over as they are."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from domain.documents.kit.figures import Figure
from domain.documents.kit.theme import MM
from domain.overriding import override

if TYPE_CHECKING:
    from domain.documents.kit.canvas import TaggedCanvas


@lru_cache(maxsize=8)
def photo_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of an RGB JPEG; None if the bytes are none."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as picture:
            return picture.size if picture.mode == "RGB" else None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return None


class Photo(Figure):
    """A JPEG of `size` pixels, as wide as the column or as high as `height` points, whichever is less.

    `edge` is the colour of a hairline around it.
    """

    def __init__(self, content: bytes, size: tuple[int, int], alt: str, height: float, *, edge: str = "") -> None:
        super().__init__(alt)
        self._content = content
        self._size = size
        self._height = height
        self._edge = edge
        self.after = 2 * MM

    def _scale(self, width: float) -> float:
        return min(self._height / self._size[1], width / self._size[0])

    @override
    def height(self, width: float, language: str) -> float:
        return self._size[1] * self._scale(width)

    @override
    def paint(self, canvas: "TaggedCanvas", x: float, top: float, width: float) -> None:
        wide, high = (side * self._scale(width) for side in self._size)
        canvas.jpeg(self._content, (x, top - high, wide, high))
        if self._edge:
            canvas.box((x, top - high, wide, high), stroke=self._edge, width=0.5)
