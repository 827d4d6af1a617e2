"""Pages of a PDF as pictures, by PDFium; called in pool threads."""

from dataclasses import dataclass
from threading import Lock

from PySide6.QtGui import QImage

_ONE_AT_A_TIME = Lock()
"""PDFium must not be entered by two threads at once."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points (1/72 inch)."""

    width: float
    height: float


def page_sizes(content: bytes) -> tuple[PageSize, ...]:
    """How large each page of a PDF is."""
    import pypdfium2  # type: ignore[import-untyped]  # the package brings no types

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))
        finally:
            document.close()


def rendered(content: bytes, page: int, scale: float) -> QImage:
    """One page (0 = the first) as a picture with `scale` pixels a point."""
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            document.init_forms()  # without it the fields of a form are left out
            bitmap = document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            form = QImage.Format.Format_RGBX8888
            return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
        finally:
            document.close()
