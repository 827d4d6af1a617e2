"""Citizens' concerns (Anliegen) as forms edit and lists show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.terms import ConcernCategory, ConcernState, PlaceCategory


@dataclass(frozen=True, slots=True)
class ConcernDraft:
    """What was said, without personal data, and who has to answer until when.

    `kreis_ags` follows from `ags` (a Gemeinde) where that is given, else from the event. `raised_on` None means the
    event's day, or today. `public_text` is the concern in few words for the public.
    """

    wording: str
    event_id: UUID | None = None
    kreis_ags: str | None = None
    ags: str | None = None
    raised_on: date | None = None
    category: ConcernCategory = ConcernCategory.other
    place_category: PlaceCategory = PlaceCategory.other
    place: str = ""
    office_id: UUID | None = None
    office_name: str = ""
    due: date | None = None
    public_text: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What the office answered (for the house), when, and what of both the public reads.

    `answered_on` None means today, `public_text` None leaves the short form as it is.
    """

    answer: str
    answered_on: date | None = None
    public_answer: str = ""
    public_text: str | None = None


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """One concern in a list; `office` and `event` are names, `event_day` is when it was raised there."""

    id: UUID
    version: int
    number: str
    state: ConcernState
    draft: ConcernDraft
    office: str = ""
    event: str = ""
    event_day: date | None = None
    answer: str = ""
    answered_on: date | None = None
    public_answer: str = ""
    state_reason: str = ""

    @property
    def kreis_ags(self) -> str | None:
        """The key of the Kreis."""
        return self.draft.kreis_ags

    @property
    def due(self) -> date | None:
        """Until when it has to be answered."""
        return self.draft.due


@dataclass(frozen=True, slots=True)
class Captured:
    """What capture gives back at once: the concern's id and the number for the citizen's card."""

    id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class OfficeHint:
    """The office that probably has to answer; `is_local` if it is that of the Gemeinde, not just one of the Kreis."""

    partner_id: UUID
    name: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event at which concerns can be noted, or at which one comes up next."""

    event_id: UUID
    title: str
    day: date | None
    kreis_ags: str | None
    town: str = ""


@dataclass(frozen=True, slots=True)
class DueConcern:
    """A concern whose answer is overdue or due soon."""

    id: UUID
    number: str
    wording: str
    kreis_ags: str | None
    office: str
    due: date


@dataclass(frozen=True, slots=True)
class CountedConcern:
    """What statistics need to know of one concern."""

    kreis_ags: str | None
    category: ConcernCategory
    state: ConcernState
    raised_on: date | None
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class ConcernCount:
    """One line of the statistics: a Kreis, a category, both, or neither (the sum).

    `answered` counts answered and settled ones, `waiting` open and forwarded ones. `median_days` is how long an answer
    took, None where nothing was answered yet; `oldest` is the day the oldest waiting one was raised.
    """

    kreis_ags: str | None
    category: ConcernCategory | None
    total: int
    waiting: int
    answered: int
    dropped: int
    median_days: float | None
    oldest: date | None


@dataclass(frozen=True, slots=True)
class ConcernStatistics:
    """The concerns counted by Kreis, by category, by both, and altogether."""

    whole: ConcernCount
    kreise: tuple[ConcernCount, ...]
    categories: tuple[ConcernCount, ...]
    cells: tuple[ConcernCount, ...]
