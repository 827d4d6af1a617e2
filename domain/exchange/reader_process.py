"""A process of its own that reads files from outside; it may die or hang without harm."""

from __future__ import annotations

from contextlib import suppress
from enum import Enum, auto
from multiprocessing import get_context
from typing import TYPE_CHECKING

from domain.errors import LandaufError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from types import TracebackType

MEMORY = 1_000_000_000
"""Bytes of address space a reading process may use."""
READY = b"ready"
"""What a process says when it can read."""

_START = 60.0
"""Seconds until the process must be ready: a slow stick, a virus scanner."""


class Silence(Enum):
    """Why a process gave no answer."""

    died = auto()
    hung = auto()


class ReaderProcess:
    """Asks a process that answers bytes with bytes; to be used in a `with` block. One that fails is replaced.

    `serve` runs in the process, says `READY` and then answers each message; `no_start` is the msgid of the refusal if
    it cannot be started, with {reason}. An answer longer than `most` bytes is none.
    """

    def __init__(self, serve: Callable[[Connection], None], no_start: str, most: int) -> None:
        self._serve, self._no_start = serve, no_start
        self._most = most
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> ReaderProcess:
        """Start nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.end()

    def ask(self, message: bytes, seconds: float) -> bytes | Silence:
        """The answer to a message within some seconds, or why there is none; then the next goes to a new process.

        Raises:
            LandaufError: the process cannot be started.
        """
        connection = self._connection or self._start()
        try:
            connection.send_bytes(message)
            if connection.poll(seconds):
                return connection.recv_bytes(self._most)
            silence = Silence.hung
        except (EOFError, OSError, ValueError):
            silence = Silence.died
        self.end()
        return silence

    def _start(self) -> Connection:
        context = get_context("spawn")  # a fork of a process with threads and a window may hang
        ours, theirs = context.Pipe()
        process = context.Process(target=self._serve, args=(theirs,), name="file reader", daemon=True)
        self._process, self._connection = process, ours
        with theirs:
            try:
                process.start()
            except OSError as trouble:
                self._process = None
                raise LandaufError(self._no_start, reason=trouble.strerror or str(trouble)) from trouble
        try:
            if ours.poll(_START):
                ours.recv_bytes(self._most)
                return ours
        except (EOFError, OSError) as trouble:
            process.join(1)
            raise LandaufError(self._no_start, reason=f"code {process.exitcode}") from trouble
        raise LandaufError(self._no_start, reason=f"{_START:.0f} s")

    def end(self) -> None:
        """End the process, if there is one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None


def limit_memory() -> None:
    """Let this process use no more than `MEMORY`, where the system can hold it to that."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit, some systems refuse it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
