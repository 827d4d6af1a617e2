"""What has to be done soon, and who waits longest."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from uuid import UUID

from domain.rows.event_row import EventRow


class DueKind(StrEnum):
    """What has to be done until a day."""

    permit = auto()
    invitation = auto()
    report = auto()
    step = auto()
    task = auto()
    concern = auto()
    contact = auto()
    exchange = auto()
    term = auto()
    qualification = auto()
    request = auto()
    publication = auto()
    handout = auto()


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due: the permit to apply for, the step of an event, a task, a concern to answer.

    `title` names what it is about (an event, a council, a partner), `place` says the same in a word or two. `what` is
    the step, task or number where the kind alone does not say it; `is_msgid` that it is to be translated. `page` and
    `record` open it. `event` is the event it belongs to, if it does.
    """

    kind: DueKind
    due: date
    title: str
    page: str
    record: UUID
    place: str = ""
    what: str = ""
    is_msgid: bool = False
    event: EventRow | None = None


@dataclass(frozen=True, slots=True)
class DialogueGap:
    """The Kreis that waits longest for a citizen dialogue; `last` is the day of its last one, None = never."""

    kreis_ags: str
    last: date | None
