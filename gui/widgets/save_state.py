"""The corner of the menu bar: which file is open and when it was last saved."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from domain.overriding import override
from gui import drawn_icons, theme
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
        row.setSpacing(0)
        row.addWidget(self.file)
        row.addWidget(self.saved)
        self.saved.setContentsMargins(theme.GAP + _TICK + theme.GAP_TINY, 0, 0, 0)
        self.saved.hide()

    def set_file(self, path: Path) -> None:
        """Name the open file; the tooltip tells where it lies."""
        self.file.setText(path.name)
        self.file.setToolTip(str(path))
        self._fit()

    def set_saved(self, moment: datetime) -> None:
        """Tell when the file was last written."""
        self.saved.setText(_("Saved {time}").format(time=current().clock(moment)))
        self.saved.show()
        self._fit()

    def _fit(self) -> None:
        """Take the width that is needed now; a menu bar looks at its corner only when it is resized."""
        self.resize(self.sizeHint().width(), theme.MENU_HEIGHT - 1)
        bar = self.parentWidget()
        if isinstance(bar, QMenuBar):
            self.move(bar.width() - self.width(), 0)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.MENU_HEIGHT - 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.saved.text():
            left = self.saved.geometry().left() + theme.GAP
            with paint.painting(self) as painter:
                tick = QRectF(left, (self.height() - _TICK) / 2, _TICK, _TICK)
                drawn_icons.draw(painter, "check", tick, theme.tokens().done)
