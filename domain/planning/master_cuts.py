"""Finds cuts: triples of stops that a relaxation serves by more than one column with two of them."""

from collections.abc import Mapping

import numpy as np

from domain.planning.columns import Columns
from domain.planning.master_rows import Triple

VIOLATED = 0.02
"""By how much a cut must be violated to be worth a row."""

PER_STOP = 4
"""New cuts at a time in which the same stop may be; more of them say nearly the same."""


def violated(columns: Columns, weights: Mapping[int, float], most: int) -> list[Triple]:
    """The most violated subset rows for a relaxation that uses columns with these weights, at most `most`.

    With w(i, j) the weight of columns that serve i and j, the columns with two or more of i, j and k weigh
    w(i, j) + w(i, k) + w(j, k) - 2 w(i, j, k), and only one of them may be chosen.
    """
    fractional = [(column, weight) for column, weight in weights.items() if weight < 1 - VIOLATED]
    if not fractional:
        return []
    stops = len(columns.problem.stops)
    serves = np.zeros((len(fractional), stops + len(columns.cells)))
    for row, (column, _) in enumerate(fractional):
        members = columns.stops[columns.set_of[column]]
        serves[row, members[members < stops]] = 1
        serves[row, stops + columns.cell_of[column]] = 1
    weighted = serves * np.array([weight for _, weight in fractional])[:, None]
    pairs = weighted.T @ serves
    np.fill_diagonal(pairs, 0)
    found: list[tuple[float, Triple]] = []
    for i, j in np.argwhere(np.triu(pairs) > VIOLATED).tolist():
        both = (weighted * serves[:, i, None] * serves[:, j, None]).sum(axis=0)
        total = pairs[i, j] + pairs[i] + pairs[j] - 2 * both
        total[[i, j]] = 0
        others = np.flatnonzero(total > 1 + VIOLATED).tolist()
        found.extend((float(total[k]), _sorted(i, j, k)) for k in others)
    return _spread(found, most)


def _sorted(i: int, j: int, k: int) -> Triple:
    """A triple in rising order; `i` is below `j`."""
    return (k, i, j) if k < i else (i, k, j) if k < j else (i, j, k)


def _spread(found: list[tuple[float, Triple]], most: int) -> list[Triple]:
    """The most violated ones, no stop in too many."""
    chosen: list[Triple] = []
    uses: dict[int, int] = {}
    for _, triple in sorted(set(found), key=lambda each: (-each[0], each[1])):
        if len(chosen) < most and triple not in chosen and all(uses.get(stop, 0) < PER_STOP for stop in triple):
            chosen.append(triple)
            for stop in triple:
                uses[stop] = uses.get(stop, 0) + 1
    return chosen
