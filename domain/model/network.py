"""How partners stand to each other, and when we were in contact with them."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from domain.model.columns import Record, not_blank, slug
from domain.terms import ContactChannel, RelationKind


class Relation(Record, table=True):
    """How `partner_id` stands to `other_id`; kept once, read from both sides. Both days are inclusive."""

    __table_args__ = (
        CheckConstraint("last_day is null or first_day is null or last_day >= first_day", name="last_day_after_first"),
        CheckConstraint("partner_id <> other_id", name="no_relation_to_itself"),
    )

    partner_id: UUID = Field(foreign_key="partner.id", ondelete="CASCADE", index=True)
    other_id: UUID = Field(foreign_key="partner.id", ondelete="CASCADE", index=True)
    kind: RelationKind = Field(default=RelationKind.works_with, sa_type=slug(RelationKind))
    first_day: date | None = Field(default=None)
    last_day: date | None = Field(default=None)
    notes: str = Field(default="", max_length=2_000)


class ContactEntry(Record, table=True):
    """One entry of the contact log of a partner: when, how, about what, perhaps with whom and because of an event."""

    __tablename__ = "contact_entry"
    __table_args__ = (not_blank("subject"),)

    partner_id: UUID = Field(foreign_key="partner.id", ondelete="CASCADE", index=True)
    day: date
    channel: ContactChannel = Field(default=ContactChannel.phone, sa_type=slug(ContactChannel))
    subject: str = Field(max_length=500)
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL", index=True)
    event_id: UUID | None = Field(default=None, foreign_key="event.id", ondelete="SET NULL", index=True)
