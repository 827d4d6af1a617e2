"""What the calendar and the neighbourhood say of a day: holidays, weekends, time to invite, events near by."""

from collections.abc import Iterator
from datetime import timedelta

from domain.errors import Problem
from domain.i18n import N_
from domain.labels import name_of
from domain.region.holidays import public_holiday_on
from domain.rows.date_finder import DateReason
from domain.rules.date_finder.world import Slot, Taken, World, reason
from domain.terms import Bearing, DateCheck, EventKind

INVITE_DAYS = 28
"""Days an invitation goes out before the event at the latest (four weeks)."""

CLOSE_DAYS, CLOSE_KM = 14, 30
"""Events of one kind nearer than that in time and place take each other's guests."""

_INVITING = frozenset({EventKind.citizen_dialogue, EventKind.expert_dialogue, EventKind.lecture, EventKind.training})
_ANY_DAY = frozenset({EventKind.online, EventKind.joint_patrol})
_WEEKEND = _ANY_DAY | {EventKind.information_event, EventKind.mobile_stop}
_TALKING = frozenset({EventKind.citizen_dialogue, EventKind.expert_dialogue})
_FRIDAY, _SATURDAY = 4, 5
_EVENING = 16 * 60


def holidays(world: World, slot: Slot) -> Iterator[DateReason]:
    """Public and school holidays rule a day out for all that gathers people; a day beside one draws fewer."""
    day = slot.day
    if slot.wish.kind in _ANY_DAY:
        return
    name = public_holiday_on(day)
    school = world.school.holiday_on(day)
    if name or school:
        yield reason(
            Bearing.obstacle, DateCheck.holidays, N_("{holiday}"), holiday=name or (school.name if school else "")
        )
        return
    for beside in (day - timedelta(days=1), day + timedelta(days=1)):
        if (holiday := public_holiday_on(beside)) is not None:
            yield reason(Bearing.warning, DateCheck.holidays, N_("Day beside {holiday}"), holiday=holiday)
            return
    if not world.school.knows(day):
        yield reason(Bearing.warning, DateCheck.holidays, N_("School holidays not known yet"))


def weekend(world: World, slot: Slot) -> Iterator[DateReason]:
    """Saturday and Sunday suit stalls and patrols only; on Friday evening few come to a dialogue."""
    del world
    day = slot.day.weekday()
    if slot.wish.kind in _WEEKEND:
        return
    if day >= _SATURDAY:
        yield reason(Bearing.obstacle, DateCheck.weekend, N_("Weekend"))
    elif day == _FRIDAY and slot.wish.start_minute >= _EVENING:
        yield reason(Bearing.warning, DateCheck.weekend, N_("Friday evening"))


def lead(world: World, slot: Slot) -> Iterator[DateReason]:
    """Whether there is time enough to invite and to get the permit."""
    days = (slot.day - world.today).days
    if slot.wish.kind in _INVITING:
        until = slot.day - timedelta(days=INVITE_DAYS)
        if days < INVITE_DAYS:
            yield reason(Bearing.obstacle, DateCheck.lead, N_("Less than four weeks to invite"))
        elif days < INVITE_DAYS + 7:
            yield reason(Bearing.warning, DateCheck.lead, N_("Invite by {day}"), day=until)
    if world.lead_days is not None and days < world.lead_days:
        yield reason(Bearing.obstacle, DateCheck.lead, N_("Permit takes {days} days"), days=world.lead_days)


def neighbours(world: World, slot: Slot) -> Iterator[DateReason]:
    """What happens near by: at the same time in the Gemeinde or Kreis, and events of the same sort around the day."""
    yield from _same_time(world, slot)
    around = [
        (world.kilometres(each.where), each)
        for each in world.around(slot.day, CLOSE_DAYS)
        if each.where is not None and _is_same_sort(each, slot)
    ]
    if not around:
        kind = Problem("", name_of(slot.wish.kind))
        yield reason(Bearing.good, DateCheck.neighbours, N_("No other within two weeks: {kind}"), kind=kind)
        return
    far, nearest = min(around, key=lambda found: (found[0], abs(found[1].day - slot.day), found[1].day))
    where = {"town": nearest.town, "day": nearest.day}
    if nearest.ags is not None and nearest.ags == slot.wish.ags:
        msgid = N_("also in {town}: “{title}”, {day}")
        yield reason(Bearing.warning, DateCheck.neighbours, msgid, title=nearest.title, **where)
    elif far < CLOSE_KM:
        msgid = N_("only {km} km to {title}, {town}, {day}")
        yield reason(Bearing.warning, DateCheck.neighbours, msgid, title=nearest.title, km=far, **where)
    else:
        msgid = N_("{km} km to the next one: {town}, {day}")
        yield reason(Bearing.good, DateCheck.neighbours, msgid, km=far, **where)


def _is_same_sort(other: Taken, slot: Slot) -> bool:
    kind = slot.wish.kind
    return other.kind is kind or (kind in _TALKING and other.kind in _TALKING)


def _same_time(world: World, slot: Slot) -> Iterator[DateReason]:
    meeting = [each for each in world.around(slot.day, 1) if slot.meets(each)]
    wish = slot.wish
    here = next((each for each in meeting if wish.ags is not None and each.ags == wish.ags), None)
    if here is not None:
        msgid = N_("At the same time in {town}: “{title}”")
        yield reason(Bearing.obstacle, DateCheck.neighbours, msgid, town=here.town, title=here.title)
        return
    near = next((each for each in meeting if each.kreis_ags == wish.kreis_ags), None)
    if near is not None:
        is_rival = wish.kind in _INVITING and _is_same_sort(near, slot)
        msgid = N_("At the same time in the district: “{title}”")
        bearing = Bearing.obstacle if is_rival else Bearing.warning
        yield reason(bearing, DateCheck.neighbours, msgid, title=near.title)
