"""Who could go: the fit before the unfit, the best first, each with the reasons for the rank."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from domain.i18n import N_
from domain.region.fold import fold
from domain.region.travel import Leg, Waypoint
from domain.rows.tours import StaffDraft
from domain.rows.triage import PersonChoice, Reason
from domain.rules.local import later
from domain.terms import Bearing, TimeSpan

EXPERIENCE_AT_MOST, EXPERIENCE = 5, 4.0
"""Events on the same topic that count, and the points of each: who has spoken five times knows the topic."""

LEFT_AT_MOST, LEFT = 4, 2.0
"""Free places of the month that count, and the points of each."""

MINUTES_A_POINT, DRIVE_AT_MOST = 10, 15.0
"""Minutes at the wheel that take one point away, and how many points a drive takes at most."""

REST_AT_MOST, DAYS_A_POINT = 30, 3
"""Days since the last assignment that count, and how many of them make a point, so that work is shared out."""

_DAY = timedelta(days=1)
_GOOD, _WARNING, _OBSTACLE = Bearing.good, Bearing.warning, Bearing.obstacle

NEAR_MINUTES, REST_DAYS, ENDS_SOON = 60, 7, timedelta(days=60)
"""A drive up to an hour speaks for somebody, a week without assignment too; a qualification's last 60 days warn."""


@dataclass(frozen=True, slots=True)
class Duty:
    """An event somebody is booked for, from set-up to tear-down; `day` is its first local day."""

    day: date
    span: TimeSpan
    title: str
    town: str = ""
    where: Waypoint | None = None


