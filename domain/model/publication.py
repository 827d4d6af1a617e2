"""Publications, how their stock changes, and what an event hands out."""

from datetime import date
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug, uuid7
from domain.terms import StockReason


class Publication(Record, table=True):
    """One edition of a brochure or leaflet in one language; its stock is the sum of movements less what went out."""

    __table_args__ = (not_blank("title"),)

    title: str = Field(max_length=300)
    edition: str = Field(default="", max_length=100)
    language: str = Field(default="de", max_length=20)
    publisher: str = Field(default="", max_length=300)
    topic_id: UUID | None = Field(default=None, foreign_key="topic.id", ondelete="SET NULL", index=True)
    minimum: int = Field(default=0, ge=0)
    pack_size: int | None = Field(default=None, ge=1)
    valid_until: date | None = Field(default=None)
    replaced_by_id: UUID | None = Field(default=None, foreign_key="publication.id", ondelete="SET NULL", index=True)
    storage: str = Field(default="", max_length=300)
    notes: str = Field(default="", max_length=4_000)


class StockMovement(SQLModel, table=True):
    """What came or went without an event; `quantity` is signed."""

    __tablename__ = "stock_movement"

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    publication_id: UUID = Field(foreign_key="publication.id", ondelete="CASCADE", index=True)
    day: date
    quantity: int
    reason: StockReason = Field(sa_type=slug(StockReason))
    notes: str = Field(default="", max_length=500)


class EventPublication(SQLModel, table=True):
    """How many copies an event takes along and how many it handed out."""

    __tablename__ = "event_publication"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    publication_id: UUID = Field(primary_key=True, foreign_key="publication.id", ondelete="CASCADE", index=True)
    planned: int | None = Field(default=None, ge=0)
    handed_out: int | None = Field(default=None, ge=0)
