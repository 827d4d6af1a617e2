"""Names and values below each other in an inspector; long values take the whole width."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gui import theme
from gui.widgets import labels

_SHORT = 44
"""Values of so many characters stand beside their name, longer ones below it."""


class Facts(QScrollArea):
    """A column of names and values that scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        self.lines: list[tuple[str, str]] = []
        self._margin = theme.GAP

    def show_bare(self) -> None:
        """Keep no distance from the left and right edge."""
        self._margin = 0

    def show_lines(self, lines: Iterable[tuple[str, str]], *above: QWidget) -> None:
        """Show these under the widgets given; what has no value is left out."""
        self.lines = [line for line in lines if line[1]]
        content = QWidget()
        content.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(content)
        column.setContentsMargins(self._margin, theme.GAP_ROW, self._margin, theme.GAP_ROW)
        column.setSpacing(theme.GAP_ROW)
        for widget in above:
            column.addWidget(widget)
        column.addLayout(_grid(self.lines))
        column.addStretch(1)
        self.setWidget(content)


def _grid(lines: Iterable[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for name, value in lines:
        at = grid.rowCount()
        if len(value) <= _SHORT and "\n" not in value:
            grid.addWidget(labels.Text(name, tone="muted", wrap=True), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(labels.Text(value, wrap=True), at, 1)
        else:
            stacked = QVBoxLayout()
            stacked.setSpacing(0)
            stacked.addWidget(labels.note(name))
            stacked.addWidget(labels.Text(value, wrap=True))
            grid.addLayout(stacked, at, 0, 1, 2)
    return grid


def clear(layout: QVBoxLayout) -> None:
    """Take all widgets out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
