"""What a letter confirms to the host of an event: the event as partners see it, and white-listed facts beside it."""

from dataclasses import dataclass
from datetime import date

from domain.rows.published import PublishedEvent
from domain.terms import Schulform


@dataclass(frozen=True, slots=True)
class ConfirmedFacts:
    """What the host told us or may know beyond the event itself; never notes, remarks or numbers of our own.

    `address` are the lines of the letter's address. `material` is what we bring along. `minutes` is the length,
    None without times.
    """

    address: tuple[str, ...]
    asked_on: date | None = None
    minutes: int | None = None
    listeners: str = ""
    expected: int | None = None
    schulform: Schulform | None = None
    school_grade: str = ""
    teacher_present: bool | None = None
    room_technique: str = ""
    room_needs: str = ""
    neutrality_note: str = ""
    material: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Everything a confirmation may say; made only by `rules.confirmation.confirm`."""

    event: PublishedEvent
    facts: ConfirmedFacts
