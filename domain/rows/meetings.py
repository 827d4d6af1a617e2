"""Agenda, resolutions and tasks of meetings as forms edit and lists show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


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
    """A task in a list; `about` names the event or council it belongs to."""

    id: UUID
    version: int
    draft: TaskDraft
    about: str
    kreis_ags: str | None
