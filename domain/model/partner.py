"""Partners, their contacts, and sites."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug
from domain.terms import LegalBasis, OfficeKind, PartnerCategory, PermitState, Schulform, Surface


class Partner(Record, table=True):
    """An institution we work with; `parent_id` is the one it belongs to (Revier → Inspektion), to any depth."""

    __table_args__ = (
        Index("ix_partner_sort_key_id", "sort_key", "id"),
        not_blank("name"),
        CheckConstraint("parent_id is null or parent_id <> id", name="no_parent_of_itself"),
    )

    name: str = Field(max_length=300)
    category: PartnerCategory = Field(default=PartnerCategory.other, sa_type=slug(PartnerCategory), index=True)
    schulform: Schulform | None = Field(default=None, sa_type=slug(Schulform))
    office_kind: OfficeKind | None = Field(default=None, sa_type=slug(OfficeKind))
    parent_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    street: str = Field(default="", max_length=200)
    postcode: str = Field(default="", max_length=10)
    town: str = Field(default="", max_length=200)
    ags: str | None = Field(default=None, max_length=8)
    kreis_ags: str | None = Field(default=None, max_length=5, index=True)
    phone: str = Field(default="", max_length=100)
    email: str = Field(default="", max_length=300)
    website: str = Field(default="", max_length=2_000)
    notes: str = Field(default="", max_length=20_000)
    confirmed: bool = Field(default=True)
    last_contact: date | None = Field(default=None)
    source: str = Field(default="", max_length=300)
    source_id: str = Field(default="", max_length=100)
    match_key: str = Field(default="", max_length=600, index=True)
    sort_key: str = Field(default="", max_length=300)


class Contact(Record, table=True):
    """A person in a role at a partner, and why we may keep the data."""

    __table_args__ = (not_blank("role"),)

    partner_id: UUID = Field(foreign_key="partner.id", ondelete="CASCADE", index=True)
    role: str = Field(max_length=200)
    name: str = Field(default="", max_length=200)
    phone: str = Field(default="", max_length=100)
    email: str = Field(default="", max_length=300)
    legal_basis: LegalBasis = Field(default=LegalBasis.public_task, sa_type=slug(LegalBasis))
    source: str = Field(default="", max_length=300)
    review_on: date | None = Field(default=None)
    notes: str = Field(default="", max_length=2_000)


class PartnerArea(SQLModel, table=True):
    """Where a partner is responsible: the key of a Kreis, Verbandsgemeinde or Gemeinde (`region.areas`)."""

    __tablename__ = "partner_area"

    partner_id: UUID = Field(primary_key=True, foreign_key="partner.id", ondelete="CASCADE")
    area: str = Field(primary_key=True, max_length=9, index=True)


class ContactArea(SQLModel, table=True):
    """Where a contact is responsible, e.g. which Gemeinden a Regionalbereichsbeamter has."""

    __tablename__ = "contact_area"

    contact_id: UUID = Field(primary_key=True, foreign_key="contact.id", ondelete="CASCADE")
    area: str = Field(primary_key=True, max_length=9, index=True)


class Site(Record, table=True):
    """A place where a vehicle can stand (Stellplatz); lengths in metres, weight in kg.

    `photo` is the key of an attachment, without a foreign key because attachments are outside the journal.
    """

    __table_args__ = (not_blank("name"),)

    name: str = Field(max_length=300, index=True)
    ags: str | None = Field(default=None, max_length=8)
    kreis_ags: str | None = Field(default=None, max_length=5, index=True)
    street: str = Field(default="", max_length=200)
    postcode: str = Field(default="", max_length=10)
    town: str = Field(default="", max_length=200)
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    surface: Surface = Field(default=Surface.unknown, sa_type=slug(Surface))
    slope_percent: float | None = Field(default=None)
    length_m: float | None = Field(default=None, ge=0)
    width_m: float | None = Field(default=None, ge=0)
    height_m: float | None = Field(default=None, ge=0)
    weight_limit_kg: int | None = Field(default=None, ge=0)
    sockets_230v: int = Field(default=0, ge=0)
    cee_16a: int = Field(default=0, ge=0)
    cee_32a: int = Field(default=0, ge=0)
    power_distance_m: float | None = Field(default=None, ge=0)
    step_free: bool | None = Field(default=None)
    key_holder: str = Field(default="", max_length=300)
    market_days: str = Field(default="", max_length=20)
    permit_authority: str = Field(default="", max_length=300)
    permit_lead_days: int = Field(default=14, ge=0)
    permit_state: PermitState = Field(default=PermitState.missing, sa_type=slug(PermitState))
    notes: str = Field(default="", max_length=20_000)
    access: str = Field(default="", max_length=2_000)
    photo: str = Field(default="", max_length=64)
    photo_alt: str = Field(default="", max_length=500)
