"""Reads files of contacts (vCard 3.0 and 4.0, RFC 6350) card by card; what is broken stays with its card."""

import codecs
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from domain.errors import FileProblemError, Problem
from domain.exchange.card_values import CardLine, parsed
from domain.exchange.sources import Source, whole
from domain.i18n import N_

MAX_SIZE = 20_000_000
MAX_CARDS = 200_000
MAX_LINE = 200_000
"""Octets of one content line over all its folds; only pictures are longer, and they are left out."""

_MOST_LINES = 2_000
_FOLD = re.compile(rb"\r?\n[ \t]")
_BEGIN = re.compile(rb"[\s\xef\xbb\xbf]*BEGIN:VCARD\b", re.IGNORECASE)
_BEGINNING = re.compile(rb"^BEGIN:VCARD[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_UNREAD = re.compile(rb"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT|X-MS-[\w-]*)[;:]", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(rb"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE\b", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"B\0E\0G\0", "utf-16-le"),
    (b"\0B\0E\0G", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One card: the line it begins on, its content lines, its version; `problem` if it cannot be taken."""

    line: int
    lines: tuple[CardLine, ...]
    version: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class CardFile:
    """A file of contacts; every call of `cards` reads it anew."""

    content: bytes = field(repr=False)
    name: str
    encoding: str

    @property
    def count(self) -> int:
        """How many cards begin in it."""
        return len(_BEGINNING.findall(self.content))

    def cards(self) -> Iterator[Card]:
        """The cards in order; one that never ends, or in which another begins, is a problem of that card.

        Raises:
            FileProblemError: there are more than `MAX_CARDS`.
        """
        gathered: _Gathered | None = None
        count = 0
        for number, octets in _logical_lines(self.content):
            word = octets[:12].strip().upper()
            if word == b"BEGIN:VCARD":
                if gathered is not None:
                    yield gathered.broken(N_("A new card begins before this one has ended."))
                gathered = _Gathered(number)
                count += 1
                if count > MAX_CARDS:
                    raise FileProblemError(
                        N_("“{file}” has more than {limit} cards; please split it."), file=self.name, limit=MAX_CARDS
                    )
            elif gathered is not None and word == b"END:VCARD":
                yield gathered.card()
                gathered = None
            elif gathered is not None:
                gathered.take(number, octets, self.encoding)
        if gathered is not None:
            yield gathered.broken(N_("The card has no end; the file breaks off."))


def is_card_file(head: bytes) -> bool:
    """Whether a file that begins so is one of contacts."""
    encoding = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    if encoding:
        head = head[: len(head) // 2 * 2].decode(encoding, "replace").encode()
    return _BEGIN.match(head) is not None


def read_cards(source: Source, name: str) -> CardFile:
    """Take a file of contacts into memory and recognise its encoding: UTF-8, else Windows-1252.

    Raises:
        FileProblemError: it is missing, unreadable or larger than `MAX_SIZE`.
    """
    content = whole(source, name, MAX_SIZE)
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if marked:
        content = content.decode(marked, "replace").encode()
    content = content.removeprefix(codecs.BOM_UTF8)
    if b"\n" not in content:
        content = content.replace(b"\r", b"\n")
    return CardFile(content, name, _encoding(content))


def _encoding(content: bytes) -> str:
    try:
        _FOLD.sub(b"", content).decode("utf-8")  # a fold may part the octets of one character
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _logical_lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Content lines without their folds, each with the number of its first physical line; blank ones left out.

    Of a line that is not read, or longer than `MAX_LINE`, only the beginning is kept.
    """
    start, pieces, size, is_open = 0, [b""], 0, False
    for number, physical in enumerate(BytesIO(content), start=1):
        line = physical.rstrip(b"\r\n")
        if line[:1] in {b" ", b"\t"} and start:
            piece = line[1:]
        elif is_open:
            piece = line
        else:
            if size:
                yield start, b"".join(pieces)
            start, pieces, size, piece = number, [], 0, line
        is_open = piece.endswith(b"=") and _has_soft_ends(pieces[0] if pieces else piece)
        if is_open:
            piece = piece[:-1]  # a soft line end of quoted-printable
        if size <= MAX_LINE and not (pieces and _UNREAD.match(pieces[0])):
            pieces.append(piece)
            size += len(piece)
    if size:
        yield start, b"".join(pieces)


def _has_soft_ends(first: bytes) -> bool:
    return _QUOTED_PRINTABLE.match(first) is not None


class _Gathered:
    """The lines of a card while it is read."""

    def __init__(self, line: int) -> None:
        self._line = line
        self._lines: list[CardLine] = []
        self._problem: Problem | None = None

    def take(self, number: int, octets: bytes, encoding: str) -> None:
        """Read one content line; what is no content line is a problem of the card."""
        if self._problem is not None or _UNREAD.match(octets):
            return
        if len(octets) > MAX_LINE:
            self._problem = Problem(
                "",
                N_("Line {line} is longer than {limit} characters."),
                (("line", number), ("limit", MAX_LINE)),
            )
        elif len(self._lines) >= _MOST_LINES:
            self._problem = Problem("", N_("The card has more than {limit} lines."), (("limit", _MOST_LINES),))
        elif octets.strip():
            line = parsed(_decoded(octets, encoding))
            if line is None:
                self._problem = Problem("", N_("Line {line} is no line of a card."), (("line", number),))
            else:
                self._lines.append(line)

    def card(self) -> Card:
        """The finished card."""
        version = next((line.value.strip() for line in self._lines if line.name == "VERSION"), "")
        return Card(self._line, tuple(self._lines), version, self._problem)

    def broken(self, msgid: str) -> Card:
        """The card as far as it was read, with what is wrong with it."""
        return Card(self._line, tuple(self._lines), "", Problem("", msgid))


def _decoded(octets: bytes, encoding: str) -> str:
    """The line as text; quoted-printable of version 2.1 in the character set it names."""
    if not _QUOTED_PRINTABLE.match(octets):
        return octets.decode(encoding, "replace")
    head, _colon, value = octets.partition(b":")
    named = re.search(rb"CHARSET=([\w-]+)", head, re.IGNORECASE)
    return f"{head.decode(encoding, 'replace')}:{_text(quopri.decodestring(value), named[1].decode() if named else '')}"


def _text(octets: bytes, charset: str) -> str:
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return octets.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return octets.decode("cp1252", "replace")
