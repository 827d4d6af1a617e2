"""The evaluation page at twenty years of work: from a filter change to figures on the page, counted in a pool thread.

The file holds 26,000 events with their facts, 15,000 partners and 8,000 requests (`twenty_years` and its facts).
The page is the real one in a window that has built its other pages; the time runs from the signal of the filter until
the page has painted the figures. The note says how much processor time the whole change took, and how much of it in the
GUI thread.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, thread_time
from typing import TYPE_CHECKING

from domain.rows.evaluation import EvaluationFilter
from domain.rules.evaluation.figures import evaluate
from domain.rules.evaluation.periods import Preset
from domain.terms import Audience, EventKind
from domain.usecases import evaluation
from domain.workspace import Workspace
from tests.bench.table import Row
from tests.bench.twenty_years import TODAY, fill
from tests.bench.twenty_years_facts import fill_facts

if TYPE_CHECKING:
    from gui.pages.evaluation.page import EvaluationPage

MOMENT = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
ROUNDS = 8
BAR = 300.0
PERIODS = (Preset.half_year, Preset.last_year, Preset.all, Preset.twelve_months)


def changes(page: "EvaluationPage") -> Iterator[tuple[str, Callable[[], None]]]:
    """Filter changes as a person makes them: the period, then all times narrowed by kind, Kreis, topic, audience."""
    filters = page.filters
    topics = list(filters.topics._values)

    def tick(button: object, *keys: object) -> Callable[[], None]:
        return lambda: (button.set_ticked(keys), button.picked.emit(keys))[0]  # type: ignore[attr-defined]  # a button

    for number in range(ROUNDS):
        for preset in PERIODS:
            yield "period", lambda preset=preset: filters.show_preset(preset)  # type: ignore[misc]  # bound here
        yield "period", lambda: filters.show_preset(Preset.all)
        for what, button, keys in (
            ("kind", filters.kinds, tuple(EventKind)[number : number + 2]),
            ("district", filters.kreise, (("15081", "15082", "15002")[number % 3],)),
            ("topic", filters.topics, topics[number : number + 1]),
            ("audience", filters.audiences, (tuple(Audience)[number % 3],)),
        ):
            yield what, tick(button, *keys)
            yield what, tick(button)


def timed(page: "EvaluationPage") -> dict[str, list[tuple[float, float, float]]]:
    """Milliseconds from each change until the page shows its figures: clock, processor, processor of the GUI thread."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    found: dict[str, list[tuple[float, float, float]]] = {}
    for what, change in changes(page):
        begin = perf_counter(), process_time(), thread_time()
        change()
        wanted = page.filters.wanted()
        while page.desk.tasks.is_busy or (figures := page.figures()) is None or figures.wanted != wanted:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        while not page.area.updatesEnabled():
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()  # paints what has changed
        took = perf_counter() - begin[0], process_time() - begin[1], thread_time() - begin[2]
        found.setdefault(what, []).append((took[0] * 1000, took[1] * 1000, took[2] * 1000))
    return found


def filters(workspace: Workspace) -> list[Row]:
    """The page in a window: p95 of each sort of filter change."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from gui import registry, theme
    from gui.desk import Desk
    from gui.pages.evaluation.page import EvaluationPage
    from gui.shell import Shell

    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        theme.install(app, "light")
    desk = Desk(workspace, lambda: MOMENT)
    window = Shell()
    window.attach(desk)
    window.resize(1600, 1000)
    window.show()
    page = window.show_page("evaluation")
    if not isinstance(page, EvaluationPage):
        raise TypeError(page)
    while desk.tasks.is_busy or page.figures() is None:
        QCoreApplication.processEvents()
    while len(list(window.stack.built())) < len(registry.pages()):
        QCoreApplication.processEvents()
    found = timed(page)
    window.close()
    desk.close()
    return [_row(what, times) for what, times in found.items()]


def _row(what: str, times: list[tuple[float, float, float]]) -> Row:
    clock, whole, busy = ([each[at] for each in times] for at in range(3))
    note = f"median {median(clock):.0f} ms; processor {median(whole):.0f} ms, of it GUI thread {median(busy):.0f} ms"
    return Row(f"evaluation, {what} changed to figures shown, 95 %", quantiles(clock, n=20)[-1], BAR, "ms", note=note)


def queries(workspace: Workspace) -> list[Row]:
    """What happens in the pool thread, as processor time: columns read anew after a write, and everything counted."""
    columns = workspace.ask(evaluation.columns)
    works: tuple[tuple[str, Callable[[], object], float], ...] = (
        ("evaluation, columns read anew after a change", lambda: workspace.ask(evaluation.columns), 1500.0),
        ("evaluation, all of 26,000 events counted", lambda: evaluate(columns, EvaluationFilter(), TODAY), BAR),
    )
    rows = []
    for what, work, bar in works:
        times = []
        for _round in range(ROUNDS):
            begin = process_time()
            work()
            times.append((process_time() - begin) * 1000)
        rows.append(Row(what, median(times), bar, "ms", note="median processor time, off the GUI thread"))
    return rows


def measure() -> list[Row]:
    """Issue 5: every change of the evaluation's filter within 300 ms over 26,000 events."""
    if MOMENT.date() != TODAY:
        raise AssertionError(TODAY)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "twenty-years.landauf"
        with Workspace.create(path, clock=lambda: MOMENT, author="", device="") as workspace:
            workspace.run("Fill", fill)
            workspace.run("Facts", fill_facts)
            return [*queries(workspace), *filters(workspace)]
