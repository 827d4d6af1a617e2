"""A plan made of listed sets: corner after corner is chosen anew, guided by what stops are worth."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from operator import itemgetter
from random import Random

from domain.planning.search_corner import TINY, Corner, Offer
from domain.planning.search_model import Mask, Model
from domain.planning.search_prices import Prices, SetTable
from domain.planning.search_sets import bits

AT_A_TIME = (3, 4, 6, 8)
"""Cells that are chosen anew together."""

PER_CELL = 200
"""Sets that a cell may choose from, on average."""

DEAREST = 150.0
"""Minutes that a set may lose in a cell against the cheapest one there."""

PER_STOP = 30
"""Sets offered, however dear, for a stop of a district that has no other."""

DRIFT = 0.006
"""How much worse (share of the cost) a plan may be than the best at first, to get away from it; falls to 0."""

CLOSE = 6
"""Cells in which a stop goes best, that are looked at together."""

LOOKED_AT = 40
"""Offers of a cell through which a corner grows."""

GROWN = 30
"""Tries to let a corner grow."""

STUCK, FORBIDDEN = 0.6, 0.5
"""How often a corner begins where the plan loses most, and how often one cell must choose something else."""


class Choice:
    """A plan that changes corner by corner; the best one is kept in `best` (stops of each cell).

    Prices split the cost of a plan into the bound and losses that are never below 0: of each cell against its
    cheapest set, of each stop left out against its prize. Whatever loses more than the present plan of a corner needs
    no look; that makes the exact choice in a corner cheap.
    """

    def __init__(self, model: Model, table: SetTable, prices: Prices, start: Sequence[Sequence[int]]) -> None:
        """Begins with the plan `start` (the stops of each cell)."""
        self._model = model
        self._loss = [prize - price for prize, price in zip(model.prizes, prices.stops, strict=True)]
        held = [frozenset(fixed) for fixed in model.fixed]
        kept = sum(1 << stop for fixed in held for stop in fixed)
        planned = kept | sum(1 << stop for stops in start for stop in stops if not kept >> stop & 1)
        self._districts = [mask for mask in model.districts if not mask & kept] if model.problem.coverage else []
        uncovered = sum(mask for mask in self._districts if not mask & planned)
        self._offers, self._places = self._listed(table, prices, uncovered)
        self._now = [
            self._offer(cell, tuple(stop for stop in stops if stop not in held[cell]), prices)
            for cell, stops in enumerate(start)
        ]
        for cell, offer in enumerate(self._now):
            self._add(cell, offer)
        self._free = sum(1 << stop for stop, cells in enumerate(self._places) if cells)
        self._used = planned & ~kept
        self._cell_of = {stop: cell for cell, offer in enumerate(self._now) for stop in bits(offer.stops)}
        self.cost = self.best_cost = float(model.total(start))
        self._best = list(self._now)

    @property
    def best(self) -> list[tuple[int, ...]]:
        """The stops of each cell in the best plan so far."""
        return [(*fixed, *bits(offer.stops)) for fixed, offer in zip(self._model.fixed, self._best, strict=True)]

    def step(self, dice: Random, done: float) -> bool:
        """Choose one corner anew; `done` (0 to 1) is how much of the search is over. Whether the best plan improved."""
        cells = self._cells(dice)
        here = 0
        for cell in cells:
            here |= self._now[cell].stops
        corner = self._corner(here)
        before = corner.loss([self._now[cell] for cell in cells])
        limit, tabu = before + TINY, -1
        if dice.random() < FORBIDDEN:
            tabu = dice.choice(cells)
            limit += max(0.0, self.best_cost * (1 + DRIFT * (1 - done)) - self.cost)
        cells = corner.offer({cell: self._fitting(cell, here, limit, tabu) for cell in cells})
        after, chosen = corner.choose(limit)
        if chosen is None:
            return False
        for cell, offer in zip(cells, chosen, strict=True):
            self._put(cell, offer)
        self._used = (self._used & ~here) | sum(offer.stops for offer in chosen)
        self.cost += after - before
        if self.cost < self.best_cost - TINY:
            self.best_cost, self._best = self.cost, list(self._now)
            return True
        return False

    def _corner(self, here: Mask) -> Corner:
        """What can be lost where the stops `here` are planned now."""
        others = self._used & ~here
        left_out = sum(self._loss[stop] for stop in bits(self._free & ~others))
        missing = [mask for mask in self._districts if not mask & others]
        return Corner(left_out, missing, self._model.problem.coverage)

    def _fitting(self, cell: int, here: Mask, limit: float, tabu: int) -> list[Offer]:
        """What a cell may choose, if it loses less than `limit` alone; the cell `tabu` not what it has now."""
        taken = (self._used & ~here) | ~self._free
        now = self._now[cell].stops if cell == tabu else -1
        offers = self._offers[cell]
        cheap = offers[: bisect_left(offers, limit, key=itemgetter(0))]
        return [each for each in cheap if not each.stops & taken and each.stops != now]

    def _put(self, cell: int, offer: Offer) -> None:
        for stop in bits(self._now[cell].stops):
            if self._cell_of.get(stop) == cell:
                del self._cell_of[stop]
        self._now[cell] = offer
        for stop in bits(offer.stops):
            self._cell_of[stop] = cell

    def _cells(self, dice: Random) -> list[int]:
        """Cells that could exchange stops, among them one that loses much or could take a stop left out."""
        many = min(dice.choice(AT_A_TIME), len(self._now))
        cells = dict.fromkeys(self._seed(dice))
        for _ in range(GROWN):
            if len(cells) >= many:
                break
            offered = self._offers[dice.choice(list(cells))]
            offer = offered[int(dice.random() ** 2 * min(len(offered), LOOKED_AT))]
            if offer.stops:
                stop = dice.choice(list(bits(offer.stops)))
                cells.setdefault(self._cell_of.get(stop, dice.choice(self._places[stop][:CLOSE])))
        return list(cells)

    def _seed(self, dice: Random) -> list[int]:
        """A cell or some, drawn by what the plan loses there."""
        if dice.random() < STUCK:
            out = list(bits(self._free & ~self._used))
            losses = [self._loss[stop] for stop in out]
            at = dice.choices(
                range(len(out) + len(self._now)), [*losses, *(max(TINY, offer.loss) for offer in self._now)]
            )[0]
            if at >= len(out):
                return [at - len(out)]
            near = self._places[out[at]][:CLOSE]
            return dice.sample(near, min(3, len(near)))
        return [dice.randrange(len(self._now))]

    def _listed(self, table: SetTable, prices: Prices, uncovered: Mask) -> tuple[list[list[Offer]], list[list[int]]]:
        """The offers of each cell and the cells of each stop, the best first."""
        offers = [[Offer(-gain, -gain, 0)] for gain in prices.cells]
        places: list[dict[int, None]] = [{} for _ in self._model.prizes]
        room = PER_CELL * len(offers)
        rare = dict.fromkeys(bits(uncovered), PER_STOP)
        reduced = table.reduced(prices.stops)
        dearest = DEAREST + max(prices.cells, default=0.0)
        found = [
            (cost - prices.cells[cell], at, cell)
            for at, cost in enumerate(reduced)
            if cost <= dearest or uncovered & table.sets[at].stops
            for cell in bits(table.sets[at].cells)
            if cost - prices.cells[cell] <= DEAREST or uncovered & table.sets[at].stops
        ]
        for loss, at, cell in sorted(found):
            each = table.sets[at]
            if (room <= 0 or loss > DEAREST) and not any(rare.get(stop, 0) > 0 for stop in each.members):
                continue
            room -= 1
            offers[cell].append(Offer(loss, loss - sum(self._loss[stop] for stop in each.members), each.stops))
            for stop in each.members:
                places[stop].setdefault(cell)
                if stop in rare:
                    rare[stop] -= 1
        for offered in offers:
            offered.sort()
        return offers, [list(cells) for cells in places]

    def _add(self, cell: int, offer: Offer) -> None:
        """Offer a set that may not have been listed."""
        if all(each.stops != offer.stops for each in self._offers[cell]):
            insort(self._offers[cell], offer)
        for stop in bits(offer.stops):
            if cell not in self._places[stop]:
                self._places[stop].append(cell)

    def _offer(self, cell: int, stops: tuple[int, ...], prices: Prices) -> Offer:
        """The set that a plan has in a cell besides the fixed stops, as an offer of it."""
        model = self._model
        fixed = model.fixed[cell]
        cost = (model.price(cell, (*fixed, *stops)) or 0) - (model.price(cell, fixed) or 0)
        loss = cost - sum(prices.stops[stop] for stop in stops) - prices.cells[cell]
        return Offer(loss, loss - sum(self._loss[stop] for stop in stops), sum(1 << stop for stop in stops))
