"""What minutes must not hold: marks by which private people can be reached or found."""

import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\w.:/-])(?:\+|00?)\d[\d\s/()-]{6,}\d(?![\w.:])")


def private_marks(text: str) -> tuple[str, ...]:
    """E-mail addresses and telephone numbers in a text, each once, in their order."""
    found = sorted((match.start(), match.group().strip()) for each in (_EMAIL, _PHONE) for match in each.finditer(text))
    return tuple(dict.fromkeys(mark for _at, mark in found))
