"""The people of the house as the speakers' tab shows them: what they hold, may speak on, and are booked for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.rows.event_row import EventRow
from domain.rows.tours import Absence, StaffRow
from domain.terms import AssignmentRole, QualificationStanding


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A qualification somebody holds, by name, and how it stands today."""

    name: str
    valid_until: date | None
    standing: QualificationStanding


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A person of the house; `used` and `ahead` count appointments of this month and from today on.

    `topics` are those in use that the person may speak on today because of a qualification; those that ask for none
    are left out. `away` is the absence of today or the next one.
    """

    staff: StaffRow
    held: tuple[HeldLine, ...] = ()
    topics: tuple[str, ...] = ()
    used: int = 0
    ahead: int = 0
    away: Absence | None = None

    @property
    def standing(self) -> QualificationStanding | None:
        """How the worst of the qualifications stands, None without any."""
        order = list(QualificationStanding)
        return min((line.standing for line in self.held), key=order.index, default=None)


@dataclass(frozen=True, slots=True)
class SpeakerDuty:
    """An appointment of a person, with the roles in it."""

    event: EventRow
    roles: tuple[AssignmentRole, ...]


@dataclass(frozen=True, slots=True)
class SpeakerDetail:
    """A person with appointments: those ahead in order of time, and those held last, the newest first."""

    row: SpeakerRow
    ahead: tuple[SpeakerDuty, ...] = ()
    past: tuple[SpeakerDuty, ...] = ()


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of a person's month: appointments, and whether the person is away, with the reason."""

    day: date
    duties: tuple[SpeakerDuty, ...] = ()
    is_away: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """A training held that gives a qualification to people of the house who do not hold it that long yet.

    `until` is the last day of the qualification, None = without end.
    """

    event: EventRow
    qualification_id: UUID
    qualification: str
    until: date | None
    people: tuple[str, ...]
