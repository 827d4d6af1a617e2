"""Answers to the mood question on feedback cards: counts only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MoodCounts:
    """How many cards gave each answer to "How safe do you feel here?"."""

    very_unsafe: int = 0
    unsafe: int = 0
    mixed: int = 0
    safe: int = 0
    very_safe: int = 0

    @property
    def total(self) -> int:
        """How many cards there are."""
        return sum(self.steps)

    @property
    def steps(self) -> tuple[int, int, int, int, int]:
        """The counts from very unsafe to very safe."""
        return self.very_unsafe, self.unsafe, self.mixed, self.safe, self.very_safe


@dataclass(frozen=True, slots=True)
class MoodPoint:
    """A half-year of a Kreis: how many cards, and the mean from 1 (very unsafe) to 5, None while it is hidden."""

    half_year: str
    total: int
    mean: float | None
