"""Rows for any table, made from the metadata alone: tables that come later are filled like those of today."""

from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

from sqlalchemy import Enum, insert, select
from sqlmodel import SQLModel

from domain.model.columns import uuid7
from domain.region.gemeinden import gemeinden
from domain.usecases.record_joining import references

PARTNER = SQLModel.metadata.tables["partner"]
MOMENT = datetime(2027, 1, 1, tzinfo=UTC)
_numbers = count(1)


def linked():
    """Every (table, column) that points at a partner."""
    return [(each.table, each.columns[0][0].name) for each in references(PARTNER) if each.table is not PARTNER]


def put(session, table, **given):
    """Insert a row with these values; what else it needs is made up, rows it must point at among it."""
    row = {column.name: given.get(column.name, _made_up(session, column)) for column in table.columns}
    session.execute(insert(table).values(row))
    return row


def _made_up(session, column):
    if column.foreign_keys and not column.nullable:
        (key,) = column.foreign_keys
        return put(session, key.column.table)[key.column.name]
    if column.name in {"created_at", "updated_at"}:
        return MOMENT
    if column.name == "area":  # checked against the real Gemeinden
        return gemeinden()[next(_numbers) % len(gemeinden())].ags
    if column.nullable:
        return None
    if isinstance(column.type, Enum):
        return next(iter(column.type.enum_class))
    return _BY_TYPE[_kind(column).python_type](column)


def _kind(column):
    return getattr(column.type, "impl_instance", column.type)


_BY_TYPE = {
    bool: lambda _column: False,
    int: lambda _column: 1,
    float: lambda _column: 1.0,
    date: lambda _column: MOMENT.date(),
    datetime: lambda _column: MOMENT,
    str: lambda column: f"{column.name} {next(_numbers)}"[: _kind(column).length],
    UUID: lambda _column: uuid7(),
}


def rows_at(session, table, column, partner_id):
    """The rows that point at a partner from a column."""
    return [dict(row) for row in session.execute(select(table).where(table.c[column] == partner_id)).mappings()]
