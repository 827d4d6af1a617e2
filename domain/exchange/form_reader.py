"""Has returned forms read by a process of its own, which may die or hang without harm."""

from __future__ import annotations

import json
from typing import cast

from domain.exchange.form_fields import LONGEST, MOST_FIELDS, Found, Outcome, serve
from domain.exchange.reader_process import ReaderProcess, Silence
from domain.i18n import N_

SECONDS = 20.0
"""How long the reading of one file may take."""

NO_START = N_("Forms cannot be read: the reader does not start ({reason}).")

_MOST_BYTES = MOST_FIELDS * LONGEST * 6
"""An answer longer than this is none of ours."""


class FormReader:
    """Reads files one after the other; to be used in a `with` block. A process that fails is replaced."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process = ReaderProcess(serve, NO_START, _MOST_BYTES)

    def __enter__(self) -> FormReader:
        """Start nothing yet."""
        return self

    def __exit__(self, *_trouble: object) -> None:
        """End the process."""
        self._process.end()

    def read(self, content: bytes) -> Found:
        """The fields of a file, or why there are none.

        Raises:
            LandaufError: the process cannot be started.
        """
        answer = self._process.ask(content, self._seconds)
        if isinstance(answer, Silence):
            return Found(Outcome.endless if answer is Silence.hung else Outcome.broken)
        try:
            return _answer(answer)
        except ValueError:  # it answered nonsense
            self._process.end()
            return Found(Outcome.broken)


def _answer(message: bytes) -> Found:
    """What the process said.

    Raises:
        ValueError: it is nothing it could have said.
    """
    outcome, values = cast("tuple[object, object]", json.loads(message))
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise ValueError(outcome)
    return Found(Outcome(str(outcome)), values)
