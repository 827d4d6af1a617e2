"""Making and opening workspace files, and keeping them safe: copies, checks, passphrase."""

import contextlib
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from domain.errors import FileProblemError, Problem, UsageError
from domain.i18n import N_
from domain.store import backup
from domain.store.check import findings
from domain.store.connection import connect, use_wal
from domain.store.identity import HEAD, model_tables, renew_generation, revision
from domain.store.journal import Writer
from domain.store.keys import FileKey, derive
from domain.store.open_file import OpenFile, key_for, writing
from domain.store.problems import FileProblems
from domain.terms import BERLIN, Clock


def create_file(path: Path, passphrase: str | None) -> OpenFile:
    """Make a new, empty workspace file; it appears under its name only when it is complete.

    Raises:
        FileProblemError: there is a file already, or its folder cannot be written.
    """
    from sqlmodel import SQLModel

    import domain.model  # noqa: F401 - importing it registers the tables
    from domain.store.schema import create_all

    if path.exists():
        raise FileProblemError(N_("{file} exists already."), file=path.name)
    key = derive(passphrase) if passphrase else None
    partial = path.with_name(path.name + ".new")
    with FileProblems(path):
        with contextlib.suppress(OSError):  # a folder that cannot be made shows when the file is opened
            path.parent.mkdir(parents=True, exist_ok=True)
            partial.unlink(missing_ok=True)
        connection = connect(partial, key)
        try:
            create_all(connection, SQLModel.metadata)
        finally:
            connection.close()
    partial.rename(path)
    return OpenFile(path, key)


def open_file(path: Path, passphrase: str | None, clock: Clock) -> OpenFile:
    """Open an existing workspace file, brought up to date if it is older (`migrate.migrate`).

    Raises:
        FileProblemError: missing, not ours, damaged, too new, wrong passphrase, or in use while it must be migrated.
    """
    file = OpenFile(path, key_for(path, passphrase))
    with file.lend() as connection:
        found = revision(connection, path)
    if found != HEAD:
        from domain.store.migrate import migrate

        file.close()
        migrate(path, file.key, _day(clock))
    return file


class KeptFile:
    """An open workspace file and what keeps it safe."""

    def __init__(self, file: OpenFile, writer: Writer) -> None:
        self.file = file
        self.wrote = False
        self._writer = writer

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.file.path

    @property
    def encrypted(self) -> bool:
        """Whether the file has a passphrase."""
        return self.file.key is not None

    def backup(self, out: Path) -> None:
        """Write a complete, test-opened copy to `out`, encrypted with the same passphrase if the file is.

        Raises:
            FileProblemError: `out` exists, or cannot be written; nothing half-written stays.
        """
        if out.exists():
            raise FileProblemError(N_("{file} exists already."), file=out.name)
        self._copy_to(out)

    def restore(self, source: Path, passphrase: str | None = None) -> None:
        """Replace the content, journal included, by that of a backup, after a backup of the present one.

        `passphrase` is the backup's, if it is another than the file's present one. Programs that have the file open
        keep working and read everything again.

        Raises:
            FileProblemError: the backup is missing, damaged, not ours, too new, its passphrase does not fit, or one
                of the two is encrypted and the other is not.
        """
        key = self._key_of(source, passphrase)
        found = backup.examine(source, key)
        self._copy_to(backup.backup_path(self.path, _day(self._writer.clock), "before-restore"))
        with TemporaryDirectory(dir=self.path.parent, ignore_cleanup_errors=True) as folder:
            if found != HEAD:
                source = self._brought_up_to_date(source, key, Path(folder))
            with self.file.lend() as connection:
                backup.copy_into(source, key, connection)
                with writing(connection):
                    renew_generation(connection)
                tables = model_tables(connection)
        self.wrote = True
        self._tell(tables)

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with the file: integrity, references, journal, search; empty if all is well."""
        with self.file.lend() as connection:
            return findings(connection)

    def change_passphrase(self, passphrase: str) -> None:
        """Encrypt the file anew under another passphrase; older backups keep theirs.

        Raises:
            UsageError: the file is not encrypted, or the new passphrase is empty.
            FileProblemError: another program has the file open.
        """
        if self.file.key is None or not passphrase:
            raise UsageError(N_("Only a file made with a passphrase can get a new one."))
        key = derive(passphrase)
        self._let_go()
        self.file.close()
        with self.file.lend() as connection:
            connection.execute("PRAGMA journal_mode = DELETE")  # needs the file alone
            connection.execute(key.pragma("rekey"))
            use_wal(connection)
        self.file.close()
        self.file.key = key

    def close(self) -> None:
        """Write the day's backup if there is something new, tidy up and close the file."""
        day = backup.backup_path(self.path, _day(self._writer.clock))
        try:
            if self.wrote or not day.exists():
                self._copy_to(day)
                backup.rotate(self.path)
            with self.file.lend() as connection:
                connection.execute("PRAGMA optimize")
        finally:
            self._let_go()
            self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _copy_to(self, out: Path) -> None:
        with self.file.lend() as connection:
            backup.write_backup(connection, out, self.file.key)

    def _key_of(self, source: Path, passphrase: str | None) -> FileKey | None:
        own = self.file.key
        key = key_for(source, passphrase, own)
        if (key is None) != (own is None):
            raise FileProblemError(
                N_("{file} cannot be restored here: only one of the two files has a passphrase. Open it by itself."),
                file=source.name,
            )
        return key

    def _brought_up_to_date(self, source: Path, key: FileKey | None, folder: Path) -> Path:
        from domain.store.migrate import migrate

        copy = folder / source.name
        with FileProblems(source):
            connection = connect(source, key)
            try:
                connection.execute("VACUUM INTO ?", (str(copy),))
            finally:
                connection.close()
        migrate(copy, key, _day(self._writer.clock))
        return copy

    def _tell(self, tables: frozenset[str]) -> None:
        """Called with the tables that were replaced."""

    def _let_go(self) -> None:
        """Called when every other connection to the file must be closed."""


def _day(clock: Clock) -> date:
    return clock().astimezone(BERLIN).date()
