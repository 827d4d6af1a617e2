"""What is remarkable about a text, line by line; Enter goes to the line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from domain.rules.handouts import TextHint
from gui import icons, theme
from gui.texts import _, current

_ROW = 24
_MOST_ROWS = 4


class HintList(QListWidget):
    """Hints with their lines; as high as it needs to be, and gone without any."""

    line_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Hints on the text"))
        self.setFont(theme.small_font())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)
        self.show_hints(())

    def show_hints(self, hints: Sequence[TextHint]) -> None:
        """Show these hints."""
        self.clear()
        for hint in hints:
            words = current().text(hint.msgid, hint.params)
            if hint.line:
                words = _("Line {line}: {hint}").format(line=hint.line, hint=words)
            item = QListWidgetItem(icons.icon("hint"), words)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.UserRole, hint.line)
            self.addItem(item)
        self.setFixedHeight(min(len(hints), _MOST_ROWS) * _ROW + 2)
        self.setVisible(bool(hints))

    def _on_item(self, item: QListWidgetItem) -> None:
        self.line_asked.emit(int(item.data(Qt.ItemDataRole.UserRole)))
