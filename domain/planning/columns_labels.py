"""Orders of visiting as arrays of labels: extended stop by stop, and thinned out where another is at least as good."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from domain.planning.columns_groups import Bits, Flags, Group, Ints, Rows, Small, unpack

CHUNK_BITS = 1_500_000
"""How many pairs of a label and a possible next stop are looked at together; bounds the memory."""

LAST = np.uint64(0x9E3779B97F4A7C15)
"""An odd factor that spreads the number of the last stop over a key (golden ratio, Knuth 6.4)."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Orders of visiting some alternatives of a group, all of the same number of stops, one a row.

    For each: the alternatives in order, the key of their set, the earliest minute at which the last stay `ends`, the
    latest minute at which the vehicle `leaves`, the minutes it `works` at least until then (drives and stays), those
    of them it `drives`, the cells in which the set is possible, and what may still come `after` it.
    """

    order: Small
    key: Bits
    ends: Ints
    leaves: Ints
    works: Ints
    drives: Ints
    mask: Bits
    after: Bits

    def __len__(self) -> int:
        return len(self.key)

    @property
    def last(self) -> Small:
        """The last alternative of each order."""
        last: Small = self.order[:, -1]
        return last

    def take(self, rows: Rows | Flags) -> "Labels":
        """These rows only."""
        return Labels(
            self.order[rows],
            self.key[rows],
            self.ends[rows],
            self.leaves[rows],
            self.works[rows],
            self.drives[rows],
            self.mask[rows],
            self.after[rows],
        )


def first(group: Group) -> Labels:
    """The orders of one stop each."""
    start = np.maximum(group.variant.opens + group.out, group.earliest)
    labels = Labels(
        order=np.arange(group.size, dtype=np.int16)[:, None],
        key=group.zobrist,
        ends=start + group.duration,
        leaves=group.latest - group.out,
        works=group.out + group.duration,
        drives=group.out,
        mask=group.mask,
        after=group.follows,
    )
    return labels.take((start <= group.latest) & comes_home(group, labels, group.near_home))


def comes_home(group: Group, labels: Labels, home: Ints) -> Flags:
    """Whether each order can end with the drive `home` (minutes by alternative) within the hours and limits."""
    way = home[labels.last]
    presence = np.maximum(labels.works, labels.ends - labels.leaves) + way
    fits: Flags = (labels.ends + way <= group.variant.closes) & (presence <= group.variant.max_work)
    return fits & (labels.drives + way <= group.variant.max_drive)


def extended(group: Group, labels: Labels, pause: Callable[[], None] = lambda: None) -> Iterator[Labels]:
    """All orders that are one stop longer and can still come home, in pieces; `pause` is called before each.

    The times follow Savelsbergh (1992): an order is done at max(ends, leaving + works) if the vehicle leaves in time.
    """
    step = max(1, CHUNK_BITS // max(1, group.size))
    for begin in range(0, len(labels), step):
        pause()
        piece = labels.take(np.arange(begin, min(begin + step, len(labels))))
        row, following = np.nonzero(unpack(piece.after, group.size))
        yield _extend(group, piece, row.astype(np.int32), following.astype(np.int32))


def _extend(group: Group, piece: Labels, row: Ints, following: Ints) -> Labels:
    """The orders `row` of a piece, each with the stop `following` behind it, as far as that is possible."""
    way = group.drive[piece.last[row], following]
    start = np.maximum(piece.ends[row] + way, group.earliest[following])
    # Cheap refusals first: what survives them is a small part, and only that is computed in full.
    good = start <= group.latest[following]
    good &= piece.drives[row] + way + group.near_home[following] <= group.variant.max_drive
    row, following, way, start = row[good], following[good], way[good], start[good]
    before = piece.works[row] + way
    duration = group.duration[following]
    longer = Labels(
        order=np.concatenate((piece.order[row], following[:, None].astype(np.int16)), axis=1),
        key=piece.key[row] ^ group.zobrist[following],
        ends=start + duration,
        leaves=np.minimum(piece.leaves[row], group.latest[following] - before),
        works=before + duration,
        drives=piece.drives[row] + way,
        mask=piece.mask[row] & group.mask[following],
        after=piece.after[row] & group.follows[following],
    )
    return longer.take(longer.mask.any(axis=1) & comes_home(group, longer, group.near_home))


def joined(pieces: list[Labels], group: Group, stops: int) -> Labels:
    """The pieces as one; `stops` is the number of stops in each order, for when there is no piece."""
    if not pieces:
        return first(group).take(np.zeros(0, dtype=np.intp)) if stops == 1 else _none(group, stops)
    names = Labels.__slots__
    return Labels(*(np.concatenate([getattr(piece, name) for piece in pieces]) for name in names))


def _none(group: Group, stops: int) -> Labels:
    nothing = np.zeros(0, dtype=np.int32)
    words, wide = group.mask.shape[1], group.follows.shape[1]
    masks = np.zeros((0, words), dtype=np.uint64), np.zeros((0, wide), dtype=np.uint64)
    order = np.zeros((0, stops), dtype=np.int16)
    return Labels(order, np.zeros(0, dtype=np.uint64), nothing, nothing, nothing, nothing, *masks)


def thinned(labels: Labels) -> Labels:
    """Without the orders for which another of the same set and last stop ends, leaves and drives at least as well.

    Compares with the one that drives least and with the neighbour; what little is left over is only work.
    """
    if len(labels) == 0:
        return labels
    where = labels.key ^ (labels.last.astype(np.uint64) + np.uint64(1)) * LAST
    rank = (labels.drives.astype(np.int64) << 32) + (labels.ends.astype(np.int64) << 16) - labels.leaves
    order = np.lexsort((rank, where))
    where = where[order]
    ends, leaves = labels.ends[order], labels.leaves[order]
    begins = np.flatnonzero(np.concatenate(([True], where[1:] != where[:-1])))
    leader = np.repeat(begins, np.diff(np.append(begins, len(where))))
    keep = (ends < ends[leader]) | (leaves > leaves[leader])
    keep[begins] = True
    same = where[1:] == where[:-1]
    keep[1:] &= ~(same & (ends[1:] >= ends[:-1]) & (leaves[1:] <= leaves[:-1]))
    return labels.take(np.sort(order[keep]))
