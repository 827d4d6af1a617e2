"""The text of an edition: a text area with a small toolbar that puts the signs of Markdown around what is marked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import theme
from gui.texts import _
from gui.widgets.button import Button, Weight
from gui.widgets.text_area import TextArea

_ENDLESS = 16_777_215
"""Qt's largest height: the area grows with the window."""
_LEAST_LINES = 4
_ADDRESS = "https://"


class MarkupField(QWidget):
    """Edits Markdown; `typed` tells each change at once. Tab leaves the text, shortcuts do what the buttons do."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = TextArea(name, _LEAST_LINES)
        self.area.setMinimumHeight(self.area.height())
        self.area.setMaximumHeight(_ENDLESS)
        self.buttons: dict[str, Button] = {}
        bar = QHBoxLayout()
        bar.setSpacing(theme.GAP_TINY)
        for key, words, shortcut, deed in self._tools():
            shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            button = Button(words, weight=Weight.quiet, is_small=True, tip=f"{words} ({shown})")
            button.clicked.connect(partial(self._do, deed))
            short = QShortcut(QKeySequence(shortcut), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(partial(self._do, deed))
            self.buttons[key] = button
            bar.addWidget(button)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addLayout(bar)
        column.addWidget(self.area, 1)
        self.area.textChanged.connect(lambda: self.typed.emit(self.area.text()))

    def _tools(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        return (
            ("heading", _("Heading"), "Ctrl+H", partial(self._begin_lines, "## ")),
            ("list", _("List"), "Ctrl+U", partial(self._begin_lines, "- ")),
            ("strong", _("Strong"), "Ctrl+B", partial(self._surround, "**")),
            ("link", _("Link"), "Ctrl+L", self._link),
            ("box", _("Box"), "Ctrl+Shift+B", partial(self._begin_lines, "> ")),
        )

    def text(self) -> str:
        """What is typed."""
        return self.area.text()

    def show_text(self, text: str) -> None:
        """Show a text without telling, the cursor at its beginning; where it stands already the cursor stays."""
        if text == self.area.text():
            return
        self.area.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.area.set_text(text)
        self.area.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def go_to_line(self, line: int) -> None:
        """Put the cursor on a line (1 is the first) and the keyboard into the text."""
        block = self.area.document().findBlockByNumber(max(0, line - 1))
        if block.isValid():
            self.area.setTextCursor(QTextCursor(block))
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, deed: Callable[[], None]) -> None:
        deed()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_lines(self, sign: str) -> None:
        """Put the sign before every marked line, or take it away where all have it: one step of the text's own undo."""
        cursor = self.area.textCursor()
        first = self.area.document().findBlock(cursor.selectionStart())
        last = self.area.document().findBlock(cursor.selectionEnd())
        numbers = range(first.blockNumber(), last.blockNumber() + 1)
        blocks = [self.area.document().findBlockByNumber(number) for number in numbers]
        has_all = all(block.text().startswith(sign) for block in blocks)
        cursor.beginEditBlock()
        for block in blocks:
            edit = QTextCursor(block)
            if has_all:
                edit.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(sign))
                edit.removeSelectedText()
            else:
                edit.insertText(sign)
        cursor.endEditBlock()

    def _surround(self, sign: str) -> None:
        """Put the sign around what is marked, or take it away; without a mark the cursor waits between two."""
        cursor = self.area.textCursor()
        marked = cursor.selectedText()
        if marked.startswith(sign) and marked.endswith(sign) and len(marked) > 2 * len(sign):
            cursor.insertText(marked[len(sign) : -len(sign)])
            return
        cursor.insertText(f"{sign}{marked}{sign}")
        if not marked:
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(sign))
            self.area.setTextCursor(cursor)

    def _link(self) -> None:
        """Make a link of what is marked; the address waits to be typed over."""
        cursor = self.area.textCursor()
        words = cursor.selectedText()
        cursor.insertText(f"[{words}]({_ADDRESS})")
        end = cursor.position() - 1
        if words:
            cursor.setPosition(end - len(_ADDRESS))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(end - len(_ADDRESS) - 2)
        self.area.setTextCursor(cursor)
