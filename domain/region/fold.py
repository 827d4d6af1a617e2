"""Folds text so that different spellings of one name meet."""

import re
import unicodedata

_PLAIN = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "æ": "a", "œ": "o", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
_WRITTEN_OUT = re.compile("([aou])e+")
_BRACKETED = re.compile(r"[(\[/,].*")
_RIVER_OR_REGION = re.compile(r" (?:an der|an dem|am|im|in|bei|b|i|a d|a)\.? .*")
_NOT_A_LETTER = re.compile(r"[^\w ]|_")
_DISTINCTIONS = (
    "landeshauptstadt",
    "verbandsgemeinde",
    "einheitsgemeinde",
    "welterbestadt",
    "gothestadt",
    "hansestadt",
    "lutherstadt",
    "kreisstadt",
    "solestadt",
    "gemeinde",
    "flecken",
    "stadt",
)
_DISTINCTION = re.compile(rf"\b(?:{'|'.join(_DISTINCTIONS)})\b")


def fold(text: str) -> str:
    """The text in lower case with ß as ss, without accents, umlauts in either spelling as their vowel, single blanks.

    Every `e` after a, o or u is dropped, so that Köthen, Koethen and Kothen all become "kothen" (and Neu
    becomes "neu", Bauer "baur": the result is for comparing, never for reading). Folding twice changes nothing.
    """
    return _WRITTEN_OUT.sub(r"\1", sort_key(text))


def sort_key(text: str) -> str:
    """The text as dictionaries sort it (DIN 5007-1): in lower case, ä like a, ß like ss, without accents."""
    lowered = text.lower()
    if not lowered.isascii():
        lowered = lowered.translate(_PLAIN)
    if not lowered.isascii():
        lowered = _without_accents(lowered)
    return " ".join(lowered.split())


def _without_accents(text: str) -> str:
    # Decomposed before and after: some characters fold into composed ones, some decompose into capitals.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)


def fold_place(name: str) -> str:
    """A place's name folded to words, without distinctions of a town, qualifiers kept.

    „Goethestadt Bad Lauchstädt“ and „Bad Lauchstädt, Goethestadt“ become "bad lauchstadt", „Köthen/Anhalt“ and
    „Koethen (Anhalt)“ "kothen anhalt".
    """
    return place_keys(name)[0]


def place_keys(name: str) -> tuple[str, str]:
    """The name as by `fold_place`, and bare: also without the qualifier that tells homonyms apart.

    A qualifier stands in brackets, behind a slash or comma or names a river or region: „Halle (Saale)“,
    „Köthen/Anhalt“, „Laucha an der Unstrut“, „Halle a. d. Saale“ are "halle", "kothen", "laucha", "halle" when bare.
    Empty only for a name without a letter or digit.
    """
    folded = fold(name)
    if folded.isalpha():
        return folded, folded
    all_words = _words(folded)
    if _DISTINCTION.search(folded):
        folded = _DISTINCTION.sub(" ", folded)
    full = _words(folded) or all_words
    bare = _words(_BRACKETED.sub("", folded.strip(" ,(/["))) or full
    return full, _RIVER_OR_REGION.sub("", bare)


def _words(folded: str) -> str:
    return " ".join(_NOT_A_LETTER.sub(" ", folded).split())
