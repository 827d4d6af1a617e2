"""A picture of the manual in its full size."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from gui import theme
from gui.dialogs.dialog import Dialog
from gui.texts import _
from gui.widgets import labels

_ROOM = 60
"""Pixels of the screen that stay free at each side."""


class PictureDialog(Dialog):
    """Shows a picture as it was taken, and says below what it shows."""

    def __init__(self, path: Path, words: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Picture"), _("Close"), parent)
        self.cancel.hide()
        self.primary.clicked.connect(self.accept)
        self.picture = QLabel()
        self.picture.setPixmap(QPixmap(str(path)))
        self.picture.setAccessibleName(words)
        self.picture.adjustSize()
        area = QScrollArea()
        area.setWidget(self.picture)
        area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content.addWidget(area, 1)
        self.content.addWidget(labels.Text(words, font=theme.small_font(), tone="muted", wrap=True))
        size = self.picture.sizeHint()
        screen = self.screen().availableSize()
        self.resize(
            min(size.width() + 2 * theme.MARGIN + 4, screen.width() - _ROOM),
            min(size.height() + 190, screen.height() - _ROOM),
        )
