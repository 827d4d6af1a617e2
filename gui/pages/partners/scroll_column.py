"""A column of widgets that scrolls, for the tabs of the partner's inspector."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.card import Line


class ScrollColumn(QScrollArea):
    """Widgets under each other, scrolling when there are many."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)

    def fill(self, widgets: Sequence[QWidget], last: QWidget | None = None, *, lines: bool = True) -> None:
        """Show these, with `lines` hairlines between, and `last` at the end."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, theme.GAP_SMALL, 0, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_SMALL)
        for widget in widgets:
            column.addWidget(widget)
            if lines:
                column.addWidget(Line())
        if last is not None:
            line = QHBoxLayout()
            line.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP, 0)
            line.addWidget(last)
            line.addStretch(1)
            column.addLayout(line)
        column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._lead_tab(content)

    def _lead_tab(self, content: QWidget) -> None:
        """Tab goes through what is shown before it leaves: Qt would put the newest widgets behind everything else."""
        before: QWidget = self
        for widget in content.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget
