"""Pages of a PDF as pictures and as text, by PDFium; called in pool threads."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

from PySide6.QtGui import QImage

from gui.preview.words import Folded, Span, folded

ONE_AT_A_TIME = RLock()
"""PDFium must not be entered by two threads at once; a document that is forgotten meanwhile is closed in its turn."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points (1/72 inch)."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page: of the page drawn `width` × `height` pixels large, the pixels from (`left`, `top`) on."""

    width: int
    height: int
    left: int
    top: int
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class PdfFile:
    """A PDF that stays open while its pages are asked for; may be used from any thread, one call after the other."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2  # type: ignore[import-untyped]  # the package brings no types

        with ONE_AT_A_TIME:
            self._document: Any = pypdfium2.PdfDocument(content)
            self._document.init_forms()  # without it the fields of a form are left out
            count = len(self._document)
            self.sizes = tuple(PageSize(*self._document.get_page_size(number)) for number in range(count))
        self._words: dict[int, Folded] = {}

    def close(self) -> None:
        """Let go of the document; what is asked afterwards is blank."""
        with ONE_AT_A_TIME:
            if self._document is not None:
                self._document.close()
                self._document = None

    def close_if_free(self) -> bool:
        """Let go of the document unless a page of any is just being read; tells whether it is closed."""
        is_free = ONE_AT_A_TIME.acquire(blocking=False)
        if is_free:
            try:
                self.close()
            finally:
                ONE_AT_A_TIME.release()
        return is_free

    def __del__(self) -> None:
        if hasattr(self, "_document"):  # it is not there if the bytes were no PDF
            self.close()

    def picture(self, page: int, piece: Piece) -> QImage:
        """A part of a page (0 = the first) as a picture."""
        from pypdfium2 import PdfBitmap
        from pypdfium2 import raw as pdfium

        with self._page(page) as opened:
            if opened is None:
                return QImage()
            bitmap = PdfBitmap.new_native(piece.across, piece.down, pdfium.FPDFBitmap_BGRx, rev_byteorder=True)
            try:
                bitmap.fill_rect((255, 255, 255, 255), 0, 0, piece.across, piece.down)
                flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
                place = (bitmap, opened, -piece.left, -piece.top, piece.width, piece.height, 0, flags)
                pdfium.FPDF_RenderPageBitmap(*place)
                if opened.formenv:
                    pdfium.FPDF_FFLDraw(opened.formenv, *place)
                form = QImage.Format.Format_RGBX8888
                return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form).copy()
            finally:
                bitmap.close()

    def words(self, page: int) -> Folded:
        """The text of a page (0 = the first), made ready for searching."""
        if page not in self._words:
            with self._text(page) as text:
                self._words[page] = folded("" if text is None else text.get_text_range())
        return self._words[page]

    def boxes(self, page: int, span: Span) -> tuple[Box, ...]:
        """Where a piece of the text of a page stands, a box for each line of it."""
        from pypdfium2 import raw as pdfium

        with self._text(page) as text:
            if text is None:
                return ()
            first = pdfium.FPDFText_GetCharIndexFromTextIndex(text, span.start)
            last = pdfium.FPDFText_GetCharIndexFromTextIndex(text, span.end - 1)
            height = self.sizes[page].height
            rects = (text.get_rect(at) for at in range(text.count_rects(first, last - first + 1)))
            return tuple(Box(left, height - top, right - left, top - bottom) for left, bottom, right, top in rects)

    @contextmanager
    def _page(self, page: int) -> Iterator[Any]:
        with ONE_AT_A_TIME:
            opened = None if self._document is None else self._document[page]
            try:
                yield opened
            finally:
                if opened is not None:
                    opened.close()

    @contextmanager
    def _text(self, page: int) -> Iterator[Any]:
        with self._page(page) as opened:
            text = None if opened is None else opened.get_textpage()
            try:
                yield text
            finally:
                if text is not None:
                    text.close()


def page_sizes(content: bytes) -> tuple[PageSize, ...]:
    """How large each page of a PDF is."""
    document = PdfFile(content)
    try:
        return document.sizes
    finally:
        document.close()


def rendered(content: bytes, page: int, scale: float) -> QImage:
    """One page (0 = the first) as a picture with `scale` pixels a point."""
    document = PdfFile(content)
    try:
        size = document.sizes[page]
        return document.picture(page, whole(size, scale))
    finally:
        document.close()


def whole(size: PageSize, scale: float) -> Piece:
    """All of a page with `scale` pixels a point."""
    width, height = max(1, round(size.width * scale)), max(1, round(size.height * scale))
    return Piece(width, height, 0, 0, width, height)
