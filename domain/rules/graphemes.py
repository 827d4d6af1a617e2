"""Characters as people count them: extended grapheme clusters by Unicode UAX 29, as Qt finds them."""

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from unicodedata import category


class _Break(Enum):
    """Grapheme_Cluster_Break, with pictographs and the consonants of Indic conjuncts as values of their own."""

    other = auto()
    cr = auto()
    lf = auto()
    control = auto()
    extend = auto()
    joiner = auto()
    spacing = auto()
    prepend = auto()
    regional = auto()
    leading = auto()
    vowel = auto()
    trailing = auto()
    syllable = auto()
    closed_syllable = auto()
    pictograph = auto()
    consonant = auto()
    linker = auto()


_ZWNJ, _ZWJ, _KEYCAP = "\u200c", "\u200d", "\u20e3"
_LINKERS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_PREPENDED = "0600-0605 06DD 070F 0890-0891 08E2 0D4E 110BD 110CD 111C2-111C3 1193F 11941 11A3A 11A84-11A89 11D46 11F02"
_EXTENDING = (
    "09BE 09D7 0B3E 0B57 0BBE 0BD7 0CC0 0CC2 0CC7-0CC8 0CCA-0CCB 0CD5-0CD6 0D3E 0D57 0DCF 0DDF 1715 1734 1B35"
    " 1B3B 1B3D 1B43-1B44 1BAA 1BF2-1BF3 302E-302F A953 A9C0 FF9E-FF9F 111C0 11235 1133E 1134D 11347 1134B 11357"
    " 114B0 114BD 115AF 116B6 11930 1193D 11F41 16FF0-16FF1 1D165-1D166 1D16D-1D172 1F3FB-1F3FF E0020-E007F"
)
"""Spacing marks, modifiers of skin colour and tags that extend all the same."""

_NOT_SPACING = "102B-102C 1038 1062-1064 1067-106D 1083 1087-108C 108F 109A-109C 1A61 1A63-1A64 AA7B AA7D 11720-11721"
"""Combining marks that stand apart all the same."""

_PICTOGRAPHS = (
    "00A9 00AE 203C 2049 2122 2139 2194-2199 21A9-21AA 231A-231B 2328 2388 23CF 23E9-23F3 23F8-23FA 24C2"
    " 25AA-25AB 25B6 25C0 25FB-25FE 2600-2605 2607-2612 2614-2685 2690-2705 2708-2712 2714 2716 271D 2721 2728"
    " 2733-2734 2744 2747 274C 274E 2753-2755 2757 2763-2767 2795-2797 27A1 27B0 27BF 2934-2935 2B05-2B07"
    " 2B1B-2B1C 2B50 2B55 3030 303D 3297 3299 1F000-1F0FF 1F10D-1F10F 1F12F 1F16C-1F171 1F17E-1F17F 1F18E"
    " 1F191-1F19A 1F1AD-1F1E5 1F201-1F20F 1F21A 1F22F 1F232-1F23A 1F23C-1F23F 1F249-1F3FA 1F400-1F53D"
    " 1F546-1F64F 1F680-1F6FF 1F774-1F77F 1F7D5-1F7FF 1F80C-1F80F 1F848-1F84F 1F85A-1F85F 1F888-1F88F"
    " 1F8AE-1F8FF 1F90C-1F93A 1F93C-1F945 1F947-1FAFF 1FC00-1FFFD"
)
_CONSONANTS = (
    "0915-0939 0958-095F 0978-097F 0995-09A8 09AA-09B0 09B2 09B6-09B9 09DC-09DD 09DF 09F0-09F1 0A95-0AA8"
    " 0AAA-0AB0 0AB2-0AB3 0AB5-0AB9 0AF9 0B15-0B28 0B2A-0B30 0B32-0B33 0B35-0B39 0B5C-0B5D 0B5F 0B71 0C15-0C28"
    " 0C2A-0C39 0C58-0C5A 0D15-0D3A"
)
_LV_STEP = 28


def count(text: str) -> int:
    """How many characters people see in a text; a line end of two code points is one."""
    return sum(1 for _cluster in clusters(text))


def clusters(text: str) -> Iterator[str]:
    """The extended grapheme clusters of a text, in order; joined they are the text."""
    start = 0
    for position in range(1, len(text)):
        if _is_boundary(text, start, position):
            yield text[start:position]
            start = position
    if text:
        yield text[start:]


def is_pictograph(cluster: str) -> bool:
    """Whether a cluster is an emoji or a flag; © and digits with a variation selector are among them."""
    return _break_of(cluster[0]) in {_Break.pictograph, _Break.regional} or _KEYCAP in cluster


