"""The window while the planner works: gaps of the event loop, and how soon a cancelled plan is there."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from time import perf_counter

from tests.bench.planning_runs import problem
from tests.bench.table import Row

TICK_MS = 5
SECONDS = 8
GAP_MS, CANCEL_MS = 50.0, 200.0


def measure() -> list[Row]:
    """The plan of 300 over-subscribed stops runs through the window's own task runner; nothing else happens."""
    told = apart("tight-300-1")
    note = f"{told['ticks']:.0f} ticks of {TICK_MS} ms in {told['seconds']:.1f} s, {told['reports']:.0f} reports"
    return [
        Row("event loop gap while planning, p95", told["p95"], GAP_MS, "ms", note=note),
        Row("event loop gap while planning, worst", told["worst"], GAP_MS, "ms", note="planner's start included"),
        Row("plan after Cancel", told["cancel"], CANCEL_MS, "ms", note=f"cancelled after {SECONDS} s, kept its best"),
    ]


def apart(name: str) -> dict[str, float]:
    """`plan_in_window` in a fresh process without a screen."""
    code = (
        "import json; from tests.bench.bench_planning_window import plan_in_window;"
        f"print(json.dumps(plan_in_window({name!r})))"
    )
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=surroundings)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def plan_in_window(name: str) -> dict[str, float]:
    """Plans in a shown window, cancels after eight seconds; gaps between ticks and the time to the answer in ms."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    from domain.planning.plan import Effort, Plan
    from domain.planning.problem_file import problem_of
    from domain.planning.run import run
    from gui.tasks import TaskRunner, Ticket

    application = QApplication([])
    window, tasks, task = QLabel("0"), TaskRunner(), problem_of(problem(name))
    ticks, asked, answered, reports = [], [], [], []

    def tick() -> None:
        ticks.append(perf_counter())
        window.setText(str(len(ticks)))

    def work(ticket: Ticket) -> Plan:
        return run(task, Effort(60), lambda progress: ticket.report(progress.cost or 0, 0), lambda: bool(asked))

    def done(_plan: Plan) -> None:
        answered.append(perf_counter())
        QTimer.singleShot(100, application.quit)

    tasks.progressed.connect(lambda _ticket, cost, _total: reports.append(cost))
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
    timer.timeout.connect(tick)
    window.resize(1280, 800)
    window.show()
    timer.start()
    QTimer.singleShot(200, lambda: tasks.start(work, done, progress="planning"))
    QTimer.singleShot(1000 * SECONDS, lambda: asked.append(perf_counter()))
    application.exec()
    tasks.close()
    gaps = sorted(1000 * (after - before) for before, after in pairwise(ticks))
    return {
        "p95": gaps[int(0.95 * len(gaps))],
        "worst": gaps[-1],
        "cancel": 1000 * (answered[0] - asked[0]),
        "ticks": len(ticks),
        "seconds": ticks[-1] - ticks[0],
        "reports": len(reports),
    }
