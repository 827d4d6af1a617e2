"""Released plans: numbered versions, what stood in them, and the sheets printed from them."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, UtcDateTime, slug, uuid7
from domain.terms import Audience, EventKind, EventState


class PlanVersion(SQLModel, table=True):
    """A released plan (Fassung): its number, when and by whom, and how many events stood in it.

    `change` is the journal's last change it contains; 0 = unknown, everything has to be compared.
    """

    __tablename__ = "plan_version"
    __table_args__ = {"info": OUTSIDE}

    number: int = Field(primary_key=True, ge=1)
    released_at: datetime = Field(sa_type=UtcDateTime)
    author: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=2_000)
    events: int = Field(default=0, ge=0)
    change: int = Field(default=0, ge=0)


class PlanEntry(SQLModel, table=True):
    """How an event stood in the versions from `since` up to but without `until` (None = in the newest, too).

    `marks` is JSON: per audience that sees the event, a short digest of each field it sees; what is not kept cannot
    leak. No foreign key: what has been released stays, also when the event is deleted.
    """

    __tablename__ = "plan_entry"
    __table_args__ = {"info": OUTSIDE}

    event_id: UUID = Field(primary_key=True)
    since: int = Field(primary_key=True, ge=1)
    until: int | None = Field(default=None, index=True)
    number: str = Field(max_length=20)
    uid: str = Field(max_length=100)
    sequence: int = Field(default=0, ge=0)
    kind: EventKind = Field(sa_type=slug(EventKind))
    state: EventState = Field(sa_type=slug(EventState))
    audience: Audience = Field(sa_type=slug(Audience))
    title: str = Field(max_length=300)
    all_day: bool = Field(default=False)
    starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ends_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    first_day: date | None = Field(default=None)
    last_day: date | None = Field(default=None)
    place: str = Field(default="", max_length=1_000)
    town: str = Field(default="", max_length=200)
    ags: str | None = Field(default=None, max_length=8)
    kreis_ags: str | None = Field(default=None, max_length=5)
    vehicle_id: UUID | None = Field(default=None)
    tour_day_id: UUID | None = Field(default=None)
    marks: str = Field(default="{}")


class PrintedSheet(SQLModel, table=True):
    """A sheet that went onto paper or into a PDF: which document about what, its plan version and its short code."""

    __tablename__ = "printed_sheet"
    __table_args__ = {"info": OUTSIDE}

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    document: str = Field(max_length=60)
    event_id: UUID | None = Field(default=None, index=True)
    tour_id: UUID | None = Field(default=None, index=True)
    day: date | None = Field(default=None, index=True)
    kreis_ags: str | None = Field(default=None, max_length=5)
    year: int | None = Field(default=None)
    title: str = Field(default="", max_length=300)
    version: int | None = Field(default=None)
    code: str = Field(max_length=20)
    printed_at: datetime = Field(sa_type=UtcDateTime)
    author: str = Field(default="", max_length=300)
    site_id: UUID | None = Field(default=None)
    vehicle_id: UUID | None = Field(default=None)
    partner_id: UUID | None = Field(default=None)
    snapshot_id: UUID | None = Field(default=None)
    edition_id: UUID | None = Field(default=None)
    since: int | None = Field(default=None)
