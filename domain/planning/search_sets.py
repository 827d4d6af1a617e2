"""Lists the sets of stops that a day can hold: each once, with all the cells it fits."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from domain.planning.day import KindCosts
from domain.planning.day_labels import Ids
from domain.planning.search_model import Mask, Model, with_stay


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
    """A set that may grow: its stays, the numbers of its nodes, and the nodes that go with each of them."""

    ids: Ids
    nodes: tuple[int, ...]
    cells: Mask
    partners: Mask


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
        Grown((node.stay,), (at,), node.cells, -1)
        for at, node in enumerate(nodes)
        if costs.drive((node.stay,)) is not None
    ]
    while level:
        yield [_day_set(costs, nodes, grown, day_cost) for grown in level]
        longer: list[Grown] = []
        for grown in level:
            if over():
                return
            last = grown.nodes[-1]
            after = range(last + 1, len(nodes)) if grown.partners < 0 else bits(grown.partners)
            for at in after:
                node = nodes[at]
                cells = grown.cells & node.cells
                if not cells or node.stop == nodes[last].stop:
                    continue
                ids = with_stay(grown.ids, node.stay)
                if costs.drive(ids) is None:
                    continue
                if grown.partners < 0:
                    partners[last] |= 1 << at
                longer.append(Grown(ids, (*grown.nodes, at), cells, at))
        level = [each._replace(partners=_partners(each, partners)) for each in longer]


def _partners(grown: Grown, partners: Sequence[Mask]) -> Mask:
    """The later nodes that go with all of a set in pairs."""
    common = partners[grown.nodes[0]]
    for node in grown.nodes[1:]:
        common &= partners[node]
    return common


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
