"""Publications that an event plans to take along and that are outdated then, or of which too few are left."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from domain.i18n import N_
from domain.rows.events import HandOut
from domain.rows.findings import Finding, Repair
from domain.rules.conflicts.appointment import Supply
from domain.rules.conflicts.book import Book, Slot
from domain.rules.conflicts.wording import finding, params
from domain.rules.publication_stock import reserved_before
from domain.terms import Rule


def publication_findings(book: Book, slot: Slot) -> Iterator[Finding]:
    """What is wrong with the copies that an appointment takes along and has not handed out yet."""
    for item in slot.event.publications:
        supply = book.context.publications.get(item.publication_id)
        if supply is None or not item.planned or item.handed_out is not None:
            continue
        if supply.is_outdated(slot.day):
            yield _outdated(book, slot, item, supply)
        left = _left(slot, supply)
        if left < item.planned:
            yield _short(slot, item, supply, left)


def _left(slot: Slot, supply: Supply) -> int:
    """Copies left for the appointment when it is its turn."""
    return max(0, supply.stock - reserved_before(supply.promises, slot.day, slot.event.id))


def _outdated(book: Book, slot: Slot, item: HandOut, supply: Supply) -> Finding:
    successor = _successor(book, item.publication_id, slot.day)
    known = (N_("Valid until {day}; no newer edition is on record."), params(day=supply.valid_until))
    if successor is not None:
        name = book.context.publications[successor].name
        known = (N_("Valid until {day}; “{other}” replaces it."), params(day=supply.valid_until, other=name))
    return finding(
        Rule.publication_outdated,
        slot,
        named=(slot.event.id, item.publication_id),
        headline=(N_("“{publication}” is outdated on that day"), params(publication=supply.name)),
        detail=known,
    )


def _short(slot: Slot, item: HandOut, supply: Supply, left: int) -> Finding:
    planned = item.planned or 0
    return finding(
        Rule.publication_short,
        slot,
        named=(slot.event.id, item.publication_id),
        headline=(
            N_("Too few of “{publication}”: {missing} missing"),
            params(missing=planned - left, publication=supply.name),
        ),
        detail=(
            N_("{planned} planned, {left} left by then: {stock} in stock, {before} promised before."),
            params(
                planned=planned,
                left=left,
                stock=supply.stock,
                before=reserved_before(supply.promises, slot.day, slot.event.id),
            ),
        ),
    )


def _successor(book: Book, publication_id: UUID, day: date) -> UUID | None:
    """The newest edition that replaces this one and is valid on `day`; None if there is none."""
    seen, found = {publication_id}, None
    supply = book.context.publications.get(publication_id)
    while supply is not None and supply.replaced_by_id is not None and supply.replaced_by_id not in seen:
        following = supply.replaced_by_id
        seen.add(following)
        supply = book.context.publications.get(following)
        if supply is not None and not supply.is_outdated(day):
            found = following
    return found


def new_edition(book: Book, slot: Slot, found: Finding) -> Iterator[Repair]:
    """The edition that replaces the one planned, with as many copies."""
    item = _item(slot, found)
    successor = _successor(book, item.publication_id, slot.day) if item else None
    if item is not None and successor is not None:
        yield Repair(
            N_("Take the new edition"),
            event_id=slot.event.id,
            hand_out=HandOut(successor, item.planned),
            instead_of=item.publication_id,
        )


def fewer_copies(book: Book, slot: Slot, found: Finding) -> Iterator[Repair]:
    """As many copies as are left; the publication is left out where that is none."""
    item = _item(slot, found)
    supply = book.context.publications.get(item.publication_id) if item else None
    if item is None or supply is None:
        return
    left = _left(slot, supply)
    words = N_("Take only {left}") if left else N_("Leave “{publication}” out")
    yield Repair(
        words,
        params(left=left) if left else params(publication=supply.name),
        effect=f"−{(item.planned or 0) - left}",
        event_id=slot.event.id,
        hand_out=HandOut(item.publication_id, left or None),
        instead_of=item.publication_id,
    )


def _item(slot: Slot, found: Finding) -> HandOut | None:
    """What the finding is about: the last part of its key."""
    key = UUID(found.key.rpartition(":")[2])
    return next((item for item in slot.event.publications if item.publication_id == key), None)
