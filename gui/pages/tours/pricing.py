"""What it would cost or break to put a stop elsewhere, as the board shows it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

from gui.pages.tours.plan import VehicleDay
from gui.texts import _, current


class Verdict(IntEnum):
    """How well a stop fits somewhere; smaller is better."""

    fits = 0
    strained = 1
    broken = 2


@dataclass(frozen=True, slots=True)
class Price:
    """What a stop would cost in one place, against where it is now.

    `minutes` and `kilometres` are what the whole tour would drive more (negative = less), None = not known. `reason`
    says what speaks against it, longest wording first; empty where it fits. `arrives` is when the stay would begin,
    in minutes from midnight, `position` its number in the day's order.
    """

    verdict: Verdict
    minutes: int | None = None
    kilometres: float | None = None
    reason: tuple[str, ...] = ()
    arrives: int | None = None
    position: int | None = None


Prices = Mapping[VehicleDay, Price]

Pricing = Callable[[UUID], Prices]
"""Prices a stop or a request, by its id, everywhere in the tour; runs beside the GUI thread, touches no widget."""


def best_place(prices: Prices, own: VehicleDay | None) -> VehicleDay | None:
    """The cheapest place where the stop fits, apart from its own, of equals the earliest; None if it fits nowhere."""
    fitting = [
        (price.minutes or 0, where) for where, price in prices.items() if price.verdict is Verdict.fits and where != own
    ]
    return min(fitting, default=(0, None))[1]


def signed(minutes: int) -> str:
    """Minutes with their sign: "+35 min", "−6 min"."""
    sign = "+" if minutes > 0 else "−" if minutes < 0 else "±"
    return _("{minutes} min").format(minutes=f"{sign}{abs(minutes)}")


def signed_kilometres(kilometres: float) -> str:
    """Kilometres with their sign, whole: "+12 km"."""
    whole = round(kilometres)
    sign = "+" if whole > 0 else "−" if whole < 0 else "±"
    return _("{km} km").format(km=f"{sign}{current().number(abs(whole))}")


def wordings(price: Price, *, is_best: bool = False) -> list[str]:
    """A price in words, the longest first; the reason comes before the figures."""
    figures = [signed(price.minutes)] if price.minutes is not None else []
    if price.reason:
        return [" · ".join([price.reason[0], *figures]), *price.reason]
    fits = [_("fits")] if is_best or not figures else []
    far = [signed_kilometres(price.kilometres)] if price.kilometres is not None else []
    return [" · ".join(parts) for parts in (figures + far + fits, figures + fits, figures or fits)]
