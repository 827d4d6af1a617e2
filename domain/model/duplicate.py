"""Pairs of partners of which a person said that they are not the same."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel


class DistinctPair(SQLModel, table=True):
    """Two partners that look alike and are not the same; which is first does not matter."""

    __tablename__ = "distinct_pair"
    __table_args__ = (CheckConstraint("first_id <> second_id", name="no_pair_with_itself"),)

    first_id: UUID = Field(primary_key=True, foreign_key="partner.id", ondelete="CASCADE")
    second_id: UUID = Field(primary_key=True, foreign_key="partner.id", ondelete="CASCADE", index=True)
    noted_on: date
