"""Words of the handout library."""

from enum import StrEnum, auto


class HandoutState(StrEnum):
    """Whether an edition of a handout may be given out."""

    valid = auto()
    expiring = auto()
    expired = auto()
    undated = auto()
