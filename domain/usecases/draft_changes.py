"""What a draft of an event changes against the event as it is in the file, for a history that begins with the draft."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any
from uuid import UUID

from domain.rows.events import (
    AssignmentDraft,
    Count,
    EventDraft,
    HandOut,
    KindFacts,
    OfficeCount,
    OutsiderDraft,
    TrafficFacts,
)
from domain.rows.steps import FieldChange

_OF_IDS = {
    "topic_ids": "topic_id",
    "target_group_ids": "target_group_id",
    "equipment_ids": "equipment_id",
    "partner_ids": "partner_id",
}


def draft_changes(before: EventDraft, after: EventDraft) -> tuple[tuple[str, FieldChange], ...]:
    """Each changed attribute with its old and new value, named as the journal names it; lists give a change per entry.

    The attribute is the draft's ("title", "facts.seats", "topic_ids"), so that a form can take the change back.
    """
    return tuple(_changes(before, after))


def changed_attributes(before: EventDraft, after: EventDraft) -> tuple[str, ...]:
    """The attributes that differ, each once; start and end of a day or an hour count as one."""
    found = dict.fromkeys(attribute for attribute, _change in _changes(before, after))
    return tuple(found)


def _changes(before: EventDraft, after: EventDraft) -> Iterator[tuple[str, FieldChange]]:
    for field in fields(EventDraft):
        name, old, new = field.name, getattr(before, field.name), getattr(after, field.name)
        if old == new:
            continue
        if name in _OF_IDS:
            yield from _of_sets(name, _OF_IDS[name], set(old), set(new))
        elif name in _OF_PARTS:
            yield from _OF_PARTS[name](old, new)
        else:
            yield name, FieldChange("event", name, _shown(old), _shown(new))


def _of_sets(attribute: str, column: str, old: set[UUID], new: set[UUID]) -> Iterator[tuple[str, FieldChange]]:
    for gone in sorted(old - new):
        yield attribute, FieldChange("event", column, gone, None)
    for added in sorted(new - old):
        yield attribute, FieldChange("event", column, None, added)


def _of_people(old: tuple[AssignmentDraft, ...], new: tuple[AssignmentDraft, ...]) -> Iterator[tuple[str, FieldChange]]:
    for gone in (each for each in old if each not in new):
        yield "assignments", FieldChange("event", "staff_id", gone.staff_id, None)
    for added in (each for each in new if each not in old):
        yield "assignments", FieldChange("event", "staff_id", None, added.staff_id)


def _of_outsiders(old: tuple[OutsiderDraft, ...], new: tuple[OutsiderDraft, ...]) -> Iterator[tuple[str, FieldChange]]:
    for gone in (each for each in old if each not in new):
        yield "outsiders", FieldChange("event", "partner_id", gone.partner_id or gone.words, None)
    for added in (each for each in new if each not in old):
        yield "outsiders", FieldChange("event", "partner_id", None, added.partner_id or added.words)


def _of_counts(old: tuple[Count, ...], new: tuple[Count, ...]) -> Iterator[tuple[str, FieldChange]]:
    was, now = ({count.target_group_id: count for count in counts} for counts in (old, new))
    for group in dict.fromkeys((*was, *now)):
        first, second = was.get(group, Count(group)), now.get(group, Count(group))
        for column in ("expected", "actual"):
            if getattr(first, column) != getattr(second, column):
                yield "counts", FieldChange("event", column, getattr(first, column), getattr(second, column))


def _of_copies(old: tuple[HandOut, ...], new: tuple[HandOut, ...]) -> Iterator[tuple[str, FieldChange]]:
    was, now = ({item.publication_id: item for item in items} for items in (old, new))
    for publication in dict.fromkeys((*was, *now)):
        first, second = was.get(publication), now.get(publication)
        if first is None or second is None:
            gone, added = (publication, None) if second is None else (None, publication)
            yield "publications", FieldChange("event", "publication_id", gone, added)
            continue
        for column in ("planned", "handed_out"):
            if getattr(first, column) != getattr(second, column):
                yield "publications", FieldChange("event", column, getattr(first, column), getattr(second, column))


def _of_facts(old: KindFacts | None, new: KindFacts | None) -> Iterator[tuple[str, FieldChange]]:
    """The changed details; nothing if the kind changed, which says it already."""
    if old is None or new is None or type(old) is not type(new):
        return
    for field in fields(new):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if was != now:
            yield f"facts.{field.name}", FieldChange("event", field.name, was, now)


def _of_traffic(old: TrafficFacts | None, new: TrafficFacts | None) -> Iterator[tuple[str, FieldChange]]:
    for column in ("cause", "black_spot"):
        was, now = getattr(old, column, None), getattr(new, column, None)
        if (was or None) != (now or None):
            yield "traffic", FieldChange("event", column, was, now)


def _of_offices(old: tuple[OfficeCount, ...], new: tuple[OfficeCount, ...]) -> Iterator[tuple[str, FieldChange]]:
    """Offices that came or went, then changed numbers of those that stayed."""
    was, now = ({each.partner_id or each.words: each.participants for each in offices} for offices in (old, new))
    for gone in (each for each in was if each not in now):
        yield "offices", FieldChange("event", "office", gone, None)
    for added in (each for each in now if each not in was):
        yield "offices", FieldChange("event", "office", None, added)
    for office, participants in now.items():
        if participants != was.get(office):
            yield "offices", FieldChange("event", "participants", was.get(office), participants)


def _shown(value: object) -> object:
    return ", ".join(value) if isinstance(value, tuple) else value


_OF_PARTS: dict[str, Callable[[Any, Any], Iterator[tuple[str, FieldChange]]]] = {
    "assignments": _of_people,
    "outsiders": _of_outsiders,
    "counts": _of_counts,
    "publications": _of_copies,
    "facts": _of_facts,
    "traffic": _of_traffic,
    "offices": _of_offices,
}
"""How the changes of what lives in tables of its own are told."""
