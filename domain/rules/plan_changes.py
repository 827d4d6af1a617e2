"""What stands in a released plan, and what differs between two states of it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from hashlib import blake2s
from uuid import UUID

from domain.rows.published import EventRecord, PublishedEvent
from domain.rows.releases import Change, PlanEntryRow
from domain.rules.audience import publish
from domain.terms import Audience, ChangeKind, EventState

RELEASED_STATES = frozenset(
    {
        EventState.tentative,
        EventState.confirmed,
        EventState.held,
        EventState.reviewed,
        EventState.postponed,
        EventState.cancelled,
    }
)
"""States in which an event with a date belongs to the plan: all that anybody outside may be told of (decision 2).

Ideas and requests are nobody's plan yet, declined ones never were. Tentative events belong to it because partners
see them.
"""

_OFF = frozenset({EventState.cancelled, EventState.postponed})
_TELLS = {EventState.held: EventState.confirmed, EventState.reviewed: EventState.confirmed}
"""That an event took place as planned is no change of the plan (as in `numbering.outgoing_mark`)."""

_NOT_COMPARED = frozenset(
    {"id", "number", "uid", "sequence", "audience", "state_reason", "created_at", "updated_at", "internal"}
)
"""What stays for ever, rises by itself, or is nobody's plan."""

_MOVES = frozenset({"all_day", "starts_at", "ends_at", "first_day", "last_day", "place"})
_EMPTY = frozenset({None, "", (), False, (None, None)})
_DIGEST_BYTES = 5


def plan_entry(
    record: EventRecord, *, vehicle_id: UUID | None = None, tour_day_id: UUID | None = None
) -> PlanEntryRow | None:
    """How an event stands in the plan; None if it has no date or is in none of `RELEASED_STATES`."""
    last_day = _last_day(record)
    if record.state not in RELEASED_STATES or last_day is None:
        return None
    # As on its own day, so that a cancelled event does not leave the plan by growing old.
    views = {audience: publish(record, audience, today=last_day) for audience in Audience}
    shown = views[Audience.public] or views[Audience.partners] or views[Audience.internal]
    if shown is None:
        return None
    place = ", ".join(part for part in (shown.place.name, shown.place.town) if part) or shown.place.online_url
    marks = {audience: _marks(view, record, vehicle_id) for audience, view in views.items() if view is not None}
    return PlanEntryRow(
        event_id=record.id,
        number=record.number,
        uid=record.uid,
        sequence=record.sequence,
        kind=record.kind,
        state=record.state,
        audience=record.audience,
        title=shown.title,
        all_day=record.all_day,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        first_day=record.first_day,
        last_day=record.last_day,
        place=place,
        town=shown.place.town,
        ags=shown.place.ags,
        kreis_ags=shown.place.kreis_ags,
        vehicle_id=vehicle_id,
        tour_day_id=tour_day_id,
        marks=marks,
    )


def _last_day(record: EventRecord) -> date | None:
    if record.all_day:
        return record.last_day or record.first_day
    moment = record.ends_at or record.starts_at
    return moment.date() if moment else None


def _marks(view: PublishedEvent, record: EventRecord, vehicle_id: UUID | None) -> dict[str, str]:
    """A digest of each field that is not empty; which field differs can be told without keeping what stood there."""
    values: dict[str, object] = {
        field.name: getattr(view, field.name) for field in fields(view) if field.name not in _NOT_COMPARED
    }
    values["state"] = _TELLS.get(view.state, view.state)
    # A coordinate put right moves nobody.
    values["place"] = replace(view.place, latitude=None, longitude=None)
    values["coordinates"] = (view.place.latitude, view.place.longitude)
    if view.internal is not None:
        values |= {"room": view.internal.room, "team": view.internal.team}
        values |= {"vehicle": vehicle_id, "audience": record.audience}
    return {name: digest(value) for name, value in values.items() if value not in _EMPTY}


def digest(value: object) -> str:
    """Ten hexadecimal figures that differ where values differ (but for one pair in 2^40)."""
    return blake2s(repr(_plain(value)).encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def difference(before: PlanEntryRow | None, now: PlanEntryRow | None, audience: Audience) -> Change | None:
    """What became of one event for an audience, None if nothing it sees differs; the house is told what any sees.

    `moved` is another time or place. `cancelled` is what does not take place at its time any more: cancelled,
    postponed, deleted, or no longer for this audience. What nobody in the audience knew and is called off is none.
    """
    was, stands = _seen(before, audience), _seen(now, audience)
    if was is None or before is None:
        return None if stands is None or now is None or now.state in _OFF else Change(ChangeKind.added, (), None, now)
    if stands is None or now is None:
        return None if before.state in _OFF else Change(ChangeKind.cancelled, ("state",), before, now)
    audiences = tuple(Audience) if audience is Audience.internal else (audience,)
    changed = tuple(sorted({name for each in audiences for name in _differing(before, now, each)}))
    if not changed:
        return None
    if now.state in _OFF and "state" in changed:
        kind = ChangeKind.cancelled
    else:
        kind = ChangeKind.moved if _MOVES & set(changed) else ChangeKind.changed
    return Change(kind, changed, before, now)


def _differing(before: PlanEntryRow, now: PlanEntryRow, audience: Audience) -> Iterator[str]:
    """The fields that one audience sees otherwise; whether it sees the event at all the house knows by others."""
    was, stands = before.marks.get(audience), now.marks.get(audience)
    if was is not None and stands is not None:
        yield from (name for name in was.keys() | stands.keys() if was.get(name) != stands.get(name))


def _seen(entry: PlanEntryRow | None, audience: Audience) -> Mapping[str, str] | None:
    return None if entry is None else entry.marks.get(audience)


def differences(
    before: Mapping[UUID, PlanEntryRow], now: Mapping[UUID, PlanEntryRow], audience: Audience = Audience.internal
) -> tuple[Change, ...]:
    """What became of the events of a plan for an audience, by day and number."""
    found = (difference(before.get(event_id), now.get(event_id), audience) for event_id in before.keys() | now.keys())
    return tuple(sorted((change for change in found if change is not None), key=_order))


def _order(change: Change) -> tuple[date, str]:
    return change.entry.start_day or date.max, change.entry.number
