"""Content lines of vCards taken apart: name, parameters, and values with their escapes."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

_NAME = re.compile(r"(?:[A-Za-z0-9_-]+\.)?([A-Za-z0-9_-]+)")
_CIRCUMFLEX = re.compile(r"\^([n'^])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LONGEST_HEAD = 2_000
_BARE = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT")
_MEANING = {"n": "\n", "'": '"', "^": "^"}


@dataclass(frozen=True, slots=True)
class CardLine:
    """One property: its name in capitals without group, its parameters by name in capitals, the value as it stands."""

    name: str
    params: tuple[tuple[str, str], ...]
    value: str

    def param(self, name: str) -> str:
        """The first parameter of this name, "" if there is none."""
        return next((value for key, value in self.params if key == name), "")

    def types(self) -> frozenset[str]:
        """What the line is for, in lower case: work, home, fax, pref and so on."""
        found = {word.strip().lower() for key, value in self.params if key == "TYPE" for word in value.split(",")}
        return frozenset(found | ({"pref"} if self.param("PREF") else set()))


def parsed(text: str) -> CardLine | None:
    """The line taken apart; None if it is no content line."""
    end = _outside_quotes(text[:_LONGEST_HEAD], ":")
    if end is None:
        return None
    head, value = text[:end], text[end + 1 :]
    words = _split_head(head)
    found = _NAME.fullmatch(words[0].strip())
    if found is None:
        return None
    return CardLine(found[1].upper(), tuple(_param(word) for word in words[1:] if word.strip()), value)


def parts(value: str, mark: str) -> list[str]:
    r"""The parts of a value between unescaped marks (``;`` or ``,``), without escapes."""
    if "\\" not in value:  # nearly every value; far quicker than looking at each character
        return value.split(mark)
    found, piece = [], []
    escaped = False
    for character in value:
        if escaped or character not in {"\\", mark}:
            piece.append(f"\\{character}" if escaped else character)
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            found.append("".join(piece))
            piece = []
    found.append("".join(piece))
    return [unescaped(part) for part in found]


def unescaped(value: str) -> str:
    r"""The text of a value: ``\n`` is a line end, any other escaped character stands for itself."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def telephone(line: CardLine) -> str:
    """The number as people write it: as it was typed where Landauf wrote the card, without `tel:` elsewhere."""
    if typed := line.param("X-LANDAUF-TEXT"):
        return typed
    value = line.value.strip()
    if value[:4].lower() != "tel:":
        return unescaped(value)
    return unquote(value[4:].split(";")[0]).replace("-", " ").strip()


def _outside_quotes(text: str, mark: str) -> int | None:
    if '"' not in text:
        place = text.find(mark)
        return place if place >= 0 else None
    is_quoted = False
    for place, character in enumerate(text):
        if character == '"':
            is_quoted = not is_quoted
        elif character == mark and not is_quoted:
            return place
    return None


def _split_head(head: str) -> list[str]:
    if '"' not in head:
        return head.split(";")
    words: list[str] = []
    piece: list[str] = []
    is_quoted = False
    for character in head:
        is_quoted ^= character == '"'
        if character == ";" and not is_quoted:
            words.append("".join(piece))
            piece = []
        else:
            piece.append(character)
    return [*words, "".join(piece)]


def _param(word: str) -> tuple[str, str]:
    """A parameter; version 2.1 leaves the name of TYPE and ENCODING out."""
    name, is_named, value = word.partition("=")
    if not is_named:
        bare = name.strip()
        return ("ENCODING", bare.upper()) if bare.upper() in _BARE else ("TYPE", bare)
    value = value.strip()
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        value = value[1:-1]
    return name.strip().upper(), _CIRCUMFLEX.sub(lambda found: _MEANING[found[1]], value)
