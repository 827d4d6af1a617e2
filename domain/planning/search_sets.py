"""Lists the sets of stops that a day can hold: each once, with all the cells it fits."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from domain.planning.day import KindCosts
from domain.planning.day_labels import Ids
from domain.planning.search_model import Mask, Model, with_stay

PAIR = 2


class DaySet(NamedTuple):
    """Stops that one day can hold, the cells that can do it, and what it costs in any of them.

    In a cell with fixed stops these are the stops besides them, and what they cost more.
    """

    stops: Mask
    members: tuple[int, ...]
    cells: Mask
    cost: int


class Node(NamedTuple):
    """A stop in one window at one extra cost, with the cells where it has both."""

    stay: int
    extra: int
    stop: int
    cells: Mask


class Grown(NamedTuple):
    """A set that may grow: its stays, the numbers of its nodes, and the cells that they share."""

    ids: Ids
    nodes: tuple[int, ...]
    cells: Mask


def bits(mask: Mask) -> Iterator[int]:
    """The indices in a mask, rising."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def day_sets(model: Model, most: int, over: Callable[[], bool]) -> list[DaySet]:
    """Sets by rising size until all are listed, there are `most`, or it is `over`.

    Sets of three and more are looked for among stops that go together in pairs; the few that rounded drive minutes
    allow beyond that are passed over.
    """
    kinds: dict[int, tuple[KindCosts, dict[tuple[int, int, int], Mask]]] = {}
    for cell, (costs, entries) in enumerate(zip(model.costs, model.entries, strict=True)):
        _, nodes = kinds.setdefault(id(costs), (costs, {}))
        for stop, (stay, extra) in entries.items():
            nodes[stay, extra, stop] = nodes.get((stay, extra, stop), 0) | 1 << cell
    day_cost = model.problem.day_cost
    levels = [
        _levels(costs, [Node(*key, nodes[key]) for key in sorted(nodes)], day_cost, over)
        for costs, nodes in kinds.values()
    ]
    found: list[DaySet] = []
    fixed = sum(1 << cell for cell, stops in enumerate(model.fixed) if stops)
    while levels and len(found) < most:
        for level in list(levels):
            sets = next(level, None)
            if sets is None:
                levels.remove(level)
            else:
                for each in sets:
                    found += _besides(model, each, fixed) if each.cells & fixed else (each,)
    return found


def _levels(costs: KindCosts, nodes: Sequence[Node], day_cost: int, over: Callable[[], bool]) -> Iterator[list[DaySet]]:
    """The sets of one kind of day, size by size."""
    partners: list[Mask] = [0] * len(nodes)
    level = [
        Grown((node.stay,), (at,), node.cells) for at, node in enumerate(nodes) if costs.drive((node.stay,)) is not None
    ]
    sets = [_day_set(costs, nodes, grown, day_cost) for grown in level]
    while sets:
        yield sets
        sets, longer = [], []
        for grown in level:
            for at in _later(grown, nodes, partners):
                ids = with_stay(grown.ids, nodes[at].stay)
                if over():
                    return
                if costs.drive(ids) is not None:
                    longer.append(Grown(ids, (*grown.nodes, at), grown.cells & nodes[at].cells))
                    sets.append(_day_set(costs, nodes, longer[-1], day_cost))
                    if len(ids) == PAIR:
                        partners[grown.nodes[0]] |= 1 << at
        level = longer


def _later(grown: Grown, nodes: Sequence[Node], partners: Sequence[Mask]) -> Iterator[int]:
    """The later nodes that share a cell with a set, and go with each of its nodes if pairs are known."""
    first, last = grown.nodes[0], grown.nodes[-1]
    after: Iterable[int] = range(last + 1, len(nodes))
    if len(grown.nodes) > 1:
        common = partners[first]
        for node in grown.nodes[1:]:
            common &= partners[node]
        after = bits(common)
    return (at for at in after if grown.cells & nodes[at].cells and nodes[at].stop != nodes[last].stop)


def _day_set(costs: KindCosts, nodes: Sequence[Node], grown: Grown, day_cost: int) -> DaySet:
    of = [nodes[at] for at in grown.nodes]
    members = tuple(sorted(node.stop for node in of))
    cost = (costs.drive(grown.ids) or 0) + day_cost + sum(node.extra for node in of)
    return DaySet(sum(1 << stop for stop in members), members, grown.cells, cost)


def _besides(model: Model, found: DaySet, fixed: Mask) -> Iterator[DaySet]:
    """A set where some of its cells hold fixed stops: there it counts as what comes on top of them."""
    if found.cells & ~fixed:
        yield found._replace(cells=found.cells & ~fixed)
    for cell in bits(found.cells & fixed):
        held = model.fixed[cell]
        members = tuple(stop for stop in found.members if stop not in held)
        if members and len(members) + len(held) == len(found.members):
            stops = sum(1 << stop for stop in members)
            yield DaySet(stops, members, 1 << cell, found.cost - (model.price(cell, held) or 0))
