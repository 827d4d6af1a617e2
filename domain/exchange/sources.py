"""Files that were given to be read: opened as they are, copied whole, and known again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum, auto
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeAlias

from domain.errors import FileProblemError
from domain.i18n import N_

Source: TypeAlias = Path | bytes
"""The file, or what stands in it."""

MAX_COPY = 100_000_000
"""Bytes of a file that are taken into memory at most."""

_MEGABYTE = 1_000_000
_HEAD = 1_000
_BINARY = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"\x00")


class Trace(StrEnum):
    """What became of a file since it was copied."""

    same = auto()
    changed = auto()
    gone = auto()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stood in a file when it was read: everything that follows works on this and cannot see another file."""

    path: Path
    content: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """What messages call the file."""
        return self.path.name

    @property
    def may_be_text(self) -> bool:
        """Whether another encoding could make it readable: it is not empty and no known kind of binary file."""
        return bool(self.content[:_HEAD].strip()) and not self.content.startswith(_BINARY)

    def trace(self) -> Trace:
        """Whether the file still says what it said; one that cannot be read any more is gone."""
        try:
            if self.path.stat().st_size != len(self.content):
                return Trace.changed
            with opened(self.path, self.name) as stream:
                now = stream.read(len(self.content) + 1)
        except (OSError, FileProblemError):
            return Trace.gone
        return Trace.same if sha256(now).digest() == sha256(self.content).digest() else Trace.changed


def snapshot(path: Path) -> Snapshot:
    """Copy a file into memory.

    Raises:
        FileProblemError: it is missing, unreadable, no ordinary file, or larger than `MAX_COPY`.
    """
    return Snapshot(path, whole(path, path.name, MAX_COPY))


def whole(source: Source, name: str, limit: int) -> bytes:
    """Everything in a file of at most `limit` bytes.

    Raises:
        FileProblemError: it is missing, unreadable, no ordinary file, or larger.
    """
    with opened(source, name) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise FileProblemError(
            N_("“{file}” is larger than {limit} MB; please split it."), file=name, limit=limit // _MEGABYTE
        )
    return content


def beginning(source: Source, name: str, size: int) -> bytes:
    """The first bytes of a file.

    Raises:
        FileProblemError: it is missing, unreadable or no ordinary file.
    """
    with opened(source, name) as stream:
        return stream.read(size)


def is_pdf(head: bytes) -> bool:
    """Whether a file that begins so is a PDF; blanks before its header do no harm."""
    return head.lstrip(b"\xef\xbb\xbf\r\n\t \x00").startswith(b"%PDF-")


@contextmanager
def opened(source: Source, name: str) -> Iterator[BinaryIO]:
    """The file as a stream of bytes; `name` is what messages call it.

    Raises:
        FileProblemError: it is missing, unreadable or no ordinary file.
    """
    if isinstance(source, bytes):
        yield BytesIO(source)
        return
    try:
        _refuse_odd_path(source, name)
        with source.open("rb") as stream:
            yield stream
    except FileNotFoundError as missing:
        raise FileProblemError(N_("There is no file “{file}”."), file=name) from missing
    except PermissionError as forbidden:
        raise FileProblemError(N_("“{file}” may not be read: permission is missing."), file=name) from forbidden
    except OSError as trouble:
        raise FileProblemError(
            N_("“{file}” cannot be read: {reason}."), file=name, reason=trouble.strerror
        ) from trouble


def _refuse_odd_path(source: Path, name: str) -> None:
    if source.is_dir():
        raise FileProblemError(N_("“{file}” is a folder, not a file."), file=name)
    if source.exists() and not source.is_file():  # a pipe or device could not be read twice, or never ends
        raise FileProblemError(N_("“{file}” is not a regular file."), file=name)
