"""Counts of measures as a table of terms and Kreise."""

from collections.abc import Iterable

from domain.rows.measure_counts import CountedTerm, CrossLine, MeasureCount


def crosstab(counts: Iterable[MeasureCount], terms: Iterable[CountedTerm]) -> tuple[CrossLine, ...]:
    """A line for each of the terms in their order, and one for all of them in the end; half-years are added up."""
    lines = {term: CrossLine(term) for term in terms}
    total = CrossLine(None)
    for count in counts:
        for line in (lines[count.term], total):
            held, planned = line.figures.get(count.kreis_ags, (0, 0))
            line.figures[count.kreis_ags] = held + count.held, planned + count.planned
    return (*lines.values(), total)
