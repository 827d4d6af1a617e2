"""Has calendar files read by a process of its own, which may die or hang without harm."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from domain.errors import FileProblemError
from domain.exchange.ics_wire import packed, unpacked
from domain.exchange.reader_process import READY, ReaderProcess, Silence, limit_memory
from domain.exchange.sources import Source, opened
from domain.i18n import N_

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from domain.rows.calendar_import import CalendarReading

SECONDS = 20.0
"""How long the reading of one file may take."""

NO_START = N_("Calendars cannot be read: the reader does not start ({reason}).")
BROKEN = N_("“{file}” is damaged in a way that the reading broke off; nothing was taken.")
ENDLESS = N_("“{file}” could not be read within {seconds} seconds and was given up.")

_MOST_BYTES = 400_000_000
"""An answer longer than this is none of ours."""


class CalendarReader:
    """Reads calendar files one after the other; to be used in a `with` block."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process = ReaderProcess(serve, NO_START, _MOST_BYTES)

    def __enter__(self) -> CalendarReader:
        """Start nothing yet."""
        return self

    def __exit__(self, *_trouble: object) -> None:
        """End the process."""
        self._process.end()

    def read(self, content: bytes, name: str, today: date) -> CalendarReading:
        """What a calendar file holds; series are unrolled around `today`.

        Raises:
            FileProblemError: it is no calendar file, is too large, or cannot be read.
            LandaufError: the process cannot be started.
        """
        from domain.exchange.ics_lines import refuse_what_is_none

        refuse_what_is_none(content, name)
        answer = self._process.ask(json.dumps([name, today.isoformat()]).encode() + b"\n" + content, self._seconds)
        if isinstance(answer, Silence):
            msgid = ENDLESS if answer is Silence.hung else BROKEN
            raise FileProblemError(msgid, file=name, seconds=round(self._seconds))
        try:
            said: Any = json.loads(answer)
            return unpacked(said)
        except (ValueError, TypeError, KeyError, AttributeError, IndexError) as nonsense:
            self._process.end()
            raise FileProblemError(BROKEN, file=name) from nonsense


def read_calendar_file(source: Source, name: str, today: date) -> CalendarReading:
    """What a calendar file holds, read in a process of its own.

    Raises:
        FileProblemError: it is missing, unreadable, too large, no calendar file, or cannot be read.
        LandaufError: the process cannot be started.
    """
    from domain.exchange.ics_lines import LARGEST

    with opened(source, name) as stream:
        content = stream.read(LARGEST + 1)
    with CalendarReader() as reader:
        return reader.read(content, name, today)


def serve(connection: Connection) -> None:
    """Answer every file that comes through the pipe."""
    limit_memory()
    from domain.exchange.ics_read import read_calendar

    connection.send_bytes(READY)
    with suppress(EOFError, OSError, MemoryError):
        while True:
            head, _, content = connection.recv_bytes().partition(b"\n")
            name, today = json.loads(head)
            connection.send_bytes(packed(read_calendar(content, name, date.fromisoformat(today))))
