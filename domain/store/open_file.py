"""An open workspace file: its path and key, and raw connections to lend."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeVar

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.store.connection import RawConnection, connect
from domain.store.keys import FileKey, derive, salt_of
from domain.store.problems import FileProblems

R = TypeVar("R")

PAGE_BYTES = 4096
"""A page of an encrypted file (SQLCipher 4's default)."""


class OpenFile:
    """A workspace file that is in use; `lend` may be called from any thread. `first` is a connection to begin with.

    `former` is the backup of the file as it was before it was brought up to date just now, if it was.
    """

    def __init__(
        self, path: Path, key: FileKey | None, first: RawConnection | None = None, *, former: Path | None = None
    ) -> None:
        self.path = path
        self.key = key
        self.former = former
        self._idle: list[RawConnection] = [first] if first is not None else []
        self._round = 0
        self._lock = Lock()

    def connect(self) -> RawConnection:
        """A new connection, which the caller closes."""
        with FileProblems(self.path):
            return connect(self.path, self.key)

    @contextmanager
    def lend(self) -> Iterator[RawConnection]:
        """A connection for the time of the block; trouble with the file becomes `FileProblemError`."""
        with self._lock:
            lent_in = self._round
            idle = self._idle.pop() if self._idle else None
        connection = idle or self.connect()
        try:
            with FileProblems(self.path):
                yield connection
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with self._lock:
                if lent_in == self._round:
                    self._idle.append(connection)
                else:
                    connection.close()

    def glance(self, query: Callable[[RawConnection], R]) -> R:
        """What `query` finds in one read transaction of a raw connection."""
        with self.lend() as connection:
            connection.execute("BEGIN")
            return query(connection)

    def close(self) -> None:
        """Close all connections; those that are lent as soon as they come back."""
        with self._lock:
            self._round += 1
            for connection in self._idle:
                connection.close()
            self._idle.clear()


@contextmanager
def writing(connection: RawConnection) -> Iterator[None]:
    """A raw write transaction: committed at the end of the block, rolled back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def key_for(path: Path, passphrase: str | None, own: FileKey | None = None) -> FileKey | None:
    """The key that opens an existing file, None for a plain one; whether it fits shows at the first read.

    `own` is a key at hand that fits every copy with the same salt.

    Raises:
        FileProblemError: the file is not there, or encrypted and no passphrase was given.
    """
    salt = salt_in(path)
    if salt is None:
        return None
    if own is not None and own.salt == salt:
        return own
    if not passphrase:
        raise FileProblemError(N_("{file} needs its passphrase, or is not a Landauf file."), file=path.name)
    return derive(passphrase, salt)


def salt_in(path: Path) -> bytes | None:
    """The salt of an encrypted workspace, None for a plain one.

    Raises:
        FileProblemError: the file is not there, or cannot be one of ours: encrypted ones consist of whole pages.
    """
    if not path.is_file():
        raise FileProblemError(N_("{file} is not there."), file=path.name)
    size = path.stat().st_size
    if size == 0:
        raise FileProblemError(N_("{file} is not a Landauf file."), file=path.name)
    with FileProblems(path):
        salt = salt_of(path)
    if salt is not None and size % PAGE_BYTES:
        raise FileProblemError(N_("{file} is not a Landauf file."), file=path.name)
    return salt
