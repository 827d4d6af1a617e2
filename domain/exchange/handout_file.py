"""Handouts as Markdown files with front matter: what a translator gets and gives back."""

import re
from datetime import date

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.rows.handouts import EditionDraft, HandoutFile

_FENCE = "---"
_LINE = re.compile(r"([a-z_]+):[ \t]*(.*)")
_LAST_VERSION = 999_999
MOST_BYTES = 400_000
"""A larger file is no handout."""


def read(content: bytes, name: str, key: str = "") -> HandoutFile:
    """The edition in a file called `name`; `key` is the handout's where the file does not say it.

    Raises:
        FileProblemError: it is no text in UTF-8, too large, has no front matter, or a line of it cannot be read.
    """
    if len(content) > MOST_BYTES:
        raise FileProblemError(N_("{file} is too large for a handout."), file=name)
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise FileProblemError(N_("{file} is no text in UTF-8."), file=name) from None
    if not lines or lines[0].strip() != _FENCE or _FENCE not in (line.strip() for line in lines[1:]):
        raise FileProblemError(N_("{file} does not begin with lines such as “title: …” between two ---."), file=name)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == _FENCE)
    values = _front(lines[1:end], name)
    if not values.get("title"):
        raise FileProblemError(N_("{file} has no line “title: …”."), file=name)
    draft = EditionDraft(
        language=values.get("language", "de"),
        title=values["title"],
        lead=values.get("lead", ""),
        text="\n".join(lines[end + 1 :]).strip("\n"),
        author=values.get("author", ""),
        valid_until=_day(values.get("valid_until", ""), name),
    )
    return HandoutFile(
        values.get("key", "") or key, values.get("topic", ""), _number(values.get("version", ""), name), draft
    )


def write(file: HandoutFile) -> bytes:
    """The file of an edition; `read` gives it back."""
    draft = file.draft
    front = {
        "key": file.key,
        "title": draft.title,
        "lead": draft.lead,
        "topic": file.topic,
        "language": draft.language,
        "version": str(file.version),
        "author": draft.author,
        "valid_until": draft.valid_until.isoformat() if draft.valid_until else "",
    }
    head = [f"{name}: {' '.join(value.split())}".rstrip() for name, value in front.items()]
    return "\n".join([_FENCE, *head, _FENCE, "", draft.text.strip("\n"), ""]).encode("utf-8", "replace")


def _front(lines: list[str], name: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            raise FileProblemError(N_("{file}, line {line}: not “name: value”."), file=name, line=number)
        values[found[1]] = found[2].strip()
    return values


def _day(text: str, name: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FileProblemError(
            N_("{file}: “{text}” is no day such as 2028-12-31."), file=name, text=text[:40]
        ) from None


def _number(text: str, name: str) -> int:
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= _LAST_VERSION):
        raise FileProblemError(N_("{file}: “{text}” is no version such as 1."), file=name, text=text[:40])
    return int(text)
