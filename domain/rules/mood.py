"""The mood question: means and their trend, hidden where too few have answered."""

from collections.abc import Iterable

from domain.errors import Problem
from domain.rows.mood import MoodCounts, MoodPoint
from domain.rules.validation import fields

LEAST_ANSWERS = 10
"""Answers below which no figure is shown: of fewer, single people could be recognised (note domain 3, chapter 4)."""


def mean_of(counts: MoodCounts) -> float | None:
    """The mean from 1 (very unsafe) to 5 (very safe); None if fewer than `LEAST_ANSWERS` have answered."""
    if counts.total < LEAST_ANSWERS:
        return None
    return sum(step * count for step, count in enumerate(counts.steps, 1)) / counts.total


def trend(answers: Iterable[tuple[str, MoodCounts]]) -> tuple[MoodPoint, ...]:
    """The points of a Kreis by half-year ("2027-H1"); the cards of all events of a half-year count together."""
    sums: dict[str, MoodCounts] = {}
    for half_year, counts in answers:
        before = sums.get(half_year, MoodCounts())
        sums[half_year] = MoodCounts(*(a + b for a, b in zip(before.steps, counts.steps, strict=True)))
    return tuple(
        MoodPoint(half_year, counts.total, mean_of(counts))
        for half_year, counts in sorted(sums.items())
        if counts.total
    )


def mood_problems(counts: MoodCounts) -> list[Problem]:
    """Why the counts cannot be taken; empty when they can."""
    names = ("very_unsafe", "unsafe", "mixed", "safe", "very_safe")
    return [problem for name in names for problem in fields.number(name, getattr(counts, name))]
