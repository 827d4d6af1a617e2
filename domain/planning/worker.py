"""The planner's own process: takes a task from the pipe, tells how far it is and answers once."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from domain.errors import LandaufError

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from types import TracebackType

    from domain.planning.plan import Effort, Plan, Progress
    from domain.planning.problem import Problem

    Engine = Callable[[Problem, Effort, Callable[[Progress], None], Callable[[], bool]], Plan]

BETWEEN_REPORTS = 0.2
"""Seconds between two reports: five a second are as many as a person can read."""

BETWEEN_LOOKS = 0.02
"""Seconds between two looks at whether anybody still waits; engines ask far more often."""

LOWER = 5
"""Steps of niceness below the window, which must stay quick on two cores."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Trouble that a person can act on: a msgid and what fills its fields."""

    msgid: str
    params: dict[str, object]


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The problem needs more memory than there is."""


@dataclass(frozen=True, slots=True)
class Bug:
    """An error of ours with its traceback."""

    report: str


def solving(
    problem: Problem, effort: Effort, report: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> Plan:
    """`domain.planning.solve.solve`, whose libraries only the planner's process loads."""
    from domain.planning.solve import solve

    return solve(problem, effort, report, cancelled)


def work(connection: Connection, engine: Engine, problem: Problem, effort: Effort) -> None:
    """Plan and send what comes of it: `Progress` on the way, in the end a `Plan`, `Refused`, `OutOfMemory` or `Bug`.

    Whatever comes through the pipe, also its end, asks to stop.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all of a terminal; the parent decides what it means
    if sys.platform != "win32":
        os.nice(LOWER)
    with _Answering(connection):
        connection.send(engine(problem, effort, _Reporter(connection), _Listener(connection)))


class _Reporter:
    """Sends progress, but not too often; what comes too early waits for the next report and is then out of date."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._began = monotonic()
        self._last = -BETWEEN_REPORTS

    def __call__(self, progress: Progress) -> None:
        now = monotonic() - self._began
        if now - self._last >= BETWEEN_REPORTS:
            self._last = now
            self._connection.send(progress)


class _Listener:
    """Whether planning is to stop: somebody said so, or nobody is there any more."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._looked = 0.0
        self._stop = False

    def __call__(self) -> bool:
        now = monotonic()
        if not self._stop and now - self._looked >= BETWEEN_LOOKS:
            self._looked = now
            self._stop = self._connection.poll()
        return self._stop


class _Answering:
    """Sends errors through the pipe instead of printing them where nobody looks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if error is None:
            return False
        if isinstance(error, ConnectionError):  # the parent has gone
            return True
        answer: Refused | OutOfMemory | Bug
        if isinstance(error, LandaufError):
            answer = Refused(error.msgid, error.params)
        elif isinstance(error, MemoryError):
            answer = OutOfMemory()
        else:
            answer = Bug("".join(traceback.format_exception(kind, error, trace)))
        self._connection.send(answer)
        return True
