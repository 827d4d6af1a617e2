"""The planner's process: it reports, stops when asked to, and its death is told in one line."""

import os
import subprocess
import sys
import threading
from multiprocessing import active_children
from pathlib import Path
from time import monotonic, process_time

import pytest

from domain.errors import LandaufError
from domain.planning import run as running
from domain.planning.plan import Effort, Progress
from domain.planning.run import run, run_apart
from tests.domain.planning import engines
from tests.domain.planning.engines import NOTHING, empty_plan


def never() -> bool:
    return False


def ignore(progress: Progress) -> None:
    """Nobody looks."""


class Watch:
    """Cancels at the first report and remembers when, and what was reported."""

    def __init__(self):
        self.seen, self.asked = [], None

    def report(self, progress):
        self.seen.append(progress)

    def cancelled(self):
        if self.seen and self.asked is None:
            self.asked = monotonic()
        return bool(self.seen)


@pytest.fixture(autouse=True)
def no_process_is_left():
    """Whatever happens, the planner's process is gone."""
    yield
    assert active_children() == []


def test_a_cancelled_planner_answers_with_the_best_so_far():
    watch = Watch()
    plan = run_apart(engines.patient, NOTHING, Effort(), watch.report, watch.cancelled)
    assert watch.asked is not None
    assert plan == empty_plan(5)
    assert watch.seen[0].cost == 5


def test_at_most_five_reports_come_in_a_second():
    watch = Watch()
    run_apart(engines.chatty, NOTHING, Effort(seconds=0.9), watch.report, never)
    assert 1 <= len(watch.seen) <= 5


def test_a_planner_that_does_not_stop_is_ended(monkeypatch):
    monkeypatch.setattr(running, "GRACE", 0.1)
    watch = Watch()
    with pytest.raises(LandaufError, match="did not stop"):
        run_apart(engines.deaf, NOTHING, Effort(), watch.report, watch.cancelled)
    assert watch.asked is not None


def test_a_planner_beyond_its_limit_is_ended(monkeypatch):
    monkeypatch.setattr(running, "GRACE", 0.0)
    monkeypatch.setattr(running, "OVERRUN", 0.0)
    with pytest.raises(LandaufError, match="did not stop"):
        run_apart(engines.deaf, NOTHING, Effort(seconds=0.1), ignore, never)


@pytest.mark.parametrize(
    ("engine", "words"),
    [
        (engines.killed, "more memory than there is"),
        (engines.greedy, "more memory than there is"),
        (engines.vanished, r"without an answer \(code 3\)"),
        (engines.choosy, r"^There is no sense\.$"),
    ],
)
def test_the_end_of_a_planner_is_told_in_one_line(engine, words):
    with pytest.raises(LandaufError, match=words):
        run_apart(engine, NOTHING, Effort(), ignore, never)


def test_a_bug_of_the_planner_is_a_bug_here_with_its_traceback():
    with pytest.raises(RuntimeError, match=r"return problem\.stops\[17\](.|\n)*IndexError"):
        run_apart(engines.buggy, NOTHING, Effort(), ignore, never)


def test_the_planner_starts_without_window_and_store():
    with pytest.raises(LandaufError) as told:
        run_apart(engines.curious, NOTHING, Effort(), ignore, never)
    loaded = set(str(told.value).split(","))
    assert "domain" in loaded
    assert not loaded & {"PySide6", "shiboken6", "sqlalchemy", "sqlmodel", "alembic", "babel", "reportlab", "gui"}


def test_the_caller_sleeps_meanwhile_and_other_threads_go_on():
    done = threading.Event()
    began, turns = process_time(), 0

    def plan():
        run_apart(engines.chatty, NOTHING, Effort(seconds=0.6), ignore, never)
        done.set()

    thread = threading.Thread(target=plan)
    thread.start()
    while not done.wait(0.01):
        turns += 1
    thread.join()
    assert turns > 5
    assert process_time() - began < 0.4  # of the processor, which a caller that spins would have used for 0.6 s


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows priorities instead")
def test_the_planner_stands_back_behind_the_window():
    assert run_apart(engines.nice, NOTHING, Effort(), ignore, never).cost == min(19, os.nice(0) + 5)


def test_a_planner_whose_program_is_killed_ends_too():
    """The program below says the planner's process id and then dies without a chance to clean up."""
    code = """
import os, signal, sys
from multiprocessing import active_children
from pathlib import Path
from domain.planning.plan import Effort
from domain.planning.run import run_apart
from tests.domain.planning import engines

def report(progress):
    print(active_children()[0].pid, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

run_apart(engines.patient, engines.NOTHING, Effort(), report, lambda: False)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as program:
        planner = int(program.stdout.readline())
        program.wait(20)
    limit = monotonic() + 5
    while monotonic() < limit and is_alive(planner):
        pass
    assert not is_alive(planner)


def is_alive(process_id):
    """Whether a process runs; one that has ended and that nobody has buried yet does not."""
    try:
        stat = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] != "Z"


def test_nothing_to_plan_is_planned():
    plan = run(NOTHING, Effort(seconds=5), ignore, never)
    assert (plan.routes, plan.left_out, plan.cost, plan.proven) == ((), (), 0, True)
