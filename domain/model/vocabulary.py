"""Editable vocabularies, settings, saved filters and unsaved drafts."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, Record, UtcDateTime, not_blank


class Topic(Record, table=True):
    """A topic of the prevention work, valid between two days, perhaps asking for a qualification."""

    __table_args__ = (not_blank("name"),)

    name: str = Field(max_length=200, unique=True)
    area: str = Field(default="", max_length=100)
    valid_from: date | None = Field(default=None)
    valid_until: date | None = Field(default=None)
    qualification_id: UUID | None = Field(default=None, foreign_key="qualification.id", ondelete="SET NULL")


class TargetGroup(Record, table=True):
    """Whom the work is for."""

    __tablename__ = "target_group"
    __table_args__ = (not_blank("name"),)

    name: str = Field(max_length=200, unique=True)


class Setting(Record, table=True):
    """One setting of the workspace as JSON text."""

    name: str = Field(max_length=100, unique=True)
    value: str = Field(max_length=3_000_000)


class TravelOverride(Record, table=True):
    """A drive a person corrected, between two Gemeinden in both directions."""

    __tablename__ = "travel_override"

    from_ags: str = Field(max_length=8, index=True)
    to_ags: str = Field(max_length=8, index=True)
    minutes: int = Field(ge=0)
    kilometres: float | None = Field(default=None, ge=0)


class SavedFilter(Record, table=True):
    """A filter of a page under a name, as JSON text."""

    __tablename__ = "saved_filter"
    __table_args__ = (not_blank("name"),)

    page: str = Field(max_length=50, index=True)
    name: str = Field(max_length=200)
    query: str = Field(max_length=10_000)


class FormDraft(SQLModel, table=True):
    """What was typed into a form and not yet saved; survives a crash, is no step of its own."""

    __tablename__ = "form_draft"
    __table_args__ = {"info": OUTSIDE}

    key: str = Field(primary_key=True, max_length=100)
    content: str = Field(max_length=1_000_000)
    saved_at: datetime = Field(sa_type=UtcDateTime)
