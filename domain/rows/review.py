"""The review of an event as its dialog opens it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.rows.events import EventDetail, EventDraft


@dataclass(frozen=True, slots=True)
class ReviewStart:
    """An event to be reviewed: as it is in the file, and with what the program knows filled in.

    `is_counted` tells that the counts come from the tally, `is_estimated` that the kilometres are the tour's estimate.
    """

    detail: EventDetail
    draft: EventDraft
    is_counted: bool = False
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be done better, noted after an earlier event at the same site or for the same host."""

    event_id: UUID
    title: str
    day: date
    words: str
