"""Projects: regional crime analyses and advice to offices, with their stages."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from domain.model.columns import Record, not_blank, slug, uuid7
from domain.terms import ProjectKind


class Project(Record, table=True):
    """One project; columns mirror `domain.rows.projects.ProjectDraft`."""

    __table_args__ = (
        not_blank("title"),
        CheckConstraint("last_day is null or first_day is null or last_day >= first_day", name="days_in_order"),
    )

    kind: ProjectKind = Field(sa_type=slug(ProjectKind), index=True)
    title: str = Field(max_length=300)
    kreis_ags: str | None = Field(default=None, max_length=5, index=True)
    partner_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    adviser_id: UUID | None = Field(default=None, foreign_key="staff.id", ondelete="SET NULL", index=True)
    university_id: UUID | None = Field(default=None, foreign_key="partner.id", ondelete="SET NULL", index=True)
    student: str = Field(default="", max_length=200)
    student_until: date | None = Field(default=None)
    question: str = Field(default="", max_length=4_000)
    first_day: date | None = Field(default=None)
    last_day: date | None = Field(default=None)
    result: str = Field(default="", max_length=4_000)
    notes: str = Field(default="", max_length=20_000)


class ProjectStage(SQLModel, table=True):
    """One stage of a project: planned for a day, reached on another."""

    __tablename__ = "project_stage"

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    project_id: UUID = Field(foreign_key="project.id", ondelete="CASCADE", index=True)
    position: int = Field(ge=1)
    title: str = Field(max_length=300)
    due: date | None = Field(default=None)
    done_on: date | None = Field(default=None)
