"""The catalogue of offers: lectures, consultations and trainings that can be asked for."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug
from domain.terms import EventKind


class Offer(Record, table=True):
    """One offer of the catalogue; columns mirror `domain.rows.catalogue.OfferDraft`."""

    __table_args__ = (
        not_blank("title"),
        CheckConstraint(
            "valid_until is null or valid_from is null or valid_until >= valid_from", name="valid_in_order"
        ),
    )

    title: str = Field(max_length=300)
    kind: EventKind = Field(default=EventKind.lecture, sa_type=slug(EventKind))
    topic_id: UUID | None = Field(default=None, foreign_key="topic.id", ondelete="SET NULL", index=True)
    listeners: str = Field(default="", max_length=500)
    duration_minutes: int | None = Field(default=None, ge=1)
    aims: str = Field(default="", max_length=2_000)
    public_text: str = Field(default="", max_length=4_000)
    neutrality_note: str = Field(default="", max_length=2_000)
    needs: str = Field(default="", max_length=2_000)
    notes: str = Field(default="", max_length=4_000)
    valid_from: date | None = Field(default=None)
    valid_until: date | None = Field(default=None)


class OfferTargetGroup(SQLModel, table=True):
    """Whom an offer is for."""

    __tablename__ = "offer_target_group"

    offer_id: UUID = Field(primary_key=True, foreign_key="offer.id", ondelete="CASCADE")
    target_group_id: UUID = Field(primary_key=True, foreign_key="target_group.id", ondelete="CASCADE", index=True)


class OfferPublication(SQLModel, table=True):
    """Which publications go with an offer."""

    __tablename__ = "offer_publication"

    offer_id: UUID = Field(primary_key=True, foreign_key="offer.id", ondelete="CASCADE")
    publication_id: UUID = Field(primary_key=True, foreign_key="publication.id", ondelete="CASCADE", index=True)
