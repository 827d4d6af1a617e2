"""The corner of the menu bar: which file is open and when it was last saved."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from gui import icons, theme
from gui.texts import _, current
from gui.widgets import labels, paint

_TICK = 16


class SaveState(QWidget):
    """File name and "Saved 14:32"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = labels.note()
        self.saved = labels.note()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.GAP_ROW, 0)
        row.addWidget(self.file)
        row.addSpacing(theme.GAP + _TICK)
        row.addWidget(self.saved)

    def set_file(self, path: Path) -> None:
        """Name the open file; the tooltip tells where it lies."""
        self.file.setText(path.name)
        self.file.setToolTip(str(path))

    def set_saved(self, moment: datetime) -> None:
        """Tell when the file was last written."""
        self.saved.setText(_("Saved {time}").format(time=current().clock(moment)))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.saved.text():
            left = self.saved.geometry().left() - _TICK - theme.GAP_TINY
            with paint.painting(self) as painter:
                tick = QRectF(left, (self.height() - _TICK) / 2, _TICK, _TICK)
                icons.draw(painter, "check", tick, theme.tokens().done)
