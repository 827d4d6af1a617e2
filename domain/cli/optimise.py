"""The optimise command: a planning problem from a file, its plan into a file; no workspace is touched."""

from __future__ import annotations

import math
import re
import signal
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from domain.cli.usage import text
from domain.errors import UsageError
from domain.i18n import N_
from domain.planning.plan import Effort, Engine, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from domain.cli.call import Call
    from domain.i18n import Language
    from domain.planning.problem import Problem

LONGEST = 86_400
"""Seconds that may be asked for: a day."""

_SEEDS = 2**31 - 1
"""The highest seed that the solver takes."""


def arguments(made: ArgumentParser, language: Language) -> None:
    """What the command is told."""
    _ = language.gettext
    usual = Effort()
    made.add_argument("problem", metavar="PROBLEM.json", help=_("the planning problem to read"))
    made.add_argument("plan", metavar="PLAN.json", help=_("the plan to write"))
    effort_arguments(made, language)
    made.add_argument(
        "--engine",
        choices=[engine.value for engine in Engine],
        default=usual.engine.value,
        help=_("exact chooses among all possible days, search only improves step by step (default: exact)"),
    )
    made.add_argument(
        "--iterations",
        metavar="N",
        type=_count,
        default=None,
        help=_("stop after so many steps of the search instead of seconds: the same plan every time"),
    )
    made.add_argument("--json", action="store_true", help=_("answer as JSON"))


def effort_arguments(made: ArgumentParser, language: Language) -> None:
    """How long to plan, for every command that plans."""
    _ = language.gettext
    usual = Effort()
    made.add_argument(
        "--seconds",
        metavar="N",
        type=_seconds,
        default=usual.seconds,
        help=_("how long to plan at most (default: {seconds})").format(seconds=f"{usual.seconds:g}"),
    )
    made.add_argument(
        "--seed",
        metavar="N",
        type=_seed,
        default=usual.seed,
        help=_("start of the random numbers (default: {seed})").format(seed=usual.seed),
    )


def run(call: Call) -> None:
    """Plan and write the plan. Ctrl+C ends planning with the best plan so far.

    The engine runs in this process: there is no window to keep quick, and starting another one takes time.

    Raises:
        UsageError: problem and plan are the same file.
        FileProblemError: the problem cannot be read or contradicts itself, or the plan cannot be written.
    """
    from domain.exchange.files import check_target, write_file_if_changed
    from domain.planning.plan_file import bytes_of, document_of_plan
    from domain.planning.problem_file import read_problem

    options = call.options
    source, target = Path(options.problem), Path(options.plan)
    problem = read_problem(source)
    if target.exists() and target.samefile(source):
        raise UsageError(N_("{file} is the problem itself; please name another file for the plan."), file=target)
    check_target(target)
    effort = Effort(options.seconds, options.seed, Engine(options.engine), options.iterations)
    plan = solved(problem, effort)
    content = bytes_of(document_of_plan(plan, problem, call.language))
    write_file_if_changed(target, lambda stream: stream.write(content))
    _tell(call, target, problem, plan)


def solved(problem: Problem, effort: Effort) -> Plan:
    """The plan of a problem; Ctrl+C ends planning with the best plan so far."""
    from domain.planning.solve import solve

    with _stopped_by_ctrl_c() as is_stopped:
        return solve(problem, effort, lambda _progress: None, is_stopped)


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C came; a second one interrupts as ever."""
    stopped: list[int] = []
    usual = signal.getsignal(signal.SIGINT)

    def stop(number: int, _frame: FrameType | None) -> None:
        stopped.append(number)
        signal.signal(signal.SIGINT, usual)

    try:
        signal.signal(signal.SIGINT, stop)
    except ValueError:  # only a main thread may; elsewhere nobody presses keys
        yield lambda: False
        return
    try:
        yield lambda: bool(stopped)
    finally:
        signal.signal(signal.SIGINT, usual)


def _tell(call: Call, target: Path, problem: Problem, plan: Plan) -> None:
    planned = len(problem.stops) - len(plan.left_out)
    if call.options.json:
        call.say_json(
            {
                "file": str(target),
                "planned": planned,
                "unplanned": len(plan.left_out),
                "cost": plan.cost,
                "bound": plan.bound,
                "gap": plan.gap,
                "proven": plan.proven,
                "seconds": round(plan.seconds, 3),
                "engine": plan.engine.value,
            }
        )
        return
    _ = call.language.gettext
    call.say(_("Wrote {file}").format(file=target))
    planned_line = _("Planned: {planned} of {count} stops on {days} vehicle days; left out: {left_out}")
    call.say(
        planned_line.format(
            planned=planned, count=len(problem.stops), days=len(plan.routes), left_out=len(plan.left_out)
        )
    )
    call.say(_("Cost: {cost} ({quality})").format(cost=plan.cost, quality=quality(plan, call.language)))


def quality(plan: Plan, language: Language) -> str:
    """How good a plan is known to be, in words."""
    if plan.proven:
        return language.gettext("no plan is cheaper")
    if plan.gap is None:
        return language.gettext("how good that is, is not known")
    percent = math.ceil(plan.gap * 1000) / 10
    return language.gettext("at most {percent} % above the optimum").format(percent=language.number(percent))


def _seconds(typed: str) -> float:
    seconds = float(typed) if re.fullmatch(r"\d{1,9}(\.\d*)?|\.\d+", typed, re.ASCII) else 0.0
    if not 0 < seconds <= LONGEST:
        raise ArgumentTypeError(f"invalid seconds value: {text(typed)!r}")
    return seconds


def _seed(typed: str) -> int:
    return _whole(typed, 0)


def _count(typed: str) -> int:
    return _whole(typed, 1)


def _whole(typed: str, least: int) -> int:
    number = int(typed) if re.fullmatch(r"\d{1,10}", typed, re.ASCII) else -1
    if not least <= number <= _SEEDS:
        raise ArgumentTypeError(f"invalid int value: {text(typed)!r}")
    return number