def _is_boundary(text: str, start: int, position: int) -> bool:
    """Whether a cluster that began at `start` ends before `position`."""
    before, after = _break_of(text[position - 1]), _break_of(text[position])
    if before is _Break.other and after is _Break.other:
        return True
    if before in _CONTROLS or after in _CONTROLS:
        return (before, after) != (_Break.cr, _Break.lf)
    if after in _APPENDED or before is _Break.prepend or after in _HANGUL.get(before, ()):
        return False
    if after is _Break.pictograph:
        return not _joins_pictograph(text[start:position])
    if after is _Break.consonant:
        return not _joins_consonant(text[start:position])
    return not (before is after is _Break.regional and (position - start) % 2)


def _joins_pictograph(cluster: str) -> bool:
    """Whether the cluster ends in a pictograph with its marks and one joiner (UAX #29, GB11)."""
    if not cluster.endswith(_ZWJ):
        return False
    kinds = [_break_of(sign) for sign in cluster[:-1]]
    while kinds and kinds[-1] in _TRAILING_MARKS:
        kinds.pop()
    return bool(kinds) and kinds[-1] is _Break.pictograph


def _joins_consonant(cluster: str) -> bool:
    """Whether the cluster ends in a consonant with a linking mark behind it, as in Indic conjuncts."""
    has_linker = False
    for sign in reversed(cluster):
        kind = _break_of(sign)
        if kind is _Break.consonant:
            return has_linker
        if kind not in _MARKS or sign == _ZWNJ:
            return False
        has_linker = has_linker or kind is _Break.linker
    return False


_CONTROLS = frozenset({_Break.cr, _Break.lf, _Break.control})
_TRAILING_MARKS = frozenset({_Break.extend, _Break.linker})
_MARKS = _TRAILING_MARKS | {_Break.joiner}
_APPENDED = _MARKS | {_Break.spacing}
_HANGUL: dict[_Break, tuple[_Break, ...]] = {
    _Break.leading: (_Break.leading, _Break.vowel, _Break.syllable, _Break.closed_syllable),
    _Break.vowel: (_Break.vowel, _Break.trailing),
    _Break.syllable: (_Break.vowel, _Break.trailing),
    _Break.trailing: (_Break.trailing,),
    _Break.closed_syllable: (_Break.trailing,),
}


def _table() -> tuple[list[int], list[tuple[int, _Break]]]:
    """First code points in order, and for each the last one and the class of the range."""
    found: dict[int, tuple[int, _Break]] = {}
    for words, kind in (
        (_PREPENDED, _Break.prepend),
        (_EXTENDING, _Break.extend),
        (_NOT_SPACING, _Break.other),
        (_PICTOGRAPHS, _Break.pictograph),
        (_CONSONANTS, _Break.consonant),
        ("0E33 0EB3", _Break.spacing),
        ("1F1E6-1F1FF", _Break.regional),
        ("1100-115F A960-A97C", _Break.leading),
        ("1160-11A7 D7B0-D7C6", _Break.vowel),
        ("11A8-11FF D7CB-D7FB", _Break.trailing),
        ("AC00-D7A3", _Break.closed_syllable),
    ):
        for part in words.split():
            first, _dash, last = part.partition("-")
            found[int(first, 16)] = (int(last or first, 16), kind)
    firsts = sorted(found)
    return firsts, [found[first] for first in firsts]


_FIRSTS, _RANGES = _table()


@lru_cache(maxsize=2048)
def _break_of(sign: str) -> _Break:
    if sign.isascii():
        return _ASCII.get(sign, _Break.control if ord(sign) < ord(" ") or sign == "\x7f" else _Break.other)
    code = ord(sign)
    at = bisect_right(_FIRSTS, code) - 1
    if at >= 0 and code <= _RANGES[at][0]:
        kind = _RANGES[at][1]
        is_open = kind is _Break.closed_syllable and (code - _FIRSTS[at]) % _LV_STEP == 0
        return _Break.syllable if is_open else kind
    return _SIGNS.get(sign) or _BY_CATEGORY.get(category(sign), _Break.other)


_ASCII = {"\r": _Break.cr, "\n": _Break.lf}
_SIGNS = {_ZWJ: _Break.joiner, _ZWNJ: _Break.extend} | dict.fromkeys(_LINKERS, _Break.linker)
_BY_CATEGORY = {
    "Mn": _Break.extend,
    "Me": _Break.extend,
    "Mc": _Break.spacing,
    "Cc": _Break.control,
    "Cf": _Break.control,
    "Cs": _Break.control,
    "Zl": _Break.control,
    "Zp": _Break.control,
}
