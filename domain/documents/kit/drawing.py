"""What is drawn on a page: shapes, text and pictures, each as operators that leave no state behind."""

import math
from collections.abc import Sequence
from functools import cached_property, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeAlias

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfgen.canvas import Canvas

from domain.documents.kit import fonts

if TYPE_CHECKING:
    from PIL.Image import Image

_QUARTER = 0.5523
"""How far Bézier handles reach to draw a quarter circle, in radii."""


Look: TypeAlias = tuple[str, float, str]
"""Face, size in points, colour."""


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """A colour #rrggbb as three PDF operands."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


def circle_path(x: float, y: float, radius: float) -> str:
    """A circle around (x, y) as PDF operators."""
    k = radius * _QUARTER
    return (
        f"{x + radius:.2f} {y:.2f} m "
        f"{x + radius:.2f} {y + k:.2f} {x + k:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
        f"{x - k:.2f} {y + radius:.2f} {x - radius:.2f} {y + k:.2f} {x - radius:.2f} {y:.2f} c "
        f"{x - radius:.2f} {y - k:.2f} {x - k:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
        f"{x + k:.2f} {y - radius:.2f} {x + radius:.2f} {y - k:.2f} {x + radius:.2f} {y:.2f} c h"
    )


class DrawingCanvas(Canvas):
    """A canvas with the few kinds of marks our paper needs; points from the lower left corner, colours as #rrggbb."""

    _code: list[str]
    _doc: Any
    """ReportLab's document; its type stubs leave out nearly all of it."""

    @cached_property
    def _used_faces(self) -> set[str]:
        return set()

    _zoom: float = 1

    def _enlarge(self) -> None:
        enlarging = f"{self._zoom:.5f} 0 0 {self._zoom:.5f} 0 0 cm"
        self._psCommandsBeforePage = [enlarging] if self._zoom != 1 else []

    def begin_page(self, size: tuple[float, float], zoom: float) -> None:
        """Set the page that has begun on paper of another size, enlarged otherwise; nothing may be drawn on it yet."""
        self.setPageSize(size)
        self._zoom = zoom
        self._enlarge()

    def on_paper(self, box: tuple[float, float, float, float]) -> str:
        """A box as it lies on the paper, as four operands."""
        return " ".join(f"{edge * self._zoom:.2f}" for edge in box)

    def paint(self, path: str, fill: str | None = None, stroke: str | None = None, width: float = 0.5) -> None:
        """Fill and stroke a path given as PDF operators."""
        colours = (f" {rgb(fill)} rg" if fill else "") + (f" {rgb(stroke)} RG {width:.2f} w" if stroke else "")
        operator = "B" if fill and stroke else "f" if fill else "S"
        self._code.append(f"q{colours} {path} {operator} Q")

    def polygon(
        self, points: Sequence[tuple[float, float]], fill: str | None = None, stroke: str | None = None
    ) -> None:
        """A closed polygon."""
        corners = " l ".join(f"{x:.2f} {y:.2f}" for x, y in points[1:])
        self.paint(f"{points[0][0]:.2f} {points[0][1]:.2f} m {corners} l h", fill, stroke)

    def box(
        self,
        frame: tuple[float, float, float, float],
        fill: str | None = None,
        stroke: str | None = None,
        radius: float = 0,
        width: float = 0.5,
    ) -> None:
        """A rectangle (x, y, width, height), with rounded corners if `radius` is given; `width` is its edge's."""
        x, y, w, h = frame
        if not radius:
            self.paint(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re", fill, stroke, width)
            return
        r = min(radius, w / 2, h / 2)
        k = r * (1 - _QUARTER)
        corners = (
            (x + w, y, x + w - k, y, x + w, y + k, x + w, y + r),
            (x + w, y + h, x + w, y + h - k, x + w - k, y + h, x + w - r, y + h),
            (x, y + h, x + k, y + h, x, y + h - k, x, y + h - r),
            (x, y, x, y + k, x + k, y, x + r, y),
        )
        lines = ((x + w - r, y), (x + w, y + h - r), (x + r, y + h), (x, y + r))
        path = [f"{x + r:.2f} {y:.2f} m"]
        for (to_x, to_y), corner in zip(lines, corners, strict=True):
            handles = " ".join(f"{value:.2f}" for value in corner[2:])
            path.append(f"{to_x:.2f} {to_y:.2f} l {handles} c")
        self.paint(" ".join(path) + " h", fill, stroke, width)

    def circle_at(
        self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None, width: float = 0.5
    ) -> None:
        """A circle around (x, y)."""
        self.paint(circle_path(x, y, radius), fill, stroke, width)

    def hexagon(self, x: float, y: float, size: float, fill: str | None = None, stroke: str | None = None) -> None:
        """A hexagon standing on its point; `size` from the centre to a corner."""
        corners = [math.radians(90 + 60 * corner) for corner in range(6)]
        self.polygon([(x + size * math.cos(a), y + size * math.sin(a)) for a in corners], fill, stroke)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 0.5, dash: float = 0
    ) -> None:
        """A straight line, dashed if `dash` is given."""
        pattern = f"[{dash:.1f}] 0 d " if dash else ""
        path = f"{pattern}{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l"
        self.paint(path, stroke=colour, width=width)

    def say(self, x: float, y: float, text: str, look: Look) -> None:
        """`text` from (x, y) on the baseline; it must hold only characters the face shows."""
        face, size, colour = look
        font = fonts.face(face).font
        if face not in self._used_faces:
            self._used_faces.add(face)
            font.splitString(fonts.COMMON, self._doc)
        parts = [f"BT {rgb(colour)} rg 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        for subset, raw in font.splitString(text, self._doc):
            name = font.getSubsetInternalName(subset, self._doc)
            parts.append(f"{name} {size:g} Tf ({escapePDF(raw)}) Tj")
        self._code.append(" ".join(parts) + " ET")

    def picture(self, image: "Image", frame: tuple[float, float, float, float]) -> None:
        """An opaque picture in a frame (x, y, width, height)."""
        from reportlab.lib.utils import ImageReader

        self.drawImage(ImageReader(image), *frame)

    def jpeg(self, content: bytes, frame: tuple[float, float, float, float]) -> None:
        """A JPEG in a frame (x, y, width, height), not packed anew."""
        from reportlab.lib.utils import ImageReader

        self.drawImage(ImageReader(BytesIO(content)), *frame)
