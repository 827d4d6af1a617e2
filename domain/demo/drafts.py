"""Turns planned sample events into drafts: texts, times, people, counts."""

from random import Random
from typing import Any
from uuid import UUID

from domain.demo.facts import Course, facts_of, offices_of, place_category_of, traffic_of
from domain.demo.neighbours import World
from domain.demo.spots import host_of, partners_of
from domain.demo.states import Standing
from domain.demo.tables import Pattern
from domain.demo.year import Plan, worded
from domain.rows.events import AssignmentDraft, Count, EventDraft
from domain.terms import Audience, EventState

_TOOK_PLACE = frozenset({EventState.held, EventState.reviewed})
_ROUND_FROM = 30
_MAIN_SHARE = 0.65
_BEST_SHARE = 0.03


def draft_of(plan: Plan, standing: Standing, world: World, rng: Random) -> EventDraft:
    """The event as a person of the sample office would have typed it."""
    pattern = plan.pattern
    took_place = standing.state in _TOOK_PLACE
    expected = _expected(pattern, rng)
    actual = round(expected * rng.uniform(0.55, 1.25)) if expected and took_place else None
    is_local = plan.spot.ags is not None
    host = host_of(pattern, plan.spot, world)
    columns: dict[str, Any] = {
        "languages": ("de", "de-simple") if "Leichter Sprache" in pattern.text else ("de",),
        **_when(plan, standing),
        **plan.spot.columns,
        **host,
        **_links(plan, world, host.get("host_id")),
    }
    if pattern.press:
        columns["accessibility"] = "Zugang stufenlos, Induktionsanlage, Behindertenparkplatz am Eingang"
    return EventDraft(
        kind=pattern.kind,
        title=worded(pattern.title, plan.spot),
        state=standing.state,
        state_reason=standing.reason,
        postponed_to=standing.postponed_to,
        audience=Audience(pattern.audience),
        public_text=worded(pattern.text, plan.spot),
        internal_notes=pattern.notes,
        security_remarks=pattern.security,
        set_up_minutes=pattern.set_up,
        tear_down_minutes=pattern.tear_down,
        office_id=world.revier(plan.spot.ags[:5]).id if plan.spot.ags else None,
        press_expected=pattern.press,
        expected=expected,
        actual=actual,
        kilometres=plan.party.kilometres if took_place and is_local and pattern.roles else None,
        best_practice=standing.state is EventState.reviewed and rng.random() < _BEST_SHARE,
        counts=_counts(pattern, world, expected, actual),
        **_facts(Course(plan, world, rng, took_place), actual),
        **columns,
    )


def _facts(course: Course, actual: int | None) -> dict[str, Any]:
    """What only some kinds have, and what goes with it."""
    return {
        "place_category": place_category_of(course.plan),
        "host_confidential": course.plan.pattern.host_confidential,
        "traffic": traffic_of(course.plan),
        "offices": offices_of(course, actual),
        "facts": facts_of(course),
    }


def _links(plan: Plan, world: World, host_id: UUID | None) -> dict[str, Any]:
    """Vehicle, offer, topics, groups, equipment, partners and people of the event."""
    pattern, house = plan.pattern, world.house
    return {
        "vehicle_id": plan.party.car.id if plan.party.car else None,
        "offer_id": house.offer_for(pattern.kind, pattern.topics),
        "topic_ids": tuple(house.topics[name] for name in pattern.topics),
        "target_group_ids": tuple(house.groups[name] for name in pattern.groups),
        "equipment_ids": tuple(house.equipment[name] for name in pattern.equipment),
        "partner_ids": tuple(partners_of(pattern, plan.spot, world, host_id)),
        "assignments": tuple(AssignmentDraft(person.id, role) for person, role in plan.party.people),
    }


def _expected(pattern: Pattern, rng: Random) -> int | None:
    if pattern.expected is None:
        return None
    number = rng.randint(*pattern.expected)
    return round(number / 5) * 5 if number >= _ROUND_FROM else number


def _when(plan: Plan, standing: Standing) -> dict[str, Any]:
    if not standing.has_date:
        return {}
    if plan.pattern.all_day:
        return {"all_day": True, "first_day": plan.day, "last_day": plan.days[-1]}
    starts_at, ends_at = plan.times
    return {"starts_at": starts_at, "ends_at": ends_at}


def _counts(pattern: Pattern, world: World, expected: int | None, actual: int | None) -> tuple[Count, ...]:
    """The figures by target group: most belong to the first, the rest to the last."""
    if expected is None:
        return ()
    keys = [world.house.groups[name] for name in pattern.groups]
    if len(keys) == 1:
        return (Count(keys[0], expected, actual),)
    main = round(expected * _MAIN_SHARE)
    came = None if actual is None else round(actual * _MAIN_SHARE)
    rest = None if actual is None or came is None else actual - came
    return Count(keys[0], main, came), Count(keys[-1], expected - main, rest)
