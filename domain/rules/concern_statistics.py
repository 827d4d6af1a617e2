"""Concerns counted by Kreis and by what they are about."""

from collections.abc import Iterable, Sequence
from statistics import median

from domain.rows.concerns import ConcernCount, ConcernStatistics, CountedConcern
from domain.rules.concern_states import DONE, WAITING
from domain.terms import ConcernCategory, ConcernState

_Cell = tuple[str | None, ConcernCategory]


def statistics(concerns: Iterable[CountedConcern]) -> ConcernStatistics:
    """The counts, each concern once in every breakdown; Kreise by key (those without one last), then category."""
    cells: dict[_Cell, list[CountedConcern]] = {}
    for concern in concerns:
        cells.setdefault((concern.kreis_ags, concern.category), []).append(concern)
    order = {category: at for at, category in enumerate(ConcernCategory)}
    districts = sorted({kreis for kreis, _category in cells}, key=lambda ags: (ags is None, ags or ""))
    topics = sorted({category for _kreis, category in cells}, key=order.__getitem__)
    in_order = sorted(cells, key=lambda cell: (cell[0] is None, cell[0] or "", order[cell[1]]))
    return ConcernStatistics(
        whole=_count(None, None, [each for found in cells.values() for each in found]),
        kreise=tuple(
            _count(ags, None, [each for cell, found in cells.items() if cell[0] == ags for each in found])
            for ags in districts
        ),
        categories=tuple(
            _count(None, topic, [each for cell, found in cells.items() if cell[1] is topic for each in found])
            for topic in topics
        ),
        cells=tuple(_count(*cell, cells[cell]) for cell in in_order),
    )


def _count(kreis: str | None, category: ConcernCategory | None, found: Sequence[CountedConcern]) -> ConcernCount:
    waits = [each for each in found if each.state in WAITING]
    took = [
        (each.answered_on - each.raised_on).days
        for each in found
        if each.state in DONE and each.answered_on is not None and each.raised_on is not None
    ]
    return ConcernCount(
        kreis_ags=kreis,
        category=category,
        total=len(found),
        waiting=len(waits),
        answered=sum(1 for each in found if each.state in DONE),
        dropped=sum(1 for each in found if each.state is ConcernState.dropped),
        median_days=float(median(took)) if took else None,
        oldest=min((each.raised_on for each in waits if each.raised_on is not None), default=None),
    )
