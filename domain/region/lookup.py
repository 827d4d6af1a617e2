"""Finds the Gemeinde an address means, however it is spelled."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from domain.region import tables
from domain.region.fold import place_keys
from domain.region.gemeinden import Gemeinde, gemeinde, gemeinden

_POSTCODE = re.compile(r"(?:D|DE)?[-\s]*(\d{4,5})(?:[.,]0+)?", re.ASCII | re.IGNORECASE)
_POSTCODE_IN_FRONT = re.compile(r"\s*(?:DE?-)?(\d{4,5})\s+(\D.*)", re.ASCII | re.IGNORECASE | re.DOTALL)
_ORTSTEIL = re.compile(r"[\s,;/(-]+(?:O\.?\s?T\.?|Ortsteil|Ortschaft|Stadtteil)\b[\s.:]*", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,;/()|-]")
_LONGEST = 200


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

    Spreadsheets take the leading zero from a postcode or make a decimal of it.
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
    ags = _resolve(postcode[:_LONGEST], town[:_LONGEST], locality[:_LONGEST])
    return gemeinde(ags) if ags else None


@lru_cache(maxsize=8192)
def _resolve(postcode: str, town: str, locality: str) -> str:
    if in_front := _POSTCODE_IN_FRONT.fullmatch(town):
        postcode, town = postcode.strip() or in_front[1], in_front[2]
    index = _index()
    code = _real(repair_postcode(postcode))
    in_postcode = index.by_postcode.get(code, frozenset())
    is_foreign = bool(code) and code[:2] not in index.regions
    spots = [spot for spot in _spots(town) if not is_foreign or (spot.is_whole and spot.is_full)]
    if spots:
        behind = _ORTSTEIL.split(town, maxsplit=1)[1:]
        return _decide(spots, code, locality or "".join(behind))
    if len(in_postcode) == 1:
        (only,) = in_postcode
        return only
    is_nameless = not code and not town.strip()
    return _decide([spot for spot in _spots(locality) if is_nameless or spot.ags in in_postcode], code, "")


def _real(postcode: str) -> str:
    """The postcode if it is one (01001 to 99998 are possible), else nothing: people fill in 00000 or 99999."""
    return postcode if len(postcode) == len("06366") and "01001" <= postcode <= "99998" else ""


def _decide(spots: list[_Spot], code: str, locality: str) -> str:
    """The only Gemeinde among `spots`, narrowed by one hint after the other; empty when none or several remain."""
    left = spots
    if len({spot.ags for spot in left}) > 1:
        for fits in _hints(code, locality):
            left = [spot for spot in left if fits(spot)] or left
    candidates = {spot.ags for spot in left}
    return candidates.pop() if len(candidates) == 1 else ""


def _hints(code: str, locality: str) -> tuple[Callable[[_Spot], bool], ...]:
    """What speaks for one of several places of the same name, the strongest first."""
    in_postcode = _index().by_postcode.get(code, frozenset())
    hinted = {spot.ags for spot in _spots(locality)}
    return (
        lambda spot: code in spot.postcodes,
        lambda spot: spot.ags in in_postcode,
        lambda spot: spot.ags in hinted,
        lambda spot: spot.is_whole and spot.is_full,
        lambda spot: spot.is_whole,
    )


def _spots(name: str) -> tuple[_Spot, ...]:
    """What `name` may stand for: as a whole, else what stands before or behind its „OT“, else its parts."""
    if not name.strip():
        return ()
    for spelling in (name, *_ORTSTEIL.split(name, maxsplit=1)):
        if found := _named(spelling):
            return found
    found = tuple(spot for part in _SEPARATOR.split(name) for spot in _named(part))
    return tuple(spot for spot in found if spot.is_whole) or found


def _named(name: str) -> tuple[_Spot, ...]:
    full, bare = place_keys(name)
    spots = _index().spots
    return spots.get(full) or spots.get(bare) or ()


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
        for name in each.name.split(" / "):  # Harsleben / Harschlewe has a High and a Low German name
            _enter(spots, name, each.ags, frozenset(each.postcodes), is_whole=True)
    for (place, ags), postcodes in places.items():
        _enter(spots, place, ags, frozenset(postcodes), is_whole=False)
    return _Index(
        {key: tuple(found) for key, found in spots.items()},
        {postcode: frozenset(found) for postcode, found in by_postcode.items()},
        frozenset(postcode[:2] for postcode in by_postcode),
    )


def _enter(spots: dict[str, list[_Spot]], name: str, ags: str, postcodes: frozenset[str], *, is_whole: bool) -> None:
    full, bare = place_keys(name)
    for key in {full, bare}:
        spots[key].append(_Spot(ags, postcodes, is_whole, is_full=key == full))
