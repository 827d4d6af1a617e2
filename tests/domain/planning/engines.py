"""Engines that behave well or badly, to be started by name in the planner's process."""

import os
import signal
import sys
from time import monotonic

from domain.errors import NotFoundError
from domain.planning.plan import Engine, Phase, Plan, Progress
from domain.planning.problem import Problem


def empty_plan(cost: int = 0) -> Plan:
    """A plan without routes; `cost` carries what the engine has to tell."""
    return Plan((), (), cost, None, proven=False, seconds=0.0, engine=Engine.search)


def patient(problem, effort, report, cancelled):
    """Works until it is asked to stop."""
    while not cancelled():
        report(Progress(Phase.searching, 0.0, cost=5))
    return empty_plan(5)


def chatty(problem, effort, report, cancelled):
    """Reports all the time for as long as the effort says."""
    ends = monotonic() + effort.seconds
    while monotonic() < ends:
        report(Progress(Phase.searching, 0.0))
    return empty_plan()


def deaf(problem, effort, report, cancelled):
    """Never stops."""
    report(Progress(Phase.listing, 0.0))
    signal.pause()


def killed(problem, effort, report, cancelled):
    """Is ended by the system as when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


def vanished(problem, effort, report, cancelled):
    """Leaves without a word."""
    os._exit(3)


def buggy(problem, effort, report, cancelled):
    """Has a bug."""
    return problem.stops[17]


def greedy(problem, effort, report, cancelled):
    """Needs more memory than there is."""
    raise MemoryError


def choosy(problem, effort, report, cancelled):
    """Refuses the problem."""
    raise NotFoundError("There is no {what}.", what="sense")


def curious(problem, effort, report, cancelled):
    """Tells by the names of its routes which of our and foreign packages its process has loaded."""
    from domain.planning import solve

    assert solve
    raise NotFoundError("{modules}", modules=",".join(sorted({name.split(".")[0] for name in sys.modules})))


def nice(problem, effort, report, cancelled):
    """Tells as its cost how far it stands back."""
    return empty_plan(os.nice(0))


NOTHING = Problem("nothing", (), (), (), (), 40)
