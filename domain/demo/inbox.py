"""The sample requests: open ones of various ages, some that became events, some declined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from domain.demo import tables
from domain.demo.neighbours import Institution, World
from domain.region.kreise import kreise
from domain.rows.events import EventDraft
from domain.rows.requests import RequestDraft, Wish
from domain.rules.local import first_day_of, minute_of_day
from domain.store.session import Session
from domain.terms import DeclineCause, EventKind, EventState, Schulform
from domain.usecases import requests

OPEN, DECLINED, ACCEPTED = 24, 6, 10
"""How many requests wait, were declined, became an event."""

_AGES = (1, 2, 3, 5, 6, 8, 10, 12, 14, 17, 19, 22, 26, 29, 33, 38, 44, 57)
"""Days since an open request came in: most are fresh, some have waited far too long."""

_ANSWERED = 3
"""Every so many-th of six requests names a day until when it wants to know."""

_CONTACTS = ("Frau Muster", "Herr Beispiel", "Frau Probe", "Herr Entwurf")
_CAUSES = (
    *(DeclineCause.capacity, DeclineCause.not_our_task, DeclineCause.too_late),
    *(DeclineCause.no_date, DeclineCause.topic, DeclineCause.other),
)
"""The causes of the sample reasons, in their order."""

_BECOME_EVENTS = frozenset({EventKind.lecture, EventKind.mobile_stop, EventKind.information_event})
_WISHES = 3


@dataclass(frozen=True)
class Wishes:
    """All requests: `accepted` by the index of the event they became."""

    waiting: tuple[RequestDraft, ...]
    declined: tuple[tuple[RequestDraft, str, DeclineCause], ...]
    accepted: dict[int, RequestDraft]

    @property
    def askers(self) -> frozenset[str]:
        """The names of those who wait or were declined."""
        return frozenset(
            draft.requester for draft in (*self.waiting, *(draft for draft, _reason, _cause in self.declined))
        )


def wishes(world: World, drafts: Sequence[EventDraft], today: date, rng: Random) -> Wishes:
    """The requests that fit the institutions and the year's events."""
    content = tables.document("requests")
    asked = list(_asked(world, content["wish"], today, rng))
    reasons = content["reasons"]
    turned_down = [
        (
            replace(draft, received_on=today - timedelta(days=40 + 17 * number)),
            reasons[number % len(reasons)],
            _CAUSES[number % len(_CAUSES)],
        )
        for number, draft in enumerate(asked[OPEN:])
    ]
    return Wishes(tuple(asked[:OPEN]), tuple(turned_down), _accepted(world, drafts, today))


def _asked(world: World, entries: Sequence[dict[str, Any]], today: date, rng: Random) -> Iterator[RequestDraft]:
    """Open and declined requests, each from another institution, the districts in turn."""
    districts = [each.ags for each in kreise()]
    seen: set[str] = set()
    for number in range(OPEN + DECLINED):
        entry = entries[number % len(entries)]
        near = districts[number % len(districts) :] + districts
        found = (each for ags in near for each in world.of(ags, entry["from"]) if each.draft.name not in seen)
        asker = next(found)
        seen.add(asker.draft.name)
        yield _request(entry, asker, number, today, rng)


def _request(entry: dict[str, Any], asker: Institution, number: int, today: date, rng: Random) -> RequestDraft:
    opening, closing = (tables.minutes(part) for part in entry["window"].split("-"))
    earliest = today + timedelta(days=rng.randint(18, 70))
    latest = earliest + timedelta(days=rng.choice((14, 21, 35)))
    dates = tuple(
        Wish(earliest + timedelta(days=7 * week), earliest + timedelta(days=7 * week), opening, closing)
        for week in range(_WISHES if number % 4 == 1 else 0)
    )
    return RequestDraft(
        requester=asker.draft.name,
        kind=EventKind(entry["kind"]),
        topic=entry["topic"],
        partner_id=asker.id,
        contact_role=asker.role,
        phone=asker.draft.phone,
        place=entry["place"],
        street=asker.draft.street,
        postcode=asker.draft.postcode,
        town=asker.draft.town,
        ags=asker.ags,
        duration_minutes=entry["minutes"],
        earliest=earliest,
        latest=latest,
        weekdays=tuple(int(day) for day in entry.get("weekdays", "01234")),
        from_minute=opening,
        to_minute=closing,
        wishes=dates,
        equipment=tuple(entry.get("equipment", ())),
        priority=(2, 3, 1, 2, 3)[number % 5],
        expected=rng.randint(*entry["expected"]),
        press_expected=entry.get("press", False),
        closed=entry.get("closed", False),
        needs=entry.get("needs", ""),
        security_remarks=entry.get("security", ""),
        notes=entry["notes"],
        received_on=today - timedelta(days=_AGES[number % len(_AGES)]),
        answer_by=today + timedelta(days=number - 6) if number % 6 == _ANSWERED else None,
        **_of_school(asker, number),
    )


_GRADES = {Schulform.grundschule: ("3", "4", "3 und 4"), Schulform.gymnasium: ("7", "9 und 10", "11")}
"""Classes that a school of this type has; the others have these of every secondary school."""


def _of_school(asker: Institution, number: int) -> dict[str, Any]:
    """What only a school says."""
    if asker.draft.schulform is None:
        return {"contact_name": _CONTACTS[number % len(_CONTACTS)]}
    return {
        "contact_name": _CONTACTS[number % len(_CONTACTS)],
        "schulform": asker.draft.schulform,
        "school_grade": _GRADES.get(asker.draft.schulform, ("7", "8", "9 und 10"))[number % 3],
        "listeners": "Schülerinnen und Schüler",
        "teacher_present": True,
        "room_technique": ("Beamer, Leinwand", "", "Interaktive Tafel, Lautsprecher")[number % 3],
    }


def _accepted(world: World, drafts: Sequence[EventDraft], today: date) -> dict[int, RequestDraft]:
    """Requests from which some of the year's events came, evenly spread."""
    fit = [
        number
        for number, draft in enumerate(drafts)
        if draft.kind in _BECOME_EVENTS and draft.place_partner_id and draft.starts_at
        if draft.state is not EventState.declined
    ]
    step = max(1, len(fit) // ACCEPTED)
    askers = {each.id: each for each in world.institutions}
    found: dict[int, RequestDraft] = {}
    for number in fit[::step][:ACCEPTED]:
        draft = drafts[number]
        if draft.place_partner_id:
            found[number] = _behind(draft, askers[draft.place_partner_id], world, today)
    return found


def _behind(draft: EventDraft, asker: Institution, world: World, today: date) -> RequestDraft:
    """The request that led to an event."""
    topics = {topic: name for name, topic in world.house.topics.items()}
    day = first_day_of(draft)
    return RequestDraft(
        requester=asker.draft.name,
        kind=draft.kind,
        topic=topics[draft.topic_ids[0]],
        partner_id=asker.id,
        contact_role=asker.role,
        phone=asker.draft.phone,
        postcode=asker.draft.postcode,
        town=asker.draft.town,
        ags=asker.ags,
        earliest=day,
        latest=day,
        from_minute=minute_of_day(draft.starts_at) if draft.starts_at else None,
        expected=draft.expected,
        received_on=min(day - timedelta(days=60), today - timedelta(days=4)) if day else None,
    )


def receive(session: Session, found: Wishes) -> None:
    """Store the open and the declined requests."""
    for draft in found.waiting:
        requests.create(session, draft)
    for draft, reason, cause in found.declined:
        requests.decline(session, requests.create(session, draft), reason, cause)
