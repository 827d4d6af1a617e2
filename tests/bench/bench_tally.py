"""A stroke at the stand: stored with the promise of the file (synchronous=FULL), and with the window around it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from domain.rows.events import EventDraft
from domain.terms import EventKind, EventState
from domain.usecases import events, tally, vocabulary
from domain.workspace import Workspace
from tests.bench.table import Row

STROKES, BEFORE = 300, 3000
NOW = datetime(2027, 4, 28, 10, tzinfo=UTC)


def measure() -> list[Row]:
    """The slow end (p95) of a stroke in the workspace, and of a key press in the window up to the mark "saved"."""
    with TemporaryDirectory() as folder:
        workspace = Workspace.create(Path(folder) / "a.landauf", clock=lambda: NOW, author="Anna", device="Bus")
        draft = EventDraft(
            EventKind.mobile_stop,
            "Wochenmarkt",
            EventState.confirmed,
            starts_at=NOW - timedelta(hours=2),
            ends_at=NOW + timedelta(hours=2),
        )
        event = workspace.run("Add", events.create, draft)
        group = workspace.run("Add", vocabulary.add_target_group, "Jugendliche")
        workspace.run("Choose", tally.choose_groups, event, [group])
        workspace.run("Fill", _fill, event, group)
        alone = [_timed(lambda: workspace.run("Count", tally.strike, event, group)) for _stroke in range(STROKES)]
        pressed = _in_window(workspace, event)
        workspace.close()
    note = f"p95 of {STROKES}, on top of {BEFORE:,} strokes"
    return [
        Row("stroke of a tally, stored", _p95(alone), 10.0, "ms", note=note),
        Row("key press in the counting window", _p95(pressed), 10.0, "ms", note=f"{note}; GUI thread, with painting"),
        Row("the same, processor time", _p95(pressed, 1), 10.0, "ms", note="what is left out is waiting for the disk"),
    ]


def _fill(session, event, group) -> None:
    for _number in range(BEFORE // 300):
        for _stroke in range(300):
            session.add(tally.TallyStroke(event_id=event, target_group_id=group, struck_at=NOW))


def _in_window(workspace: Workspace, event) -> list[tuple[float, float]]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from gui import theme
    from gui.desk import Desk
    from gui.dialogs.tally.window import TallyWindow

    app = QApplication.instance() or QApplication(["bench", "-platform", "offscreen"])
    theme.install(app, "light")
    desk = Desk(workspace, lambda: NOW)
    window = TallyWindow(desk, event)
    window.resize(1366, 768)
    window.show()
    app.processEvents()

    def press() -> None:
        QTest.keyClick(window, Qt.Key.Key_1)
        app.processEvents()  # paints what has changed

    times = [_timed(press) for _stroke in range(STROKES)]
    window.close()
    return times


def _timed(work) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor."""
    began, used = perf_counter(), process_time()
    work()
    return (perf_counter() - began) * 1000, (process_time() - used) * 1000


def _p95(times: list[tuple[float, float]], which: int = 0) -> float:
    return quantiles((each[which] for each in times), n=20)[-1]
