"""Lines with a box to tick, a day or name at the right, and a note below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui import theme
from gui.widgets import labels
from gui.widgets.choice import CheckBox

_BOX = 26


@dataclass(frozen=True)
class TickLine:
    """A line: what is to do, whether it is done, what stands at the right and below; without a box it is a mark."""

    key: object
    words: str
    is_done: bool = False
    right: str = ""
    tone: str = "muted"
    note: str = ""
    has_box: bool = True


class TickList(QWidget):
    """Shows lines; widgets of lines that stay are kept, so that the keyboard stays in its place."""

    ticked = Signal(object, bool)  # key, whether it is done now

    def __init__(self, name: str, words_if_empty: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lines: list[_Line] = []
        self._empty = labels.note(words_if_empty, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP_TINY)
        self._column.addWidget(self._empty)

    def set_lines(self, lines: Sequence[TickLine]) -> None:
        """Show these lines."""
        there = {(line.key, line.has_box): line for line in self.lines}
        wanted = {(line.key, line.has_box) for line in lines}
        for key, gone in there.items():
            if key not in wanted:
                self._column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        self.lines = []
        for place, line in enumerate(lines):
            widget = there.get((line.key, line.has_box)) or _Line(self, line)
            widget.show_line(line)
            self._column.insertWidget(place, widget)
            self.lines.append(widget)
        self._empty.setVisible(not lines)


class _Line(QWidget):
    """One line of the list."""

    def __init__(self, owner: TickList, line: TickLine) -> None:
        super().__init__()
        self.key, self.has_box = line.key, line.has_box
        self.box = CheckBox(line.words)
        self.box.setFixedHeight(theme.SMALL_BUTTON_HEIGHT)
        self.box.setMinimumWidth(_BOX)  # long words are cut before the list grows wider than its place
        self.words = labels.Text(font=theme.text_font(theme.SEMIBOLD), tone="strong", wrap=True)
        self.right, self.note = labels.note(), labels.note(wrap=True)
        grid = QGridLayout(self)
        gap = 0 if line.has_box else theme.GAP_TINY
        grid.setContentsMargins(0, gap, 0, gap)
        grid.setHorizontalSpacing(theme.GAP_SMALL)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.box if line.has_box else self.words, 0, 0)
        grid.addWidget(self.right, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.note.setContentsMargins(_BOX if line.has_box else 0, 0, 0, 0)
        grid.addWidget(self.note, 1, 0, 1, 2)
        self.box.toggled.connect(lambda done: owner.ticked.emit(self.key, done))

    def show_line(self, line: TickLine) -> None:
        """Show other words, day or tick, without telling."""
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.box.setText(line.words)
        self.box.setChecked(line.is_done)
        self.box.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.box.setAccessibleName(line.words)
        self.box.setAccessibleDescription(", ".join(part for part in (line.right, line.note) if part))
        self.box.setToolTip(line.words)
        self.words.setText(line.words)
        self.right.setText(line.right)
        self.right.set_tone(line.tone)
        self.note.setText(line.note)
        self.note.setVisible(bool(line.note))
