"""Sites, their permits and how a vehicle fits."""

from enum import StrEnum, auto


class Surface(StrEnum):
    """What a site (Stellplatz) is paved with."""

    asphalt = auto()
    paving = auto()
    gravel = auto()
    grass = auto()
    unknown = auto()


class PermitState(StrEnum):
    """How far the permit for using public ground (Sondernutzung) is."""

    not_needed = auto()
    missing = auto()
    applied = auto()
    granted = auto()
    refused = auto()


class PermitLight(StrEnum):
    """What the traffic light of a permit shows: green, amber, red, or nothing to settle."""

    clear = auto()
    waiting = auto()
    blocked = auto()
    idle = auto()


class Criterion(StrEnum):
    """What a site is checked for before a vehicle stands there."""

    length = auto()
    width = auto()
    height = auto()
    weight = auto()
    power = auto()
    cable = auto()
    ground = auto()
    slope = auto()
    step_free = auto()


class Fit(StrEnum):
    """How well a vehicle and a site go together; the order is the order of weight."""

    misfit = auto()
    tight = auto()
    unknown = auto()
    fits = auto()
