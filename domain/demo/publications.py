"""The sample publications: editions, what past events handed out, what coming ones take along, and the stock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from random import Random
from typing import Any
from uuid import UUID

from domain.demo import tables
from domain.demo.neighbours import World
from domain.demo.tour import Route
from domain.rows.events import EventDraft, HandOut
from domain.rows.publications import MovementDraft, PublicationDraft
from domain.rules.local import first_day_of
from domain.store.session import Session
from domain.terms import EventKind, EventState, StockReason
from domain.usecases import publications

_PUBLISHER = "Koordinierungsstelle Prävention"
_GIVE_OUT = frozenset(
    {
        EventKind.mobile_stop,
        EventKind.information_event,
        EventKind.lecture,
        EventKind.citizen_dialogue,
        EventKind.consultation,
    }
)
_AT_STANDS = frozenset({EventKind.mobile_stop, EventKind.information_event})
_TOOK_PLACE = frozenset({EventState.held, EventState.reviewed})
_COMING = frozenset({EventState.tentative, EventState.confirmed})
_PLANNED_AHEAD = timedelta(days=60)
_TAKEN, _TAKEN_FOREIGN = 0.6, 0.1
"""Copies taken along for each expected person, in German and in other languages."""
_UNREPORTED_EACH, _SLIPS, _FEW, _LOST = 3, 2, 20, 7
_FIRST_DELIVERY, _SECOND_DELIVERY, _COUNTED = (timedelta(days=days) for days in (420, 130, 21))
_FIRST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Print:
    """A sample publication; `old` is the outdated edition it replaces, `left` what is in stock beyond all promises."""

    id: UUID
    draft: PublicationDraft
    left: int
    old: "Print | None" = None

    def is_used_on(self, day: date) -> bool:
        """Whether people of the office take it along on that day: the old edition up to its end, then the new one."""
        return _ends(self) >= day and (self.old is None or _ends(self.old) < day)


def _ends(found: Print) -> date:
    return found.draft.valid_until or date.max


def issue(session: Session, world: World) -> tuple[Print, ...]:
    """Add the publications, each new edition as the successor of its old one."""
    made: dict[str, Print] = {}
    for key, entry in tables.document("publications")["publication"].items():
        draft = _draft(entry, world, session.today)
        old = made.get(entry.get("replaces", ""))
        added = publications.add_edition(session, old.id, draft) if old else publications.create(session, draft)
        made[key] = Print(added, draft, entry["left"], old)
    return tuple(made.values())


def _draft(entry: dict[str, Any], world: World, today: date) -> PublicationDraft:
    return PublicationDraft(
        title=entry["title"],
        edition=entry["edition"],
        language=entry.get("language", "de"),
        publisher=entry.get("publisher", _PUBLISHER),
        topic_id=world.house.topics[entry["topic"]],
        minimum=entry["minimum"],
        pack_size=entry.get("pack"),
        valid_until=today + timedelta(days=entry["valid"]) if "valid" in entry else None,
        storage=entry["storage"],
        notes=entry.get("notes", ""),
    )


def equipped(drafts: Sequence[EventDraft], prints: Sequence[Print], today: date) -> list[EventDraft]:
    """The events with what they handed out or take along; in two of them somebody still plans an outdated edition."""
    rng = Random(len(drafts))  # noqa: S311 - sample figures, nothing to keep secret
    old = {each.id: each.old.id for each in prints if each.old}
    found, slips = [], _SLIPS
    for draft in drafts:
        items = _copies(draft, prints, today, rng)
        if slips and draft.state in _COMING and any(item.publication_id in old for item in items):
            items = tuple(
                replace(item, publication_id=old.get(item.publication_id, item.publication_id)) for item in items
            )
            slips -= 1
        found.append(replace(draft, publications=items))
    return found


def _of_old(item: HandOut, old: dict[UUID, UUID]) -> HandOut:
    return replace(item, publication_id=old.get(item.publication_id, item.publication_id))


def loaded(route: Route, prints: Sequence[Print]) -> Route:
    """The tour with copies for each of its stops, of what there is plenty of."""
    plenty = [each for each in prints if each.left > each.draft.minimum]
    days = tuple(
        replace(day, stops=tuple(replace(stop, publications=_planned(stop, plenty, day.day)) for stop in day.stops))
        for day in route.days
    )
    return replace(route, days=days)


def _copies(draft: EventDraft, prints: Sequence[Print], today: date, rng: Random) -> tuple[HandOut, ...]:
    day = first_day_of(draft)
    if draft.kind not in _GIVE_OUT or day is None:
        return ()
    planned = _planned(draft, prints, day)
    if draft.state in _COMING:
        return planned if day <= today + _PLANNED_AHEAD else ()
    if draft.state not in _TOOK_PLACE:
        return ()
    is_reported = draft.state is EventState.reviewed or rng.randrange(_UNREPORTED_EACH) > 0
    return tuple(_given(item, rng) if is_reported else item for item in planned)


def _planned(draft: EventDraft, prints: Sequence[Print], day: date) -> tuple[HandOut, ...]:
    """What fits the event's topics: German editions, and at a stand the other languages too."""
    items = []
    for each in prints:
        is_foreign = each.draft.language != "de"
        fits = each.draft.topic_id in draft.topic_ids and (not is_foreign or draft.kind in _AT_STANDS)
        if fits and each.is_used_on(day):
            share = _TAKEN_FOREIGN if is_foreign else _TAKEN
            items.append(HandOut(each.id, 10 * ceil((draft.expected or _FEW) * share / 10)))
    return tuple(items)


def _given(item: HandOut, rng: Random) -> HandOut:
    return replace(item, handed_out=round((item.planned or 0) * rng.uniform(0.4, 1.0)))


def stock_up(session: Session, prints: Sequence[Print]) -> None:
    """Book deliveries, and a stock-taking that found a few copies less, so that as much is left as should be."""
    rows = {row.id: row for row in publications.list_rows(session)}
    for number, each in enumerate(prints):
        pack = each.draft.pack_size or 50
        row = rows[each.id]
        needed = row.promised + each.left - row.stock
        first = pack * ceil(needed * _FIRST_SHARE / pack)
        second = pack * ceil((needed + number % _LOST) / pack) - first
        booked = (
            (_FIRST_DELIVERY, first, StockReason.delivery, ""),
            (_SECOND_DELIVERY, second, StockReason.delivery, ""),
            (_COUNTED, needed - first - second, StockReason.inventory, "Inventur im Lager"),
        )
        for ago, quantity, reason, notes in booked:
            if quantity:
                publications.book(
                    session,
                    MovementDraft(each.id, session.today - ago - timedelta(days=number), quantity, reason, notes),
                )
