"""Has returned forms read by a process of its own, which may die or hang without harm."""

from __future__ import annotations

import json
from multiprocessing import get_context
from typing import TYPE_CHECKING, cast

from domain.errors import LandaufError
from domain.exchange.form_fields import LONGEST, MOST_FIELDS, Found, Outcome, serve
from domain.i18n import N_

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from types import TracebackType

SECONDS = 20.0
"""How long the reading of one file may take."""

_START = 60.0
"""Seconds until the process must be ready: a slow stick, a virus scanner."""
_MOST_BYTES = MOST_FIELDS * LONGEST * 6
"""An answer longer than this is none of ours."""


class FormReader:
    """Reads files one after the other; to be used in a `with` block. A process that fails is replaced."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> FormReader:
        """Start nothing yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._end()

    def read(self, content: bytes) -> Found:
        """The fields of a file, or why there are none.

        Raises:
            LandaufError: the process cannot be started.
        """
        connection = self._connection or self._start()
        try:
            connection.send_bytes(content)
            if connection.poll(self._seconds):
                return _answer(connection.recv_bytes(_MOST_BYTES))
            found = Found(Outcome.endless)
        except (EOFError, OSError, ValueError):  # it died over the file, or answered nonsense
            found = Found(Outcome.broken)
        self._end()
        return found

    def _start(self) -> Connection:
        context = get_context("spawn")  # a fork of a process with threads and a window may hang
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="form reader", daemon=True)
        self._process, self._connection = process, ours
        with theirs:
            try:
                process.start()
            except OSError as trouble:
                self._process = None
                raise _no_start(trouble.strerror or str(trouble)) from trouble
        try:
            if ours.poll(_START):
                ours.recv_bytes(_MOST_BYTES)
                return ours
        except (EOFError, OSError) as trouble:
            process.join(1)
            raise _no_start(f"code {process.exitcode}") from trouble
        raise _no_start(f"{_START:.0f} s")

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None


def _no_start(reason: str) -> LandaufError:
    return LandaufError(N_("Forms cannot be read: the reader does not start ({reason})."), reason=reason)


def _answer(message: bytes) -> Found:
    """What the process said.

    Raises:
        ValueError: it is nothing it could have said.
    """
    outcome, values = cast("tuple[object, object]", json.loads(message))
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise ValueError(outcome)
    return Found(Outcome(str(outcome)), values)
