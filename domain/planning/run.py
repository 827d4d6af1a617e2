"""Plans in a process of its own, so that the window stays quick and a planner that dies takes nothing along."""

from __future__ import annotations

from multiprocessing import get_context
from time import monotonic
from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.planning.plan import Effort, Plan, Progress
from domain.planning.worker import Bug, OutOfMemory, Refused, solving, work

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from domain.planning.problem import Problem
    from domain.planning.worker import Engine

GRACE = 2.0
"""Seconds in which a planner that was asked to stop must answer; then it is ended."""

OVERRUN = 10.0
"""Seconds beyond its limit after which a planner is asked to stop, should its own clock have failed."""

_PATIENCE = 0.05
"""Seconds of sleep between two looks at `cancelled`; what comes through the pipe wakes at once."""

_KILLED = 9
"""The signal with which Linux ends a process when memory runs out; Windows has none and gives a code above 0."""

_NO_MEMORY = N_("Planning needs more memory than there is. Plan a shorter period or fewer requests.")


def run(
    problem: Problem,
    effort: Effort,
    report: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> Plan:
    """The plan of `domain.planning.solve`, found in a process of its own; sleeps until it is there.

    `report` is called in this thread, at most five times a second. Once `cancelled` says so, the best plan so far
    comes back.

    Raises:
        LandaufError: the planner refused the problem, ran out of memory, was ended from outside or did not stop.
        RuntimeError: the planner has a bug; with its traceback.
    """
    return run_apart(solving, problem, effort, report, cancelled)


def run_apart(
    engine: Engine,
    problem: Problem,
    effort: Effort,
    report: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> Plan:
    """`run` with any engine that can be imported by its name; raises the same."""
    context = get_context("spawn")  # a fork of a process with threads and a window may hang
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, engine, problem, effort), name="planner", daemon=True)
    with ours:
        try:
            with theirs:
                _start(process)
            return _answer(ours, effort, report, cancelled)
        except (EOFError, ConnectionError):
            process.join()
            raise _death(process) from None
        finally:
            if process.pid is not None:
                process.kill()  # has answered, or never will; tidying up its memory is wasted time
                process.join()
            process.close()


def _start(process: BaseProcess) -> None:
    try:
        process.start()
    except OSError as trouble:  # no memory or no process left
        reason = trouble.strerror or trouble
        raise LandaufError(N_("The planner cannot be started: {reason}."), reason=reason) from trouble


def _answer(
    connection: Connection, effort: Effort, report: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> Plan:
    """What the planner sends in the end."""
    limit = monotonic() + effort.seconds + OVERRUN if effort.iterations is None else float("inf")
    ends = float("inf")
    while True:
        if connection.poll(_PATIENCE):
            message = connection.recv()
            if not isinstance(message, Progress):
                return _plan(message)
            report(message)
        now = monotonic()
        if ends == float("inf") and (now > limit or cancelled()):
            ends = now + GRACE
            connection.send(None)
        if now > ends:
            raise LandaufError(N_("The planner did not stop when it was asked to and was ended; there is no plan."))


def _plan(message: object) -> Plan:
    match message:
        case Plan():
            return message
        case Refused():
            raise LandaufError(message.msgid, **message.params)
        case OutOfMemory():
            raise LandaufError(_NO_MEMORY)
        case Bug():
            raise RuntimeError(f"the planner failed:\n{message.report}")
        case _:
            raise TypeError(message)


def _death(process: BaseProcess) -> LandaufError:
    """What to tell about a planner that left without a word; killed by the system it lacked memory, most likely."""
    if process.exitcode == -_KILLED:
        return LandaufError(_NO_MEMORY)
    return LandaufError(N_("The planner ended without an answer (code {code})."), code=process.exitcode)
