"""The evaluation (Auswertung): what was asked for, and the figures that page, tables and reports all show."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias
from uuid import UUID

from domain.terms import Audience, Breakdown, DaySpan, DeclineCause, EventKind, Measure, PlaceCategory


@dataclass(frozen=True, slots=True)
class EvaluationFilter:
    """Which events count: empty tuples and None mean "all".

    An event counts by the local day it begins on, from `first_day` to `last_day` (both inclusive). With several topics
    or target groups it passes if it has one of them. `audiences` are those the events are meant for, not who reads.
    """

    first_day: date | None = None
    last_day: date | None = None
    kinds: tuple[EventKind, ...] = ()
    kreise: tuple[str, ...] = ()
    topic_ids: tuple[UUID, ...] = ()
    target_group_ids: tuple[UUID, ...] = ()
    place_categories: tuple[PlaceCategory, ...] = ()
    audiences: tuple[Audience, ...] = ()


@dataclass(frozen=True, slots=True)
class Sums:
    """What a set of events adds up to.

    `held`, `planned`, `cancelled`, `postponed` and `declined` count events. All else counts what was held only: people
    `expected` and `reached` (came), `kilometres`, `minutes` that the events lasted, person-minutes of both sides of
    joint patrols and their `checks`, `talks` of consultations and their `talk_minutes`, `reach` of online
    contributions, copies `handed_out`. Only `awaited` are the people expected at what is planned.
    """

    held: int = 0
    planned: int = 0
    cancelled: int = 0
    postponed: int = 0
    declined: int = 0
    expected: int = 0
    reached: int = 0
    awaited: int = 0
    kilometres: float = 0.0
    minutes: int = 0
    police_minutes: int = 0
    ordnungsamt_minutes: int = 0
    checks: int = 0
    talks: int = 0
    talk_minutes: int = 0
    reach: int = 0
    handed_out: int = 0

    @property
    def hours(self) -> float:
        """How long the events held lasted, in hours to two places."""
        return round(self.minutes / 60, 2)

    @property
    def police_hours(self) -> float:
        """Hours of the police on joint patrols: people × time."""
        return round(self.police_minutes / 60, 2)

    @property
    def ordnungsamt_hours(self) -> float:
        """Hours of the Ordnungsamt on joint patrols: people × time."""
        return round(self.ordnungsamt_minutes / 60, 2)

    @property
    def patrol_hours(self) -> float:
        """Hours of both sides on joint patrols."""
        return round((self.police_minutes + self.ordnungsamt_minutes) / 60, 2)

    def amount(self, measure: Measure) -> float:
        """What was done, by one measure: what bars fill."""
        match measure:
            case Measure.events:
                return self.held
            case Measure.people:
                return self.reached
            case _:
                return float(getattr(self, measure.value))

    def outlook(self, measure: Measure) -> float:
        """What is planned, by one measure: what bars outline; 0 for what is known only afterwards."""
        if measure is Measure.events:
            return self.planned
        return self.awaited if measure is Measure.people else 0

    @property
    def is_empty(self) -> bool:
        """Whether no event at all is in it."""
        return not (self.held or self.planned or self.cancelled or self.postponed or self.declined)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a breakdown.

    `key` is a code name, "2027-03", "2027", the key of a Kreis, or the hex of an id whose name stands in
    `EvaluationFigures.names`; "" is what has no such value. `EvaluationFigures.schools` has "school" and "other".
    """

    key: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table of two breakdowns; both keys as in `Line`."""

    row: str
    column: str
    sums: Sums


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A publication (hex of its id): copies handed out at what was held, and at how many events."""

    key: str
    copies: int
    events: int


@dataclass(frozen=True, slots=True)
class RequestSums:
    """Requests received in the period, by where they stand now; `capacity` are those declined for lack of capacity."""

    received: int = 0
    accepted: int = 0
    declined: int = 0
    withdrawn: int = 0
    waiting: int = 0
    open: int = 0
    capacity: int = 0


@dataclass(frozen=True, slots=True)
class RequestLine:
    """Requests of one kind, Kreis or sort of requester ("school", "other")."""

    key: str
    sums: RequestSums


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How many of the requests received were declined for one cause; None = none was given."""

    cause: DeclineCause | None
    count: int


@dataclass(frozen=True, slots=True)
class RequestFigures:
    """The requests received in the period."""

    whole: RequestSums = field(default_factory=RequestSums)
    kinds: tuple[RequestLine, ...] = ()
    kreise: tuple[RequestLine, ...] = ()
    schools: tuple[RequestLine, ...] = ()
    causes: tuple[CauseCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the same filter adds up to in other days; `is_part` if these are only as many as the period has passed."""

    days: DaySpan
    sums: Sums
    is_part: bool = False


Lines: TypeAlias = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class EvaluationFigures:
    """All figures of what a filter finds, each breakdown in its natural order.

    `months` and `years` have no gaps. Lines of `topics` may add up to more than the whole, as an event can have
    several; lines of `target_groups` hold the people counted by group. `accident_causes`, `advice_fields` and
    `schulformen` hold only events that have one. `month_kinds`, `kreis_kinds` and `cause_kreise`
    are tables of two breakdowns (row, column) without empty cells. `before` is the period before, `year_ago` the same
    days a year earlier; None without a first and last day. `names` holds the names for ids (hex) in any key.
    """

    wanted: EvaluationFilter
    whole: Sums = field(default_factory=Sums)
    before: Comparison | None = None
    year_ago: Comparison | None = None
    months: Lines = ()
    years: Lines = ()
    kinds: Lines = ()
    kreise: Lines = ()
    topics: Lines = ()
    target_groups: Lines = ()
    place_categories: Lines = ()
    accident_causes: Lines = ()
    advice_fields: Lines = ()
    host_categories: Lines = ()
    schulformen: Lines = ()
    schools: Lines = ()
    month_kinds: tuple[Cell, ...] = ()
    kreis_kinds: tuple[Cell, ...] = ()
    cause_kreise: tuple[Cell, ...] = ()
    publications: tuple[HandedOut, ...] = ()
    requests: RequestFigures = field(default_factory=RequestFigures)
    names: dict[str, str] = field(default_factory=dict)

    def lines(self, breakdown: Breakdown) -> Lines:
        """The lines of one breakdown."""
        found: Lines = getattr(self, _FIELDS[breakdown])
        return found


_FIELDS: dict[Breakdown, str] = {
    Breakdown.month: "months",
    Breakdown.year: "years",
    Breakdown.kind: "kinds",
    Breakdown.kreis: "kreise",
    Breakdown.topic: "topics",
    Breakdown.target_group: "target_groups",
    Breakdown.place_category: "place_categories",
    Breakdown.accident_cause: "accident_causes",
    Breakdown.advice_field: "advice_fields",
    Breakdown.host_category: "host_categories",
    Breakdown.schulform: "schulformen",
    Breakdown.school: "schools",
}
