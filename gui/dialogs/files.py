"""Asks for a file without blocking the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def save_as(parent: QWidget, title: str, suggested: str, kind: str, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """Let the person choose where to write; `kind` is a filter such as "PDF (*.pdf)".

    The ending of `suggested` is added to a name without one. Qt asks before an existing file is replaced.
    """
    dialog = QFileDialog(parent, title, suggested, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
    return _opened(dialog, on_chosen)


def choose_file(parent: QWidget, title: str, kind: str, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """Let the person choose an existing file."""
    dialog = QFileDialog(parent, title, "", kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, on_chosen)


def choose_files(parent: QWidget, title: str, kind: str, on_chosen: Callable[[list[Path]], None]) -> QFileDialog:
    """Let the person choose one existing file or several."""
    dialog = QFileDialog(parent, title, "", kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: on_chosen([Path(name) for name in names]))
    dialog.open()
    return dialog


def _opened(dialog: QFileDialog, on_chosen: Callable[[Path], None]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: on_chosen(Path(name)))
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """Let the person choose a folder, or make one."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, on_chosen)
