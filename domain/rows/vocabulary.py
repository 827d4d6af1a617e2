"""Entries of the small vocabularies as forms edit them, and corrected drives."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NameDraft:
    """A target group or a qualification."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """A topic, the days it is in use (inclusive, None = open), and the qualification a lecture on it asks for."""

    name: str = ""
    area: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    qualification_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic in a list; `qualification` is the name of the one it asks for."""

    id: UUID
    version: int
    draft: TopicDraft
    qualification: str


@dataclass(frozen=True, slots=True)
class EquipmentDraft:
    """A piece of equipment and how many there are."""

    name: str = ""
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class CorrectionDraft:
    """What a drive between two Gemeinden really takes, both ways; `kilometres` None keeps the estimate."""

    from_ags: str | None = None
    to_ags: str | None = None
    minutes: int | None = None
    kilometres: float | None = None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One corrected drive in a list."""

    id: UUID
    draft: CorrectionDraft
