"""How things stand with the people of the house and what they have learnt."""

from enum import StrEnum, auto


class QualificationStanding(StrEnum):
    """Whether a qualification somebody holds still counts; the order is the order of urgency."""

    expired = auto()
    expiring = auto()
    valid = auto()
