"""What of the events here came from other programs' calendars."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from domain.model.columns import Record, UtcDateTime


class ImportedEvent(Record, table=True):
    """An entry of a calendar file and the event it became, so that the next file is recognised.

    In the journal: who undoes an import gets its entries offered as new again. `said` holds the fingerprints of what
    the file said by field as JSON, `sequence` and `modified` the version of the entry.
    """

    __tablename__ = "imported_event"
    __table_args__ = (UniqueConstraint("uid", "recurrence"),)

    uid: str = Field(max_length=300)
    recurrence: str = Field(default="", max_length=40)
    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    sequence: int = Field(default=0, ge=0)
    modified: datetime | None = Field(default=None, sa_type=UtcDateTime)
    said: str = Field(default="{}", max_length=1_000)
