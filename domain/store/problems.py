"""Trouble with the file itself, told apart from bugs by the driver's error code."""

from pathlib import Path
from types import TracebackType

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.store.connection import DatabaseError

_BUSY = N_("{file} is in use by another program. Close it there or try again.")
_CORRUPT, _FULL = 11, 13
_NO_ROOM_TO_SHARE = 4874
"""SQLITE_IOERR_SHMSIZE: the file beside the workspace that its users share cannot grow."""
_MESSAGES = {
    3: N_("{file} may not be read or written. Check the rights of the file and its folder."),  # PERM
    5: _BUSY,
    6: _BUSY,  # LOCKED
    8: N_("{file} or its folder is read-only."),
    10: N_("{file} could not be read or written; the disk reports an error."),  # IOERR
    _CORRUPT: N_("{file} is damaged. Restore the newest backup."),  # CORRUPT
    13: N_("The disk is full; {file} was left as it was."),
    14: N_("{file} cannot be opened. Check that the folder exists and may be written."),  # CANTOPEN
    26: N_("{file} is not a Landauf file, is damaged, or needs another passphrase."),  # NOTADB
}


def problem_of(error: BaseException, path: Path) -> FileProblemError | None:
    """What a person can do about a driver error, None if it is a bug; also looks into SQLAlchemy's wrapping."""
    cause = getattr(error, "orig", error)
    if _is_unreadable_value(cause):
        return FileProblemError(_MESSAGES[_CORRUPT], file=path.name)
    if not isinstance(cause, DatabaseError):
        return None
    code = getattr(cause, "sqlite_errorcode", 0) or 0
    if "Could not decode to UTF-8" in str(cause):  # the driver found no text where only text is written
        code = _CORRUPT
    if code == _NO_ROOM_TO_SHARE:
        code = _FULL
    message = _MESSAGES.get(code & 0xFF)  # the low byte is the primary code, the rest says how exactly
    return None if message is None else FileProblemError(message, file=path.name)


def _is_unreadable_value(cause: BaseException) -> bool:
    """Whether SQLAlchemy met a date, time, key or code name in the file that it cannot have written itself."""
    words = str(cause)
    return (
        isinstance(cause, ValueError) and words.startswith(("Couldn't parse", "badly formed hexadecimal UUID"))
    ) or (isinstance(cause, LookupError) and "is not among the defined enum values" in words)


class FileProblems:
    """`with FileProblems(path):` turns driver errors about the file into `FileProblemError`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        problem = None if error is None else problem_of(error, self._path)
        if problem is not None:
            raise problem from error
