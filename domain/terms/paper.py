"""How a document is put on paper."""

from enum import StrEnum, auto


class PaperLook(StrEnum):
    """How a document is set: as designed, with little ink, or in large print."""

    normal = auto()
    saver = auto()
    large = auto()


class DocumentPurpose(StrEnum):
    """What a document is for: people from outside, the house, the plan, or an account of what was done."""

    guests = auto()
    house = auto()
    plan = auto()
    reports = auto()


class PaperSize(StrEnum):
    """A sheet of the ISO 216 A series."""

    a3 = auto()
    a4 = auto()
    a5 = auto()
    a6 = auto()
