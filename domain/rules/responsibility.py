"""Who of several is responsible for a Gemeinde: the narrowest area wins, among equals the one deepest in the tree."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from domain.region.areas import areas_over
from domain.rules.partner_tree import path_above

Key = TypeVar("Key")


def narrowest(ags: str, areas: Iterable[str]) -> int | None:
    """How near the nearest of `areas` is to the Gemeinde: 0 itself, more for wider ones; None if none covers it.

    Raises:
        NotFoundError: there is no such Gemeinde.
    """
    over = areas_over(ags)
    return min((over.index(area) for area in areas if area in over), default=None)


def responsible(ags: str, areas_of: Mapping[Key, Iterable[str]], parents: Mapping[Key, Key | None]) -> tuple[Key, ...]:
    """Those whose areas cover the Gemeinde, the nearest first: narrow before wide, then deep before high in the tree.

    Raises:
        NotFoundError: there is no such Gemeinde.
    """
    distances = {key: narrowest(ags, areas) for key, areas in areas_of.items()}
    ranks = {
        key: (distance, -len(path_above(key, parents))) for key, distance in distances.items() if distance is not None
    }
    return tuple(sorted(ranks, key=lambda key: ranks[key]))
