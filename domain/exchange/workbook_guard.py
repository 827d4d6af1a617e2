"""Looks at a workbook before anything reads it: its kind, its size unpacked, and tricks in its XML."""

import zlib
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from domain.errors import FileProblemError
from domain.i18n import N_

MAX_PACKED = 20_000_000
"""Bytes of a workbook as it lies on the disk."""
MAX_UNPACKED = 200_000_000
"""Bytes of everything in it together, by what its directory states; more than stated is never unpacked."""

_MAX_PARTS = 5_000
_ENCRYPTED = 0x1
_CHUNK = 64 * 1024
_LONGEST_PROLOGUE = 1024 * 1024
_MEGABYTE = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_TYPES = (b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml")
DAMAGED = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, BadZipFile, zlib.error),
)
"""What the readers of archives, XML and workbooks raise over damaged files; SyntaxError is that of XML."""


def refuse_old_form(head: bytes, content: bytes, name: str) -> None:
    """Refuse what only looks like a workbook from outside: locked by a password, or of the old binary form.

    Raises:
        FileProblemError: it is one of these.
    """
    if not head.startswith(_OLE):
        return
    if _LOCKED in content:
        raise FileProblemError(
            N_("“{file}” is protected by a password. Please save it without one and try again."), file=name
        )
    raise FileProblemError(N_("“{file}” has the old form XLS. Please save it as XLSX or CSV and try again."), file=name)


def check_workbook(content: bytes, name: str) -> None:
    """See that this is an XLSX workbook of a size that can be read, without tricks in its XML.

    Raises:
        FileProblemError: it is not.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_size(parts, name)
            _refuse_foreign(archive, {part.filename for part in parts}, name)
            for part in parts:
                _refuse_declarations(archive, part, name)
    except DAMAGED as trouble:
        raise damaged(name) from trouble


def damaged(name: str) -> FileProblemError:
    """The trouble with a workbook that breaks off or contradicts itself."""
    return FileProblemError(N_("“{file}” is damaged and cannot be read as a workbook."), file=name)


def _refuse_size(parts: list[ZipInfo], name: str) -> None:
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise FileProblemError(
            N_("“{file}” would be larger than {limit} MB unpacked; it was not opened."),
            file=name,
            limit=MAX_UNPACKED // _MEGABYTE,
        )
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise FileProblemError(
            N_("“{file}” is protected by a password. Please save it without one and try again."), file=name
        )


def _refuse_foreign(archive: ZipFile, names: set[str], name: str) -> None:
    what = "ZIP"
    if "mimetype" in names:  # OpenDocument states what it is in a part of this name
        with archive.open("mimetype") as stream:
            kind = stream.read(100)
        what = "ODS" if b"spreadsheet" in kind else "OpenDocument"
    elif "[Content_Types].xml" in names:
        types = archive.read("[Content_Types].xml")
        if any(kind in types for kind in _WORKBOOK_TYPES):
            return
        what = "XLSB" if b"sheet.binary" in types else "DOCX / PPTX"
    raise FileProblemError(
        N_("“{file}” is no XLSX workbook but another kind of file ({what}). Please save it as XLSX or CSV first."),
        file=name,
        what=what,
    )


def _refuse_declarations(archive: ZipFile, part: ZipInfo, name: str) -> None:
    """No workbook has a document type; what has one wants to define entities.

    Read up to the first element only: behind it no document type can stand.
    """
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_told: found.append("doctype")
    parser.StartElementHandler = lambda *_told: found.append("element")
    with archive.open(part) as stream:
        seen = 0
        while not found and (chunk := stream.read(_CHUNK)):
            seen += len(chunk)
            try:
                parser.Parse(chunk, False)  # noqa: FBT003 - named nowhere
            except expat.ExpatError:  # a picture, or broken XML that the reader will refuse
                break
            if seen > _LONGEST_PROLOGUE:
                found.append("doctype")
    if found[:1] == ["doctype"]:
        raise FileProblemError(
            N_("“{file}” holds declarations that a workbook does not need; it was not opened."), file=name
        )
