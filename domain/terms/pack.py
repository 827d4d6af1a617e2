"""What can be wrong with a document before it is printed."""

from enum import StrEnum, auto


class PackProblem(StrEnum):
    """What the check before printing finds; the order is that in which it is told."""

    not_possible = auto()
    edition_expired = auto()
    publication_expired = auto()
    unconfirmed = auto()
    host_missing = auto()
    agenda_missing = auto()
    moderation_missing = auto()
    permit_missing = auto()
    partner_unconfirmed = auto()
    office_missing = auto()
    stale = auto()
    unchanged = auto()
