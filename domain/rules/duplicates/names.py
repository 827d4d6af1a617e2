"""Names of institutions as comparable marks: spelling, word order, legal forms and abbreviations do not count."""

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.region.fold import fold

_LEGAL_FORM = re.compile(
    r"\be\. ?v\.?(?!\w)|\be v$|(?<=\w )ev\.?$|\beingetragener verein\b|\be\. ?g\.?(?!\w)"
    r"|\b(?:g?gmbh|mbh|gug|ug|ag|kgaa|kg|ohg|gbr)\b"
)
_INITIAL_V = re.compile(r"\bv\.(?= ?\w)")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_TOKEN = re.compile(r"(\w+)(\.?)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}

_NOISE = frozenset(
    [
        "a",
        "am",
        "an",
        "auf",
        "aus",
        "bei",
        "beim",
        "das",
        "dem",
        "den",
        "der",
        "des",
        "die",
        "fur",
        "im",
        "in",
        "mit",
        "nr",
        "u",
        "und",
        "vom",
        "von",
        "zu",
        "zum",
        "zur",
        "stadt",
        "gemeinde",
        "einheitsgemeinde",
        "landeshauptstadt",
        "hansestadt",
        "lutherstadt",
        "kreisstadt",
        "welterbestadt",
        "gothestadt",
        "solestadt",
        "flecken",
        "stadtverwaltung",
        "gemeindeverwaltung",
        "rathaus",
        "verwaltung",
        "schule",
        "schulen",
    ]
)
"""Words that tell no institution from another (folded, as `fold` drops an e after a, o and u)."""

_WRITTEN_OUT = {
    "gs": "grundschule", "grundsch": "grundschule", "sek": "sekundarschule", "sks": "sekundarschule",
    "sekundarsch": "sekundarschule", "gym": "gymnasium", "gymn": "gymnasium", "gms": "gemeinschaftsschule",
    "igs": "gesamtschule", "kgs": "gesamtschule", "bbs": "berufsschule", "fos": "forderschule", "fosch": "forderschule",
    "vhs": "volkshochschule", "kvhs": "kreisvolkshochschule", "kita": "kindertagesstatte", "ffw": "feurwehr",
    "ff": "feurwehr", "evang": "evangelisch", "ev": "evangelisch", "kath": "katholisch", "st": "sankt",
    "lk": "landkreis", "vg": "verbandsgemeinde", "vgem": "verbandsgemeinde", "oa": "ordnungsamt", "dr": "", "prof": "",
    "sv": "sportverein", "pi": "polizeiinspektion",
}  # fmt: skip
_INFLECTED = re.compile(
    r"(frei|freiwillig|evangelisch|katholisch|berufsbildend|stadtisch|integriert|kooperativ|staatlich|kriminalpraventiv)"
    r"(?:e|er|es|en|em)"
)
_FORMS = (
    ("gemeinschaftsschule", "gemeinschaftsschule"), ("sekundarschule", "sekundarschule"),
    ("grundschule", "grundschule"), ("gesamtschule", "gesamtschule"), ("forderschule", "foerderschule"),
    ("sonderschule", "foerderschule"), ("waldorfschule", "waldorfschule"), ("gymnasium", "gymnasium"),
    ("gymnasien", "gymnasium"), ("volkshochschule", "volkshochschule"), ("hochschule", "hochschule"),
    ("berufsschule", "berufsbildende_schule"), ("musikschule", "musikschule"), ("fahrschule", "fahrschule"),
    ("realschule", "realschule"), ("oberschule", "oberschule"),
)  # fmt: skip
"""Endings that name the form of a school, with the slug of `Schulform` where there is one."""

_UNITS = frozenset(
    [
        "landkreis",
        "kreis",
        "verbandsgemeinde",
        "revierstation",
        "ausenstelle",
        "aussenstelle",
        "zweigstelle",
        "nebenstelle",
        "dezernat",
        "abteilung",
        "fachbereich",
        "fachdienst",
        "sachgebiet",
        "beirat",
        "forderverein",
        "elternrat",
        "hort",
        "internat",
    ]
)
"""Words that name a part of a house, or another level of administration, besides all that end in -amt."""

_STREET_ENDING = re.compile(r"strasse$")
_SCHOOL_ENDING = re.compile(r"schulen?$")


_NOTHING: tuple[frozenset[str], ...] = (frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name taken apart: what tells it from others, the forms of school, parts of a house, and numbers in it.

    `whole` are all its letters and digits without blanks.
    """

    words: frozenset[str]
    forms: frozenset[str]
    units: frozenset[str]
    numbers: frozenset[int]
    whole: str


@lru_cache(maxsize=65_536)
def name_mark(name: str) -> NameMark:
    """The mark of a name: „Sek. Am Markt e. V.“ and „Sekundarschule, Markt“ have the same."""
    folded = fold(name)
    text = _INITIAL_V.sub(" ", _LEGAL_FORM.sub(" ", folded))
    found: list[tuple[str, str, str]] = []
    numbers: set[int] = set()
    before = ""
    for token, dot in _TOKEN.findall(text):
        if (number := _number(token, dot, before)) is not None:
            numbers.add(number)
        else:
            found.append(_sorted(token))
        before = token
    forms, units, words = (frozenset(filter(None, kind)) for kind in zip(*found, strict=True)) if found else _NOTHING
    return NameMark(words, forms, units, frozenset(numbers), _NOT_A_LETTER.sub("", folded))


def _number(token: str, dot: str, before: str) -> int | None:
    if token.isdigit() and token.isascii():
        return int(token[:9])
    if dot or len(before) == 1:  # J. V. or J V are initials
        return None
    return _ROMAN.get(token)


@lru_cache(maxsize=32_768)
def _sorted(word: str) -> tuple[str, str, str]:
    """What one word is: form of school, unit, telling word; a compound such as Lessinggrundschule is form and word."""
    word = _WRITTEN_OUT.get(word, word)
    if word in _NOISE or len(word) <= 1:
        return "", "", ""
    if (inflected := _INFLECTED.fullmatch(word)) is not None:
        word = inflected[1]
    if word == "berufsbildend":
        return "berufsbildende_schule", "", ""
    for ending, form in _FORMS:
        if word.endswith(ending):
            return form, "", word.removesuffix(ending)
    if word in _UNITS or word.endswith("amt"):
        return "", word, ""
    return "", "", _STREET_ENDING.sub("str", _SCHOOL_ENDING.sub("", word))


@lru_cache(maxsize=65_536)
def differ_by_a_slip(one: str, two: str) -> bool:
    """Whether two words differ as by mistyping: one letter left out, added, changed or swapped; two in long words."""
    shortest = min(len(one), len(two))
    return _slips(one, two, 0 if shortest < 4 else 1 if shortest < 9 else 2)  # noqa: PLR2004 - lengths of words


@lru_cache(maxsize=65_536)
def differ_by_one_letter(one: str, two: str) -> bool:
    """Whether two texts differ by exactly one letter left out, added, changed or swapped with the next."""
    return _slips(one, two, 1)


def _slips(one: str, two: str, allowed: int) -> bool:
    shorter, longer = sorted((one, two), key=len)
    if one == two or not allowed or len(longer) - len(shorter) > allowed:
        return False
    short, long = _without_common_ends(shorter, longer)
    if allowed == 1:
        return len(long) == 1 or (len(long) == 2 and short == long[::-1])  # noqa: PLR2004 - two letters swapped
    return len(shorter) - len(short) >= len(shorter) // 2 and _distance(short, long, allowed) <= allowed


def _without_common_ends(short: str, long: str) -> tuple[str, str]:
    """What is left of two words where they begin to differ, up to where they differ no more."""
    start = next((at for at, (mine, other) in enumerate(zip(short, long, strict=False)) if mine != other), len(short))
    short, long = short[start:], long[start:]
    end = 0
    while end < len(short) and short[-1 - end] == long[-1 - end]:
        end += 1
    return (short[:-end], long[:-end]) if end else (short, long)


def _distance(one: str, two: str, allowed: int) -> int:
    """How many letters must be left out, added, changed or swapped with the next (optimal string alignment)."""
    above: list[int] = []
    row = list(range(len(two) + 1))
    for at, letter in enumerate(one, 1):
        above, before = row, above
        row = [at]
        for to, other in enumerate(two, 1):
            cost = min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == two[to - 2] and one[at - 2] == other:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return allowed + 1
    return row[-1]
