"""What people do in stories: keys, menus, the command line."""

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.import_wizard.dialog import ImportDialog
from gui.dialogs.import_wizard.stage_bar import Stage

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def settle(program, qtbot):
    qtbot.waitUntil(lambda: not program.desk.tasks.is_busy, timeout=20_000)


def press(qtbot, program, key, modifier=CONTROL):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, key, modifier)
    settle(program, qtbot)


def take_over(qtbot, program, action, *sources):
    """Read a file, or several returned forms, through the menu: file, columns (of a table), preview, done."""
    program.window.actions_.trigger(action)
    chooser = program.window.findChild(QFileDialog)
    chooser.fileSelected.emit(str(sources[0]))
    chooser.filesSelected.emit([str(source) for source in sources])  # listened to where several may be chosen
    chooser.close()
    dialog = program.window.findChild(ImportDialog)
    is_done = False
    while not is_done:
        qtbot.waitUntil(dialog.primary.isEnabled, timeout=20_000)
        is_done = dialog.stage is Stage.done  # returned forms have no step of columns
        qtbot.mouseClick(dialog.primary, LEFT)
    qtbot.waitUntil(lambda: not program.window.findChildren(ImportDialog), timeout=20_000)
    settle(program, qtbot)


def command(*arguments):
    """Another program on the same machine: the command line; what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "gui", *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
