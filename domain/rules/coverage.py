"""What was aimed at, planned and held in each Kreis, by kind and half-year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.rows.events import EventRow
from domain.rules.local import first_day_of
from domain.terms import DaySpan, EventKind, EventState

PLANNED = frozenset({EventState.tentative, EventState.confirmed})
HELD = frozenset({EventState.held, EventState.reviewed})

CoverageKey = tuple[str, EventKind, str]
"""Key of the Kreis (5 digits), kind, half-year ("2027-H1")."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One Kreis, kind and half-year: how many events were aimed at, are planned (still to come) and were held."""

    kreis_ags: str
    kind: EventKind
    half_year: str
    target: int
    planned: int
    held: int

    @property
    def missing(self) -> int:
        """How many are neither held nor planned."""
        return max(0, self.target - self.planned - self.held)


def half_year_of(day: date) -> str:
    """The half-year a day lies in: "2027-H1" until June, then "2027-H2"."""
    return f"{day.year:04}-H{1 if day.month <= 6 else 2}"  # noqa: PLR2004 - June


def half_year_days(half_year: str) -> DaySpan:
    """The days of a half-year.

    Raises:
        ValueError: it is not written like "2027-H1".
    """
    year, part = half_year.split("-H")
    first, last = {"1": ((1, 1), (6, 30)), "2": ((7, 1), (12, 31))}.get(part, ((0, 0), (0, 0)))
    return DaySpan(date(int(year), *first), date(int(year), *last))


def coverage(
    events: Iterable[EventRow],
    targets: Mapping[CoverageKey, int],
    *,
    kreise: Sequence[str] = (),
    kinds: Sequence[EventKind] = (),
    half_years: Sequence[str] = (),
) -> tuple[CoverageRow, ...]:
    """One row for each Kreis, kind and half-year with a target or an event, sorted by these.

    Rows named by `kreise` × `kinds` × `half_years` are there even when empty. An event counts in the half-year of its
    local start date (planned = tentative or confirmed, held = held or reviewed).
    """
    planned: dict[CoverageKey, int] = {}
    held: dict[CoverageKey, int] = {}
    for event in events:
        counted = held if event.state in HELD else planned if event.state in PLANNED else None
        day = first_day_of(event)
        if counted is not None and day is not None and event.kreis_ags is not None:
            key = (event.kreis_ags, event.kind, half_year_of(day))
            counted[key] = counted.get(key, 0) + 1
    wanted = {(kreis, kind, half) for kreis in kreise for kind in kinds for half in half_years}
    keys = wanted | {key for key, target in targets.items() if target} | planned.keys() | held.keys()
    return tuple(
        CoverageRow(*key, target=targets.get(key, 0), planned=planned.get(key, 0), held=held.get(key, 0))
        for key in sorted(keys, key=lambda key: (key[0], key[2], list(EventKind).index(key[1])))
    )
