"""Making and opening workspace files."""

import contextlib
from contextlib import closing
from pathlib import Path

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.store import identity
from domain.store.connection import connect, prepare, unlocked
from domain.store.keys import derive
from domain.store.open_file import OpenFile, key_for
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
    with contextlib.suppress(OSError):  # a folder that cannot be made shows when the file is opened
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
    with FileProblems(path), closing(connect(partial, key)) as connection:
        create_all(connection, SQLModel.metadata)
    partial.rename(path)
    return OpenFile(path, key)


def open_file(path: Path, passphrase: str | None, clock: Clock) -> OpenFile:
    """Open an existing workspace file, brought up to date if it is older (`migrate.migrate`).

    Raises:
        FileProblemError: missing, not ours, damaged, too new, wrong passphrase, or in use while it must be migrated.
    """
    key = key_for(path, passphrase)
    with FileProblems(path), contextlib.ExitStack() as stack:
        connection = stack.enter_context(closing(unlocked(path, key)))
        # before anything is changed about a file that may not be ours
        if identity.revision(connection, path) == identity.HEAD:
            prepare(connection)
            stack.pop_all()  # it stays open: reading the schema once more would cost 3 ms
            return OpenFile(path, key, connection)
    from domain.store.migrate import migrate

    return OpenFile(path, key, former=migrate(path, key, clock().astimezone(BERLIN).date()))
