"""Noticing what other programs commit to the same file."""

from collections.abc import Callable
from threading import Lock

from domain.store.connection import RawConnection, scalar
from domain.store.identity import model_tables, read_meta
from domain.store.open_file import OpenFile
from domain.store.problems import FileProblems


class Watch:
    """Looks at a file again and again; a look without foreign commits costs microseconds."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._lock = Lock()
        self._connection: RawConnection | None = None
        self._data_version: int | None = None
        self._own: set[int] = set()
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        with file.lend() as connection:
            self._seen, self._generation = _state(connection)

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call `heard` with changed tables whenever `tell` is called; gives a function that ends it."""
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    def tell(self, tables: frozenset[str]) -> None:
        """Tell the listeners which tables this process changed."""
        for heard in tuple(self._listeners):
            heard(tables)

    def own(self, step: int) -> None:
        """Note a step this process wrote itself, which is no news for `look`."""
        with self._lock:
            self._own.add(step)

    def look(self) -> frozenset[str]:
        """The tables changed by others since the last look; all of them if the file was filled anew."""
        with self._lock, FileProblems(self._file.path):
            if self._connection is None:
                self._connection = self._file.connect()
            version = scalar(self._connection, "PRAGMA data_version")
            if version == self._data_version:
                return frozenset()
            self._data_version = version
            return self._changed(self._connection)

    def refresh(self) -> None:
        """Take the present state as seen."""
        with self._lock, self._file.lend() as connection:
            self._seen, self._generation = _state(connection)

    def close(self) -> None:
        """Close the connection that looks; the next look opens another."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = self._data_version = None

    def _changed(self, connection: RawConnection) -> frozenset[str]:
        since, generation = self._seen, self._generation
        self._seen, self._generation = _state(connection)
        own, self._own = self._own, set()
        if generation != self._generation:
            return model_tables(connection)
        found = connection.execute(
            "SELECT DISTINCT step, tbl FROM change WHERE id > ? AND id <= ?", (since, self._seen)
        ).fetchall()
        return frozenset(table for step, table in found if step not in own)


def _state(connection: RawConnection) -> tuple[int, str | None]:
    return scalar(connection, "SELECT max(id) FROM change") or 0, read_meta(connection, "generation")
