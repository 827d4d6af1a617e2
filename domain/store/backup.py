"""Backups: complete copies that were opened and checked before they count, and the way back."""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.store.connection import RawConnection, scalar, unlocked
from domain.store.identity import revision
from domain.store.keys import FileKey
from domain.store.problems import FileProblems

SUFFIX = ".landauf-backup"
KEPT_DAYS, KEPT_WEEKS, KEPT_LABELLED = 7, 4, 4


def folder(path: Path) -> Path:
    """Where the backups of a workspace lie by themselves."""
    return path.parent / "backups"


def backup_path(path: Path, day: date, label: str = "") -> Path:
    """The backup's place: `<workspace>-2027-05-13.landauf-backup`, or with a label before the suffix."""
    tail = f"-{label}" if label else ""
    return folder(path) / f"{path.stem}-{day.isoformat()}{tail}{SUFFIX}"


def write_backup(
    connection: RawConnection,
    out: Path,
    key: FileKey | None,
    older: tuple[str, ...] | None = None,
    head: str | None = None,
) -> None:
    """Copy the database to `out`: written beside it, brought to disk, test-opened, then renamed into place.

    Raises:
        FileProblemError: the folder cannot be written, the disk is full, or the copy does not open; `out` is then
            as it was before.
    """
    partial = out.with_name(out.name + ".tmp")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with FileProblems(out), _forgotten(partial):
            connection.execute("VACUUM INTO ?", (str(partial),))
            _to_disk(partial)
            _trust(partial, out, key, older, head)
            partial.replace(out)
    except OSError as trouble:
        raise FileProblemError(
            N_("The backup {file} could not be written: {reason}"), file=out.name, reason=trouble.strerror or ""
        ) from trouble


def examine(path: Path, key: FileKey | None, older: tuple[str, ...] | None = None, head: str | None = None) -> str:
    """Open a copy that nobody has open, check that it is whole, and give its schema revision: `head` or an older one.

    Raises:
        FileProblemError: the copy is damaged, not ours, too new, or the key does not fit.
    """
    with FileProblems(path), closing(unlocked(path, key)) as connection:
        found = revision(connection, path, older=older, head=head)
        if scalar(connection, "PRAGMA quick_check(1)") != "ok":
            raise FileProblemError(N_("{file} is damaged. Restore the newest backup."), file=path.name)
        return found


def _trust(partial: Path, out: Path, key: FileKey | None, older: tuple[str, ...] | None, head: str | None) -> None:
    try:
        examine(partial, key, older, head)
    except FileProblemError as trouble:
        msgid = N_("{file} was not written: the workspace is damaged. Restore an earlier backup: landauf restore")
        raise FileProblemError(msgid, file=out.name) from trouble


def rotate(path: Path) -> list[Path]:
    """Remove backups of this workspace beyond the newest 7 daily, 4 weekly and 4 labelled ones; give what went."""
    pattern = re.compile(re.escape(path.stem) + r"-(\d{4}-\d{2}-\d{2})(-.+)?" + re.escape(SUFFIX))
    dated: list[tuple[date, Path]] = []
    labelled: list[tuple[date, Path]] = []
    for found in folder(path).glob(f"*{SUFFIX}"):
        match = pattern.fullmatch(found.name)
        if match:
            (labelled if match[2] else dated).append((date.fromisoformat(match[1]), found))
    dated.sort(reverse=True)
    labelled.sort(reverse=True)
    weeks: dict[tuple[int, int], Path] = {}
    for day, found in dated[KEPT_DAYS:]:
        weeks.setdefault(day.isocalendar()[:2], found)
    kept = {found for _day, found in dated[:KEPT_DAYS]} | set(list(weeks.values())[:KEPT_WEEKS])
    kept |= {found for _day, found in labelled[:KEPT_LABELLED]}
    gone = [found for _day, found in (*dated, *labelled) if found not in kept]
    for found in gone:
        found.unlink(missing_ok=True)
    return gone


def copy_into(source: Path, key: FileKey | None, target: RawConnection) -> None:
    """Replace everything in the open database by the content of `source`, through SQLite's backup interface.

    Other programs that have the file open keep working; they see the new content at their next read.
    """
    target.execute("BEGIN IMMEDIATE")  # somebody else writing: refused now instead of waited for without end
    target.execute("ROLLBACK")
    with closing(unlocked(source, key)) as connection:
        connection.backup(target)


def _to_disk(path: Path) -> None:
    with path.open("r+b") as copy:
        os.fsync(copy.fileno())


@contextmanager
def _forgotten(partial: Path) -> Iterator[None]:
    """Nothing under that name before and after, whatever a killed or failed try left."""
    try:
        _remove(partial)
        yield
    finally:
        _remove(partial)


def _remove(partial: Path) -> None:
    for rest in ("", "-journal", "-wal", "-shm"):
        partial.with_name(partial.name + rest).unlink(missing_ok=True)
