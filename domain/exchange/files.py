"""Writes files whole or not at all, and leaves them alone when nothing changed."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from domain.errors import FileProblemError
from domain.i18n import N_

_CHUNK = 1024 * 1024
_WORKSPACES = (".landauf", ".landauf-backup")
"""Endings of files that nothing but the store may write."""


def write_file_if_changed(path: Path, write: Callable[[BinaryIO], object]) -> bool:
    """Let `write` fill a file beside `path` and put it in its place; False if the bytes were there already.

    Readers see the old file or the new one, never a half. An unchanged file keeps its time of change, so that web
    servers and synchronisers leave it alone. If `write` raises, the old file stays and nothing is left behind.

    Raises:
        FileProblemError: the folder is missing or the file cannot be written.
    """
    partial = path.with_name(f"{path.name}.part")
    try:
        _refuse_odd_target(path)
        try:
            with partial.open("wb") as out:
                write(out)
                out.flush()
                os.fsync(out.fileno())
            if _same_bytes(partial, path):
                return False
            partial.replace(path)
            _keep_folder_entry(path.parent)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as trouble:
        raise FileProblemError(
            N_("“{file}” cannot be written: {reason}."), file=path.name, reason=trouble.strerror or trouble
        ) from trouble
    return True


def check_target(path: Path) -> None:
    """See whether a file could be written at `path`, before work that takes long; an existing one stays as it is.

    Raises:
        FileProblemError: the folder is missing or the file cannot be written.
    """
    partial = path.with_name(f"{path.name}.part")
    try:
        _refuse_odd_target(path)
        partial.open("wb").close()
        partial.unlink()
    except OSError as trouble:
        raise FileProblemError(
            N_("“{file}” cannot be written: {reason}."), file=path.name, reason=trouble.strerror or trouble
        ) from trouble


def _refuse_odd_target(path: Path) -> None:
    if path.is_dir():
        raise FileProblemError(N_("“{file}” is a folder, not a file."), file=path.name)
    if path.exists() and not path.is_file():  # what replaces a device is gone for every other program
        raise FileProblemError(N_("“{file}” is not an ordinary file."), file=path.name)
    if path.suffix.lower() in _WORKSPACES:
        raise FileProblemError(N_("“{file}” is a workspace or its backup; please name another file."), file=path.name)
    if not path.parent.is_dir():
        raise FileProblemError(N_("There is no folder “{folder}”."), folder=str(path.parent))


def _same_bytes(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(_CHUNK):
            if chunk != right.read(_CHUNK):
                return False
    return True


def _keep_folder_entry(folder: Path) -> None:
    """Make the new name survive a power cut; Windows has no such call and needs none."""
    with suppress(PermissionError):
        entry = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)
