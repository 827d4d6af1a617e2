"""Puts the inspector beside the calendar, or over its right edge where the page is narrow."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui import theme
from gui.pages.calendar.day_panel import DayPanel

NARROW = 960
"""Below this page width the inspector gives way and comes as a drawer when asked for."""


class Drawer(QObject):
    """Keeps the panel in its row, or as a drawer that opens and closes."""

    changed = Signal(bool)  # whether it is a drawer now

    def __init__(self, page: QWidget, row: QBoxLayout, panel: DayPanel) -> None:
        super().__init__(page)
        self._page = page
        self._row = row
        self._panel = panel
        self._is_drawer = False
        panel.close_asked.connect(self.close)

    def follow(self) -> None:
        """The page has another size now."""
        is_drawer = self._page.width() < NARROW
        if is_drawer != self._is_drawer:
            self._is_drawer = is_drawer
            self._panel.close_button.setVisible(is_drawer)
            if is_drawer:
                self._row.removeWidget(self._panel)
                self._panel.hide()
            else:
                self._row.addWidget(self._panel)
                self._panel.show()
            self.changed.emit(is_drawer)
        if is_drawer:
            self._place()

    def open(self) -> None:
        """Bring the drawer out; beside the calendar it is there anyway."""
        if self._is_drawer:
            self._place()
            self._panel.show()
            self._panel.raise_()

    def toggle(self) -> None:
        """Bring the drawer out or put it away."""
        if self._panel.isVisible():
            self.close()
        else:
            self.open()

    def close(self) -> None:
        """Put the drawer away."""
        if self._is_drawer:
            self._panel.hide()

    def _place(self) -> None:
        margins = self._page.contentsMargins()
        bottom = self._page.height() - margins.bottom() - 20
        self._panel.setGeometry(
            self._page.width() - theme.MARGIN - theme.INSPECTOR_WIDTH, 0, theme.INSPECTOR_WIDTH, bottom
        )
