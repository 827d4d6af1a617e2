"""Writes an e-mail as a file that mail programs open as a draft (RFC 5322, MIME); nothing is sent."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from domain.exchange.textformat import plain
from domain.rows.mail import Attachment, Mailbox, MailDraft
from domain.rules.mailbox import mailbox
from domain.terms import BERLIN

_LONGEST_LINE = 300
_LONGEST_NAME = 120
_DIGITS = 32
_LINE = 76
_OCTETS_OF_A_WORD = 39
"""Octets in an encoded word: with its frame and the longest name of a header they stay within a line."""
_UNSAFE_IN_A_NAME = frozenset('<>:"/\\|?*')


def write_draft(draft: MailDraft) -> bytes:
    """The e-mail with CRLF and only ASCII; equal input gives equal bytes.

    `X-Unsent: 1` makes Outlook open it for writing. Names, subject and file names are data: each stays one header,
    whatever line ends it holds. Text travels as quoted-printable, attachments as base64.

    Raises:
        ValueError: an address is none (`rules.mailbox` decides before).
    """
    mark = _mark(draft)
    lines = (
        _addresses("From", (draft.sender,)),
        _addresses("To", draft.to),
        _addresses("Bcc", draft.bcc),
        _folded("Subject", _words(one_line(draft.subject), len("Subject: "))),
        f"Date: {format_datetime(draft.moment.astimezone(BERLIN))}",
        f"Message-ID: <{mark}@{_checked(draft.sender).rpartition('@')[2]}>",
        "X-Unsent: 1",
        f"Content-Language: {draft.language}",
    )
    head = "".join(f"{line}\r\n" for line in lines if line)
    return head.encode("ascii") + _content(draft, mark).as_bytes()


def _content(draft: MailDraft, mark: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message.set_content(plain(draft.text), cte="quoted-printable")
    for attachment in draft.attachments:
        _attach(message, attachment)
    if draft.attachments:
        # "=_" can stand neither in quoted-printable nor in base64
        message.set_boundary(f"=_landauf_{mark}")
    return message


def one_line(text: str, longest: int = _LONGEST_LINE) -> str:
    """The text without line ends and control characters, and not too long for a header."""
    line = " ".join(plain(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def file_name(name: str) -> str:
    """The name of an attachment as every system takes it; the ending stays."""
    clean = "".join("-" if sign in _UNSAFE_IN_A_NAME else sign for sign in one_line(name, 10 * _LONGEST_NAME))
    stem, dot, ending = clean.rpartition(".")
    if not dot:
        stem, ending = ending, ""
    return f"{stem[:_LONGEST_NAME].strip(' .') or '-'}{dot}{ending}"


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    main, _slash, sub = attachment.media_type.partition("/")
    message.add_attachment(
        attachment.content,
        maintype=main,
        subtype=sub,
        filename=file_name(attachment.name),
        params=dict(attachment.parameters),
    )


def _addresses(header: str, boxes: Iterable[Mailbox]) -> str:
    """A header of addresses, each once and on a line of its own; "" for none."""
    once = {_checked(box).casefold(): box for box in boxes}.values()
    return _folded(header, [_mailbox(box, len(header) + 2) for box in once], ",") if once else ""


def _mailbox(box: Mailbox, used: int) -> str:
    name = one_line(box.name, _LONGEST_NAME)
    if not name or name == box.address:
        return box.address
    if _is_plain(name, used + 2):
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"\r\n <{box.address}>'
    return "\r\n ".join((*_words(name, used), f"<{box.address}>"))


def _checked(box: Mailbox) -> str:
    if mailbox(box.address) != box.address:
        raise ValueError("no e-mail address")
    return box.address


def _folded(header: str, parts: Sequence[str], comma: str = "") -> str:
    return f"{header}: " + f"{comma}\r\n ".join(parts)


def _words(line: str, used: int) -> list[str]:
    """The line as it is if it is short ASCII, else as encoded words (RFC 2047) with whole characters.

    The standard library decodes what looks like an encoded word while it folds, and lets line ends out of it.
    """
    if _is_plain(line, used):
        return [line]
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > _OCTETS_OF_A_WORD:
            pieces.append(piece)
            piece = b""
        piece += octets
    return [f"=?utf-8?b?{b64encode(each).decode('ascii')}?=" for each in (*pieces, piece)]


def _is_plain(line: str, used: int) -> bool:
    return line.isascii() and "=?" not in line and used + len(line) <= _LINE


def _mark(draft: MailDraft) -> str:
    """A name for this e-mail made from all it holds, its moment included."""
    whole = hashlib.sha256()
    said = (draft.sender, draft.to, draft.bcc, draft.subject, draft.text, draft.moment.isoformat(), draft.language)
    whole.update(repr(said).encode("utf-8", "surrogatepass"))
    for attachment in draft.attachments:
        whole.update(repr((attachment.name, attachment.media_type, attachment.parameters)).encode())
        whole.update(hashlib.sha256(attachment.content).digest())
    return whole.hexdigest()[:_DIGITS]
