"""Requests and events as stops of a planning problem, with the reasons why some of their days fall out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from domain.exchange.words import institution
from domain.i18n import N_
from domain.planning.plan import Sentence
from domain.planning.problem import PlanningStop
from domain.region.fold import fold
from domain.region.gemeinden import gemeinde
from domain.region.holidays import SATURDAY, is_school_day, public_holiday_on
from domain.region.travel import Waypoint
from domain.rows.partners import SiteDraft
from domain.rows.proposals import PRIZES, Relaxed, Subject
from domain.rows.requests import RequestDraft, RequestRow
from domain.rules.local import minute_of_day, minutes_between
from domain.terms import EventKind, EventState, PartnerCategory, PermitState, Weight
from domain.usecases.planning_problem_days import (
    OPEN_HOURS,
    SCHOOL_HOURS,
    Asked,
    Closer,
    Hours,
    asked_days,
    is_free_day,
    possible,
)
from domain.usecases.planning_problem_world import Movable, World
from domain.usecases.requests import USUAL_MINUTES

USUAL_STAY = 180
"""Minutes of a stop that says nothing about its length: about the middle of what market stops take."""

_OPEN_PERMITS = frozenset({PermitState.missing, PermitState.applied})
_SCHOOL = "school"
"""The planner's kind of stops at schools: what it offers instead of a wish, others of that kind can do too."""

_CLUBS = ("verein", "e. v.", "e.v.")


@dataclass(frozen=True)
class Asking:
    """A stop before it is one: whom it is for, where, when it is wished for and what it needs."""

    id: str
    subject: Subject
    wish: RequestDraft
    where: Waypoint | None
    at_school: bool
    equipment: tuple[str, ...] = ()
    people: tuple[UUID, ...] = ()
    site_id: UUID | None = None
    likes: UUID | None = None

    @property
    def stands_on(self) -> date | None:
        """The day it is on in the present plan."""
        return local_days_of(self.subject) if self.subject.starts_at else None


@dataclass(frozen=True)
class Ready:
    """A stop and what fell out of its wish; `stop.place` is still to be set. `outside` = no day of it is planned."""

    asking: Asking
    stop: PlanningStop
    notes: tuple[Sentence, ...]
    outside: bool


def local_days_of(subject: Subject) -> date | None:
    """The local day on which a subject begins now, set-up included."""
    return subject.starts_at.date() if subject.starts_at else None


def asking_request(row: RequestRow, category: PartnerCategory | None) -> Asking:
    """A request as a stop; `category` is that of the partner who asks, if it is known."""
    draft = row.draft
    subject = Subject(
        title=f"{draft.topic}: {draft.requester}" if draft.topic else draft.requester,
        town=_town(draft.town, draft.ags),
        kind=draft.kind,
        minutes=draft.duration_minutes or USUAL_MINUTES,
        version=row.version,
        ags=draft.ags,
        request_id=row.id,
        priority=draft.priority,
    )
    where = Waypoint(draft.ags) if draft.ags else None
    return Asking(str(row.id), subject, draft, where, is_school(draft, category), draft.equipment)


def is_school(draft: RequestDraft, category: PartnerCategory | None) -> bool:
    """Whether a school asks: by its entry among the partners or, where it has none, by its name."""
    if category is not None:
        return category is PartnerCategory.school
    named = institution(draft.requester)
    club = any(word in draft.requester.lower() for word in _CLUBS)
    return not club and named is not None and named[0] is PartnerCategory.school


def asking_event(each: Movable, world: World) -> Asking:
    """An event that may be placed or moved, with the wish of the request it came from, if it did."""
    event, seen, row = each.event, each.seen, each.request
    wish = row.draft if row else RequestDraft(event.title, EventKind.mobile_stop, priority=2)
    if seen.span is not None:
        minutes = minutes_between(seen.span.start, seen.span.end)
    else:
        minutes = (wish.duration_minutes or USUAL_STAY) - event.set_up_minutes - event.tear_down_minutes
    subject = Subject(
        title=event.title,
        town=_town(event.town, event.ags),
        kind=event.kind,
        minutes=max(1, minutes) + event.set_up_minutes + event.tear_down_minutes,
        version=event.version,
        ags=event.ags,
        request_id=row.id if row else None,
        event_id=event.id,
        state=event.state,
        priority=wish.priority,
        set_up=event.set_up_minutes,
        tear_down=event.tear_down_minutes,
        starts_at=seen.span.start if seen.span else None,
        ends_at=seen.span.end if seen.span else None,
        vehicle_id=event.vehicle_id,
    )
    names = {piece.id: piece.name for piece in world.pieces}
    return Asking(
        id=str(event.id),
        subject=subject,
        wish=wish,
        where=seen.where,
        at_school=seen.is_school,
        equipment=tuple(names[piece] for piece in seen.equipment_ids if piece in names),
        people=tuple(person.staff_id for person in seen.assignments),
        site_id=seen.site_id,
        likes=event.vehicle_id if seen.span is None else None,
    )


def _town(town: str, ags: str | None) -> str:
    return town or (gemeinde(ags).name if ags else "")


