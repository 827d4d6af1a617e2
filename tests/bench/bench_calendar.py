"""Painting and scrolling of the calendar with 2,000 events a year."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import mean, median, quantiles
from time import thread_time

from domain.rows.events import EventDraft
from domain.terms import BERLIN, EventKind, EventState
from tests.bench.table import Row

EVENTS = 2_000
NOW = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
YEAR = date(2027, 1, 4)
TOWNS = ("Köthen (Anhalt)", "Haldensleben", "Bitterfeld-Wolfen", "Halle (Saale)", "Naumburg (Saale)", "Oschersleben")
STATES = (EventState.confirmed, EventState.confirmed, EventState.tentative, EventState.idea)


def drafts() -> Iterator[EventDraft]:
    """A year's events on weekdays, every twentieth over several days."""
    rng = Random(7)
    for number in range(EVENTS):
        day = YEAR + timedelta(days=rng.choice((0, 1, 2, 3, 4)) + 7 * rng.randrange(52))
        common = {"kind": rng.choice(list(EventKind)), "title": f"Termin {number}", "town": rng.choice(TOWNS)}
        state = rng.choice(STATES)
        if number % 20 == 0:
            yield EventDraft(
                state=state, all_day=True, first_day=day, last_day=day + timedelta(days=rng.randrange(5)), **common
            )
        else:
            start = datetime(day.year, day.month, day.day, rng.randrange(7, 19), tzinfo=BERLIN)
            yield EventDraft(state=state, starts_at=start, ends_at=start + timedelta(minutes=90), **common)


@contextmanager
def page(width: int, height: int):
    """The calendar page over a file with these events, all of them read."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from domain.usecases import events
    from domain.workspace import Workspace
    from gui import theme
    from gui.desk import Desk
    from gui.pages.calendar.page import CalendarPage

    app = QApplication.instance() or QApplication([])
    theme.install(app, "light")
    theme.load_fonts("Medium")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "year.landauf"
        workspace = Workspace.create(path, clock=lambda: NOW, author="bench", device="bench")
        workspace.run("A year", lambda session: [events.create(session, draft) for draft in drafts()])
        desk = Desk(workspace, lambda: NOW)
        shown = CalendarPage(desk)
        shown.resize(width, height)
        shown.refresh(frozenset({"*"}))
        shown.show()
        while desk.tasks.is_busy:
            app.processEvents()
        yield shown
        shown.close()
        desk.close()
        shown.deleteLater()
        app.processEvents()


def timed(act) -> float:
    """Milliseconds of this thread's CPU that a call takes; the bars are about our work, not about a busy machine."""
    start = thread_time()
    act()
    return (thread_time() - start) * 1000


def scrolled(board, steps: int) -> list[float]:
    """Milliseconds of each step through the year; what is done behind it is done between the steps."""
    from PySide6.QtWidgets import QApplication

    bar, found = board.verticalScrollBar(), []
    for _step in range(steps):
        found.append(timed(lambda: (bar.setValue(bar.value() + bar.singleStep()), board.viewport().repaint())))
        for _pass in range(4):
            QApplication.processEvents()
        while board.stock.desk.tasks.is_busy:
            QApplication.processEvents()
    return found


def repainted(board, rounds: int, *, keeping: bool) -> float:
    """Milliseconds of a whole repaint, with the kept pictures or without."""

    def act():
        if not keeping:
            board.forget_pictures()
        board.viewport().repaint()

    return median(timed(act) for _round in range(rounds))


def of_size(width: int, height: int) -> Iterator[Row]:
    """The rows for one size of the page."""
    size = f"{width}×{height}"
    with page(width, height) as calendar:
        calendar.go_to(YEAR.replace(month=2))
        kept = repainted(calendar.month, 40, keeping=True)
        yield Row(f"calendar month repaint, {size}", kept, 15, "ms", note="CPU; weeks kept as pictures")
        cold = repainted(calendar.month, 20, keeping=False)
        yield Row(f"calendar month repaint from nothing, {size}", cold, 15, "ms", note="CPU")
        steps = scrolled(calendar.month, 40)
        note = f"CPU; mean, 95th percentile {quantiles(steps, n=20)[-1]:.1f}"
        yield Row(f"calendar scroll step, {size}", mean(steps), 5, "ms", note=note)
        calendar.show_view("week")
        hours = scrolled(calendar.week, 8)
        yield Row(f"calendar week, scroll step, {size}", median(hours[1:]), 5, "ms", note="CPU")


def measure() -> list[Row]:
    """Repaints and scrolling in the two sizes the pictures are made in."""
    return [*of_size(1110, 664), *of_size(1344, 896)]
