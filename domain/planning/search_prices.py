"""What each stop is worth: prices at which days would choose stops by themselves (Lagrange multipliers)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from domain.planning.search_sets import DaySet, bits

PATIENCE = 5
"""Steps without a better bound after which they become shorter."""

SHORTER = 0.7

SHORTEST = 0.004
"""Length of steps (of Polyak's, 1 = whole) below which prices hardly change."""

MOMENTUM = 0.5
"""How much of the direction of one step goes into the next; it damps the zigzag of subgradients."""

BETTER = 1e-5

FIRST = 150.0
"""What a stop is worth at first, in minutes: about a detour."""


LARGE = 5
"""Stops from which a set is priced one by one."""


class Prices(NamedTuple):
    """What each stop is worth, what each cell gains at these prices (0 or less), and the bound they prove."""

    stops: list[float]
    cells: list[float]
    bound: float


class SetTable:
    """Sets by size, so that their costs at given prices are computed in bulk."""

    def __init__(self, sets: Sequence[DaySet]) -> None:
        """`self.sets` are ordered by size and, within a size, by the cells they fit."""
        runs: dict[tuple[int, int], list[DaySet]] = {}
        for each in sets:
            runs.setdefault((min(len(each.members), LARGE), each.cells), []).append(each)
        self.sets: list[DaySet] = []
        self._runs: list[tuple[int, int, int]] = []
        self._plain: list[list[tuple[int, ...]]] = [[] for _ in range(LARGE)]
        for size, cells in sorted(runs):
            run = runs[size, cells]
            self._runs.append((len(self.sets), len(self.sets) + len(run), cells))
            self.sets += run
            if size < LARGE:
                self._plain[size] += [(each.cost, *each.members) for each in run]
        self._large = [each for each in self.sets if len(each.members) >= LARGE]

    def reduced(self, prices: Sequence[float]) -> list[float]:
        """What each of `self.sets` costs after the prices of its stops; by size, which takes a third of the time."""
        price = prices.__getitem__
        return [
            *[cost - prices[a] for cost, a in self._plain[1]],
            *[cost - prices[a] - prices[b] for cost, a, b in self._plain[2]],
            *[cost - prices[a] - prices[b] - prices[c] for cost, a, b, c in self._plain[3]],
            *[cost - prices[a] - prices[b] - prices[c] - prices[d] for cost, a, b, c, d in self._plain[4]],
            *[each.cost - sum(map(price, each.members)) for each in self._large],
        ]

    def gains(self, reduced: list[float], cells: int) -> tuple[list[float], list[DaySet]]:
        """The least reduced cost in each cell (0 = it stays empty) and the sets chosen, once for each cell."""
        gains, chosen = [0.0] * cells, []
        left = (1 << cells) - 1
        # Sets that fit the same cells lie side by side: only the cheapest of them can be chosen.
        for least, begin, end, fit in sorted(
            [(min(reduced[begin:end]), begin, end, fit) for begin, end, fit in self._runs]
        ):
            if least >= 0 or not left:
                break
            if fit & left:
                cheapest = self.sets[reduced.index(least, begin, end)]
                for cell in bits(fit & left):
                    gains[cell] = least
                    chosen.append(cheapest)
                left &= ~fit
        return gains, chosen


class _Ascent:
    """Steps upwards from prices, with the momentum of the steps before."""

    def __init__(self, table: SetTable, worth: Sequence[int], cells: int, target: float) -> None:
        self._table = table
        self._worth = worth
        self._cells = cells
        self._target = target
        self._prices = [min(float(each), FIRST) for each in worth]
        self.scale = 1.0
        self._pull = [0.0] * len(worth)

    def back(self, prices: list[float]) -> None:
        """Start again from better prices with shorter steps."""
        self._prices, self.scale = prices, self.scale * SHORTER
        self._pull = [0.0] * len(prices)

    def step(self) -> Prices:
        """One step by what the cells would choose; the prices before it."""
        prices = self._prices
        gains, chosen = self._table.gains(self._table.reduced(prices), self._cells)
        found = Prices(prices, gains, sum(prices) + sum(gains))
        times = [0] * len(prices)
        for each in chosen:
            for stop in each.members:
                times[stop] += 1
        pull = [
            0 if (count == 0 and price >= most) or (count > 1 and price <= 0) else 1 - count
            for count, price, most in zip(times, prices, self._worth, strict=True)
        ]
        self._pull = [MOMENTUM * old + (1 - MOMENTUM) * new for old, new in zip(self._pull, pull, strict=True)]
        length = sum(each * each for each in self._pull) or 1.0
        step = self.scale * max(1.0, self._target - found.bound) / length
        moved = (price + step * each for price, each in zip(prices, self._pull, strict=True))
        self._prices = [min(float(most), max(0.0, price)) for price, most in zip(moved, self._worth, strict=True)]
        return found


def stop_prices(table: SetTable, worth: Sequence[int], cells: int, target: float, over: Callable[[], bool]) -> Prices:
    """Prices of stops between 0 and `worth`, by subgradient steps until `over` or hardly anything changes.

    Each cell chooses the set that costs least after the prices of its stops; a stop that is chosen twice becomes
    cheaper, one that nobody wants dearer. `target` is the price of a known plan. No plan of these sets is cheaper
    than the bound: the prices of all stops and what the cells gain (Lagrangian relaxation, Polyak's steps).
    """
    ascent = _Ascent(table, worth, cells, target)
    best = Prices([0.0] * len(worth), [0.0] * cells, 0.0)
    idle = 0
    while ascent.scale > SHORTEST and not over():
        now = ascent.step()
        idle += 1
        if now.bound > best.bound:
            idle = idle if now.bound < best.bound + BETTER * abs(best.bound) else 0
            best = now
        if idle > PATIENCE:
            ascent.back(best.stops)
            idle = 0
    return best
