"""Stock of publications: what is left, how long it lasts, and how much to order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.rows.publications import Promise, PublicationDraft, StockLine
from domain.terms import StockReason, StockState

_GOING = frozenset({StockReason.sent, StockReason.discarded})


def signed(reason: StockReason, copies: int) -> int:
    """What `copies` that came, were sent or thrown away do to the stock."""
    return -copies if reason in _GOING else copies


def is_outdated(draft: PublicationDraft, day: date) -> bool:
    """Whether the edition is no longer to be handed out on `day`."""
    return draft.valid_until is not None and draft.valid_until < day


def in_turn(promises: Iterable[Promise]) -> list[Promise]:
    """Promises in the order in which the copies go out; events without a date come last."""
    return sorted(promises, key=lambda promise: (promise.day or date.max, promise.event_id))


def reserved_before(promises: Iterable[Promise], day: date, event_id: UUID) -> int:
    """Copies that other events take along before it is the turn of event `event_id` on `day`."""
    turn = (day, event_id)
    return sum(
        each.copies for each in promises if each.event_id != event_id and (each.day or date.max, each.event_id) < turn
    )


def uncovered(stock: int, promises: Iterable[Promise]) -> Promise | None:
    """The first promise that `stock` does not cover; None if it suffices for all."""
    left = stock
    for promise in in_turn(promises):
        left -= promise.copies
        if left < 0 and promise.copies:
            return promise
    return None


def state_of(draft: PublicationDraft, stock: int, promises: Sequence[Promise], today: date) -> StockState:
    """How far `stock` copies reach, by what weighs most."""
    promised = sum(each.copies for each in promises)
    if stock < 0:
        return StockState.negative
    if is_outdated(draft, today):
        return StockState.outdated
    if stock == 0:
        return StockState.empty
    if promised > stock:
        return StockState.runs_out
    return StockState.low if stock - promised < draft.minimum else StockState.enough


def to_order(draft: PublicationDraft, stock: int, promised: int, today: date) -> int:
    """How many copies to order so that the minimum is there after all that is promised, in whole packs.

    Nothing of an edition that is outdated or replaced. A stock below zero is a slip in the books and counts as none.
    """
    if is_outdated(draft, today) or draft.replaced_by_id is not None:
        return 0
    missing = draft.minimum + promised - max(stock, 0)
    if missing <= 0:
        return 0
    pack = draft.pack_size or 1
    return -(-missing // pack) * pack


def running(lines: Iterable[StockLine]) -> tuple[StockLine, ...]:
    """The changes in order of days with the stock after each; what comes is booked before what goes on a day."""
    done: list[StockLine] = []
    stock = 0
    for line in sorted(lines, key=lambda line: (line.day or date.max, line.quantity < 0)):
        stock += line.quantity
        done.append(replace(line, stock=stock))
    return tuple(done)


def stock_on(lines: Iterable[StockLine], day: date) -> int:
    """The stock on the evening of `day`; changes without a date count."""
    return sum(line.quantity for line in lines if line.day is None or line.day <= day)
