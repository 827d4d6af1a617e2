"""Prices of moves from the planner, in the board's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.planning.prices import Breach, BrokenRule, MovePrice
from gui.pages.tours import words
from gui.pages.tours.plan import VehicleDay
from gui.pages.tours.pricing import Price, Prices, Verdict
from gui.texts import _, current

if TYPE_CHECKING:
    from uuid import UUID

    from domain.planning.plan import LeftOut, Sentence
    from domain.rows.tours import Obstacle, TourDetail
    from domain.usecases.tour_prices import TourPrices
    from gui.desk import Desk

_WISHES = frozenset({BrokenRule.date, BrokenRule.window})
"""What people asked for, in contrast to what no crew can do or no law allows."""
_WEEKEND = (5, 6)


class EnginePrices:
    """A tour ready for pricing; called with a stop or request beside the GUI thread."""

    def __init__(self, desk: Desk, detail: TourDetail) -> None:
        """Takes some 50 ms; the tour has days.

        Raises:
            NotFoundError: the tour is gone.
        """
        from domain.usecases import tour_obstacles, tour_prices

        against: dict[VehicleDay, list[Obstacle]] = {}
        for each in desk.workspace.ask(tour_obstacles.obstacles, detail.row.id):
            against.setdefault(VehicleDay(each.day, each.vehicle_id), []).append(each)
        self._against = {where: words.obstacle_line(found) for where, found in against.items()}
        self._used = frozenset(VehicleDay(day.day, day.vehicle_id) for day in detail.days if day.stops)
        self._ready = desk.workspace.ask(tour_prices.tour_prices, detail.row.id)

    def __call__(self, held: UUID) -> Prices:
        """What it would cost everywhere; nothing if the planner does not know the stop."""
        ready = self._ready
        if ready is None:
            return {}
        refused = ready.refused(held)
        if refused is not None:
            return self._refused(refused, ready)
        found = {VehicleDay(*place): price for place, price in ready.of(held).items()}
        prices = {where: self._price(where, price) for where, price in found.items()}
        subject = ready.case.subjects.get(str(held))
        is_asked_for = subject is not None and subject.request_id is not None
        return prices if is_asked_for else {where: _not_free(where, price) for where, price in prices.items()}

    def _price(self, where: VehicleDay, price: MovePrice) -> Price:
        grave = [each for each in price.breaches if each.rule not in _WISHES]
        told = grave or list(price.breaches)
        against = self._against.get(where)
        verdict = Verdict.broken if grave else Verdict.strained if told or against else Verdict.fits
        if against and (not told or told[0].rule is BrokenRule.vehicle):
            reason: tuple[str, ...] = (against, _("not free"))
        else:
            reason = _reason(told[0], len(told), is_used=where in self._used) if told else ()
        return Price(verdict, price.added_drive, None, reason, price.start, price.at + 1)

    @staticmethod
    def _refused(left: LeftOut, ready: TourPrices) -> Prices:
        """A stop that fits nowhere, for a reason that holds everywhere."""
        problem = ready.case.problem
        days = [ready.case.date_of(day) for day in sorted(problem.dates)]
        reason = _words(left.sentences[0]) if left.sentences else _("Not possible")
        price = Price(Verdict.strained, reason=(reason, _("Not possible")))
        vehicles = ready.case.wish.vehicle_ids
        return {VehicleDay(day, vehicle_id): price for day in days for vehicle_id in vehicles}


def _not_free(where: VehicleDay, price: Price) -> Price:
    """The same price; a weekend that nobody asked for speaks against the day."""
    if price.verdict is not Verdict.fits or where.day.weekday() not in _WEEKEND:
        return price
    return replace(price, verdict=Verdict.strained, reason=(_("Weekend"),))


def _words(sentence: Sentence) -> str:
    return current().text(sentence.msgid, sentence.params)


def _reason(breach: Breach, count: int, *, is_used: bool) -> tuple[str, ...]:
    """Why a place does not suit, in wordings of falling length; a used day that cannot be kept is full already."""
    if breach.rule is BrokenRule.vehicle and is_used:
        return (_("The day breaks a rule already"), _("full already"))
    more = [_("{reason}, {count} more").format(reason=_words(breach.sentence), count=count - 1)] if count > 1 else []
    return (*more, _words(breach.sentence), _short(breach))


def _short(breach: Breach) -> str:
    minutes = breach.minutes
    late = f"+{current().duration(minutes)}"
    return {
        BrokenRule.date: _("no possible day"),
        BrokenRule.fixed: _("fixed"),
        BrokenRule.vehicle: _("not free"),
        BrokenRule.equipment: _("equipment"),
        BrokenRule.window: _("{time} too late").format(time=current().duration(minutes)),
        BrokenRule.duty: _("duty {time}").format(time=late),
        BrokenRule.drive: _("drive {time}").format(time=late),
        BrokenRule.shift: _("back {time}").format(time=late),
        BrokenRule.rest: _("no break"),
    }[breach.rule]
