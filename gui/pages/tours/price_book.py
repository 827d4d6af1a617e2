"""Keeps what is needed to price moves of the shown tour at hand, made beside the GUI thread."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from domain.rows.tours import TourDetail
from gui.desk import Desk
from gui.pages.tours.pricing import Prices, Pricing
from gui.tasks import Ticket

Wanted = Callable[[UUID, Prices], None]


class PriceBook(QObject):
    """`renew` prepares prices for a tour as it stands; `ask` gives those of one stop, as soon as they are ready."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pricing: Pricing | None = None
        self._waiting: tuple[UUID, Wanted] | None = None

    def renew(self, detail: TourDetail | None) -> None:
        """Forget what was prepared, and prepare it for a tour; None prepares nothing."""
        self._pricing = None
        if detail is None or not detail.days:
            self._desk.tasks.cancel(self._key("prepare"))
            return
        work = partial(_prepare, self._desk, detail)
        self._desk.tasks.start(work, self._on_prepared, key=self._key("prepare"))

    def ask(self, held: UUID, wanted: Wanted) -> None:
        """Call `wanted(held, prices)` on the GUI thread; a newer question drops an older one."""
        self._waiting = held, wanted
        if self._pricing is not None:
            self._price(self._pricing)

    @property
    def is_ready(self) -> bool:
        """Whether prices can be told at once."""
        return self._pricing is not None

    def _on_prepared(self, pricing: Pricing) -> None:
        self._pricing = pricing
        if self._waiting is not None:
            self._price(pricing)

    def _price(self, pricing: Pricing) -> None:
        if self._waiting is None:
            return
        held = self._waiting[0]
        self._desk.tasks.start(lambda _ticket: (held, pricing(held)), self._on_priced, key=self._key("price"))

    def _on_priced(self, answer: tuple[UUID, Prices]) -> None:
        held, prices = answer
        if self._waiting is not None and self._waiting[0] == held:
            wanted, self._waiting = self._waiting[1], None
            wanted(held, prices)

    def _key(self, what: str) -> str:
        return f"{id(self)}.{what}"


def _prepare(desk: Desk, detail: TourDetail, _ticket: Ticket) -> Pricing:
    from gui.pages.tours.engine_prices import EnginePrices

    return EnginePrices(desk, detail)
