"""Several lines of text, with a counter where there is a limit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from domain.overriding import override
from gui import theme

_LINE = 20
_EDGES = 14


class TextArea(QPlainTextEdit):
    """Plain text; Tab leaves the field. `finished` is sent when it is left after a change."""

    finished = Signal(str)

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.text_font())
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(lines * _LINE + _EDGES)
        self.document().setDocumentMargin(2)
        self._before = ""

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling."""
        self._before = text
        self.setPlainText(text)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() != self._before:
            self._before = self.text()
            self.finished.emit(self._before)
