"""What has to be done soon, and who waits longest."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from domain.rows.event_row import EventRow


class DueKind(StrEnum):
    """What has to be done until a day."""

    permit = auto()
    invitation = auto()
    report = auto()


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due because of an event: the permit to apply for, the invitation to send, the report to write."""

    kind: DueKind
    due: date
    event: EventRow


@dataclass(frozen=True, slots=True)
class DialogueGap:
    """The Kreis that waits longest for a citizen dialogue; `last` is the day of its last one, None = never."""

    kreis_ags: str
    last: date | None
