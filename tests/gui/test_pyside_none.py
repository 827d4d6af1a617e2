"""PySide6 6.12.0 dropped a reference to None on every void call under Python 3.10 and 3.11, until it crashed."""

import sys
import tomllib
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

CALLS = 1_000
ROOT = Path(__file__).resolve().parents[2]


def test_void_calls_keep_the_references_to_none(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    colour = QColor("black")
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        painter.drawPoint(QPoint(3, 4))
        colour.setAlpha(number % 255)
        widget.update()
        widget.setWindowTitle("Landauf")
        QCoreApplication.processEvents()
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS / 10


def test_the_broken_release_stays_excluded():
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert [line for line in dependencies if line.startswith("PySide6")] == ["PySide6-Essentials>=6.11.3,<6.12"]
