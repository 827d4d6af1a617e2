"""The import dialog on files of a test."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gui.dialogs.import_wizard.dialog import ImportDialog


@pytest.fixture
def read(qtbot, desk, tmp_path, settle):
    """A function that opens the dialog on a file with this content and waits for what was recognised."""

    def show(content, name="partner.csv", what="partners"):
        source = content if isinstance(content, Path) else tmp_path / name
        if not isinstance(content, Path):
            source.write_bytes(content if isinstance(content, bytes) else content.encode())
        dialog = ImportDialog(desk, what, source)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.open()
        settle()
        return dialog

    return show


@pytest.fixture
def go(qtbot, settle):
    """A function that presses the primary button so many times and waits each time."""

    def press(dialog, times=1):
        for _time in range(times):
            qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
            settle()
        return dialog

    return press
