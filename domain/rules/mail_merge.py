"""What was typed for a letter to many: subject, parts, enclosures, and the places where each letter differs."""

import re
from collections.abc import Mapping

from domain.rows.letters import LetterText

PLACEHOLDERS: Mapping[str, str] = {
    "salutation": "salutation",
    "institution": "institution",
    "town": "town",
    "anrede": "salutation",
    "ort": "town",
}
"""What may stand in braces, in English and as German staff type it, and what it stands for."""

_PLACEHOLDER = re.compile(r"\{([^\W\d_][\w ]{0,40})\}")
_ENCLOSED = re.compile(r"^(?:anlagen?|enclosures?|encl\.)\s*:\s*(.*)$", re.IGNORECASE)
_FAREWELL = re.compile(r"^(?:mit (?:freundlichen|besten|herzlichen) grüßen|freundliche grüße|yours )", re.IGNORECASE)


def letter_text(typed: str) -> LetterText:
    """The first line is the subject, a last line "Anlage: …" what is enclosed (divided by semicolons).

    Where no line is empty, each line is a part of its own.
    """
    lines = [line.strip() for line in typed.strip().splitlines()]
    subject, rest = (lines[0], lines[1:]) if lines else ("", [])
    enclosed = _ENCLOSED.match(rest[-1]) if rest else None
    if enclosed:
        rest = rest[:-1]
    body = "\n".join(rest).strip("\n")
    parts = re.split(r"\n{2,}", body) if "\n\n" in body else body.split("\n")
    enclosures = [each.strip() for each in enclosed[1].split(";")] if enclosed else []
    return LetterText(subject, tuple(part for part in parts if part), tuple(each for each in enclosures if each))


def says_farewell(text: LetterText) -> bool:
    """Whether the letter ends with words of its own, so that none are added."""
    return any(_FAREWELL.match(part) for part in text.parts[-2:])


def greets(text: LetterText) -> bool:
    """Whether the typed letter says itself where the greeting stands."""
    return any(PLACEHOLDERS.get(name.casefold()) == "salutation" for name in _names("\n".join(text.parts)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what its placeholders stand for; others stay as they were typed, and values are not read again."""

    def value(found: re.Match[str]) -> str:
        name = PLACEHOLDERS.get(found[1].strip().casefold(), "")
        return values.get(name, found[0])

    return _PLACEHOLDER.sub(value, text)


def unknown_placeholders(typed: str) -> tuple[str, ...]:
    """Placeholders that no letter can fill, in braces as they were typed, each once."""
    strange = (name for name in _names(typed) if name.strip().casefold() not in PLACEHOLDERS)
    return tuple(dict.fromkeys("{" + name + "}" for name in strange))


def _names(text: str) -> list[str]:
    return _PLACEHOLDER.findall(text)
