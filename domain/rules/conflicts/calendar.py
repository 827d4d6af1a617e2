"""Holidays, market days, outdated topics and invitations that name nobody."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.i18n import N_
from domain.rows.findings import Finding
from domain.rules.conflicts.appointment import Appointment, Context
from domain.rules.conflicts.book import Book, Slot
from domain.rules.conflicts.wording import Params, finding, params
from domain.terms import Audience, DaySpan, EventKind, EventState, Grade, Rule

_ANY_DAY = frozenset({EventKind.online, EventKind.joint_patrol})
_DIALOGUES = frozenset({EventKind.citizen_dialogue, EventKind.expert_dialogue})
_INVITING = _DIALOGUES | {EventKind.lecture, EventKind.information_event}
WEEKEND = 5
"""The first weekday (0 = Monday) of the weekend."""

_LONGEST_LOOK = 366


def calendar_findings(book: Book, slot: Slot) -> Iterator[Finding]:
    """What the calendar says against one appointment."""
    context, event = book.context, slot.event
    if event.is_school:
        yield from _school(context, slot)
    elif event.kind not in _ANY_DAY:
        yield from _holiday(context, slot)
    yield from _market(context, slot)
    yield from _topics(context, slot)
    yield from _inviting(slot)


def days_of(days: DaySpan) -> Iterator[date]:
    """Each day of the span, at most a year of them."""
    for number in range(min((days.last - days.first).days, _LONGEST_LOOK) + 1):
        yield days.first + timedelta(days=number)


def is_school_free(context: Context, day: date) -> bool:
    """Whether schools are closed on `day` as far as anybody knows."""
    return day.weekday() >= WEEKEND or holiday_name(context, day) is not None


def holiday_name(context: Context, day: date) -> str | None:
    """The public or school holidays `day` lies in, or None."""
    holidays = context.school.holiday_on(day)
    return context.public_holiday(day) or (holidays.name if holidays else None)


def _school(context: Context, slot: Slot) -> Iterator[Finding]:
    closed = next((day for day in days_of(slot.days) if is_school_free(context, day)), None)
    if closed is not None:
        name = holiday_name(context, closed)
        weekend = N_("Weekend: school closed"), ()
        yield finding(
            Rule.school_free_day,
            slot,
            named=(slot.event.id, closed),
            headline=weekend if name is None else (N_("{reason}: school closed"), params(reason=name)),
            detail=_on_day(slot, closed),
        )
        return
    if not context.school.knows(slot.days.last):
        yield finding(
            Rule.school_holidays_unknown,
            slot,
            named=(slot.event.id,),
            headline=(N_("School holidays not known yet"), ()),
            detail=(
                N_("“{title}” is on {when}, outside the school holidays Landauf knows."),
                params(title=slot.event.title, when=slot.shown),
            ),
        )


def _holiday(context: Context, slot: Slot) -> Iterator[Finding]:
    for day in days_of(slot.days):
        name = context.public_holiday(day)
        if name:
            yield finding(
                Rule.public_holiday,
                slot,
                named=(slot.event.id, day),
                headline=(N_("Public holiday: {holiday}"), params(holiday=name)),
                detail=_on_day(slot, day),
            )
            return


def _on_day(slot: Slot, day: date) -> tuple[str, Params]:
    town = slot.event.town
    day_only = DaySpan(day, day)
    if town:
        return N_("{when}, “{title}” in {town}."), params(when=day_only, title=slot.event.title, town=town)
    return N_("{when}, “{title}”."), params(when=day_only, title=slot.event.title)


def _market(context: Context, slot: Slot) -> Iterator[Finding]:
    site = context.sites.get(slot.event.site_id) if slot.event.site_id else None
    if site is None:
        return
    market = next((day for day in days_of(slot.days) if day.weekday() in site.market_days), None)
    if market is not None:
        yield finding(
            Rule.market_day,
            slot,
            named=(slot.event.id, market),
            headline=(N_("Market day: {site}"), params(site=site.name)),
            detail=_on_day(slot, market),
        )


def _topics(context: Context, slot: Slot) -> Iterator[Finding]:
    for topic_id in slot.event.topic_ids:
        topic = context.topics.get(topic_id)
        if topic is not None and topic.valid_until is not None and topic.valid_until < slot.days.first:
            yield finding(
                Rule.topic_expired,
                slot,
                named=(slot.event.id, topic_id),
                headline=(N_("Topic out of date: {topic}"), params(topic=topic.name)),
                detail=(
                    N_("Valid until {day}; “{title}” is on {when}."),
                    params(day=topic.valid_until, title=slot.event.title, when=slot.shown),
                ),
            )


def _inviting(slot: Slot) -> Iterator[Finding]:
    """Who invites must be named, for a dialogue from tentative on, and the press cannot be kept out.

    VersammlG LSA § 2 (1), § 5 (2); note domain 4.5.
    """
    event = slot.event
    if not event.has_host and event.kind in _INVITING and event.state is not EventState.idea:
        is_needed = event.kind in _DIALOGUES and event.state is not EventState.requested
        yield finding(
            Rule.inviting_body_missing,
            slot,
            named=(event.id,),
            headline=(N_("Inviting body missing"), ()),
            detail=(
                N_("The invitation to “{title}” must say who invites (VersammlG LSA § 2 (1)).")
                if event.kind in _DIALOGUES
                else N_("The invitation to “{title}” must say who invites."),
                params(title=event.title),
            ),
            grade=Grade.error if is_needed else Grade.hint,
        )
    if _keeps_press_out(event):
        yield finding(
            Rule.press_excluded,
            slot,
            named=(event.id,),
            headline=(N_("Press excluded"), ()),
            detail=(
                N_("“{title}” is public: the press cannot be kept out (VersammlG LSA § 5 (2))."),
                params(title=event.title),
            ),
        )


def _keeps_press_out(event: Appointment) -> bool:
    return event.kind is EventKind.citizen_dialogue and event.audience is Audience.public and not event.press_admitted
