"""Concerns at 20,000: noting one through the window, the register, the figures, and what heads an agenda."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from domain.model import Concern
from domain.region.kreise import kreise
from domain.rows.filters import ConcernFilter, ConcernOrder
from domain.store.session import Session
from domain.terms import ConcernCategory, ConcernState, PlaceCategory
from domain.usecases import agenda_concerns, concern_context, concern_rows
from domain.usecases.records import write_out
from domain.workspace import Workspace
from tests.bench.table import Row

MANY, ROUNDS = 20_000, 60
MOMENT = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
STORE_MS, FIGURES_MS, LIST_MS, AGENDA_MS = 50, 500, 100, 20


def fill(session: Session) -> None:
    """Many concerns of twenty years, all over the state."""
    districts = [each.ags for each in kreise()]
    for number in range(MANY):
        raised = date(2027, 4, 27) - timedelta(days=number % 7000)
        is_over = number % 9 > 0
        session.add(
            Concern.model_validate(
                {
                    "number": f"A-{raised.year}-{number:05d}",
                    "kreis_ags": districts[number % 14],
                    "raised_on": raised,
                    "wording": f"In der Unterführung Nummer {number} ist es seit Wochen dunkel.",
                    "category": list(ConcernCategory)[number % 13],
                    "place_category": list(PlaceCategory)[number % 11],
                    "due": raised + timedelta(days=42),
                    "state": ConcernState.closed if is_over else ConcernState.forwarded,
                    "answered_on": raised + timedelta(days=number % 60) if is_over else None,
                    "created_at": session.now,
                    "updated_at": session.now,
                }
            )
        )
    write_out(session)


def measure() -> list[Row]:
    """Medians in CPU time; noting by the 95th percentile, through the dialog with the page behind it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "many.landauf"
        with Workspace.create(path, clock=lambda: MOMENT, author="bench", device="bench") as workspace:
            workspace.run("Fill", fill)
            by_due = ConcernFilter(order=ConcernOrder.due)
            rows = [
                timed("ids of the whole register", LIST_MS, lambda: workspace.ask(concern_rows.list_ids, by_due)),
                timed("figures, off the GUI thread", FIGURES_MS, lambda: workspace.ask(concern_context.statistics)),
                timed("what heads an agenda", AGENDA_MS, lambda: workspace.ask(agenda_concerns.waiting, "15082")),
            ]
            rows.append(noting(workspace))
    return rows


def timed(name: str, limit: float, work: Callable[[], object]) -> Row:
    """The median of nine calls in milliseconds of CPU time."""
    taken = []
    for _round in range(9):
        start = process_time()
        work()
        taken.append((process_time() - start) * 1000)
    return Row(f"concerns: {name}", median(taken), limit, "ms", note=f"CPU, {MANY:,} concerns")


def noting(workspace: Workspace) -> Row:
    """From Enter until the next concern can be typed, with the register of the page behind following."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from gui import theme
    from gui.desk import Desk
    from gui.pages.concerns.capture import open_for
    from gui.shell import Shell

    application = QApplication.instance() or QApplication([])
    theme.install(application, "light")  # type: ignore[arg-type]  # made above
    desk = Desk(workspace, lambda: MOMENT)
    window = Shell()
    window.attach(desk)
    window.show()
    window.show_page("concerns")
    dialog = open_for(window, desk)
    taken: list[float] = []
    busy: list[float] = []
    for number in range(ROUNDS):
        dialog.wording.area.insertPlainText(f"Die Laterne {number} ist aus")
        start, spent = perf_counter(), process_time()
        QTest.keyClick(dialog.wording.area, "\r")
        taken.append((perf_counter() - start) * 1000)
        busy.append((process_time() - spent) * 1000)
        application.processEvents()
    note = f"CPU, {MANY:,} concerns; on the clock {median(taken):.0f} ms (median)"
    dialog.close()
    window.close()
    desk.close()
    return Row("concerns: Enter to stored, p95", quantiles(busy, n=20)[-1], STORE_MS, "ms", note=note)
