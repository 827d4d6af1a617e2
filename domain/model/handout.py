"""Handouts (Merkblätter): texts on a topic, an edition for each language."""

from datetime import date
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from domain.model.columns import Record, not_blank


class Handout(Record, table=True):
    """A topic text; `key` is its name in files, the same for all its editions."""

    __table_args__ = (not_blank("key"),)

    key: str = Field(max_length=100, unique=True)
    topic_id: UUID | None = Field(default=None, foreign_key="topic.id", ondelete="SET NULL", index=True)
    notes: str = Field(default="", max_length=4_000)


class HandoutEdition(Record, table=True):
    """The text of a handout in one language; `revision` counts what its readers got to see as versions.

    `starter_version` is the version of the text that came with the program, `starter_revision` the revision it was
    stored as: while both are the newest, nobody has edited it.
    """

    __tablename__ = "handout_edition"
    __table_args__ = (UniqueConstraint("handout_id", "language"), not_blank("title"))

    handout_id: UUID = Field(foreign_key="handout.id", ondelete="CASCADE", index=True)
    language: str = Field(default="de", max_length=20)
    title: str = Field(max_length=300)
    lead: str = Field(default="", max_length=600)
    text: str = Field(default="", max_length=60_000)
    author: str = Field(default="", max_length=300)
    revision: int = Field(default=1, ge=1)
    valid_until: date | None = Field(default=None)
    starter_version: int | None = Field(default=None, ge=1)
    starter_revision: int | None = Field(default=None, ge=1)
