"""Content lines of a calendar file from outside: bytes made text, unfolded, taken apart."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.errors import FileProblemError
from domain.i18n import N_

LARGEST = 20 * 1024 * 1024
"""Bytes of a calendar file at most (notes on calendars, 0)."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_FOLDS = (b"\r\n ", b"\r\n\t", b"\n ", b"\n\t", b"\r ", b"\r\t")
"""As plain strings: a pattern would take many times the memory of a large text folded into small pieces."""
_LINE_END = re.compile(rb"\r\n|\n|\r")
_BEGIN = re.compile(rb"^[ \t]*BEGIN[ \t]*:[ \t]*V(?:CALENDAR|EVENT)", re.IGNORECASE | re.MULTILINE)
_HTML = re.compile(rb"\s*<(?:!doctype|html|\?xml|head|body)", re.IGNORECASE)
_PACKED = {b"PK\x03\x04": "ZIP", b"\x1f\x8b": "GZIP", b"%PDF": "PDF", b"\xd0\xcf\x11\xe0": "OLE", b"BZh": "BZIP2"}
_HEAD = 1024
_LONGEST_HEAD = 10_000
"""Characters in which the name and parameters of a property must end."""
_NAME = re.compile(r"[A-Za-z0-9-]{1,100}")
_PARAMETER = re.compile(r';[ \t]*([A-Za-z0-9-]{1,100})[ \t]*=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)')
_BARE_PARAMETER = re.compile(r";[ \t]*([A-Za-z0-9-]{1,100})(?=[;:])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}


@dataclass(frozen=True, slots=True)
class ContentLine:
    """A property: its place in the file (from 1), its name in capitals, parameters by name in capitals, raw value."""

    number: int
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as text (RFC 5545, 3.3.11); unknown escapes lose their backslash."""
        return unescaped(self.value)


def refuse_what_is_none(content: bytes, name: str) -> None:
    """Refuse what is no calendar, with the reason.

    Raises:
        FileProblemError: it is too large, empty, a page, packed, or something else.
    """
    if len(content) > LARGEST:
        raise FileProblemError(
            N_("“{file}” is too large for a calendar: {size} MB, at most {most} MB."),
            file=name,
            size=round(len(content) / 1024 / 1024),
            most=LARGEST // 1024 // 1024,
        )
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileProblemError(N_("“{file}” is empty."), file=name)
    for magic, kind in _PACKED.items():
        if content.startswith(magic):
            raise FileProblemError(
                N_("“{file}” is no calendar file but {kind}; please unpack or export it first."), file=name, kind=kind
            )
    if _BEGIN.search(_as_utf8(content)):
        return
    if _HTML.match(content[:_HEAD]):
        raise FileProblemError(
            N_("“{file}” is no calendar file but a web page, perhaps of a log-in. Please save the calendar itself."),
            file=name,
        )
    raise FileProblemError(N_("“{file}” is no calendar file (iCalendar)."), file=name)


def content_lines(content: bytes) -> Iterator[tuple[int, str]]:
    """The unfolded lines of a file with the number of their first piece.

    Unfolding is done on bytes, because some programs fold inside a character. What is no UTF-8 is read as Windows-1252.
    """
    octets = _as_utf8(content)
    if b"\n" not in octets and b"\r" in octets:
        octets = octets.replace(b"\r", b"\n")
    number = 1
    start = 0
    while start < len(octets):
        end, next_start, lines = _line(octets, start)
        piece = octets[start:end]
        if lines > 1:
            for fold in _FOLDS:
                piece = piece.replace(fold, b"")
        if piece.strip():
            yield number, _decoded(piece)
        number += lines
        start = next_start


def _line(octets: bytes, start: int) -> tuple[int, int, int]:
    """Where the folded line that begins at `start` ends, where the next begins, and of how many lines it is made."""
    lines = 1
    position = start
    while True:
        found = _LINE_END.search(octets, position)
        if found is None:
            return len(octets), len(octets), lines
        if octets[found.end() : found.end() + 1] not in {b" ", b"\t"}:
            return found.start(), found.end(), lines
        lines += 1
        position = found.end()


def _as_utf8(content: bytes) -> bytes:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            rest = content[len(mark) :]
            return rest if encoding == "utf-8" else rest.decode(encoding, "replace").encode()
    if content[:64].count(b"\0") > 16:  # noqa: PLR2004 - every second byte of a Latin text in UTF-16
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        return content.decode(encoding, "replace").encode()
    return content


def _decoded(piece: bytes) -> str:
    try:
        text = piece.decode()
    except UnicodeDecodeError:
        text = piece.decode("cp1252", "replace")
    return text.replace("\0", "")


def taken_apart(number: int, line: str) -> ContentLine | None:
    """The property on a line, None if it is none."""
    name = _NAME.match(line)
    if name is None:
        return None
    position = name.end()
    parameters: dict[str, str] = {}
    while line[position : position + 1] == ";":
        found = _PARAMETER.match(line, position, _LONGEST_HEAD)
        if found is not None:
            parameters.setdefault(found[1].upper(), _parameter(found[2]))
        else:  # vCalendar 1.0 writes values without names: DESCRIPTION;QUOTED-PRINTABLE:
            found = _BARE_PARAMETER.match(line, position, _LONGEST_HEAD)
            if found is None:
                return None
            parameters.setdefault("ENCODING", found[1])
        position = found.end()
    rest = line[position:].lstrip(" \t")
    if not rest.startswith(":"):
        return None
    value = rest[1:]
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = _decoded(quopri.decodestring(value.encode("utf-8", "replace")))
    return ContentLine(number, name[0].upper(), parameters, value)


def _parameter(value: str) -> str:
    return re.sub(r"\^[n'^]", lambda found: _CARET[found[0]], value.replace('"', "")).strip()


def unescaped(value: str) -> str:
    """Text as it was meant."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def parts(value: str) -> list[str]:
    """The values of a list, separated by commas that are not escaped."""
    return [unescaped(part).strip() for part in re.split(r"(?<!\\),", value)]
