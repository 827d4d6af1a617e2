"""What planning gives: routes with times, what was left out and why, the price and how good it is proven to be."""

from dataclasses import dataclass
from enum import StrEnum

from domain.planning.problem import Cell


class Engine(StrEnum):
    """How a plan was found: by choosing among all possible days, or by search alone."""

    exact = "exact"
    search = "search"


class Reason(StrEnum):
    """Why a stop is not in a plan, as the plan file names it."""

    no_date = "no_date"
    no_equipment = "no_equipment"
    too_long = "too_long"
    too_far = "too_far"
    fixed_clash = "fixed_clash"
    displaced = "displaced"


Params = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """A break of `minutes` on the road, after the stop at index `after` (0 = the first): waiting, or put in for it."""

    after: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Route:
    """A vehicle's day: stops in order, the minute each stay begins, departure and return (minutes from midnight).

    `drive` are minutes at the wheel. `origin` and `destination` are indices of places: the depot, or a night away.
    """

    cell: Cell
    stops: tuple[str, ...]
    starts: tuple[int, ...]
    departure: int
    back: int
    drive: int
    origin: int
    destination: int
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A translatable sentence: msgid with named fields, and what goes into them."""

    msgid: str
    params: Params = ()


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A change of one wish that would make a stop fit beside all others: what to do, and what the plan then costs more.

    `stop` gets the further `days`, `longer` more minutes at both ends of its windows, goes without the equipment that
    `vehicle` lacks, or stays `shorter` by so many minutes. `price` is the drive, the day and the wishes (minutes of
    the objective); that the stop is no longer left out is not taken off.
    """

    stop: str
    sentence: Sentence
    days: tuple[int, ...] = ()
    longer: int = 0
    vehicle: str | None = None
    price: int = 0
    shorter: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stop that is not planned: the reason, the sentences that explain it, and what would help.

    For a displaced stop `cell` is where it would fit most cheaply, `displaces` who would have to go and `price` what
    the plan would cost more then (minutes of the objective).
    """

    stop: str
    reason: Reason
    sentences: tuple[Sentence, ...]
    relaxations: tuple[Relaxation, ...] = ()
    cell: Cell | None = None
    displaces: tuple[str, ...] = ()
    price: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan: `cost` is the sum of the problem's objective, `bound` what no plan can go below (None = not known).

    `proven` says that no plan is cheaper. `seconds` of wall time.
    """

    routes: tuple[Route, ...]
    left_out: tuple[LeftOut, ...]
    cost: int
    bound: float | None
    proven: bool
    seconds: float
    engine: Engine

    @property
    def gap(self) -> float | None:
        """How far the cost can at most be above the optimum, as a share of it (0.004 = 0.4 %); None = not known."""
        if self.proven:
            return 0.0
        return None if not self.bound or self.bound <= 0 else max(0.0, (self.cost - self.bound) / self.bound)


class Phase(StrEnum):
    """What the engine is doing."""

    preparing = "preparing"
    searching = "searching"
    listing = "listing"
    bounding = "bounding"
    choosing = "choosing"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far planning is: the best cost so far and what no plan can go below; None = not known yet."""

    phase: Phase
    seconds: float
    cost: int | None = None
    bound: float | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to plan: `seconds` of wall time, or `iterations` of the search alone (then the same plan every time)."""

    seconds: float = 20.0
    seed: int = 1
    engine: Engine = Engine.exact
    iterations: int | None = None
