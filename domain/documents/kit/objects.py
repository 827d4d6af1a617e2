"""PDF objects whose bytes we write ourselves, and one fault of ReportLab's streams mended."""

from collections import OrderedDict
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase import pdfdoc

_format_stream = pdfdoc.PDFStream.format


_font_streams: OrderedDict[bytes | str, bytes] = OrderedDict()
"""Formatted font programs and character maps by content: packing them costs more than everything else on a page."""
_REMEMBERED = 32


def _format_stream_with_line_end(self: pdfdoc.PDFStream, document: Any) -> bytes:  # noqa: ANN401 - as in ReportLab
    """A stream with an end-of-line before `endstream`; those of fonts are packed once and remembered."""
    content = self.content
    known = _font_streams.get(content) if isinstance(content, bytes | str) else None
    if known is not None:
        return known
    formatted = bytes(_format_stream(self, document)).removesuffix(b"endstream\n") + b"\nendstream\n"
    if "Length1" in self.dictionary.dict or (isinstance(content, str) and content.startswith("/CIDInit")):
        _font_streams[content] = formatted
        if len(_font_streams) > _REMEMBERED:
            _font_streams.popitem(last=False)
    return formatted


# ReportLab writes no end-of-line before `endstream`, which PDF/A demands (ISO 19005-2, 6.1.7.1), and has no hook there.
pdfdoc.PDFStream.format = _format_stream_with_line_end  # type: ignore[method-assign] # no other way in


class Raw(pdfdoc.PDFObject):
    """An object that is written as `body`, which may be set until the file is saved."""

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, document: Any) -> bytes:  # noqa: ANN401, ARG002 - ReportLab's signature
        """The bytes between `obj` and `endobj`."""
        return self.body


class RawStream(Raw):
    """A stream that is written uncompressed, as XMP must be, or as it comes."""

    def __init__(self, entries: str, content: bytes) -> None:
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("ascii")
        super().__init__(head + content + b"\nendstream\n")


def pdf_text(text: str) -> bytes:
    """`text` as a PDF text string in hexadecimal UTF-16 (ISO 32000-1, 7.9.2.2), which no character escapes from."""
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"


def pdf_uri(url: str) -> bytes:
    """`url` as the ASCII string a link action needs (ISO 32000-1, 12.6.4.7), everything unusual percent-encoded."""
    return b"<" + quote(url, safe="/:?&=#+,;@%~.-_!*'$[]").encode("ascii").hex().encode("ascii") + b">"
