"""Offers of the catalogue (Angebote) as rows and drafts, and the lectures that carry them out."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.terms import EventKind, EventState, Schulform


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """A lecture, consultation or training that can be asked for, valid between two days (inclusive, None = open).

    `listeners` says in words whom it suits, `neutrality_note` how the Beutelsbacher Konsens is kept, `needs` what the
    room must have. `publication_ids` are the material that goes with it. `notes` stay in the house.
    """

    title: str = ""
    kind: EventKind = EventKind.lecture
    topic_id: UUID | None = None
    listeners: str = ""
    duration_minutes: int | None = None
    aims: str = ""
    public_text: str = ""
    neutrality_note: str = ""
    needs: str = ""
    notes: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    target_group_ids: tuple[UUID, ...] = ()
    publication_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferUsage:
    """How often an offer was held, how many people came (where counted), how many are planned, and the last day."""

    held: int = 0
    reached: int = 0
    planned: int = 0
    last_held: date | None = None


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer in a list, with the names of its topic, of the qualification that asks for, and of its groups.

    `is_over` says that the offer or its topic is no longer in use today. `usage` is how it was used so far.
    """

    id: UUID
    version: int
    draft: OfferDraft
    topic: str = ""
    qualification: str = ""
    target_groups: tuple[str, ...] = ()
    is_over: bool = False
    usage: OfferUsage = OfferUsage()


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """Who speaks; a confidential name stays in the house."""

    name: str
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class LectureFilter:
    """Which lectures: empty tuples and None mean "all"; `first`..`last` are local days (inclusive)."""

    text: str = ""
    states: tuple[EventState, ...] = ()
    kreise: tuple[str, ...] = ()
    topics: tuple[UUID, ...] = ()
    schulforms: tuple[Schulform, ...] = ()
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class LectureRow:
    """One lecture, coming or held; `speaker_office` is the authority of a guest speaker.

    `schulform` is that of the lecture, else of the school that hosts it.
    """

    event: EventRow
    topics: tuple[str, ...] = ()
    host: str = ""
    schulform: Schulform | None = None
    school_grade: str = ""
    speakers: tuple[SpeakerName, ...] = ()
    speaker_office: str = ""
    expected: int | None = None
    actual: int | None = None
    offer: str = ""
