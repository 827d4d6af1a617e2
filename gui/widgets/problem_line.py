"""The red line under a field."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.widgets import labels, paint


class ProblemLine(QWidget):
    """An octagon and what is wrong; hidden while all is well."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = labels.note(words, tone="error", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 0, 0)
        row.addWidget(self.words, 0, Qt.AlignmentFlag.AlignTop)
        if not words:
            self.hide()

    def show_words(self, words: str) -> None:
        """Show what is wrong, or nothing."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            icons.draw(painter, "error", QRectF(0, 1, 14, 14), theme.tokens().error)
