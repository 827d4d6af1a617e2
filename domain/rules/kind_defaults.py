"""What a new event of each kind begins with, and what changes with its kind or its field of advice."""

from dataclasses import replace
from datetime import date

from domain.rows.events import EventDraft
from domain.rules.advice import field_of, is_about_persons, is_closed
from domain.rules.local import at_local, later, minute_of_day, minutes_between
from domain.rules.usual_times import USUAL_TIMES
from domain.terms import Audience, EventKind, EventState, PlaceKind

_INTERNAL = frozenset({EventKind.joint_patrol})
"""Kinds that are nobody's business outside the house unless somebody says so."""


def audience_of(kind: EventKind) -> Audience:
    """Who sees a new event of this kind."""
    return Audience.internal if kind in _INTERNAL else Audience.public


def place_kind_of(kind: EventKind) -> PlaceKind:
    """How the place of a new event of this kind is given."""
    if kind is EventKind.mobile_stop:
        return PlaceKind.site
    return PlaceKind.online if kind is EventKind.online else PlaceKind.address


def new_draft(kind: EventKind, day: date | None = None) -> EventDraft:
    """A new event; on a day it is tentative, at the usual time of its kind and as long as usual."""
    draft = EventDraft(kind, "", audience=audience_of(kind), place_kind=place_kind_of(kind))
    if day is None:
        return draft
    start, minutes = USUAL_TIMES[kind]
    begin = at_local(day, start)
    return replace(draft, state=EventState.tentative, starts_at=begin, ends_at=later(begin, minutes))


def followed(before: EventDraft, after: EventDraft, *, is_new: bool) -> EventDraft:
    """The draft after a change of its kind or field of advice, with what goes with these.

    Only what still is as the old kind begins with is changed. Of an event that is saved already the audience only
    narrows and its time stays, so that nothing is let out or moved unasked.
    """
    if before.kind is not after.kind:
        after = _of_kind(before.kind, after, is_new=is_new)
    if field_of(before) is not field_of(after):
        after = _of_advice(before, after)
    return after


def _of_kind(old: EventKind, draft: EventDraft, *, is_new: bool) -> EventDraft:
    audience = audience_of(draft.kind)
    if draft.audience is audience_of(old) and (is_new or audience is Audience.internal):
        draft = replace(draft, audience=audience)
    if not is_new:
        return draft
    if draft.place_kind is place_kind_of(old):
        draft = replace(draft, place_kind=place_kind_of(draft.kind))
    return _at_usual_time(old, draft)


def _at_usual_time(old: EventKind, draft: EventDraft) -> EventDraft:
    start, end = draft.starts_at, draft.ends_at
    if draft.all_day or start is None or end is None:
        return draft
    if (minute_of_day(start), minutes_between(start, end)) != USUAL_TIMES[old]:
        return draft
    minute, minutes = USUAL_TIMES[draft.kind]
    begin = at_local(start.date(), minute)
    return replace(draft, starts_at=begin, ends_at=later(begin, minutes))


def _of_advice(before: EventDraft, after: EventDraft) -> EventDraft:
    """Advice to companies and offices hides its host, individual advice stays in the house."""
    if is_about_persons(after):
        after = replace(after, audience=Audience.internal)
    if is_closed(after) != is_closed(before):
        after = replace(after, host_confidential=is_closed(after))
    return after
