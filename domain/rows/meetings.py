"""Agenda, resolutions and tasks of meetings as forms edit and lists show them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.terms import ConcernCategory, ConcernState


@dataclass(frozen=True, slots=True)
class AgendaDraft:
    """One item: what it is about, how many minutes it takes, who speaks; then what was discussed and the result.

    `concern_id` is the citizen's concern it answers.
    """

    title: str
    minutes: int | None = None
    speaker: str = ""
    discussion: str = ""
    result: str = ""
    concern_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ConcernNote:
    """A citizen's concern beside an agenda: what was said and how far it is; `days` it has waited, None = not known.

    `public_text` is empty where it was raised at an event that is not public.
    """

    id: UUID
    number: str
    wording: str
    public_text: str
    category: ConcernCategory
    place: str
    office: str
    state: ConcernState
    answer: str
    days: int | None


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item in its place; `begins` is its time, None where nobody knows."""

    id: UUID
    position: int
    draft: AgendaDraft
    begins: datetime | None
    concern: ConcernNote | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """An event's agenda with its times.

    `text` is an agenda typed as lines before, which counts while there are no items. `waiting` are the concerns of the
    Kreis that have no answer and are on no coming agenda. `spare` are minutes that no item takes.
    """

    rows: tuple[AgendaRow, ...]
    text: str
    waiting: tuple[ConcernNote, ...]
    total: int
    spare: int | None


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """A resolution in its place."""

    id: UUID
    position: int
    draft: "ResolutionDraft"


@dataclass(frozen=True, slots=True)
class ResolutionDraft:
    """What was decided; `votes` as people write it."""

    wording: str
    votes: str = ""


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """Something to do; `responsible` is free text, `staff_id` a person of the house."""

    title: str
    event_id: UUID | None = None
    council_id: UUID | None = None
    responsible: str = ""
    staff_id: UUID | None = None
    due: date | None = None
    done_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in a list; `about` names the event or council it belongs to, `who` the person of the house or others."""

    id: UUID
    version: int
    draft: TaskDraft
    about: str
    kreis_ags: str | None
    who: str = ""
