"""Reads the fields of one returned form; runs in a process of its own, because the file comes from outside."""

from __future__ import annotations

import ctypes
import json
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Any

from domain.exchange.reader_process import READY, limit_memory
from domain.rows.request_form import FAMILY, MARKER, MARKER_FIELD, PREFIX, TICKED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from pypdfium2 import PdfDocument, PdfPage  # type: ignore[import-untyped]  # the package brings no types

LONGEST = 20_000
"""Characters of one value that are taken over; the longest field of a request holds as many."""
MOST_PAGES, MOST_FIELDS, MOST_ANNOTATIONS = 20, 300, 2_000

_HEAD = 1024
"""How far into a file its PDF header may stand (ISO 32000-1, H.3)."""
_TEXT_PAGES = 4


class Outcome(StrEnum):
    """What became of a file."""

    read = auto()
    not_pdf = auto()
    locked = auto()
    broken = auto()
    no_form = auto()
    printed = auto()
    scanned = auto()
    foreign = auto()
    newer = auto()
    endless = auto()


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome, and if the form was read its values by the names behind the version."""

    outcome: Outcome
    values: dict[str, str] = field(default_factory=dict)


def serve(connection: Connection) -> None:
    """Answer every file that comes through the pipe, as JSON: the other side trusts nothing that comes from here."""
    limit_memory()
    import pypdfium2  # noqa: F401 - loaded before the clock of the first file runs

    connection.send_bytes(READY)
    with suppress(EOFError, OSError, MemoryError):
        while True:
            found = read_fields(connection.recv_bytes())
            connection.send_bytes(json.dumps([found.outcome.value, found.values]).encode())


def read_fields(content: bytes) -> Found:
    """What the form says. Scripts and actions in the file are never run: this PDF library is built without them."""
    import pypdfium2

    if b"%PDF-" not in content[:_HEAD]:
        return Found(Outcome.not_pdf)
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as trouble:
        is_locked = trouble.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return Found(Outcome.locked if is_locked else Outcome.broken)
    try:
        return _read(document)
    except (pypdfium2.PdfiumError, MemoryError, RecursionError):
        return Found(Outcome.broken)
    finally:
        document.close()


def _read(document: PdfDocument) -> Found:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the package brings no types

    if document.get_formtype() == pdfium.FORMTYPE_NONE:
        return Found(_without_fields(document))
    document.init_forms(pdfium.FPDF_FORMFILLINFO(version=2))
    values, has_fields = dict[str, str](), False
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        for name, value in _fields(document, page):
            has_fields = True
            if name.startswith(FAMILY) and len(values) < MOST_FIELDS and value:
                values.setdefault(name, value)
        page.close()
    if not has_fields:
        return Found(_without_fields(document))
    return _known(values)


def _known(values: dict[str, str]) -> Found:
    """The values, if they are those of our form."""
    if values.get(PREFIX + MARKER_FIELD) != MARKER:
        is_newer = any(name.startswith(FAMILY) and name.endswith(f".{MARKER_FIELD}") for name in values)
        return Found(Outcome.newer if is_newer else Outcome.foreign)
    own = {name.removeprefix(PREFIX): value for name, value in values.items() if name.startswith(PREFIX)}
    return Found(Outcome.read, {name: value for name, value in own.items() if name != MARKER_FIELD})


def _without_fields(document: PdfDocument) -> Outcome:
    """Why there are no fields: a print of our form, a scan, or something else."""
    words = []
    for number in range(min(len(document), _TEXT_PAGES)):
        page = document[number]
        text = page.get_textpage()
        words.append(text.get_text_range(0, min(text.count_chars(), LONGEST)))
        text.close()
        page.close()
    said = "".join(words)
    if MARKER in said:
        return Outcome.printed
    return Outcome.no_form if said.strip() else Outcome.scanned


def _fields(document: PdfDocument, page: PdfPage) -> Iterator[tuple[str, str]]:
    """Full name and value of every field on a page; a box or button that is off has the value ""."""
    import pypdfium2.raw as pdfium

    form: Any = document.formenv
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetFormFieldType(form, note)
            if kind > pdfium.FPDF_FORMFIELD_UNKNOWN:
                yield _text(pdfium.FPDFAnnot_GetFormFieldName, form, note), _value(kind, form, note)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _value(kind: int, form: Any, note: Any) -> str:  # noqa: ANN401 - handles of the C library
    import pypdfium2.raw as pdfium

    if kind == pdfium.FPDF_FORMFIELD_CHECKBOX:
        return TICKED if pdfium.FPDFAnnot_IsChecked(form, note) else ""
    if kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON:
        is_on = pdfium.FPDFAnnot_IsChecked(form, note)
        return _text(pdfium.FPDFAnnot_GetFormFieldExportValue, form, note) if is_on else ""
    return _text(pdfium.FPDFAnnot_GetFormFieldValue, form, note)


def _text(ask: Any, form: Any, note: Any) -> str:  # noqa: ANN401 - a function and handles of the C library
    """What the library tells in UTF-16, cut to `LONGEST`; one character more shows that it was longer."""
    import pypdfium2.raw as pdfium

    length = ask(form, note, None, 0)
    if length <= 2:  # noqa: PLR2004 - the closing zero alone
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(form, note, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    text = buffer.raw[: min(length - 2, 2 * LONGEST + 2)].decode("utf-16-le", "replace")
    return text.split("\x00")[0]
