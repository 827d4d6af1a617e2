"""Lists every set of stops that one vehicle can visit in one day, each with its best order."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from domain.planning.columns_groups import Bits, Group, Ints, Rows, Small
from domain.planning.columns_labels import Labels, comes_home, extended, first, joined, thinned

MOST_LABELS = 500_000
"""Orders of one length; more would need too much memory, so the listing ends there."""


class TooManyError(Exception):
    """There are more sets than can be listed in the time or the memory given; what was found counts all the same."""


@dataclass(frozen=True, slots=True)
class Sets:
    """Sets of stops that can be visited in cells of a group, one a row.

    `order` are the alternatives in the order that drives least, padded with -1; `drive` its minutes; `mask` the cells
    in which it is possible.
    """

    order: Small
    drive: Ints
    mask: Bits
    key: Bits

    def __len__(self) -> int:
        return len(self.drive)

    def take(self, rows: Rows) -> "Sets":
        """These rows only."""
        return Sets(self.order[rows], self.drive[rows], self.mask[rows], self.key[rows])


def listed(group: Group, room: int, pause: Callable[[], None] = lambda: None) -> tuple[Sets, bool]:
    """All sets of a group, and whether these are all.

    They are not if there are more than `room` columns (a set counts once for each of its cells), if there are too
    many labels, or if `pause`, called again and again, raises TooManyError.
    """
    found: list[Sets] = []
    try:
        labels = first(group)
        while len(labels):
            best = closed(group, labels)
            found.append(best)
            room = _room_left(room, best)
            labels = _next_level(group, labels, pause)
    except TooManyError:
        return together(found, group), False
    return together(found, group), True


def _room_left(room: int, sets: Sets) -> int:
    left = room - int(np.bitwise_count(sets.mask).sum())
    if left < 0:
        raise TooManyError
    return left


def _next_level(group: Group, labels: Labels, pause: Callable[[], None]) -> Labels:
    pieces: list[Labels] = []
    many = 0
    for piece in extended(group, labels, pause):
        pieces.append(thinned(piece))
        many += len(pieces[-1])
        if many > MOST_LABELS:
            raise TooManyError
    return thinned(joined(pieces, group, labels.order.shape[1] + 1))


def closed(group: Group, labels: Labels) -> Sets:
    """The sets of those labels that can drive home, each with the order that drives least."""
    home = np.flatnonzero(comes_home(group, labels, group.home))
    key = labels.key[home]
    drive = labels.drives[home] + group.home[labels.last[home]]
    order = np.lexsort((drive, key))
    key = key[order]
    chosen = order[np.concatenate(([True], key[1:] != key[:-1]))] if len(order) else order
    rows = np.sort(chosen)
    picked = home[rows]
    return Sets(labels.order[picked], drive[rows], labels.mask[picked], labels.key[picked])


def together(pieces: list[Sets], group: Group) -> Sets:
    """The pieces as one, their orders padded to the same length."""
    widest = max((piece.order.shape[1] for piece in pieces), default=1)
    orders = [_padded(piece.order, widest) for piece in pieces] or [np.zeros((0, widest), dtype=np.int16)]
    masks = [piece.mask for piece in pieces] or [np.zeros((0, group.mask.shape[1]), dtype=np.uint64)]
    return Sets(
        np.concatenate(orders),
        np.concatenate([piece.drive for piece in pieces] or [np.zeros(0, dtype=np.int32)]),
        np.concatenate(masks),
        np.concatenate([piece.key for piece in pieces] or [np.zeros(0, dtype=np.uint64)]),
    )


def _padded(order: Small, widest: int) -> Small:
    wide = np.full((len(order), widest), -1, dtype=np.int16)
    wide[:, : order.shape[1]] = order
    return wide
