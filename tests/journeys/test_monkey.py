"""Somebody who presses and clicks anything on every page: no error, no warning, and the file stays whole."""

import os
import random
import time
import traceback
from contextlib import suppress

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QPlainTextEdit, QWidget

from domain import demo
from domain.errors import LandaufError
from domain.workspace import Workspace
from gui import registry, theme
from gui.desk import Desk
from gui.shell import Shell
from tests.guards.clock import MOMENT

_SEED_OF_CI = 20_270_428
SECONDS = float(os.environ.get("LANDAUF_MONKEY_SECONDS", "3"))
KEYS = [
    getattr(Qt.Key, f"Key_{name}")
    for name in (
        *("Tab", "Backtab", "Return", "Space", "Escape", "Up", "Down", "Left", "Right", "Home", "End", "PageUp"),
        *("PageDown", "Delete", "Backspace", "F6", "A", "N", "Z", "T", "1", "7", "Period"),
    )
]
PLAIN, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
BUTTONS = [Qt.MouseButton.LeftButton] * 5 + [Qt.MouseButton.RightButton]
LEAVES = {"file.quit"}
"""Actions that would end the game."""


def _can_be_clicked(widget):
    """Whether it is in sight; rubbish collection may take parts of a closed dialog meanwhile."""
    try:
        return widget.isVisible() and widget.width() > 2
    except RuntimeError:
        return False


class Monkey:
    """Does one random thing after the other; what it did last is told when something breaks."""

    def __init__(self, window, chance):
        self.window = window
        self.chance = chance
        self.did = []

    def act(self):
        """One key, click, wheel turn or change of page."""
        deed = self.chance.choices([self._press, self._click, self._type, self._visit, self._trigger], [5, 6, 2, 2, 1])[
            0
        ]
        self._leave_file_choosers()
        deed()
        del self.did[:-30]

    def _press(self):
        key, modifier = self.chance.choice(KEYS), self.chance.choices([PLAIN, CONTROL, ALT], [8, 1, 1])[0]
        self.did.append(f"press {key.name} {modifier.name}")
        QTest.keyClick(QApplication.focusWidget() or self._front(), key, modifier)

    def _click(self):
        found = list(filter(_can_be_clicked, self._front().findChildren(QWidget)))
        target = self.chance.choice(found or [self._front()])
        spot = QPoint(self.chance.randrange(target.width()), self.chance.randrange(max(1, target.height())))
        self.did.append(f"click {type(target).__name__} {target.accessibleName()!r} at {spot.toTuple()}")
        button = self.chance.choice(BUTTONS)
        if button == Qt.MouseButton.LeftButton and self.chance.random() < 0.1:
            QTest.mouseDClick(target, button, PLAIN, spot)
        else:
            QTest.mouseClick(target, button, PLAIN, spot)

    def _type(self):
        target = QApplication.focusWidget()
        if isinstance(target, QLineEdit | QPlainTextEdit):
            words = self.chance.choice(["magdeburg", "31.2.", "'; --", "<b>x</b>", "99999999999", "=1+1", "%s{}"])
            self.did.append(f"type {words!r} into {target.accessibleName()!r}")
            QTest.keyClicks(target, words)

    def _visit(self):
        if not isinstance(self._front(), QDialog):
            page = self.chance.choice(registry.pages()).id
            self.did.append(f"visit {page}")
            self.window.show_page(page)

    def _trigger(self):
        if isinstance(self._front(), QDialog):
            return
        actions = [self.window.actions_[name] for name in self.window.actions_.specs if name not in LEAVES]
        action = self.chance.choice([each for each in actions if each.isEnabled()])
        self.did.append(f"trigger {action.objectName()}")
        action.trigger()

    def _front(self):
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _leave_file_choosers(self):
        for chooser in self.window.findChildren(QFileDialog):
            chooser.reject()


@pytest.fixture
def seed():
    # A landing must not depend on luck: CI presses the same keys each time, everybody else new ones.
    usual = _SEED_OF_CI if os.environ.get("CI") else random.randrange(1_000_000)
    return int(os.environ.get("LANDAUF_MONKEY_SEED", usual))


@pytest.fixture
def desk(qapp, tmp_path, clock):
    path = tmp_path / "sample.landauf"
    demo.build(path, clock=lambda: MOMENT)
    with Workspace.open(path, clock=clock, author="Kühne", device="Laptop 7") as workspace:
        made = Desk(workspace, clock)
        yield made
        made.close()


@pytest.fixture
def window(qapp, desk, qtbot, monkeypatch):
    theme.install(qapp, "light")
    theme.load_fonts("Medium")
    # A menu that opens in the midst of a deed would wait for a person: it opens and closes again.
    monkeypatch.setattr(QMenu, "exec", lambda menu, *_place: menu.popup(QPoint(0, 0)))
    made = Shell()
    qtbot.addWidget(made)
    made.attach(desk)
    made.theme_picked.connect(lambda choice: theme.use(qapp, choice))
    made.show()
    made.show_page(registry.pages()[0].id)
    yield made
    QApplication.closeAllWindows()


def test_nothing_breaks_whatever_is_pressed(window, desk, qtbot, seed, capsys):
    with capsys.disabled():
        print(f" monkey seed {seed} ", end="")
    monkey, end = Monkey(window, random.Random(seed)), time.monotonic() + SECONDS
    with qtbot.captureExceptions() as exceptions:
        while time.monotonic() < end and not _bugs(exceptions):
            with suppress(LandaufError):  # trouble a person can act on
                monkey.act()
            QApplication.processEvents()
        while isinstance(QApplication.activeModalWidget(), QDialog):
            QApplication.activeModalWidget().reject()
            QApplication.processEvents()
        qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    assert not _bugs(exceptions), "\n".join([*monkey.did, *traceback.format_exception(_bugs(exceptions)[0])])
    assert desk.workspace.check() == ()


def _bugs(exceptions):
    return [error for _kind, error, _trace in exceptions if not isinstance(error, LandaufError)]
