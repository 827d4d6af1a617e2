"""The preview of a document of 500 pages: first page, scroll steps, zoom, search, memory."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median, quantiles
from time import perf_counter, thread_time

from tests.bench.table import Row
from tests.gui.preview.sample import pdf

PAGES = 500
STEPS = 200
_MIB = 1024 * 1024


@contextmanager
def preview(width: int, height: int):
    """A preview of this size with nothing in it, and a function that waits until it has settled."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui import theme
    from gui.preview.paper import Paper
    from gui.tasks import TaskRunner

    app = QApplication.instance() or QApplication([])
    theme.install(app, "light")
    tasks = TaskRunner()
    paper = Paper(tasks)
    paper.resize(width, height)
    paper.show()

    def settle() -> None:
        while tasks.is_busy:
            app.processEvents()

    yield paper, settle, app
    paper.clear()
    settle()
    tasks.close()
    paper.deleteLater()
    app.processEvents()


def timed(act, clock=perf_counter) -> float:
    """Milliseconds that a call takes."""
    start = clock()
    act()
    return (clock() - start) * 1000


def measure() -> list[Row]:
    """Everything in the window's usual size."""
    content = pdf(PAGES)
    with preview(1100, 760) as (paper, settle, app):
        return [*_first(paper, app, content), *_moved(paper, settle), *_searched(paper, settle)]


def _first(paper, app, content) -> Iterator[Row]:
    def act() -> None:
        paper.show_document(content)
        while not paper.page_count or paper._pictures.picture(0, paper.sheets._pieces(0)[0]) is None:
            app.processEvents()

    yield Row(f"preview of {PAGES} pages, first page seen", timed(act), 500, "ms", note="wall, with loading PDFium")


def _moved(paper, settle) -> Iterator[Row]:
    settle()
    bar = paper.sheets.verticalScrollBar()

    def step() -> None:
        bar.setValue(bar.value() + 120)
        paper.sheets.viewport().repaint()

    steps = [timed(step, thread_time) for _step in range(STEPS)]
    note = f"CPU of the GUI thread; 95th percentile {quantiles(steps, n=20)[-1]:.1f}"
    yield Row("preview, scroll step", median(steps), 16, "ms", note=note)
    settle()
    zooms = [timed(lambda way=way: paper.sheets.step_zoom(way), thread_time) for way in (1, 1, 1, -1, -1, -1) * 4]
    yield Row("preview, zoom step", median(zooms), 16, "ms", note="CPU of the GUI thread")
    settle()
    yield Row(
        "preview, page 400 and its neighbours seen", timed(lambda: (paper.go_to(400), settle())), 300, "ms", note="wall"
    )


def _searched(paper, settle) -> Iterator[Row]:
    def act() -> None:
        paper.search.find("ansprechpartnerin", 0)
        settle()

    took = timed(act)
    yield Row(
        f"preview, search in {PAGES} pages",
        took,
        3000,
        "ms",
        note=f"wall, {len(paper.search.hits)} hits, off the GUI thread",
    )
    paper.set_zoom(4.0)
    settle()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Row(
        "preview, pictures kept", paper._pictures.size / _MIB, 96, "MiB", note=f"peak of the process {peak:.0f} MiB"
    )
