"""Citizens' concerns (Anliegen), without personal data."""

from datetime import date
from uuid import UUID

from sqlmodel import Field

from domain.model.columns import Record, not_blank, slug
from domain.terms import ConcernCategory, ConcernState, PlaceCategory


class Concern(Record, table=True):
    """One concern of a citizen: what was said, who has to answer until when, and what was answered.

    `answer` is what the office wrote, for the house; `public_text` and `public_answer` are what the public reads.
    `number` ("A-2027-0012") comes from the counters outside the journal, so that no printed number is given twice.
    """

    __table_args__ = (not_blank("wording"),)

    number: str = Field(unique=True, max_length=20)
    event_id: UUID | None = Field(default=None, foreign_key="event.id", ondelete="SET NULL", index=True)
    kreis_ags: str | None = Field(default=None, max_length=5, index=True)
    ags: str | None = Field(default=None, max_length=8)
    raised_on: date | None = Field(default=None)
    wording: str = Field(max_length=2_000)
    category: ConcernCategory = Field(default=ConcernCategory.other, sa_type=slug(ConcernCategory))
    place_category: PlaceCategory = Field(default=PlaceCategory.other, sa_type=slug(PlaceCategory))
    place: str = Field(default="", max_length=300)
    office_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    office_name: str = Field(default="", max_length=300)
    due: date | None = Field(default=None, index=True)
    state: ConcernState = Field(default=ConcernState.open, sa_type=slug(ConcernState), index=True)
    answer: str = Field(default="", max_length=20_000)
    answered_on: date | None = Field(default=None)
    public_text: str = Field(default="", max_length=500)
    public_answer: str = Field(default="", max_length=2_000)
    state_reason: str = Field(default="", max_length=2_000)
    notes: str = Field(default="", max_length=2_000)
