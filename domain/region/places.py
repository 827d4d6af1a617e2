"""Completes postcodes and names of places while they are typed."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from domain.region import tables
from domain.region.fold import fold, fold_place
from domain.region.gemeinden import Gemeinde, gemeinde, gemeinden

SHORTEST = 3
"""Letters or digits from which on places are suggested."""

_TYPED = re.compile(r"(\d{0,5})\s*(\D.*)?", re.ASCII | re.DOTALL)
_QUALIFIER = re.compile(r" \(|/| an der ")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A town or Ortsteil to choose: `name` as people write it, the Gemeinde it belongs to, a postcode of it."""

    postcode: str
    name: str
    ags: str
    gemeinde: str
    kreis_ags: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """A place with every postcode it has; `weight` puts large Gemeinden first and Ortsteile behind."""

    key: str
    weight: int
    place: Place
    postcodes: tuple[str, ...]


def short_name(name: str) -> str:
    """The name without what tells the place from others of its name: Köthen (Anhalt) is Köthen."""
    return _QUALIFIER.split(name)[0]


def suggest_places(text: str, limit: int = 20) -> tuple[Place, ...]:
    """Up to `limit` places whose postcode begins with the digits and whose name has words as begun in `text`.

    From three characters on, else nothing. Names that begin with the text come first, then those with it inside;
    Gemeinden before Ortsteile, large before small. With digits each place stands once per fitting postcode.
    """
    typed = _TYPED.fullmatch(text.strip()[:_LONGEST])
    if typed is None or len(typed[0]) < SHORTEST:
        return ()
    digits, name = typed[1], _key(typed[2] or "")
    if digits:
        return _by_postcode(digits, name, limit)
    if not name:
        return ()
    inside = [entry for entry in _entries() if f" {name}" in entry.key]
    places = [entry.place for entry in (*_beginning_with(name), *sorted(inside, key=_rank))]
    return tuple(dict.fromkeys(places))[:limit]


def _key(name: str) -> str:
    """The name without a distinction such as Lutherstadt, unless hardly more than that has been typed yet."""
    short = fold_place(name)
    return short if len(short) >= SHORTEST else " ".join(fold(name).split())


def _by_postcode(digits: str, name: str, limit: int) -> tuple[Place, ...]:
    found = []
    for entry in _entries():
        if f" {name}" in f" {entry.key}":
            found += [(code, *_rank(entry), entry.place) for code in entry.postcodes if code.startswith(digits)]
    found.sort(key=lambda hit: hit[:3])
    places = dict.fromkeys(replace(place, postcode=code) for code, _, _, place in found)
    return tuple(places)[:limit]


def _beginning_with(name: str) -> list[_Entry]:
    entries = _entries()
    start = bisect_left(entries, name, key=lambda entry: entry.key)
    end = bisect_left(entries, name + chr(0x10FFFF), key=lambda entry: entry.key)
    return sorted(entries[start:end], key=_rank)


def _rank(entry: _Entry) -> tuple[int, str]:
    return -entry.weight, entry.key


@cache
def _entries() -> list[_Entry]:
    """Gemeinden and places in the order of their keys; a place named like its Gemeinde is left to that."""
    entries = [entry for each in gemeinden() for entry in _entries_of(each)]
    grouped: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in tables.rows("postcodes"):
        grouped[row["place"], row["ags"]].append(row)
    for (name, ags), rows in grouped.items():
        whole = gemeinde(ags)
        if name in {whole.name, short_name(whole.name)}:
            continue
        head = rows[0]
        place = Place(head["postcode"], name, ags, whole.name, whole.kreis_ags, float(head["lat"]), float(head["lon"]))
        entries.append(_Entry(fold_place(name), 0, place, tuple(row["postcode"] for row in rows)))
    return sorted(entries, key=lambda entry: entry.key)


def _entries_of(each: Gemeinde) -> Iterator[_Entry]:
    place = Place(each.postcode_seat, each.name, each.ags, each.name, each.kreis_ags, each.lat, each.lon)
    yield _Entry(fold_place(each.name), each.population, place, each.postcodes)
    if each.status not in {"Gemeinde", "Stadt"}:
        # Keys bear no distinction, but while „Luther“ is all that has been typed, Lutherstädte are what fits.
        yield _Entry(fold(f"{each.status} {each.name}"), each.population, place, each.postcodes)
