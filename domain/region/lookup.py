"""Finds the Gemeinde an address means, however it is spelled."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from domain.region import tables
from domain.region.fold import fold_bare, fold_place
from domain.region.gemeinden import Gemeinde, gemeinde, gemeinden

_POSTCODE = re.compile(r"(?:D|DE)?[-\s]*(\d{4,5})(?:[.,]0+)?", re.ASCII | re.IGNORECASE)
_ORTSTEIL = re.compile(r"[\s,;/(-]+(?:O\.?\s?T\.?|Ortsteil|Ortschaft|Stadtteil)\b[\s.:]*", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,;/()|]+\s*|\s+-\s+|-")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class _Spot:
    """A name that stands for a Gemeinde or for a place in it.

    `postcodes` are those of the name itself; `is_whole` marks the Gemeinde's own name, `is_full` a name with all the
    qualifiers it officially has.
    """

    ags: str
    postcodes: frozenset[str]
    is_whole: bool
    is_full: bool


@dataclass(frozen=True, slots=True)
class _Index:
    """Spots by folded name, Gemeinden by postcode, and the first two digits of postcodes in the state."""

    spots: dict[str, tuple[_Spot, ...]]
    by_postcode: dict[str, frozenset[str]]
    regions: frozenset[str]


def repair_postcode(text: str) -> str:
    """The postcode in five digits: "6366", "D-06366" and "06366.0" become "06366"; anything else comes back trimmed.

    Spreadsheets take the leading zero from postcodes; 01001 to 99998 are possible.
    """
    trimmed = text.strip()
    found = _POSTCODE.fullmatch(trimmed)
    return found[1].zfill(5) if found else trimmed


def find_gemeinde(postcode: str = "", town: str = "", locality: str = "") -> Gemeinde | None:
    """The Gemeinde that postcode, town and locality (Ortsteil) mean; None when they mean none or several.

    The town decides: a name that is unique wins over a postcode that says otherwise; one name of several places is
    decided by the postcode, then by the locality, then in favour of the Gemeinde that bears it. An unknown or
    missing town leaves it to the postcode, where that means one Gemeinde only, or to postcode and locality together.
    A postcode of another state beside an Ortsteil or a name without its official qualifier means a homonym
    elsewhere: 33790 Halle is not Halle (Saale).
    """
    ags = _resolve(postcode, town[:_LONGEST_NAME], locality[:_LONGEST_NAME])
    return gemeinde(ags) if ags else None


@lru_cache(maxsize=8192)
def _resolve(postcode: str, town: str, locality: str) -> str:
    index = _index()
    code = _real(repair_postcode(postcode))
    in_postcode = index.by_postcode.get(code, frozenset())
    is_foreign = bool(code) and code[:2] not in index.regions
    spots = [s for s in _spots(town) if not is_foreign or (s.is_whole and s.is_full)]
    if spots:
        return _decide(spots, code, in_postcode, locality)
    if len(in_postcode) == 1:
        (only,) = in_postcode
        return only
    nearby = [s for s in _spots(locality) if s.ags in in_postcode or (not code and not town.strip())]
    return _decide(nearby, code, in_postcode, "") if nearby else ""


def _real(postcode: str) -> str:
    return postcode if len(postcode) == len("06366") and "01001" <= postcode <= "99998" else ""


def _decide(spots: Iterable[_Spot], code: str, in_postcode: frozenset[str], locality: str) -> str:
    """The only Gemeinde among `spots`, narrowed by one hint after the other; empty when several remain."""
    left = list(spots)
    hinted = frozenset(s.ags for s in _spots(locality)) if locality and len({s.ags for s in left}) > 1 else frozenset()
    for fits in (
        lambda s: code in s.postcodes,
        lambda s: s.ags in in_postcode,
        lambda s: s.ags in hinted,
        lambda s: s.is_whole and s.is_full,
        lambda s: s.is_whole,
    ):
        if len({s.ags for s in left}) == 1:
            break
        left = [s for s in left if fits(s)] or left
    candidates = {s.ags for s in left}
    return candidates.pop() if len(candidates) == 1 else ""


def _spots(name: str) -> tuple[_Spot, ...]:
    """What `name` may stand for: as a whole, else before its „OT“, else bare, else by the last of its parts."""
    if not name.strip():
        return ()
    before, *behind = _ORTSTEIL.split(name, maxsplit=1)
    for spelling in (name, before, *behind):
        if found := _named(spelling):
            return found
    parts = [part for part in _SEPARATOR.split(name) if part.strip()]
    found = tuple(spot for part in parts for spot in _named(part)) if len(parts) > 1 else ()
    return tuple(s for s in found if s.is_whole) or found


def _named(name: str) -> tuple[_Spot, ...]:
    spots = _index().spots
    return spots.get(fold_place(name)) or spots.get(fold_bare(name)) or ()


@cache
def _index() -> _Index:
    spots: dict[str, list[_Spot]] = defaultdict(list)
    by_postcode: dict[str, set[str]] = defaultdict(set)
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tables.rows("postcodes"):
        by_postcode[row["postcode"]].add(row["ags"])
        places[row["place"], row["ags"]].add(row["postcode"])
    for each in gemeinden():
        for postcode in each.postcodes:
            by_postcode[postcode].add(each.ags)
        _enter(spots, each.name, each.ags, frozenset(each.postcodes), is_whole=True)
    for (place, ags), postcodes in places.items():
        _enter(spots, place, ags, frozenset(postcodes), is_whole=False)
    return _Index(
        {key: tuple(found) for key, found in spots.items()},
        {postcode: frozenset(found) for postcode, found in by_postcode.items()},
        frozenset(postcode[:2] for postcode in by_postcode),
    )


def _enter(spots: dict[str, list[_Spot]], name: str, ags: str, postcodes: frozenset[str], *, is_whole: bool) -> None:
    full, bare = fold_place(name), fold_bare(name)
    for key in {full, bare}:
        spots[key].append(_Spot(ags, postcodes, is_whole, is_full=key == full))
