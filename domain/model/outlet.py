"""Outlets of calendars, and what was last written there."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, Record, UtcDateTime, not_blank, slug
from domain.terms import Audience, OutletKind, TourShape


class Outlet(Record, table=True):
    """A folder or a calendar server on which calendars are published; the password stays in the system's keyring."""

    __table_args__ = (not_blank("name"), not_blank("address"))

    name: str = Field(max_length=100)
    kind: OutletKind = Field(sa_type=slug(OutletKind))
    address: str = Field(max_length=1_000)
    public_address: str = Field(default="", max_length=1_000)
    user: str = Field(default="", max_length=300)
    audience: Audience = Field(default=Audience.public, sa_type=slug(Audience))
    tours: TourShape = Field(default=TourShape.stops, sa_type=slug(TourShape))
    web_page: bool = Field(default=True)
    is_active: bool = Field(default=True)


class OutletResource(SQLModel, table=True):
    """A resource on an outlet as it was when we last wrote it: its version there, and the digest of its bytes.

    Outside the journal: what was published is not undone. `collection` is a Kreis' key, or "" for all of the state.
    """

    __tablename__ = "outlet_resource"
    __table_args__ = {"info": OUTSIDE}

    outlet_id: UUID = Field(primary_key=True)
    collection: str = Field(primary_key=True, max_length=40)
    href: str = Field(primary_key=True, max_length=1_000)
    uid: str = Field(default="", max_length=100, index=True)
    etag: str = Field(default="", max_length=300)
    digest: str = Field(default="", max_length=64)
    sequence: int = Field(default=0, ge=0)


class OutletCollection(SQLModel, table=True):
    """A collection on a calendar server as we last saw it: its address and its tag, "" = unknown."""

    __tablename__ = "outlet_collection"
    __table_args__ = {"info": OUTSIDE}

    outlet_id: UUID = Field(primary_key=True)
    collection: str = Field(primary_key=True, max_length=40)
    url: str = Field(default="", max_length=1_000)
    tag: str = Field(default="", max_length=1_000)


class OutletResult(SQLModel, table=True):
    """How the last publication on an outlet went."""

    __tablename__ = "outlet_result"
    __table_args__ = {"info": OUTSIDE}

    outlet_id: UUID = Field(primary_key=True)
    finished_at: datetime = Field(sa_type=UtcDateTime)
    written: int = Field(default=0, ge=0)
    removed: int = Field(default=0, ge=0)
    unchanged: int = Field(default=0, ge=0)
    waiting: int = Field(default=0, ge=0)
    trouble: str = Field(default="", max_length=2_000)
