"""Institutions that may stand in the file twice: what is compared, what was found, and how two become one."""

from dataclasses import dataclass
from enum import StrEnum, auto
from uuid import UUID

from domain.rows.partners import PartnerDraft
from domain.terms import PartnerCategory, Schulform


@dataclass(frozen=True, slots=True)
class Profile:
    """What of an institution is compared with others; `id` is None while it is only typed."""

    id: UUID | None
    name: str
    category: PartnerCategory = PartnerCategory.other
    schulform: Schulform | None = None
    street: str = ""
    postcode: str = ""
    town: str = ""
    ags: str | None = None
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two institutions are thought the same (positive points) or not (negative); `msgid` is an English message."""

    msgid: str
    points: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two institutions are: the sum of the reasons' points, weightiest reason first."""

    points: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two institutions that are probably one."""

    first: Profile
    second: Profile
    likeness: Likeness

    def other(self, partner_id: UUID) -> Profile:
        """The one of the two that has not this id."""
        return self.second if self.first.id == partner_id else self.first


class Side(StrEnum):
    """Whose value a merged record takes: that of the left record, of the right one, or both."""

    left = auto()
    right = auto()
    both = auto()


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which two records differ: both values, what may be chosen, and what is proposed."""

    field: str
    left: object
    right: object
    sides: tuple[Side, ...]
    proposed: Side


@dataclass(frozen=True, slots=True)
class Follower:
    """How many rows of a table point at the record that goes, by the column that does."""

    table: str
    column: str
    count: int


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of two records to be merged, with the version that was seen."""

    id: UUID
    version: int
    draft: PartnerDraft


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two records side by side: `left` stays under its id, `right` goes into it."""

    left: MergeSide
    right: MergeSide
    likeness: Likeness
    differences: tuple[Difference, ...]
    followers: tuple[Follower, ...]


@dataclass(frozen=True, slots=True)
class MergeOrder:
    """What a person decided: `right` becomes part of `left`; `choices` are (field, side), others as proposed."""

    left: MergeSide
    right: MergeSide
    choices: tuple[tuple[str, Side], ...] = ()
