"""The whole schema of a new file, and making all triggers anew."""

from functools import cache

from sqlalchemy import MetaData
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from domain.store.connection import RawConnection
from domain.store.identity import (
    APPLICATION_ID,
    HEAD,
    META_SCHEMA,
    read_meta,
    renew_generation,
    trigger_hash,
    write_meta,
)
from domain.store.journal_tables import journal_tables
from domain.store.journal_triggers import JOURNAL_SCHEMA, journal_triggers
from domain.store.search_tables import SEARCH_SCHEMA, SOURCES, Source, rebuild, search_triggers
from domain.store.sql import ident, sql


@cache
def table_statements(metadata: MetaData) -> tuple[str, ...]:
    """The statements that create the model's tables and indexes and those of journal and search."""
    sqlite = dialect()
    made = []
    for table in metadata.tables.values():
        made.append(str(CreateTable(table).compile(dialect=sqlite)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=sqlite)).strip() for index in indexes]
    return (*made, *JOURNAL_SCHEMA, *SEARCH_SCHEMA)


@cache
def trigger_statements(metadata: MetaData, sources: tuple[Source, ...] = SOURCES) -> tuple[str, ...]:
    """The statements that create all journal and search triggers."""
    tables = journal_tables(metadata).values()
    return (*(text for table in tables for text in journal_triggers(table)), *search_triggers(sources))


def create_all(connection: RawConnection, metadata: MetaData, sources: tuple[Source, ...] = SOURCES) -> None:
    """Fill an empty file with the newest schema, in one transaction of its own."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in (*META_SCHEMA, *table_statements(metadata), *trigger_statements(metadata, sources)):
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    finish(connection)
    connection.execute("COMMIT")


def finish(connection: RawConnection) -> None:
    """Mark the file as ours and remember its triggers; within a transaction."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    write_meta(connection, "triggers", trigger_hash(connection))
    renew_generation(connection)


def drop_triggers(connection: RawConnection) -> None:
    """Remove all journal and search triggers, within a transaction that makes them anew before its end."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in found:
        if name.startswith(("journal_", "search_")):
            connection.execute(sql("DROP TRIGGER {name}", name=ident(name)))


def make_triggers(connection: RawConnection, metadata: MetaData, sources: tuple[Source, ...] = SOURCES) -> None:
    """Make all triggers anew and fill the search tables from the records; within a transaction."""
    drop_triggers(connection)
    rebuild(connection, sources)
    for statement in trigger_statements(metadata, sources):
        connection.execute(statement)
    write_meta(connection, "triggers", trigger_hash(connection))


def triggers_current(connection: RawConnection, metadata: MetaData, sources: tuple[Source, ...] = SOURCES) -> bool:
    """Whether the file's triggers are exactly those this program would make."""
    wanted = set(trigger_statements(metadata, sources))
    found = {text for (text,) in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")}
    return wanted == found and read_meta(connection, "triggers") == trigger_hash(connection)
