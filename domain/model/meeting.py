"""What is planned, decided and left to do at a meeting: agenda, resolutions, tasks; and who belongs to a body."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug, uuid7
from domain.terms import MembershipRole


class AgendaItem(SQLModel, table=True):
    """One item of an event's agenda, with what the minutes say of it in a fixed grid: discussion and result."""

    __tablename__ = "agenda_item"
    __table_args__ = (not_blank("title"),)

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    position: int = Field(ge=1)
    title: str = Field(max_length=300)
    minutes: int | None = Field(default=None, ge=0)
    speaker: str = Field(default="", max_length=300)
    discussion: str = Field(default="", max_length=20_000)
    result: str = Field(default="", max_length=20_000)
    concern_id: UUID | None = Field(default=None, foreign_key="concern.id", ondelete="SET NULL", index=True)


class Resolution(SQLModel, table=True):
    """What a meeting decided; `votes` is free text ("einstimmig", "7 : 2")."""

    __table_args__ = (not_blank("wording"),)

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    position: int = Field(ge=1)
    wording: str = Field(max_length=2_000)
    votes: str = Field(default="", max_length=200)


class Task(Record, table=True):
    """Something to do because of an event or in a council, by whom and until when; done on `done_on`."""

    __table_args__ = (not_blank("title"),)

    event_id: UUID | None = Field(default=None, foreign_key="event.id", ondelete="CASCADE", index=True)
    council_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="CASCADE", index=True)
    title: str = Field(max_length=300)
    responsible: str = Field(default="", max_length=300)
    staff_id: UUID | None = Field(default=None, foreign_key="staff.id", ondelete="SET NULL", index=True)
    due: date | None = Field(default=None, index=True)
    done_on: date | None = Field(default=None)
    notes: str = Field(default="", max_length=2_000)


class CouncilRhythm(SQLModel, table=True):
    """How many days may pass between two sessions of a council, 1:1 with the partner; without it none is missed."""

    __tablename__ = "council_rhythm"

    council_id: UUID = Field(primary_key=True, foreign_key="partner.id", ondelete="CASCADE")
    interval_days: int = Field(ge=1)


class Membership(Record, table=True):
    """Who belongs to a council, club or association (`body_id`), in which role and until when.

    The member is an institution, perhaps through one of its contacts; both days are inclusive.
    """

    __table_args__ = (
        CheckConstraint("last_day is null or first_day is null or last_day >= first_day", name="last_day_after_first"),
        CheckConstraint("body_id <> member_id", name="no_member_of_itself"),
    )

    body_id: UUID = Field(foreign_key="partner.id", ondelete="CASCADE", index=True)
    member_id: UUID = Field(foreign_key="partner.id", ondelete="CASCADE", index=True)
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    role: MembershipRole = Field(default=MembershipRole.member, sa_type=slug(MembershipRole))
    first_day: date | None = Field(default=None)
    last_day: date | None = Field(default=None)
    notes: str = Field(default="", max_length=2_000)
