"""What a calendar of changes tells of an event that has gone: as it stood in a version, and called off."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.rows.filters import EventFilter
from domain.rows.published import InternalPart, PublishedEvent, PublishedPlace
from domain.rows.releases import Change, PlanEntryRow
from domain.terms import Audience, ChangeKind, EventState

CALLED_OFF = frozenset({EventState.cancelled, EventState.postponed, EventState.declined})
"""States in which an event does not take place at its time."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """When an event went out of the plan or of sight, and the SEQUENCE with which that is told."""

    sequence: int
    created_at: datetime
    updated_at: datetime


def stood_in(entry: PlanEntryRow | None, audience: Audience, wanted: EventFilter) -> bool:
    """Whether an event was in a calendar of this audience and filter, as far as a version can tell.

    A version knows kind, state, audience, district, vehicle and days; what else a filter asks passes here.
    """
    if entry is None or audience not in entry.marks:
        return False
    asked: tuple[tuple[object, tuple[object, ...]], ...] = (
        (entry.kind, wanted.kinds),
        (entry.state, wanted.states),
        (entry.kreis_ags, wanted.kreise),
        (entry.audience, wanted.audiences),
        (entry.vehicle_id, (wanted.vehicle_id,) if wanted.vehicle_id else ()),
    )
    return all(not values or value in values for value, values in asked) and _in_period(entry, wanted)


def _in_period(entry: PlanEntryRow, wanted: EventFilter) -> bool:
    first = entry.start_day
    if first is None:
        return False
    last = (entry.last_day if entry.all_day else entry.ends_at.date() if entry.ends_at else None) or first
    begins = first if wanted.begins_within else last
    return (wanted.first is None or begins >= wanted.first) and (wanted.last is None or first <= wanted.last)


def beyond_versions(wanted: EventFilter) -> EventFilter | None:
    """The part of a filter that no version can tell of; None if there is none."""
    rest = EventFilter(
        text=wanted.text.strip(),
        partner_id=wanted.partner_id,
        topic_ids=wanted.topic_ids,
        target_group_ids=wanted.target_group_ids,
        place_categories=wanted.place_categories,
        best_practice=wanted.best_practice,
    )
    return None if rest == EventFilter() else rest


def is_cancellation(change: Change, *, stays: bool) -> bool:
    """Whether a change tells readers that something does not take place; `stays` = they still see the event."""
    return not stays or change.kind is ChangeKind.cancelled


def is_news(entry: PlanEntryRow) -> bool:
    """Whether readers of a version would be surprised that the event does not take place."""
    return entry.state not in CALLED_OFF


def withdrawn(
    entry: PlanEntryRow, audience: Audience, withdrawal: Withdrawal, clean: Callable[[str], str]
) -> PublishedEvent:
    """The cancellation of an event as it stood in a version: number, UID, title, time and place, and nothing else.

    `clean` takes names out of texts that stay in the house by now; those of an earlier version may still hold them.
    """
    return PublishedEvent(
        id=entry.event_id,
        number=entry.number,
        uid=entry.uid,
        sequence=withdrawal.sequence,
        audience=audience,
        kind=entry.kind,
        state=EventState.cancelled,
        title=clean(entry.title),
        text="",
        all_day=entry.all_day,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        first_day=entry.first_day,
        last_day=entry.last_day,
        place=_place(entry, clean),
        host="",
        office="",
        topics=(),
        target_groups=(),
        languages=(),
        accessibility="",
        agenda="",
        partners=(),
        speakers=(),
        state_reason="",
        postponed_to=None,
        created_at=withdrawal.created_at,
        updated_at=withdrawal.updated_at,
        internal=InternalPart() if audience is Audience.internal else None,
    )


def _place(entry: PlanEntryRow, clean: Callable[[str], str]) -> PublishedPlace:
    if not entry.town and entry.place.startswith(("http://", "https://")):
        return PublishedPlace(online_url=entry.place)
    name = entry.place.removesuffix(entry.town).rstrip().removesuffix(",") if entry.town else entry.place
    return PublishedPlace(name=clean(name), town=clean(entry.town), ags=entry.ags, kreis_ags=entry.kreis_ags)
