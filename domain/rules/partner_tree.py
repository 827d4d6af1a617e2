"""The tree of institutions: what belongs to what, to any depth and never in a circle."""

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")


def path_above(start: Key, parents: Mapping[Key, Key | None]) -> tuple[Key, ...]:
    """What stands above `start`, the nearest first; a circle written by a foreign program is left in time."""
    found: dict[Key, None] = {}
    above = parents.get(start)
    while above is not None and above not in found and above != start:
        found[above] = None
        above = parents.get(above)
    return tuple(found)


def would_circle(child: Key, parent: Key | None, parents: Mapping[Key, Key | None]) -> bool:
    """Whether `child` under `parent` would stand above itself."""
    return parent is not None and (parent == child or child in path_above(parent, parents))
