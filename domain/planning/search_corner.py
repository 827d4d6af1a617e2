"""A few cells of a plan chosen anew, all at once: the cheapest choice by depth-first search with bounds."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from domain.planning.search_model import Mask

NODES = 300
"""Choices that are tried before a corner is left as it is, or as the best choice so far would have it."""

TINY = 1e-7


class Offer(NamedTuple):
    """A set for a cell: what it loses against the cheapest there, what it loses less what its stops gain, who."""

    loss: float
    value: float
    stops: Mask


class Corner:
    """Some cells of a plan, and what can be lost there.

    `left_out` is what is lost if all stops that may go there stay out; an offer's `value` takes off what its stops do
    not lose then. `districts` are those in which no other stop is planned: `coverage` each, if none of theirs is.
    """

    def __init__(self, left_out: float, districts: Sequence[Mask], coverage: int) -> None:
        """Nothing is on offer yet."""
        self._left_out = left_out
        self._districts = districts
        self._coverage = coverage
        self._offers: list[Sequence[Offer]] = []
        self._least: list[float] = []
        self._path: list[Offer] = []
        self._best: list[Offer] | None = None
        self._limit = 0.0
        self._nodes = 0

    def offer(self, offers: Mapping[int, Sequence[Offer]]) -> list[int]:
        """Set what each cell may choose, the smallest loss first; the cells in the order in which they will choose."""
        cells = sorted(offers, key=lambda cell: len(offers[cell]))
        self._offers = [offers[cell] for cell in cells]
        self._least = [0.0]
        for offered in reversed(self._offers):
            self._least.append(self._least[-1] + min((each.value for each in offered), default=float("inf")))
        self._least.reverse()
        return cells

    def loss(self, chosen: Sequence[Offer]) -> float:
        """What a choice loses: what its stops leave to lose, and districts without a stop."""
        taken = 0
        for each in chosen:
            taken |= each.stops
        missed = sum(1 for mask in self._districts if not mask & taken)
        return self._left_out + sum(each.value for each in chosen) + missed * self._coverage

    def choose(self, limit: float) -> tuple[float, list[Offer] | None]:
        """The choice found that loses least and what it loses; None if none loses less than `limit`."""
        self._limit, self._best, self._nodes = limit, None, 0
        self._descend(0, 0, 0.0, self._left_out)
        return self._limit, self._best

    def _descend(self, depth: int, taken: Mask, loss: float, value: float) -> None:
        """Go through the offers of one cell; neither losses nor the least values left may reach the limit."""
        if depth == len(self._offers):
            missed = sum(1 for mask in self._districts if not mask & taken)
            if value + missed * self._coverage < self._limit:
                self._limit, self._best = value + missed * self._coverage, list(self._path)
            return
        rest = self._least[depth + 1]
        for offer in self._offers[depth]:
            if loss + offer.loss >= self._limit or self._nodes > NODES:
                return
            if offer.stops & taken or value + offer.value + rest >= self._limit:
                continue
            self._nodes += 1
            self._path.append(offer)
            self._descend(depth + 1, taken | offer.stops, loss + offer.loss, value + offer.value)
            self._path.pop()
