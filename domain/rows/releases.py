"""Released plans as people see them: versions, what stood in them, what became of it, and printed sheets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.rows.findings import Finding
from domain.rows.printing import PrintChoice
from domain.terms import Audience, ChangeKind, EventKind, EventState


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A plan version (Fassung): number, moment (Europe/Berlin), author, note, and how many events stood in it."""

    number: int
    released_at: datetime
    author: str
    note: str
    events: int


@dataclass(frozen=True, slots=True)
class PlanEntryRow:
    """How an event stands in a plan; times are in Europe/Berlin, all-day events have days (inclusive).

    `title` and `place` are what the widest audience outside may read of them. `marks` holds, per audience that sees
    the event, a digest of each field that is not empty.
    """

    event_id: UUID
    number: str
    uid: str
    sequence: int
    kind: EventKind
    state: EventState
    audience: Audience
    title: str
    all_day: bool
    starts_at: datetime | None
    ends_at: datetime | None
    first_day: date | None
    last_day: date | None
    place: str
    town: str
    ags: str | None
    kreis_ags: str | None
    vehicle_id: UUID | None
    tour_day_id: UUID | None
    marks: Mapping[Audience, Mapping[str, str]]

    @property
    def start_day(self) -> date | None:
        """The first local day."""
        return self.first_day if self.all_day else self.starts_at.date() if self.starts_at else None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an event for one audience: `before` as the version has it, `now` as it stands; None = not there.

    `fields` are the names of the fields of `PublishedEvent` that differ, in alphabetical order, and
    `coordinates`; besides `audience`, `room`, `team` and `vehicle`, which only the house is told of. An added event
    has none.
    """

    kind: ChangeKind
    fields: tuple[str, ...]
    before: PlanEntryRow | None
    now: PlanEntryRow | None

    @property
    def entry(self) -> PlanEntryRow:
        """The event as it stands now or, if it is gone, as it stood."""
        found = self.now or self.before
        if found is None:
            raise ValueError("a change is about an event")
        return found


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """The newest version (None = nothing was ever released) and how many events differ from it."""

    latest: ReleaseRow | None
    changes: int
    events: int


@dataclass(frozen=True, slots=True)
class SheetNote:
    """What is noted of a sheet when it is printed; `title` and `day` say what it is about."""

    document: str
    choice: PrintChoice
    day: date | None
    title: str
    version: int | None
    code: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A printed sheet: which document about what, from which version (None = before any), with which code.

    `heading` is the document's English title, `title` and `day` say what it is about. `is_gone` tells that it can no
    longer be printed at all.
    """

    id: UUID
    document: str
    choice: PrintChoice
    version: int | None
    code: str
    printed_at: datetime
    heading: str = ""
    title: str = ""
    day: date | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class ReleasePreview:
    """What a release would freeze: the next number, the changes, grave conflicts nobody accepted, stale sheets."""

    latest: ReleaseRow | None
    number: int
    changes: tuple[Change, ...]
    conflicts: tuple[Finding, ...]
    stale: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an event stood in a version: vehicle, local day, and start as minutes from local midnight."""

    vehicle_id: UUID
    day: date
    start: int
