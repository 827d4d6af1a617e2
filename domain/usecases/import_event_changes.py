"""What a row of a table says of an event that differs from what is there, and the event with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.exchange import cells
from domain.exchange.event_rows import ImportedEvent
from domain.region.fold import fold
from domain.rows.events import FACTS_OF_KIND, EventDraft
from domain.rows.published import EventRecord
from domain.rules.local import local_span
from domain.terms import BERLIN, DaySpan, PlaceKind, TimeSpan

_PLAIN = (
    *("title", "kind", "state", "audience", "public_text", "security_remarks", "accessibility", "press_expected"),
    *("expected", "actual", "kilometres", "postponed_to", "state_reason", "room"),
)
_WHEN = frozenset(("day", "last_day", "time", "starts_at", "ends_at", "all_day", "duration"))
_NOTES = frozenset(("internal_notes", "contact", "phone", "email"))
_PLACE = {"place_name": "name", "street": "street", "postcode": "postcode", "town": "town", "online_url": "online_url"}
_SHOWN = 60

Changes = dict[str, tuple[object, object]]
"""Fields with what they are and what the row says."""


def changes(told: ImportedEvent, record: EventRecord, said: frozenset[str]) -> Changes:
    """What the row says differently; an empty cell or a missing column says nothing.

    Compared is with what we export of an event, so that a table of ours that comes back unchanged changes nothing.
    """
    draft = told.draft
    found: Changes = {}
    for name in _PLAIN:
        if name in said:
            _compare(found, name, getattr(record, name), getattr(draft, name))
    if said & _NOTES:
        _compare(found, "internal_notes", record.internal_notes, draft.internal_notes)
    if said & _WHEN:
        _compare_times(found, draft, record)
    _compare_place(found, draft, record)
    if draft.host_name:
        _compare(found, "host", record.host, draft.host_name)
    _compare_names(found, told, record)
    return found


def _compare_place(found: Changes, draft: EventDraft, record: EventRecord) -> None:
    for name, of_place in _PLACE.items():
        if getattr(draft, name):
            _compare(found, name, getattr(record.place, of_place), getattr(draft, name))


def _compare_names(found: Changes, told: ImportedEvent, record: EventRecord) -> None:
    for name, names in (("topics", told.topics), ("target_groups", told.target_groups)):
        before = ", ".join(getattr(record, name))
        if names and _set(names) != _set(before):
            found[name] = before, names


def _set(names: str) -> frozenset[str]:
    return frozenset(map(fold, cells.names(names)))


def _compare(found: Changes, name: str, before: object, after: object) -> None:
    if isinstance(before, str) and isinstance(after, str):
        if _bare(before) != _bare(after):
            found[name] = _short(before), _short(after)
    elif before != after:
        found[name] = before, after


def _bare(text: str) -> str:
    """The text as it comes through a cell."""
    return " ".join(cells.clean(text).split())


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else f"{one_line[:_SHOWN]}…"


def _compare_times(found: Changes, draft: EventDraft, record: EventRecord) -> None:
    """By the clock on the wall and to the minute, as cells tell it: of the hour that comes twice either is meant."""
    if (draft.all_day, *_wall(draft)) != (record.all_day, *_wall(record)):
        before = EventDraft(
            record.kind,
            record.title,
            all_day=record.all_day,
            starts_at=record.starts_at,
            ends_at=record.ends_at,
            first_day=record.first_day,
            last_day=record.last_day,
        )
        found["times"] = when(before), when(draft)


def when(event: EventDraft) -> TimeSpan | DaySpan | None:
    """When an event is, as people read it: hours, or whole days."""
    if event.all_day and event.first_day is not None:
        return DaySpan(event.first_day, event.last_day or event.first_day)
    return local_span(event)


def _wall(event: EventDraft | EventRecord) -> tuple[object, ...]:
    if event.all_day:
        return event.first_day, event.last_day
    return _minute(event.starts_at), _minute(event.ends_at)


def _minute(moment: datetime | None) -> datetime | None:
    return moment.astimezone(BERLIN).replace(second=0, microsecond=0, tzinfo=None, fold=0) if moment else None


def merged(present: EventDraft, told: EventDraft, record: EventRecord, differing: Mapping[str, object]) -> EventDraft:
    """The event as it is, with what the row says differently."""
    names = [name for name in (*_PLAIN, "internal_notes") if name in differing]
    values: dict[str, Any] = {name: getattr(told, name) for name in names}
    if "times" in differing:
        names = ["all_day", "starts_at", "ends_at", "first_day", "last_day"]
        values |= {name: getattr(told, name) for name in names}
    if "host" in differing:
        values |= {"host_id": told.host_id, "host_name": told.host_name}
    values |= {"topic_ids": told.topic_ids} if "topics" in differing else {}
    values |= {"target_group_ids": told.target_group_ids} if "target_groups" in differing else {}
    if "kind" in differing and type(present.facts) is not FACTS_OF_KIND.get(told.kind):
        values["facts"] = None
    return replace(present, **values, **_moved(told, record, differing))


def _moved(told: EventDraft, record: EventRecord, differing: Mapping[str, object]) -> dict[str, Any]:
    """The place: what the row leaves open stays, but as an address of its own, no longer that of a site or partner."""
    if not differing.keys() & _PLACE.keys():
        return {}
    values = {name: getattr(told, name) or getattr(record.place, of_place) for name, of_place in _PLACE.items()}
    kind = PlaceKind.online if told.place_kind is PlaceKind.online else PlaceKind.address
    return values | {"place_kind": kind, "ags": told.ags}
