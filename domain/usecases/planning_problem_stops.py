"""Requests and events as stops of a planning problem, with the reasons why some of their days fall out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from domain.exchange.words import institution
from domain.planning.plan import Sentence
from domain.planning.problem import PlanningStop
from domain.region.fold import fold
from domain.region.gemeinden import gemeinde
from domain.region.travel import Waypoint
from domain.rows.proposals import PRIZES, Relaxed, Subject
from domain.rows.requests import RequestDraft, RequestRow
from domain.rules.local import minute_of_day, minutes_between
from domain.terms import EventKind, EventState, PartnerCategory, Weight
from domain.usecases.planning_problem_asking import Asking, local_day_of
from domain.usecases.planning_problem_closers import closers
from domain.usecases.planning_problem_days import (
    OPEN_HOURS,
    SCHOOL_HOURS,
    Asked,
    Hours,
    asked_days,
    possible,
)
from domain.usecases.planning_problem_world import Movable, World
from domain.usecases.request_proposal import USUAL_MINUTES

USUAL_STAY = 180
"""Minutes of a stop that says nothing about its length: about the middle of what market stops take."""

_SCHOOL = "school"
"""The planner's kind of stops at schools: what it offers instead of a wish, others of that kind can do too."""

_CLUBS = ("verein", "e. v.", "e.v.")


@dataclass(frozen=True)
class Ready:
    """A stop and what fell out of its wish; `stop.place` is still to be set. `outside` = no day of it is planned."""

    asking: Asking
    stop: PlanningStop
    notes: tuple[Sentence, ...]
    outside: bool


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
        host=draft.requester,
        topic=draft.topic,
    )
    where = Waypoint(draft.ags) if draft.ags else None
    return Asking(str(row.id), subject, draft, where, is_school(draft, category), draft.equipment)


def is_school(draft: RequestDraft, category: PartnerCategory | None) -> bool:
    """Whether a school asks: by its entry among the partners or, where it has none, by its name."""
    if category is not None:
        return category is PartnerCategory.school
    named = institution(draft.requester)
    club = any(word in draft.requester.lower() for word in _CLUBS)
    return not club and named is not None and named.category is PartnerCategory.school


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
        host=wish.requester if row else "",
        topic=wish.topic,
    )
    names = {piece.id: piece.name for piece in world.pieces}
    return Asking(
        id=str(event.id),
        subject=subject,
        wish=wish,
        where=seen.where,
        at_school=seen.is_school or (row is not None and wish.partner_id is None and is_school(wish, None)),
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
    found = possible(asked, world.period, closers(asking, world))
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
    day = local_day_of(subject)
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
    """The names of the equipment it cannot do without, and of the vehicle it is bound to."""
    forgiven = {each.vehicle_id for each in relaxed if each.vehicle_id is not None}
    if asking.home is not None and not forgiven:
        yield world.name_of(asking.home)
    for name in asking.equipment:
        key = fold(name)
        if not key or (forgiven and not forgiven & world.carriers.get(key, frozenset())):
            continue
        yield world.piece_named[key].name if key in world.piece_named else name.strip()
