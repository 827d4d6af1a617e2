"""Places where long words may break; German titles need them in narrow columns."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from gui.texts import current

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]  # ships no types

_SOFT_HYPHEN = "\u00ad"
_LONG_WORD = re.compile(r"\w{9,}")


def hyphenated(text: str) -> str:
    """The text with soft hyphens in its long words."""
    return _hyphenated(text, current().code)


@lru_cache(maxsize=1024)
def _hyphenated(text: str, code: str) -> str:
    return _LONG_WORD.sub(lambda word: _patterns(code).inserted(word[0], _SOFT_HYPHEN), text)


@cache
def _patterns(code: str) -> "Pyphen":
    from pyphen import Pyphen

    return Pyphen(lang={"de": "de_DE", "en": "en_GB"}[code], left=3, right=3)
