"""Coverage as tiles, lists, tables and reports show it: what was aimed at, planned and held where."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import TypeAlias
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.terms import EventKind

CoverageKey: TypeAlias = tuple[str, EventKind, str]
"""Key of the Kreis (5 digits), kind, half-year ("2027-H1")."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One Kreis, kind and half-year: how many events were aimed at, are planned (still to come) and were held.

    `reached` are the people counted at what was held, `last` is the local day of the last one held. `projects` are the
    advisory projects that ran in this Kreis and half-year, whatever the kind.
    """

    kreis_ags: str
    kind: EventKind
    half_year: str
    target: int
    planned: int
    held: int
    reached: int = 0
    last: date | None = None
    projects: int = 0

    @property
    def missing(self) -> int:
        """How many are neither held nor planned."""
        return max(0, self.target - self.planned - self.held)


class Standing(StrEnum):
    """How far a Kreis is: target held, covered by what is planned, begun, nothing yet, or without a target."""

    held = auto()
    covered = auto()
    begun = auto()
    missing = auto()
    free = auto()


@dataclass(frozen=True, slots=True)
class CoverageFilter:
    """Which part of the coverage: empty tuples mean "all"; with a topic there are no targets, only counts."""

    kinds: tuple[EventKind, ...] = ()
    half_years: tuple[str, ...] = ()
    topic_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """What a Kreis had in one half-year."""

    half_year: str
    held: int
    planned: int
    target: int


@dataclass(frozen=True, slots=True)
class KreisCoverage:
    """One Kreis in the wanted kinds and half-years.

    `missing` adds up what each kind and half-year lacks, so that no lecture makes up for a dialogue. `last` is the day
    of the last one held at any time, `days_since` how long ago that is (None = never). `per_thousand` is people
    reached per 1,000 inhabitants (Destatis). `trend` are the half-years up to the wanted ones, the oldest first.
    """

    kreis_ags: str
    target: int
    planned: int
    held: int
    missing: int
    reached: int
    per_thousand: float
    last: date | None
    days_since: int | None
    trend: tuple[TrendPoint, ...]

    @property
    def standing(self) -> Standing:
        """How far it is."""
        if self.missing:
            return Standing.begun if self.held or self.planned else Standing.missing
        if not self.target:
            return Standing.free
        return Standing.covered if self.planned and self.held < self.target else Standing.held


@dataclass(frozen=True, slots=True)
class CoverageView:
    """All 14 Kreise, the largest gap first, and their sums."""

    kreise: tuple[KreisCoverage, ...]
    target: int
    planned: int
    held: int
    missing: int
    reached: int

    @property
    def lacking(self) -> int:
        """In how many Kreise something is missing."""
        return sum(1 for each in self.kreise if each.missing)


@dataclass(frozen=True, slots=True)
class GapStory:
    """What lies behind the figures of a Kreis: the last event held and the next one planned of the wanted kinds.

    `projects` are the advisory projects that ran there in the wanted half-years, `open_concerns` are
    citizens' concerns there without an answer, `open_requests` requests for these kinds from there.
    """

    kreis_ags: str
    last: EventRow | None
    coming: EventRow | None
    open_concerns: int
    open_requests: int
    projects: int = 0
