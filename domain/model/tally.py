"""The tally at the stand: strokes as they fell, and what was counted by hour."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, UtcDateTime, uuid7


class TallyStroke(SQLModel, table=True):
    """One stroke: how many of which group (None = a longer talk) came at which moment.

    Kept out of the journal and without a foreign key: hundreds of strokes are no steps that anybody would undo later;
    taking them over into the event is one step. Strokes are only ever added: one that takes another back names it in
    `takes_back`, has its moment and the opposite quantity, so that two laptops' strokes add up.
    """

    __tablename__ = "tally_stroke"
    __table_args__ = {"info": OUTSIDE}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    event_id: UUID = Field(index=True)
    target_group_id: UUID | None = Field(default=None)
    quantity: int = Field(default=1)
    struck_at: datetime = Field(sa_type=UtcDateTime)
    takes_back: UUID | None = Field(default=None, unique=True)


class TallyGroup(SQLModel, table=True):
    """Which target groups are counted at an event, in the order of their keys; outside the journal as the strokes."""

    __tablename__ = "tally_group"
    __table_args__ = {"info": OUTSIDE}

    event_id: UUID = Field(primary_key=True)
    target_group_id: UUID = Field(primary_key=True)
    position: int = Field(ge=1)


class EventTally(SQLModel, table=True):
    """How many of a target group came to an event in one hour; `hour` is its start in UTC."""

    __tablename__ = "event_tally"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    target_group_id: UUID = Field(primary_key=True, foreign_key="target_group.id", ondelete="CASCADE", index=True)
    hour: datetime = Field(primary_key=True, sa_type=UtcDateTime)
    visitors: int = Field(ge=0)
