"""The packing list of a tour day or of one event."""

from dataclasses import dataclass
from enum import StrEnum, auto


class PackGroup(StrEnum):
    """The parts of a packing list, in the order in which a vehicle is loaded."""

    equipment = auto()
    material = auto()
    power = auto()
    keys = auto()
    permits = auto()


@dataclass(frozen=True, slots=True)
class PackItem:
    """One thing to tick off: msgid and parameters, the numbers of the stops it is for (from 1).

    `is_open` says that it is not where it should be yet: to be loaded, or to be settled. `notes` are shorter facts
    behind it, each a msgid with parameters.
    """

    group: PackGroup
    msgid: str
    params: tuple[tuple[str, object], ...] = ()
    stops: tuple[int, ...] = ()
    is_open: bool = False
    notes: tuple[tuple[str, tuple[tuple[str, object], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class PackingList:
    """What a day's stops need; `spare` names what the vehicle carries and no stop needs."""

    items: tuple[PackItem, ...] = ()
    spare: tuple[str, ...] = ()
