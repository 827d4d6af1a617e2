"""Reports as they were given: frozen figures."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from domain.model.columns import OUTSIDE, UtcDateTime, not_blank, slug, uuid7
from domain.terms import ReportKind


class ReportSnapshot(SQLModel, table=True):
    """The answer to one question as it was given; like a plan version it is not undone."""

    __tablename__ = "report_snapshot"
    __table_args__ = (not_blank("title"), {"info": OUTSIDE})

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    kind: ReportKind = Field(sa_type=slug(ReportKind), index=True)
    title: str = Field(max_length=300)
    first_day: date
    last_day: date
    question: str = Field(default="", max_length=10_000)
    content: str = Field(max_length=10_000_000)
    digest: str = Field(max_length=64)
    author: str = Field(default="", max_length=200)
    frozen_at: datetime = Field(sa_type=UtcDateTime)
