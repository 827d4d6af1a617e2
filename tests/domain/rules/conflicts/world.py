"""A small world for conflict tests: two vehicles, three people, three towns."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid5

from domain.i18n import language
from domain.region.travel import Leg, Waypoint
from domain.rows.events import AssignmentDraft
from domain.rows.findings import Finding, Repair
from domain.rows.tours import StaffDraft, VehicleDraft
from domain.rules.conflicts import Appointment, Context
from domain.rules.local import at_local, whole_days
from domain.terms import AssignmentRole, DaySpan, EventKind, EventState, Rule, TimeSpan

NAMES = UUID("0196b000-0000-7000-8000-000000000000")
TODAY = date(2027, 4, 1)
DAY = date(2027, 5, 12)
"""A Wednesday without holidays."""

MAGDEBURG, HALLE, STENDAL = Waypoint("15003000"), Waypoint("15002000"), Waypoint("15090535")
MINUTES = {frozenset({MAGDEBURG, HALLE}): 80, frozenset({MAGDEBURG, STENDAL}): 60, frozenset({HALLE, STENDAL}): 130}


def uid(name: str) -> UUID:
    """Always the same id for a name."""
    return uuid5(NAMES, name)


MOBILE, BUS = uid("Präventionsmobil"), uid("Kleinbus")
ANJA, BERND, CARLA = uid("Anja"), uid("Bernd"), uid("Carla")


def travel(start: Waypoint, end: Waypoint) -> Leg:
    """Fixed drives, so that every figure in a test can be checked by head."""
    minutes = 0 if start == end else MINUTES[frozenset({start, end})]
    return Leg(minutes, float(minutes))


@dataclass
class World:
    """Appointments added one by one, and what surrounds them."""

    context: Context = field(
        default_factory=lambda: Context(
            today=TODAY,
            travel=travel,
            vehicles={
                MOBILE: VehicleDraft("Präventionsmobil", depot_ags=MAGDEBURG.ags),
                BUS: VehicleDraft("Kleinbus", depot_ags=HALLE.ags),
            },
            staff={ANJA: StaffDraft("Anja"), BERND: StaffDraft("Bernd"), CARLA: StaffDraft("Carla")},
        )
    )
    events: list[Appointment] = field(default_factory=list)

    def add(
        self, title: str, hours: str = "", *, day: date = DAY, last: date | None = None, **changes: object
    ) -> Appointment:
        """An appointment; `hours` like "9-12" or "9:30-12", none = all day. `people` assigns speakers."""
        people = changes.pop("people", ())
        event = Appointment(
            id=uid(title),
            kind=EventKind.information_event,
            state=EventState.confirmed,
            title=title,
            span=hours_on(day, hours, last) if hours else whole_days(DaySpan(day, last or day)),
            all_day=not hours,
            where=MAGDEBURG,
            town="Magdeburg",
            assignments=tuple(AssignmentDraft(person, AssignmentRole.speaker) for person in people),
        )
        self.events.append(replace(event, **changes))
        return self.events[-1]

    def change(self, **changes: object) -> None:
        """Put other things around the appointments."""
        self.context = replace(self.context, **changes)


def hours_on(day: date, hours: str, last: date | None = None) -> TimeSpan:
    """A span like "9-12" or "22-1:30" with `last` the next day."""
    start, end = (_minute(clock) for clock in hours.split("-"))
    return TimeSpan(at_local(day, start), at_local(last or day, end))


def _minute(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute or 0)


def rules(found: Iterable[Finding]) -> list[Rule]:
    """Which rules were broken, in the order of the findings."""
    return [each.rule for each in found]


def read(shown: Finding | Repair) -> str:
    """The headline in English."""
    return language("en").text(shown.msgid, shown.params)


def detail(found: Finding) -> str:
    """The explanation in English."""
    return language("en").text(found.detail, found.detail_params)
