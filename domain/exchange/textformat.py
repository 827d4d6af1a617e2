"""Content lines of iCalendar and vCard: escaping of text, quoting of parameters, folding."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPECIAL = re.compile("[\\\\;,\n\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SPECIAL_IN_PARAMETER = re.compile('[\\^"\n\t\\\\]')
_WEB_ADDRESS = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+", re.IGNORECASE)
_FIRST = 75
_NEXT = 74
_MASK, _INSIDE_CHARACTER = 0b1100_0000, 0b1000_0000
_BACKSLASH = ord("\\")
_SHORTEST_UNSAFE = 18


def plain(text: str) -> str:
    """The text with LF as its only line end and without control characters except TAB."""
    if text.replace("\n", "").isprintable():  # nearly every text; far quicker than the patterns
        return text
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def escape(text: str) -> str:
    r"""The text as a value of type TEXT (RFC 5545, 3.3.11): ``\`` is escaped first, then ``;`` ``,`` and line ends."""
    if _SPECIAL.search(text) is None:
        return text
    return plain(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def quoted(text: str) -> str:
    """The text as a quoted parameter value, with ^ ^n ^' as in RFC 6868.

    Trailing backslashes are dropped: common readers take one before the closing quotation mark for an escape.
    """
    clean = " ".join(plain(text).split("\t")).rstrip("\\")
    if _SPECIAL_IN_PARAMETER.search(clean):
        clean = clean.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{clean}"'


def is_web_address(text: str) -> bool:
    """Whether the text can stand as a value of type URI as it is: http or https, and only characters of RFC 3986."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def content_line(line: str) -> bytes:
    r"""The line in UTF-8, folded at 75 octets and ended by CRLF (RFC 5545, 3.1).

    A fold never cuts a character apart, nor behind a backslash that escapes what follows (Outlook reads ``\`` and
    ``n`` on two lines as two characters).
    """
    # 18 characters have at most 72 octets; longer ones are short enough if they are ASCII
    if len(line) <= _SHORTEST_UNSAFE or (len(line) <= _FIRST and line.isascii()):
        return line.encode() + b"\r\n"
    octets = line.encode()
    if len(octets) <= _FIRST:
        return octets + b"\r\n"
    pieces = []
    start, end = 0, _FIRST
    while end < len(octets):
        while octets[end] & _MASK == _INSIDE_CHARACTER:
            end -= 1
        if octets[end - 1] == _BACKSLASH:
            end -= _open_escape(octets, start, end)
        pieces.append(octets[start:end])
        start, end = end, end + _NEXT
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"


def _open_escape(octets: bytes, start: int, end: int) -> int:
    """1 if the backslash before `end` escapes what follows (their number since `start` is odd), else 0."""
    piece = octets[start:end]
    return (len(piece) - len(piece.rstrip(b"\\"))) % 2
