"""An open file that is looked after: glances, search, news from others, copies, checks, passphrase."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, TypeVar

from domain.errors import FileProblemError, Problem, UsageError
from domain.i18n import N_
from domain.rows.steps import Hit
from domain.store import backup, identity
from domain.store.connection import RawConnection, connect, use_wal
from domain.store.identity import model_tables, renew_generation
from domain.store.journal import Writer
from domain.store.keys import FileKey, derive
from domain.store.open_file import OpenFile, key_for, writing
from domain.store.outside import keep_outside, read_outside
from domain.store.problems import FileProblems
from domain.store.watch import Watch
from domain.terms import BERLIN

R = TypeVar("R")


class KeptFile:
    """The part of a workspace that needs no SQLAlchemy. Everything may be called from any thread.

    Every method raises `FileProblemError` when the file itself makes trouble (locked, full, read-only, damaged).
    """

    def __init__(self, file: OpenFile, writer: Writer) -> None:
        self._file = file
        self._writer = writer
        self._watch = Watch(file)
        self._wrote = False

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def encrypted(self) -> bool:
        """Whether the file has a passphrase."""
        return self._file.key is not None

    def glance(self, query: Callable[[RawConnection], R]) -> R:
        """What `query` finds in one read transaction by plain SQL, without importing SQLAlchemy."""
        return self._file.glance(query)

    def search(self, text: str, limit: int = 200) -> tuple[Hit, ...]:
        """Records of every kind that hold each word of `text`, best first (`store.search.search`)."""
        from domain.store.search import search

        return tuple(self._file.glance(partial(search, text=text, limit=limit)))

    def listen(self, heard: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call `heard` with the changed tables' names after each commit of this process, on the thread that wrote.

        Gives a function that ends it.
        """
        return self._watch.listen(heard)

    def poll(self) -> frozenset[str]:
        """The tables that other programs changed since the last look, all of them after a restore.

        Costs microseconds when nothing happened. Only journalled changes are told.
        """
        return self._watch.look()

    def backup(self, out: Path) -> None:
        """Write a complete, test-opened copy to `out`, encrypted with the same passphrase if the file is.

        Pictures that nothing names any more are swept out of the file first.

        Raises:
            FileProblemError: `out` exists, or cannot be written; nothing half-written stays.
        """
        if out.exists():
            raise FileProblemError(N_("{file} exists already."), file=out.name)
        self._sweep()
        _copy(self._file, out)

    def restore(self, source: Path, passphrase: str | None = None) -> None:
        """Replace the content, journal included, by that of a backup, after a backup of the present one.

        `passphrase` is the backup's, if it is another than the file's present one. Programs that have the file open
        keep working and read everything again. Numbers once given out stay given out.

        Raises:
            FileProblemError: the backup is missing, damaged, not ours, too new, its passphrase does not fit, or one
                of the two is encrypted and the other is not.
        """
        key = _key_of(self._file, source, passphrase)
        found = backup.examine(source, key)
        today = _today(self._writer)
        _copy(self._file, backup.backup_path(self.path, today, "before-restore"))
        with TemporaryDirectory(dir=self.path.parent) as folder, self._file.lend() as connection:
            if found != identity.HEAD:
                source = _brought_up_to_date(source, key, Path(folder), today)
            before = read_outside(connection)
            backup.copy_into(source, key, connection)
            with writing(connection):
                keep_outside(connection, before)
                renew_generation(connection)
            tables = model_tables(connection)
        self._wrote = True
        self._watch.refresh()
        self._watch.tell(tables)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with the file: integrity, references, journal, search; empty if all is well.

        `str()` of a problem is its English line, `Language.error` gives it in the reader's language.
        """
        from domain.store.check import findings

        # a new connection: FTS5 keeps an index's outline, and integrity_check trusts it though others have written
        with closing(self._file.connect()) as connection, FileProblems(self.path):
            return findings(connection)

    def change_passphrase(self, passphrase: str) -> None:
        """Encrypt the file anew under another passphrase; older backups keep theirs.

        Raises:
            UsageError: the file is not encrypted, or the new passphrase is empty.
            FileProblemError: another program has the file open.
        """
        if not self.encrypted or not passphrase:
            raise UsageError(N_("Only a file made with a passphrase can get a new one, and it may not be empty."))
        key = derive(passphrase)
        self._let_go()
        with closing(self._file.connect()) as connection, FileProblems(self.path):
            try:
                connection.execute("PRAGMA journal_mode = DELETE")  # needs the file alone
                connection.execute(key.pragma("rekey"))
            finally:
                use_wal(connection)
        self._file.key = key

    def close(self) -> None:
        """Write the day's backup if there is something new, tidy up and close the file."""
        day = backup.backup_path(self.path, _today(self._writer))
        try:
            if self._wrote or not day.exists():
                self._sweep()
                _copy(self._file, day)
                backup.rotate(self.path)
            with self._file.lend() as connection:
                connection.execute("PRAGMA optimize")
        finally:
            self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _sweep(self) -> None:
        """Let go of pictures that nothing names any more; writes only if there are any."""
        from domain.store.attachments import orphans, sweep

        keys = self._file.glance(partial(orphans, now=self._writer.clock().astimezone(UTC)))
        if keys:
            with self._file.lend() as connection, writing(connection):
                sweep(connection, keys)

    def _let_go(self) -> None:
        """Close every connection; the next call opens new ones."""
        self._watch.close()
        self._file.close()


def _today(writer: Writer) -> date:
    return writer.clock().astimezone(BERLIN).date()


def _copy(file: OpenFile, out: Path) -> None:
    with file.lend() as connection:
        backup.write_backup(connection, out, file.key)


def _key_of(file: OpenFile, source: Path, passphrase: str | None) -> FileKey | None:
    key = key_for(source, passphrase, file.key)
    if (key is None) != (file.key is None):
        raise FileProblemError(
            N_("{file} cannot be restored here: only one of the two files has a passphrase. Open it by itself."),
            file=source.name,
        )
    return key


def _brought_up_to_date(source: Path, key: FileKey | None, folder: Path, today: date) -> Path:
    from domain.store.migrate import migrate

    copy = folder / source.name
    with FileProblems(source), closing(connect(source, key)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    migrate(copy, key, today)
    return copy
