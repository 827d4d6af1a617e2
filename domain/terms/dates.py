"""What the date finder looks at."""

from enum import StrEnum, auto


class DateCheck(StrEnum):
    """What a free day is checked for; each can be left out."""

    people = auto()
    vehicle = auto()
    police = auto()
    ordnungsamt = auto()
    room = auto()
    holidays = auto()
    weekend = auto()
    neighbours = auto()
    lead = auto()


class Bearing(StrEnum):
    """What a reason means for a day: it speaks for it, against it, or rules it out."""

    good = auto()
    warning = auto()
    obstacle = auto()
