"""What every table shares: keys, times, enums and the record's own columns."""

import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from threading import Lock
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Dialect, Enum
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from domain.overriding import override

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


_RANDOM_BITS, _TAIL_BITS = 74, 62
_HEAD_MASK, _TAIL_MASK = (1 << _RANDOM_BITS - _TAIL_BITS) - 1, (1 << _TAIL_BITS) - 1
_newest = 0
_in_turn = Lock()


def uuid7() -> UUID:
    """A time-ordered key (UUID version 7, RFC 9562): 48 bits of milliseconds, the rest random.

    Within this process each key is greater than all before it (RFC 9562, 6.2, method 2), so that records made in one
    millisecond keep their order.
    """
    global _newest  # noqa: PLW0603 - the last key given out is one per process by its nature
    noise = int.from_bytes(os.urandom(10), "big") >> 80 - _RANDOM_BITS
    fresh = time.time_ns() // 1_000_000 << _RANDOM_BITS | noise
    with _in_turn:
        _newest = max(fresh, _newest + 1)
        key = _newest
    head = (key >> _TAIL_BITS) & _HEAD_MASK
    return UUID(int=(key >> _RANDOM_BITS) << 80 | 0x7 << 76 | head << 64 | 0b10 << 62 | key & _TAIL_MASK)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: refuses naive values, stores UTC, returns aware UTC.

    SQLite's own DateTime silently drops the offset, which would move events by an hour or two.
    """

    impl = DateTime
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive time {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def slug(terms: type[StrEnum]) -> Any:  # noqa: ANN401 - sqlmodel's sa_type takes any type object
    """The column type of an enum: its slug as text with a CHECK of the allowed values."""
    return Enum(
        terms,
        native_enum=False,
        create_constraint=True,
        length=32,
        name=terms.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


def not_blank(column: str) -> CheckConstraint:
    """A CHECK that a text column holds more than blanks."""
    return CheckConstraint(f"trim({column}) <> ''", name=f"{column}_not_blank")


class Record(SQLModel):
    """The columns of every table with a life of its own; `version` guards against overwriting unseen changes."""

    id: UUID = Field(default_factory=uuid7, primary_key=True)
    created_at: datetime = Field(default=None, nullable=False, sa_type=UtcDateTime)
    updated_at: datetime = Field(
        default=None, nullable=False, sa_type=UtcDateTime, sa_column_kwargs={"info": {"journal": "time"}}
    )
    version: int = Field(default=None, nullable=False, sa_column_kwargs={"info": {"journal": "count"}})

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> Mapping[str, Any]:
        """Let SQLAlchemy raise the version at each update and refuse to overwrite a newer one."""
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]  # only tables call it, and they have it


OUTSIDE = {"journal": False}
"""Table info of what has left the house or is not worth undoing: kept out of the journal."""
