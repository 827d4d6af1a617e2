"""The annual report: every figure and public text in it, as the file gave them when it was made."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from domain.rows.parliament import RequestCounts
from domain.rows.reports import Footnote
from domain.rows.settings import OfficeSettings
from domain.terms import AdviceField, EventKind


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the year beside that of the year before; `msgid` names it, `unit` is "km", "h" or nothing."""

    msgid: str
    now: float
    before: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class KindYear:
    """One kind of event: how many were held in each month (twelve), in the year before, and the people reached."""

    kind: EventKind
    months: tuple[int, ...]
    before: int
    reached: int

    @property
    def held(self) -> int:
        """How many were held in the year."""
        return sum(self.months)


@dataclass(frozen=True, slots=True)
class KreisYear:
    """One Kreis: events held in the year and the one before, people reached."""

    ags: str
    held: int
    before: int
    reached: int


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A topic or publication: events, and the people reached or the copies handed out."""

    name: str
    events: int
    amount: int


@dataclass(frozen=True, slots=True)
class AdviceYear:
    """Consultations in one field of advice (None = none was noted)."""

    about: AdviceField | None
    held: int
    talks: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ExampleYear:
    """A good example as the public may read of it."""

    title: str
    town: str
    day: date | None
    aim: str
    result: str


@dataclass(frozen=True, slots=True)
class TargetYear:
    """What was aimed at, held and missed in the year, and what is aimed at and planned in the next, of one kind."""

    kind: EventKind
    target: int
    held: int
    missing: int
    next_target: int
    next_planned: int


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """Everything the report tells; sums only, but for the public good examples.

    `until` is the last day counted; of the year before the same day is.
    """

    year: int
    until: date
    key: tuple[Figure, ...] = ()
    kinds: tuple[KindYear, ...] = ()
    months_before: tuple[int, ...] = (0,) * 12
    kreise: tuple[KreisYear, ...] = ()
    elsewhere: int = 0
    topics: tuple[NamedYear, ...] = ()
    mobile: tuple[Figure, ...] = ()
    dialogues: tuple[Figure, ...] = ()
    lectures: tuple[Figure, ...] = ()
    consultations: tuple[AdviceYear, ...] = ()
    patrols: tuple[Figure, ...] = ()
    trainings: tuple[Figure, ...] = ()
    councils: tuple[Figure, ...] = ()
    online: tuple[Figure, ...] = ()
    examples: tuple[ExampleYear, ...] = ()
    publications: tuple[NamedYear, ...] = ()
    requests: RequestCounts = field(default_factory=RequestCounts)
    accepted: int = 0
    targets: tuple[TargetYear, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    @property
    def held(self) -> int:
        """All events held in the year."""
        return sum(each.held for each in self.kinds)

    @property
    def is_over(self) -> bool:
        """Whether the whole year is counted."""
        return self.until == date(self.year, 12, 31)

    @property
    def months(self) -> tuple[int, ...]:
        """All events held by month."""
        return tuple(sum(each.months[at] for each in self.kinds) for at in range(12))


@dataclass(frozen=True, slots=True)
class FrozenYear:
    """What a snapshot keeps of an annual report: the figures, the foreword, and the office as it was."""

    report: AnnualReport
    foreword: str
    office: OfficeSettings


@dataclass(frozen=True, slots=True)
class OpenYear:
    """A frozen annual report as it was opened."""

    id: UUID
    code: str
    frozen_at: datetime
    content: FrozenYear
