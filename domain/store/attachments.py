"""Pictures in the file: sweeping out those that nothing names any more, and finding damaged ones."""

from datetime import datetime, timedelta

from domain.errors import Problem
from domain.i18n import N_
from domain.store.connection import RawConnection
from domain.store.sql import ident, sql

KEPT_FOR_UNDO = timedelta(days=30)
"""How long a picture that was replaced or removed stays, so that undo brings it back; then it is really gone."""

HOLDERS = (("site", "photo"),)
"""The columns that hold keys of attachments."""


def orphans(connection: RawConnection, now: datetime) -> list[str]:
    """The keys of pictures that no record names and no step of the last 30 days named."""
    since = (now - KEPT_FOR_UNDO).isoformat()
    keys = [key for (key,) in connection.execute("SELECT key FROM attachment")]
    return [key for key in keys if not _is_named(connection, key) and not _was_named(connection, key, since)]


def sweep(connection: RawConnection, keys: list[str]) -> None:
    """Delete these pictures; within a write transaction."""
    connection.executemany("DELETE FROM attachment WHERE key = ?", [(key,) for key in keys])


def _is_named(connection: RawConnection, key: str) -> bool:
    return any(
        connection.execute(
            sql("SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", table=ident(table), column=ident(column)), (key,)
        ).fetchone()
        for table, column in HOLDERS
    )


def _was_named(connection: RawConnection, key: str, since: str) -> bool:
    """Whether a young step of the journal holds the key in what it changed."""
    query = (
        "SELECT 1 FROM change WHERE id >= (SELECT min(first) FROM step WHERE at >= ?)"
        " AND tbl = ? AND instr(coalesce(was, ''), ?) LIMIT 1"
    )
    return any(connection.execute(query, (since, table, key)).fetchone() for table, _column in HOLDERS)


def damaged(connection: RawConnection) -> list[Problem]:
    """Pictures whose bytes are not those their key was made from."""
    from hashlib import sha256  # loads OpenSSL, which the window's first page should not wait for

    pictures = connection.execute("SELECT key, content FROM attachment")
    return [
        Problem("file", N_("The picture {key} is damaged."), (("key", key[:12]),))
        for key, content in pictures
        if sha256(content).hexdigest() != key
    ]
