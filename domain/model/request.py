"""Requests and their wished dates."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug
from domain.terms import DeclineCause, EventKind, RequestState, Schulform


class Request(Record, table=True):
    """What an institution asks for; weekdays are digits 0 (Monday) to 6, times minutes from local midnight."""

    __table_args__ = (
        not_blank("requester"),
        CheckConstraint("latest is null or earliest is null or latest >= earliest", name="latest_after_earliest"),
        CheckConstraint("priority between 1 and 3", name="priority_one_to_three"),
    )

    state: RequestState = Field(default=RequestState.open, sa_type=slug(RequestState), index=True)
    requester: str = Field(max_length=300)
    kind: EventKind = Field(sa_type=slug(EventKind))
    topic: str = Field(default="", max_length=300)
    partner_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    offer_id: UUID | None = Field(default=None, foreign_key="offer.id", ondelete="SET NULL", index=True)
    contact_name: str = Field(default="", max_length=200)
    contact_role: str = Field(default="", max_length=200)
    phone: str = Field(default="", max_length=100)
    email: str = Field(default="", max_length=300)
    schulform: Schulform | None = Field(default=None, sa_type=slug(Schulform))
    school_grade: str = Field(default="", max_length=100)
    listeners: str = Field(default="", max_length=500)
    prior_knowledge: str = Field(default="", max_length=2_000)
    teacher_present: bool | None = Field(default=None)
    room_technique: str = Field(default="", max_length=2_000)
    occasion: str = Field(default="", max_length=500)
    place: str = Field(default="", max_length=300)
    street: str = Field(default="", max_length=200)
    postcode: str = Field(default="", max_length=10)
    town: str = Field(default="", max_length=200)
    ags: str | None = Field(default=None, max_length=8)
    kreis_ags: str | None = Field(default=None, max_length=5, index=True)
    duration_minutes: int | None = Field(default=None, ge=0)
    earliest: date | None = Field(default=None)
    latest: date | None = Field(default=None)
    weekdays: str = Field(default="", max_length=7)
    from_minute: int | None = Field(default=None, ge=0, le=1440)
    to_minute: int | None = Field(default=None, ge=0, le=1440)
    equipment: str = Field(default="", max_length=1_000)
    priority: int = Field(default=2)
    expected: int | None = Field(default=None, ge=0)
    press_expected: bool = Field(default=False)
    closed: bool = Field(default=False)
    needs: str = Field(default="", max_length=2_000)
    security_remarks: str = Field(default="", max_length=20_000)
    notes: str = Field(default="", max_length=20_000)
    received_on: date | None = Field(default=None)
    answer_by: date | None = Field(default=None)
    waiting_since: date | None = Field(default=None)
    decided_on: date | None = Field(default=None)
    decline_cause: DeclineCause | None = Field(default=None, sa_type=slug(DeclineCause), index=True)
    declined_reason: str = Field(default="", max_length=2_000)
    unplanned_reason: str | None = Field(default=None, max_length=40)
    event_id: UUID | None = Field(default=None, foreign_key="event.id", ondelete="SET NULL", index=True)
    match_key: str = Field(default="", max_length=900, index=True)


class RequestWish(SQLModel, table=True):
    """One of up to three wished dates of a request, in order of preference."""

    __tablename__ = "request_wish"

    request_id: UUID = Field(primary_key=True, foreign_key="request.id", ondelete="CASCADE")
    position: int = Field(primary_key=True, ge=1, le=3)
    first_day: date
    last_day: date
    from_minute: int | None = Field(default=None, ge=0, le=1440)
    to_minute: int | None = Field(default=None, ge=0, le=1440)
