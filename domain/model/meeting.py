"""What is planned, decided and left to do at a meeting, who was invited, and who belongs to a body."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug, uuid7
from domain.terms import AssignmentRole, InviteReply, MembershipRole, WorkList


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


class EventInvitee(Record, table=True):
    """An institution asked to come to an event, and what it said.

    `name` is kept when the partner is deleted; `role` is whom it shall send ("head of office"), without names.
    """

    __tablename__ = "event_invitee"
    __table_args__ = (not_blank("name"),)

    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    partner_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    name: str = Field(max_length=300)
    role: str = Field(default="", max_length=200)
    reply: InviteReply = Field(default=InviteReply.planned, sa_type=slug(InviteReply))
    seats: int = Field(default=1, ge=0)
    invited_on: date | None = Field(default=None)
    replied_on: date | None = Field(default=None)
    notes: str = Field(default="", max_length=2_000)


class EventOutsider(SQLModel, table=True):
    """Somebody from outside in a role at an event: an institution, perhaps through a contact, or words."""

    __tablename__ = "event_outsider"
    __table_args__ = (CheckConstraint("partner_id is not null or trim(words) <> ''", name="somebody"),)

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    event_id: UUID = Field(foreign_key="event.id", ondelete="CASCADE", index=True)
    role: AssignmentRole = Field(sa_type=slug(AssignmentRole))
    partner_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="CASCADE", index=True)
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    words: str = Field(default="", max_length=300)


class EventTick(SQLModel, table=True):
    """A step of the timeline or a line of the checklist that is done; `title` as the template had it then."""

    __tablename__ = "event_tick"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    work_list: WorkList = Field(primary_key=True, sa_type=slug(WorkList))
    key: str = Field(primary_key=True, max_length=60)
    title: str = Field(default="", max_length=300)
    done_on: date
    done_by: str = Field(default="", max_length=200)


class EventMood(SQLModel, table=True):
    """How many cards gave each of the five answers to the mood question, from very unsafe to very safe."""

    __tablename__ = "event_mood"

    event_id: UUID = Field(primary_key=True, foreign_key="event.id", ondelete="CASCADE")
    very_unsafe: int = Field(default=0, ge=0)
    unsafe: int = Field(default=0, ge=0)
    mixed: int = Field(default=0, ge=0)
    safe: int = Field(default=0, ge=0)
    very_safe: int = Field(default=0, ge=0)


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
