"""The coverage page at twenty years of work: from a filter change to painted tiles, and the date finder.

The file holds 26,000 events and 15,000 partners (`twenty_years`). The page is the real one in a window; the time runs
from the signal of the filter until the tiles have been painted, its note says how much of it the GUI thread computed.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from domain.rows.date_finder import DateWish
from domain.terms import DaySpan, EventKind
from domain.usecases import coverage, date_finder
from domain.workspace import Workspace
from tests.bench.table import Row
from tests.bench.twenty_years import TODAY, fill

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from gui.pages.coverage.page import CoveragePage

MOMENT = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
ROUNDS = 12
PERIODS = ("2027-H1", "2026-H2", "2015-H1", "2027-H2")
SUMMER = DaySpan(date(2027, 5, 1), date(2027, 7, 31))


def changes(page: "CoveragePage") -> Iterator[tuple[str, Callable[[], None]]]:
    """Filter changes as a person makes them, by what they change: kind, period, topic (read ahead while idle)."""
    filters = page.filters
    topics = [filters.topic.itemText(at) for at in range(1, filters.topic.count())]

    def kind(key: str) -> Callable[[], None]:
        return lambda: (filters.kind.set_value(key), filters.kind.picked.emit(key))[0]

    def period(names: tuple[str, ...]) -> Callable[[], None]:
        return lambda: (filters.period.set_value(names), filters.period.activated.emit(0))[0]

    def topic(at: int) -> Callable[[], None]:
        return lambda: (filters.topic.setCurrentIndex(at), filters.topic.activated.emit(at))[0]

    for _round in range(ROUNDS):
        for key in ("mobile_stop", "lecture", "all", "citizen_dialogue"):
            yield "kind", kind(key)
        for name in PERIODS:
            yield "period", period((name,))
        yield "period", period(("2026-H1", "2026-H2"))
    for at in range(1, len(topics) + 1):
        yield "topic", topic(at)
        yield "kind", kind("mobile_stop" if at % 2 else "citizen_dialogue")


def watch(page: "CoveragePage") -> tuple["QObject", list[float]]:
    """Notes the moment of the last painting of a tile."""
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                painted[:] = [perf_counter()]
            return False

    painted: list[float] = [0.0]
    seer = Watch()
    for tile in page.board.grid.tiles:
        tile.installEventFilter(seer)
    return seer, painted


def timed(page: "CoveragePage") -> dict[str, list[tuple[float, float]]]:
    """Milliseconds from each filter change until the tiles show it: by the clock, and computed by the GUI thread."""
    from PySide6.QtCore import QCoreApplication

    _seer, painted = watch(page)
    found: dict[str, list[tuple[float, float]]] = {}
    for what, change in changes(page):
        begin, computed = perf_counter(), thread_time()
        change()
        while painted[0] < begin or page.reader.view(page.filters.wanted()) is None:
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        took = (painted[0] - begin) * 1000, (thread_time() - computed) * 1000
        found.setdefault(what, []).append(took)
        while page.desk.tasks.is_busy:
            QCoreApplication.processEvents()
    return found


def filters(workspace: Workspace) -> list[Row]:
    """The page in a window: p95 of each sort of filter change."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from gui import theme
    from gui.desk import Desk
    from gui.shell import Shell

    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        theme.install(app, "light")
    desk = Desk(workspace, lambda: MOMENT)
    window = Shell()
    window.attach(desk)
    window.resize(1600, 1000)
    window.show()
    page = window.show_page("coverage")
    while desk.tasks.is_busy or not page.board.grid.tiles:  # type: ignore[attr-defined]  # the coverage page
        QCoreApplication.processEvents()
    found = timed(page)  # type: ignore[arg-type]  # as above
    window.close()
    return [_row(what, times) for what, times in found.items()]


def _row(what: str, times: list[tuple[float, float]]) -> Row:
    clock, computed = [each[0] for each in times], [each[1] for each in times]
    note = f"{len(times)} changes, median {median(clock):.0f} ms, of it computed {median(computed):.0f} ms"
    return Row(f"coverage, {what} changed to painted tiles, 95 %", quantiles(clock, n=20)[-1], 50.0, "ms", note=note)


def queries(workspace: Workspace) -> list[Row]:
    """What happens in the pool thread: everything counted anew after a write, and free days of three months."""
    rows = []
    wish = DateWish("15081", EventKind.citizen_dialogue, SUMMER, 1110, 120)
    works: tuple[tuple[str, Callable[[], object], float], ...] = (
        ("coverage counted anew over 26,000 events", lambda: workspace.ask(coverage.coverage), 200.0),
        ("free days of three months", lambda: workspace.ask(date_finder.find, wish), 200.0),
    )
    for what, work, bar in works:
        times = []
        for _round in range(ROUNDS):
            begin = perf_counter()
            work()
            times.append((perf_counter() - begin) * 1000)
        note = f"median {median(times):.1f} ms, off the GUI thread"
        rows.append(Row(f"{what}, 95 %", quantiles(times, n=20)[-1], bar, "ms", note=note))
    return rows


def measure() -> list[Row]:
    """Issue 4: filter changes answered in 50 ms; three months of free days in 200 ms."""
    if MOMENT.date() != TODAY:
        raise AssertionError(TODAY)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "twenty-years.landauf"
        with Workspace.create(path, clock=lambda: MOMENT, author="", device="") as workspace:
            workspace.run("Fill", fill)
            return [*queries(workspace), *filters(workspace)]
