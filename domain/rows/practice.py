"""Good examples (best practice) and templates."""

from dataclasses import dataclass
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.terms import EventKind


@dataclass(frozen=True, slots=True)
class PracticeProfile:
    """What the one-page profile (Steckbrief) of a good example tells others; all of it may become public.

    `contact_office` names the office to ask, never a person.
    """

    aim: str = ""
    target_group: str = ""
    partners: str = ""
    measures: str = ""
    effort: str = ""
    result: str = ""
    tips: str = ""
    contact_office: str = ""


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A good example in the collection."""

    event: EventRow
    topics: tuple[str, ...]
    result: str
    has_profile: bool


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """Something a new event can be made from: a template, or a good example (`is_practice`)."""

    id: UUID
    kind: EventKind
    title: str
    kreis_ags: str | None
    is_practice: bool
