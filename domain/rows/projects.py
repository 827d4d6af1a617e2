"""Projects (regional crime analyses and advice to offices) as rows and drafts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import (
    AccidentCause,
    ConcernCategory,
    ConcernState,
    EventKind,
    PartOfDay,
    PlaceCategory,
    ProjectKind,
    ProjectState,
)


@dataclass(frozen=True, slots=True)
class StageDraft:
    """One stage: what, until when, and when it was reached."""

    title: str = ""
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProjectDraft:
    """One project.

    An advisory project has a `partner_id` (the office that is advised) and an `adviser_id` (of the house). A regional
    analysis has a `university_id`, a `student` and until when the student's name may be kept. `kreis_ags` None means
    the whole state.
    """

    kind: ProjectKind = ProjectKind.advisory
    title: str = ""
    kreis_ags: str | None = None
    partner_id: UUID | None = None
    adviser_id: UUID | None = None
    university_id: UUID | None = None
    student: str = ""
    student_until: date | None = None
    question: str = ""
    first_day: date | None = None
    last_day: date | None = None
    result: str = ""
    notes: str = ""
    stages: tuple[StageDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project in a list: how far it is by today, its next open stage, and the names of those who take part."""

    id: UUID
    version: int
    draft: ProjectDraft
    state: ProjectState
    next_stage: StageDraft | None = None
    partner: str = ""
    adviser: str = ""
    university: str = ""


@dataclass(frozen=True, slots=True)
class ExtractEvent:
    """An event as a regional analysis may see it: no id, no text, no name, no exact day.

    `ags` is None where the Gemeinde was withheld because too few events there are alike. `people` is the lower end of
    a band of counts, None = not counted.
    """

    kind: EventKind
    year: int
    quarter: int
    weekday: int
    part_of_day: PartOfDay
    kreis_ags: str
    ags: str | None
    place_category: PlaceCategory | None
    topics: tuple[str, ...]
    target_groups: tuple[str, ...]
    cause: AccidentCause | None
    people: int | None


@dataclass(frozen=True, slots=True)
class ExtractConcern:
    """A citizens' concern as a regional analysis may see it: what about, where, how long until the answer."""

    category: ConcernCategory
    place_category: PlaceCategory
    year: int
    quarter: int
    kreis_ags: str
    ags: str | None
    state: ConcernState
    weeks_to_answer: int | None
