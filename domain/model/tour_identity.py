"""What a tour is called in calendars outside."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, UtcDateTime


class TourIdentity(SQLModel, table=True):
    """The bar of a tour in calendars of one scope (audience and districts): UID, SEQUENCE and what last went out.

    Readers who see other stops have another bar, with a UID of its own. Outside the journal and without a foreign key,
    as `EventIdentity`.
    """

    __tablename__ = "tour_identity"
    __table_args__ = {"info": OUTSIDE}

    tour_id: UUID = Field(primary_key=True)
    scope: str = Field(primary_key=True, max_length=200)
    uid: str = Field(unique=True, max_length=100)
    sequence: int = Field(default=0, ge=0)
    sent: str = Field(default="")
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
