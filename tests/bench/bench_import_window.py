"""Importing through the window: seconds to the preview and to done, memory, and how long the window stood still."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from tests.bench.bench_import import MANY, SCHOOLS, peak, table
from tests.bench.table import Row

BEAT = 10
STILL = 100
"""Milliseconds the window may stand still at most while files are read: two beats of what people notice."""


def run_window(rows: int, ending: str) -> dict[str, float]:
    """What one import through the dialog took, in this process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from domain.workspace import Workspace
    from gui import theme
    from gui.desk import Desk
    from gui.dialogs.import_wizard.dialog import ImportDialog
    from gui.dialogs.import_wizard.stage_bar import Stage

    app = QApplication([])
    theme.install(app, "light")
    with TemporaryDirectory() as folder:
        source = Path(folder) / f"partners.{ending}"
        write(source, rows)
        workspace = Workspace.create(
            Path(folder) / "bench.landauf", clock=lambda: datetime.now(UTC), author="", device=""
        )
        desk = Desk(workspace, lambda: datetime.now(UTC))
        dialog = ImportDialog(desk, "partners", source)
        dialog.open()
        begin, spent = perf_counter(), process_time()
        still = [0.0]
        seconds = {}
        for stage in (Stage.columns, Stage.preview, Stage.done):
            wait(dialog.primary.isEnabled, still)
            clicked = perf_counter()
            dialog.primary.click()
            wait(lambda stage=stage: dialog.stage is stage and dialog.primary.isEnabled(), still)
            seconds[stage.name] = perf_counter() - clicked
        total, spent = perf_counter() - begin, process_time() - spent
        if dialog.run.report is None or dialog.run.report.taken != rows:
            raise AssertionError(rows)
        dialog.reject()
        desk.close()
    return {
        "total": total,
        "cpu": spent,
        "preview": seconds["preview"],
        "store": seconds["done"],
        "still": still[0],
        "megabytes": peak(),
    }


def write(source: Path, rows: int) -> None:
    """An invented table of partners as CSV or XLSX."""
    if source.suffix == ".csv":
        with source.open("w", encoding="utf-8") as stream:
            stream.writelines(table(rows))
        return
    from xlsxwriter import Workbook

    with Workbook(source, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        for line, text in enumerate(table(rows)):
            for place, cell in enumerate(text.rstrip("\n").split(";")):
                page.write_string(line, place, cell)


def wait(is_true: Callable[[], bool], still: list[float]) -> None:
    """Let the window work until something is so; `still` keeps the longest time it answered nobody, in ms."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, beat, before = QEventLoop(), QTimer(), [perf_counter()]

    def tick() -> None:
        now = perf_counter()
        still[0] = max(still[0], 1000 * (now - before[0]) - BEAT)
        before[0] = now
        if is_true():
            loop.quit()

    beat.timeout.connect(tick)
    beat.start(BEAT)
    loop.exec()


def measure() -> list[Row]:
    """Issue 4, section 1: the bars of the import hold through the window, with workbooks too."""
    few, sheet, many = apart(SCHOOLS, "csv"), apart(SCHOOLS, "xlsx"), apart(MANY, "csv")
    return [
        Row("window: import of 901 partners (CSV)", few["total"], 3.0, "s", note=parts(few)),
        Row("window: import of 901 partners (XLSX)", sheet["total"], 3.0, "s", note=parts(sheet)),
        Row("window: import of 100,000 partners (CSV)", many["total"], 60.0, "s", note=parts(many)),
        Row("window: memory of importing 100,000 partners", many["megabytes"], 400.0, "MB", note="peak of the process"),
        Row("window: longest stand-still at 100,000 rows", many["still"], STILL, "ms"),
    ]


def parts(found: dict[str, float]) -> str:
    """The two waits in it."""
    words = (f"CPU {found['cpu']:.1f} s", f"preview {found['preview']:.2f} s", f"store {found['store']:.2f} s")
    return ", ".join((*words, f"still {found['still']:.0f} ms"))


def apart(rows: int, ending: str) -> dict[str, float]:
    """`run_window` in a fresh process, so that its memory is its own."""
    code = (
        "import json; from tests.bench.bench_import_window import run_window;"
        f" print(json.dumps(run_window({rows}, '{ending}')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found
