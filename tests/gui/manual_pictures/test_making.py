"""Pictures of the manual keep the colours that mean something, and come out the same each time."""

import os
import time
from uuid import uuid4

from PIL import Image
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from gui.manual_pictures import making

GROUND, TINT, GOLD = "#f6f7f8", "#faf0d9", "#9a6a00"


class Picture(QWidget):
    """A ground with a tinted badge, a small gold sign and a thousand shades of grey, as the edges of letters have."""

    @override
    def paintEvent(self, event):
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND))
        painter.fillRect(20, 20, 60, 20, QColor(TINT))
        painter.fillRect(24, 26, 5, 5, QColor(GOLD))
        for at in range(1000):
            painter.setPen(QColor(at % 250, (at * 7) % 250, 120 + at % 100))
            painter.drawPoint(at % 300, 100 + at // 300)
        painter.end()


def test_grounds_tints_and_small_signs_keep_their_colours(qtbot, tmp_path):
    widget = Picture()
    qtbot.addWidget(widget)
    widget.resize(400, 200)
    with Image.open(making._save(widget, tmp_path / "a.png")) as saved:
        kept = saved.convert("RGB")
    places = {(200, 50): GROUND, (60, 30): TINT, (26, 28): GOLD}
    assert {place: "#{:02x}{:02x}{:02x}".format(*kept.getpixel(place)) for place in places} == places


def test_large_pictures_are_made_narrower_and_small_ones_stay(qtbot, tmp_path):
    for width, wanted in ((400, 400), (1366, making._WIDEST)):
        widget = QWidget()
        qtbot.addWidget(widget)
        widget.resize(width, 300)
        with Image.open(making._save(widget, tmp_path / "a.png")) as saved:
            assert saved.width == wanted


def test_keys_are_the_same_each_time_and_by_chance_again_afterwards():
    before = os.urandom, time.time_ns
    found = []
    for _turn in range(2):
        with making._same_chance():
            found.append((uuid4(), time.time_ns()))
    assert found[0] == found[1]
    assert (os.urandom, time.time_ns) == before
