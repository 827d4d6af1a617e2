"""SQLAlchemy engines over raw connections, with explicit transactions."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from domain.store.connection import DRIVER, RawConnection


def reader(opener: Callable[[], RawConnection]) -> Engine:
    """An engine for any number of threads whose connections from `opener` refuse to write."""

    def opened() -> RawConnection:
        connection = opener()
        connection.execute("PRAGMA query_only = ON")
        return connection

    return _engine(opened, "BEGIN", overflow=20)


def writer(opener: Callable[[], RawConnection]) -> Engine:
    """An engine with one connection from `opener`, whose transactions take the write lock as they begin.

    A transaction that reads first and writes later can be refused at once, whatever the patience: if somebody
    else wrote in between, what it read is outdated (SQLITE_BUSY_SNAPSHOT).
    """
    return _engine(opener, "BEGIN IMMEDIATE", overflow=0)


def raw(connection: Connection) -> RawConnection:
    """The driver's connection beneath, inside the same transaction."""
    return cast("RawConnection", connection.connection.driver_connection)


def _engine(opener: Callable[[], RawConnection], begin: str, *, overflow: int) -> Engine:
    size = 1 if overflow == 0 else 4
    made = create_engine(
        "sqlite://", creator=opener, module=DRIVER, poolclass=QueuePool, pool_size=size, max_overflow=overflow
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made