@dataclass(frozen=True)
class Member:
    """A person of the house as triage sees them.

    `duties` go back two months, `topics` counts earlier events by topic, `home` is where they set out.
    """

    id: UUID
    draft: StaffDraft
    duties: tuple[Duty, ...] = ()
    topics: Mapping[UUID, int] = field(default_factory=dict)
    home: Waypoint | None = None

    @cached_property
    def sort_name(self) -> str:
        """The name as it is compared."""
        return fold(self.draft.name)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The first days of the duties, in order."""
        return tuple(sorted(duty.day for duty in self.duties))

    @cached_property
    def on_day(self) -> Mapping[date, tuple[Duty, ...]]:
        """The duties that begin on a day, by time."""
        found: dict[date, tuple[Duty, ...]] = {}
        for duty in sorted(self.duties, key=lambda duty: (duty.span.start, duty.title)):
            found[duty.day] = (*found.get(duty.day, ()), duty)
        return found

    @cached_property
    def a_month(self) -> Mapping[tuple[int, int], int]:
        """How many duties begin in a month."""
        return Counter((day.year, day.month) for day in self.days)

    @cached_property
    def valid_until(self) -> Mapping[UUID, date | None]:
        """Until when each qualification is valid; None = without end."""
        return {held.qualification_id: held.valid_until for held in self.draft.qualifications}


@dataclass(frozen=True)
class Ask:
    """What somebody is looked for: when (local day and span, None = open), where, on what, with which qualification."""

    day: date
    span: TimeSpan | None = None
    where: Waypoint | None = None
    topic_id: UUID | None = None
    topic: str = ""
    qualification_id: UUID | None = None
    qualification: str = ""

    @cached_property
    def days_around(self) -> tuple[date, date, date]:
        """The day with the one before and the one after, whose duties may reach into it."""
        return self.day - _DAY, self.day, self.day + _DAY

    @cached_property
    def month(self) -> tuple[int, int]:
        """Year and month of the day."""
        return self.day.year, self.day.month


class Drives:
    """Drives between places, each estimated once."""

    def __init__(self, leg: Callable[[Waypoint, Waypoint], Leg]) -> None:
        self._leg = leg
        self._known: dict[tuple[str, str], Leg] = {}

    def between(self, start: Waypoint, end: Waypoint) -> Leg:
        """The drive from one place to another."""
        if start.point is not None or end.point is not None:
            return self._leg(start, end)
        found = self._known.get((start.ags, end.ags))
        if found is None:
            found = self._known[start.ags, end.ags] = self._leg(start, end)
        return found


Judged = Iterator[tuple[Reason, float]]


def rank_people(ask: Ask, people: Iterable[Member], drives: Drives) -> tuple[PersonChoice, ...]:
    """Everybody, the fit before the unfit, of these the one with most points first, of equals by name and id.

    The order of `people` makes no difference.
    """
    ranked = []
    for person in people:
        choice = _judged(ask, person, drives)
        ranked.append((not choice.is_fit, -choice.points, person.sort_name, person.id, choice))
    return tuple(each[-1] for each in sorted(ranked, key=lambda each: each[:4]))


def _judged(ask: Ask, person: Member, drives: Drives) -> PersonChoice:
    reasons: list[Reason] = []
    points = 0.0
    for judge in _CONDITIONS:
        for reason, worth in judge(ask, person, drives):
            reasons.append(reason)
            points += worth
    against = tuple([reason for reason in reasons if reason.bearing is _OBSTACLE])
    if against:
        return PersonChoice(person.id, person.draft.name, 0, against, is_fit=False)
    for judge in _MERITS:
        for reason, worth in judge(ask, person, drives):
            reasons.append(reason)
            points += worth
    return PersonChoice(person.id, person.draft.name, points, tuple(reasons))


def _said(bearing: Bearing, msgid: str, **params: object) -> Reason:
    return Reason(bearing, msgid, tuple(params.items()))


def _absence(ask: Ask, person: Member, _drives: Drives) -> Judged:
    for away in person.draft.absences:
        if away.first_day <= ask.day <= away.last_day:
            yield _said(_OBSTACLE, N_("Away until {day}"), day=away.last_day), 0
            return


def _calendar(ask: Ask, person: Member, drives: Drives) -> Judged:
    for day in ask.days_around:
        for duty in person.on_day.get(day, ()):
            if ask.span is None:
                if duty.day == ask.day:
                    yield _said(_WARNING, N_("That day also: “{title}”"), title=duty.title), -2
            elif not _both(ask.span, ask.where, duty, drives):
                yield _busy(duty), 0
                return


def _busy(duty: Duty) -> Reason:
    if duty.town:
        return _said(_OBSTACLE, N_("Busy: “{title}”, {town}"), title=duty.title, town=duty.town)
    return _said(_OBSTACLE, N_("Busy: “{title}”"), title=duty.title)


def _both(span: TimeSpan, where: Waypoint | None, duty: Duty, drives: Drives) -> bool:
    """Whether somebody can be at both, the drive between them included."""
    if span.overlaps(duty.span):
        return False
    minutes = drives.between(duty.where, where).minutes if duty.where and where else 0
    return later(duty.span.end, minutes) <= span.start or later(span.end, minutes) <= duty.span.start


def _qualification(ask: Ask, person: Member, _drives: Drives) -> Judged:
    if ask.qualification_id is None:
        return
    name = ask.qualification
    if ask.qualification_id not in person.valid_until:
        yield _said(_OBSTACLE, N_("Not qualified: {name}"), name=name), 0
        return
    until = person.valid_until[ask.qualification_id]
    if until is None:
        yield _said(_GOOD, N_("Qualified: {name}"), name=name), 0
    elif until < ask.day:
        yield _said(_OBSTACLE, N_("{name} ended on {day}"), name=name, day=until), 0
    elif until < ask.day + ENDS_SOON:
        yield _said(_WARNING, N_("{name} valid only until {day}"), name=name, day=until), -1
    else:
        yield _said(_GOOD, N_("Qualified: {name}, until {day}"), name=name, day=until), 0


def _capacity(ask: Ask, person: Member, _drives: Drives) -> Judged:
    most = person.draft.capacity_per_month
    if most is None:
        return
    left = most - person.a_month.get(ask.month, 0)
    if left <= 0:
        msgid = N_("No capacity left: {used} of {most} that month")
        yield _said(_OBSTACLE, msgid, used=most - left, most=most), 0
        return
    bearing = _WARNING if left == 1 else _GOOD
    reason = _said(bearing, N_("Free that month: {left} of {most}"), left=left, most=most)
    yield reason, LEFT * min(left, LEFT_AT_MOST)


def _topic(ask: Ask, person: Member, _drives: Drives) -> Judged:
    if ask.topic_id is None:
        return
    times = person.topics.get(ask.topic_id, 0)
    if times:
        reason = _said(_GOOD, N_("{topic}: {count} times so far"), topic=ask.topic, count=times)
        yield reason, EXPERIENCE * min(times, EXPERIENCE_AT_MOST)
    else:
        yield _said(_WARNING, N_("{topic}: not yet"), topic=ask.topic), 0


def _drive(ask: Ask, person: Member, drives: Drives) -> Judged:
    if ask.where is None:
        return
    before = None if ask.span is None else _place_before(ask.span, person.on_day.get(ask.day, ()))
    start = before.where if before else person.home
    if start is None:
        return
    leg = drives.between(start, ask.where)
    bearing = _GOOD if leg.minutes <= NEAR_MINUTES else _WARNING
    params = {"km": round(leg.kilometres), "minutes": leg.minutes}
    if before:
        reason = _said(bearing, N_("{km} km, {minutes} min from {town}"), town=before.town, **params)
    else:
        reason = _said(bearing, N_("{km} km, {minutes} min from the office"), **params)
    yield reason, -min(DRIVE_AT_MOST, leg.minutes / MINUTES_A_POINT)


def _place_before(span: TimeSpan, duties: Iterable[Duty]) -> Duty | None:
    """The last duty of the day that ends before the span begins and has a place to drive from."""
    ended = [duty for duty in duties if duty.where is not None and duty.span.end <= span.start]
    return ended[-1] if ended else None


def _rest(ask: Ask, person: Member, _drives: Drives) -> Judged:
    at = bisect_left(person.days, ask.day)
    if at == 0:
        yield _said(_GOOD, N_("No assignment for two months")), REST_AT_MOST / DAYS_A_POINT
        return
    days = (ask.day - person.days[at - 1]).days
    bearing = _GOOD if days >= REST_DAYS else _WARNING
    msgid = N_("Assigned the day before") if days == 1 else N_("Last assignment {days} days before")
    yield _said(bearing, msgid, days=days), min(days, REST_AT_MOST) / DAYS_A_POINT


_CONDITIONS = (_absence, _calendar, _qualification, _capacity)
"""What can rule somebody out."""

_MERITS = (_topic, _drive, _rest)
"""What only decides the rank."""
