"""The window's first paint and first page with data against a bare PySide6 window, in CPU time."""

import os
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from domain import demo
from tests.bench.table import Row

ROUNDS = 9
FIRST_PAINT, FIRST_DATA = 1.5, 2.5
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: os._exit(0))

application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


def measure() -> list[Row]:
    """Medians of nine interleaved starts; the file is the sample workspace."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.landauf"
        demo.build(path, clock=lambda: datetime.now(UTC))
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder, "XDG_CACHE_HOME": folder}
        ours = [sys.executable, "-m", "gui", "--file", str(path)]
        programs = {
            "bare": ([sys.executable, "-c", BARE], home),
            "paint": (ours, {**home, "LANDAUF_QUIT_AFTER": "first-paint"}),
            "data": (ours, {**home, "LANDAUF_QUIT_AFTER": "first-data"}),
        }
        taken: dict[str, list[float]] = {name: [] for name in programs}
        for start in range(ROUNDS + 1):
            for name, (command, environment) in programs.items():
                spent = cpu_seconds(command, environment)
                if start:  # the first of each warms the disk
                    taken[name].append(spent)
    figures = {name: median(each) for name, each in taken.items()}
    note = " · ".join(f"{name} {figure * 1000:.0f} ms" for name, figure in figures.items())
    return [
        Row("first paint / bare window", figures["paint"] / figures["bare"], FIRST_PAINT, "×", note=note),
        Row("first page with data / bare window", figures["data"] / figures["bare"], FIRST_DATA, "×"),
    ]


def cpu_seconds(command: list[str], environment: dict[str, str]) -> float:
    """User and system time of one process from start to exit."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Bytecode in a folder of its own: as installed, wherever the checkout lies and whatever the shell forbids.
    cache = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": environment["XDG_CACHE_HOME"]}
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **cache, **environment}
    subprocess.run(command, env=surroundings, cwd=ROOT, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
