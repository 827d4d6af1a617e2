"""Raw connections to a workspace file, with the pragmas everything relies on."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias, cast

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the package ships no type information

from domain.store.keys import FileKey

Row: TypeAlias = tuple[Any, ...]

BUSY_MILLISECONDS = 5000
"""How long a writer waits for another one before it is refused."""

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # without it INSERT OR REPLACE deletes rows the journal never sees
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)


class RawCursor(Protocol):
    """What the store uses of a DB-API cursor."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Row | None:
        """The next row, None at the end."""

    def fetchall(self) -> list[Row]:
        """All remaining rows."""

    def __iter__(self) -> "RawCursor": ...

    def __next__(self) -> Row: ...


class RawConnection(Protocol):
    """What the store uses of a sqlcipher3 connection."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> RawCursor:
        """Run one statement."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]], /) -> RawCursor:
        """Run one statement for each set of parameters."""

    def backup(self, target: "RawConnection", /) -> None:
        """Copy this database over `target`."""

    def close(self) -> None:
        """Close the connection; what is not committed is rolled back."""


DRIVER = dbapi2
"""The DB-API module, for SQLAlchemy."""

DatabaseError: type[Exception] = dbapi2.Error
"""The root of what the driver raises."""


class DamagedSchemaError(dbapi2.DatabaseError):  # type: ignore[misc]  # the driver has no types
    """The schema is so damaged that the driver cannot even say how."""

    sqlite_errorcode = 11
    """SQLITE_CORRUPT."""


def connect(path: Path, key: FileKey | None = None) -> RawConnection:
    """Open `path` (made if missing) without starting a transaction; usable from any thread, one at a time.

    `key` opens an encrypted file. The first read tells whether it fits.

    Raises:
        DatabaseError: the file cannot be opened, is no database, or the key does not fit.
    """
    connection = unlocked(path, key)
    try:
        prepare(connection)
    except DatabaseError:
        connection.close()
        raise
    return connection


def unlocked(path: Path, key: FileKey | None = None) -> RawConnection:
    """A connection that can read, and has changed nothing about the file yet; `prepare` makes it complete.

    Raises:
        DatabaseError: the file cannot be opened, is no database, or the key does not fit.
    """
    connection = bare(path)
    try:
        if key is not None:
            connection.execute(key.pragma("key"))
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except UnicodeDecodeError as trouble:  # what the driver wants to say about a damaged schema holds damaged text
        connection.close()
        raise DamagedSchemaError from trouble
    except DatabaseError:
        connection.close()
        raise
    return connection


def prepare(connection: RawConnection) -> None:
    """Set the pragmas everything relies on."""
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    use_wal(connection)


def bare(path: Path) -> RawConnection:
    """A connection that has read nothing yet: no key, no pragmas but silence on stderr and patience."""
    connection = dbapi2.connect(
        str(path), timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # a wrong passphrase would print to stderr
    return cast("RawConnection", connection)


def use_wal(connection: RawConnection) -> None:
    """Readers and one writer side by side, and no committed row lost at a power cut (decision 3)."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def scalar(connection: RawConnection, statement: str, *parameters: object) -> Any:  # noqa: ANN401 - any SQL value
    """The first column of the first row, None without a row."""
    row = connection.execute(statement, parameters).fetchone()
    return None if row is None else row[0]
