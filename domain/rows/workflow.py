"""Templates of what has to be done for an event, and how far an event is with them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.rows.event_row import EventRow


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """A step of a template: `days` after the event (negative = before); a checklist takes no days.

    `is_own` says that a person of the office wrote the title; else it is a msgid.
    """

    key: str
    title: str
    days: int = 0
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A step that is done: when and by whom."""

    key: str
    title: str
    done_on: date
    done_by: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of one event; `due` is None without a date, `tick` None while it is to be done, `is_after` the event."""

    key: str
    title: str
    is_own: bool
    due: date | None
    tick: Tick | None
    is_after: bool


@dataclass(frozen=True, slots=True)
class Course:
    """Everything to do for one event: what is due when, and what the room needs."""

    event: EventRow
    timeline: tuple[StepRow, ...]
    checklist: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class WaitingStep:
    """A step of an event that has to be done until a day."""

    event: EventRow
    step: StepRow
    due: date

    @property
    def event_id(self) -> UUID:
        """The event it belongs to."""
        return self.event.id
