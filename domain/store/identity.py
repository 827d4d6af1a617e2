"""Whose file it is and which schema it has, told with the raw driver."""

import os
from pathlib import Path

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.store.connection import RawConnection, scalar

APPLICATION_ID = 0x4C616E64  # "Land"
OLDER: tuple[str, ...] = ()
"""Revisions this program can bring up to date, oldest first."""
HEAD = "0001"
"""The newest revision in `migrations/versions`, the schema of the model."""

META_SCHEMA = (
    "CREATE TABLE file_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE alembic_version (
  version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)""",
)


def revision(
    connection: RawConnection, path: Path, *, older: tuple[str, ...] | None = None, head: str | None = None
) -> str:
    """The file's schema revision: `head` or one of `older`, which are this program's own unless given.

    Raises:
        FileProblemError: the file is not a Landauf file or made by a newer Landauf.
    """
    if scalar(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise FileProblemError(N_("{file} is not a Landauf file."), file=path.name)
    found = str(scalar(connection, "SELECT version_num FROM alembic_version") or "")
    if found != (HEAD if head is None else head) and found not in (OLDER if older is None else older):
        raise FileProblemError(
            N_("{file} was made by a newer Landauf (schema {revision}). Update Landauf to open it."),
            file=path.name,
            revision=found,
        )
    return found


def read_meta(connection: RawConnection, key: str) -> str | None:
    """A fact the file keeps about itself."""
    value = scalar(connection, "SELECT value FROM file_meta WHERE key = ?", key)
    return None if value is None else str(value)


def write_meta(connection: RawConnection, key: str, value: str) -> None:
    """Keep a fact about the file."""
    connection.execute("INSERT OR REPLACE INTO file_meta VALUES (?, ?)", (key, value))


def renew_generation(connection: RawConnection) -> None:
    """Mark the file as filled anew, so that other programs that have it open read everything again."""
    write_meta(connection, "generation", os.urandom(8).hex())


def trigger_hash(connection: RawConnection) -> str:
    """A digest of all triggers in the file."""
    import hashlib  # loads OpenSSL, which the window's first page should not wait for

    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    digest = hashlib.sha256()
    for name, text in found:
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()


def triggers_intact(connection: RawConnection) -> bool:
    """Whether the triggers are those the file was given."""
    return read_meta(connection, "triggers") == trigger_hash(connection)


def model_tables(connection: RawConnection) -> frozenset[str]:
    """The names of the tables that hold the users' content."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite!_%'"
        " ESCAPE '!' AND name NOT IN ('step', 'change', 'journal_now', 'file_meta', 'alembic_version')"
    )
    return frozenset(name for (name,) in found)
