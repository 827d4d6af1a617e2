"""Events, what only some kinds have, and who and what takes part."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, Record, UtcDateTime, not_blank, slug, uuid7
from domain.terms import AssignmentRole, Audience, EventKind, EventState, PermitState, PlaceCategory, PlaceKind


class Event(Record, table=True):
    """A measure (Maßnahme): times are UTC; all-day events keep days; both are empty without a date."""

    __table_args__ = (
        Index("ix_event_starts_at_id", "starts_at", "id"),
        Index("ix_event_kreis_starts", "kreis_ags", "starts_at"),
        not_blank("title"),
        CheckConstraint("ends_at is null or ends_at >= starts_at", name="ends_after_start"),
        CheckConstraint("last_day is null or last_day >= first_day", name="last_day_after_first"),
    )

    kind: EventKind = Field(sa_type=slug(EventKind), index=True)
    state: EventState = Field(default=EventState.idea, sa_type=slug(EventState), index=True)
    audience: Audience = Field(default=Audience.public, sa_type=slug(Audience))
    title: str = Field(max_length=300)
    public_text: str = Field(default="", max_length=20_000)
    internal_notes: str = Field(default="", max_length=20_000)
    security_remarks: str = Field(default="", max_length=20_000)
    all_day: bool = Field(default=False)
    starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ends_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    first_day: date | None = Field(default=None, index=True)
    last_day: date | None = Field(default=None)
    set_up_minutes: int = Field(default=0, ge=0)
    tear_down_minutes: int = Field(default=0, ge=0)
    ags: str | None = Field(default=None, max_length=8)
    kreis_ags: str | None = Field(default=None, max_length=5)
    place_category: PlaceCategory | None = Field(default=None, sa_type=slug(PlaceCategory))
    place_kind: PlaceKind = Field(default=PlaceKind.address, sa_type=slug(PlaceKind))
    site_id: UUID | None = Field(default=None, foreign_key="site.id", ondelete="SET NULL", index=True)
    place_partner_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    place_name: str = Field(default="", max_length=300)
    room: str = Field(default="", max_length=300)
    street: str = Field(default="", max_length=200)
    postcode: str = Field(default="", max_length=10)
    town: str = Field(default="", max_length=200)
    online_url: str = Field(default="", max_length=2_000)
    host_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    host_name: str = Field(default="", max_length=300)
    host_confidential: bool = Field(default=False)
    office_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    languages: str = Field(default="de", max_length=100)
    accessibility: str = Field(default="", max_length=2_000)
    press_expected: bool = Field(default=False)
    expected: int | None = Field(default=None, ge=0)
    actual: int | None = Field(default=None, ge=0)
    kilometres: float | None = Field(default=None, ge=0)
    state_reason: str = Field(default="", max_length=2_000)
    postponed_to: date | None = Field(default=None)
    lessons: str = Field(default="", max_length=4_000)
    best_practice: bool = Field(default=False)
    is_template: bool = Field(default=False)
    vehicle_id: UUID | None = Field(default=None, foreign_key="vehicle.id", ondelete="SET NULL", index=True)
    offer_id: UUID | None = Field(default=None, foreign_key="offer.id", ondelete="SET NULL", index=True)


class EventIdentity(SQLModel, table=True):
    """What an event is called outside: human number, UID, SEQUENCE and what last went out.

    Kept out of the journal and without a foreign key: what has left the house is not undone, and a number may already
    be on paper.
    """

    __tablename__ = "event_identity"
    __table_args__ = {"info": OUTSIDE}

    event_id: UUID = Field(primary_key=True)
    number: str = Field(unique=True, max_length=20)
    uid: str = Field(unique=True, max_length=100)
    sequence: int = Field(default=0, ge=0)
    sent: str = Field(default="", max_length=1_000)
    sent_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Counter(SQLModel, table=True):
    """The last number given out per name ("event-2027"); outside the journal, so no number is given twice."""

    __table_args__ = {"info": OUTSIDE}

    name: str = Field(primary_key=True, max_length=60)
    value: int = Field(default=0, ge=0)


class EventTopic(SQLModel, table=True):
    """Which topics an event treats."""

    __tablename__ = "event_topic"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    topic_id: UUID = Field(primary_key=True, foreign_key="topic.id", ondelete="CASCADE", index=True)


class EventTargetGroup(SQLModel, table=True):
    """Whom an event is for, and how many were expected and came."""

    __tablename__ = "event_target_group"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    target_group_id: UUID = Field(primary_key=True, foreign_key="target_group.id", ondelete="CASCADE", index=True)
    expected: int | None = Field(default=None, ge=0)
    actual: int | None = Field(default=None, ge=0)


class EventPartner(SQLModel, table=True):
    """Which partners take part."""

    __tablename__ = "event_partner"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    partner_id: UUID = Field(primary_key=True, foreign_key="partner.id", ondelete="CASCADE", index=True)


class EventEquipment(SQLModel, table=True):
    """Which equipment an event needs."""

    __tablename__ = "event_equipment"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    equipment_id: UUID = Field(primary_key=True, foreign_key="equipment.id", ondelete="CASCADE", index=True)


class Assignment(SQLModel, table=True):
    """Who of the house does what at an event."""

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    staff_id: UUID = Field(foreign_key="staff.id", ondelete="CASCADE", index=True)
    role: AssignmentRole = Field(sa_type=slug(AssignmentRole))


class EventPermit(SQLModel, table=True):
    """The permit (Sondernutzung) for one event at one site, 1:1 with the event.

    `for_day` and `for_site_id` are what was asked for: an event that moves needs another permit.
    """

    __tablename__ = "event_permit"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    permit_state: PermitState = Field(default=PermitState.missing, sa_type=slug(PermitState))
    permit_authority: str = Field(default="", max_length=300)
    permit_lead_days: int | None = Field(default=None, ge=0)
    permit_reference: str = Field(default="", max_length=100)
    applied_on: date | None = Field(default=None)
    decided_on: date | None = Field(default=None)
    for_day: date | None = Field(default=None)
    for_site_id: UUID | None = Field(default=None, foreign_key="site.id", ondelete="SET NULL", index=True)
    notes: str = Field(default="", max_length=2_000)


class AcceptedConflict(SQLModel, table=True):
    """A conflict a person has accepted, and why."""

    __tablename__ = "accepted_conflict"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    key: str = Field(primary_key=True, max_length=200)
    reason: str = Field(max_length=2_000)
