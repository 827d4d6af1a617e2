"""The Tours page while the planner works: gaps of the event loop, and how soon a cancelled plan is there."""

import json
import os
import subprocess
import sys
from itertools import cycle, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.planning_runs import problem
from tests.bench.table import Row
from tests.guards.clock import MOMENT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.desk import Desk
    from gui.pages.tours.page import ToursPage
    from gui.shell import Shell

TICK_MS = 5
HOVER_EVERY = 20
WARM_UP = 4.0
"""Seconds in which the window builds its other pages after the start."""

SECONDS = 8
GAP_MS, CANCEL_MS = 50.0, 200.0


def measure() -> list[Row]:
    """A plan of 300 over-subscribed stops runs through the window's own task runner while the Tours page is used."""
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
    """Plans while the Tours page is used, cancels after eight seconds; gaps between ticks and the answer's time in ms.

    The page shows the sample's proposed tour, a second window the planning dialog's progress; ten times a second
    another stop of the board is hovered, which paints board and map.
    """
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    with TemporaryDirectory() as folder:
        window, desk, page = _tours(Path(folder) / "sample.landauf")
        found = _watched(application, desk, page, name)
        window.close()
        desk.close()
    return found


def _watched(application: "QApplication", desk: "Desk", page: "ToursPage", name: str) -> dict[str, float]:
    from PySide6.QtCore import QObject, Qt, QTimer, Signal

    from domain.planning.plan import Effort, Plan
    from domain.planning.problem_file import problem_of
    from domain.planning.run import run
    from gui.pages.tours.proposal.running import RunningView

    class Post(QObject):
        """Brings progress from the pool's thread to the window's."""

        told = Signal(object)

    post, running, task, stops = Post(), RunningView(), problem_of(problem(name)), cycle(page.board.plan.stops())
    ticks, asked, answered, reports = [], [], [], []

    def tick() -> None:
        ticks.append(perf_counter())
        if len(ticks) % HOVER_EVERY == 0:
            page.board.set_hovered(next(stops))

    def done(_plan: Plan) -> None:
        answered.append(perf_counter())
        application.exit()

    def plan() -> None:
        desk.tasks.start(lambda _ticket: run(task, Effort(60), post.told.emit, lambda: bool(asked)), done)

    post.told.connect(lambda progress: (reports.append(progress), running.show_progress(progress)))
    running.begin(60)
    running.show()
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
    timer.timeout.connect(tick)
    QTimer.singleShot(500, timer.start)
    QTimer.singleShot(700, plan)
    QTimer.singleShot(1000 * SECONDS, lambda: asked.append(perf_counter()))
    application.exec()
    running.close()
    return _figures(ticks) | {"cancel": 1000 * (answered[0] - asked[0]), "reports": len(reports)}


def _figures(ticks: list[float]) -> dict[str, float]:
    gaps = sorted(1000 * (after - before) for before, after in pairwise(ticks))
    worst, p95 = gaps[-1], gaps[int(0.95 * len(gaps))]
    return {"p95": p95, "worst": worst, "ticks": len(ticks), "seconds": ticks[-1] - ticks[0]}


def _tours(path: Path) -> "tuple[Shell, Desk, ToursPage]":
    """The window on the sample workspace with the proposed tour in front, its background work done."""
    from PySide6.QtWidgets import QApplication

    from domain import demo, i18n
    from domain.workspace import Workspace
    from gui import texts, theme
    from gui.desk import Desk
    from gui.pages.tours.page import ToursPage
    from gui.shell import Shell

    texts.use(i18n.language())
    theme.install(QApplication.instance(), "light")
    made = demo.build(path, clock=lambda: MOMENT)
    desk = Desk(Workspace.open(path, clock=lambda: MOMENT, author="Bench", device="Bench"), lambda: MOMENT)
    window = Shell()
    window.attach(desk)
    window.resize(1366, 768)
    window.show()
    window.show_page("tours")
    page = window.findChild(ToursPage)
    page.show_record(made.proposed_id)
    quiet = perf_counter() + WARM_UP
    while desk.tasks.is_busy or perf_counter() < quiet:
        QApplication.processEvents()
    return window, desk, page