def ready(asking: Asking, world: World) -> Ready:
    """The stop with the windows that are left when everything known has closed its days."""
    relaxed = [each for each in world.wish.relaxed if each.stop == asking.id]
    asking = _shortened(asking, sum(each.shorter for each in relaxed))
    subject = asking.subject
    usual = SCHOOL_HOURS if asking.at_school else OPEN_HOURS
    asked = asked_days(asking.wish, subject.minutes, world.period, usual)
    _keep_present(asked, subject)
    outside = not asked.days
    for each in relaxed:
        _relax(asked, each, usual)
    found = possible(asked, world.period, _closers(asking, world))
    stop = PlanningStop(
        id=asking.id,
        town=subject.town,
        district=subject.kreis_ags or "",
        place=0,
        kind=_SCHOOL if asking.at_school else subject.kind.value,
        duration=subject.minutes,
        prize=_prize(subject, world.wish.priorities),
        priority=subject.priority,
        need=frozenset(_needs(asking, world, relaxed)),
        windows=found.windows,
        vehicle=str(asking.likes) if asking.likes in world.vehicle_ids else None,
        preferred=found.preferred,
        name=subject.title,
    )
    return Ready(asking, stop, found.notes, outside and not relaxed)


def _shortened(asking: Asking, minutes: int) -> Asking:
    """The stop with a shorter stay; what is taken away are opening times."""
    subject = asking.subject
    least = subject.set_up + subject.tear_down + 1
    return replace(asking, subject=replace(subject, minutes=max(least, subject.minutes - minutes)))


def _keep_present(asked: Asked, subject: Subject) -> None:
    """A stop that has a time may always stay where it is."""
    day = local_days_of(subject)
    if day is None or subject.starts_at is None:
        return
    begins = max(0, minute_of_day(subject.starts_at) - subject.set_up)
    ends = begins + subject.minutes
    known = asked.days.get(day, Hours(begins, ends, named=True))
    asked.days[day] = Hours(min(known.opens, begins), max(known.closes, ends), named=True)


def _relax(asked: Asked, relaxed: Relaxed, usual: tuple[int, int]) -> None:
    pattern = next(iter(asked.days.values()), Hours(*usual, named=True))
    for day in relaxed.days:
        asked.days.setdefault(day, pattern._replace(named=True))
    for day, hours in asked.days.items():
        asked.days[day] = hours._replace(
            opens=max(0, hours.opens - relaxed.longer), closes=min(24 * 60, hours.closes + relaxed.longer)
        )


def _prize(subject: Subject, weight: Weight) -> int:
    """What leaving it out costs; who has been told a date already counts as most urgent, a confirmed one doubly."""
    prizes = PRIZES[weight]
    if subject.starts_at is None:
        return prizes[subject.priority - 1]
    return prizes[0] * (2 if subject.state is EventState.confirmed else 1)


def _needs(asking: Asking, world: World, relaxed: Iterable[Relaxed]) -> Iterator[str]:
    """The names of the equipment it cannot do without."""
    forgiven = {each.vehicle_id for each in relaxed if each.vehicle_id is not None}
    for name in asking.equipment:
        key = fold(name)
        if not key or (forgiven and not forgiven & world.carriers.get(key, frozenset())):
            continue
        yield world.piece_named[key].name if key in world.piece_named else name.strip()


def _closers(asking: Asking, world: World) -> Iterator[Closer]:
    """Every reason why a day falls out, the plainest first."""
    yield Closer(N_("Days that are over: {count} ({days})"), (), lambda day, _: day <= world.today)
    if asking.at_school:
        yield Closer(N_("Days without school: {count} ({days})"), (), lambda day, _: is_school_closed(day))
    else:
        yield Closer(N_("Sundays and public holidays: {count} ({days})"), (), is_free_day)
    yield from _site_closers(asking, world)
    for person in asking.people:
        yield _person_closer(person, world)
    for name in asking.equipment:
        yield from _equipment_closer(name, world)


def is_school_closed(day: date) -> bool:
    """Whether no school is open; where no holidays are known, on weekends and public holidays."""
    known = is_school_day(day)
    return day.weekday() >= SATURDAY or public_holiday_on(day) is not None if known is None else not known


def _site_closers(asking: Asking, world: World) -> Iterator[Closer]:
    site_id = asking.site_id
    site = world.context.sites.get(site_id) if site_id else None
    if site is None or site_id is None:
        return
    yield _permit_closer(asking, site, world.today)
    yield Closer(
        N_("Market days of {site}: {count} ({days})"),
        (("site", site.name),),
        lambda day, hours: day.weekday() in site.market_days and not hours.named,
    )
    yield Closer(
        N_("{site} is taken: {count} ({days})"),
        (("site", site.name),),
        lambda day, _: bool(world.at_site(site_id, day)),
    )


def _permit_closer(asking: Asking, site: SiteDraft, today: date) -> Closer:
    """Use of public ground: days for which the permit can no longer be asked in time."""
    earliest = today + timedelta(days=site.permit_lead_days)
    is_open = site.permit_state in _OPEN_PERMITS
    return Closer(
        N_("Too soon for the permit of {site}, {lead} days before: {count} ({days})"),
        (("site", site.name), ("lead", site.permit_lead_days)),
        lambda day, _: is_open and day < earliest and day != asking.stands_on,
    )


def _person_closer(person_id: UUID, world: World) -> Closer:
    person = world.context.staff.get(person_id)
    return Closer(
        N_("{name} is away or needed elsewhere: {count} ({days})"),
        (("name", person.name if person else ""),),
        lambda day, _: world.is_away(person_id, day, world.vehicle_ids),
    )


def _equipment_closer(name: str, world: World) -> Iterator[Closer]:
    piece = world.piece_named.get(fold(name))
    if piece is not None and world.carriers[fold(name)]:
        yield Closer(
            N_("{name} is lent or needed elsewhere: {count} ({days})"),
            (("name", piece.name),),
            lambda day, _: world.is_short(piece, day),
        )
