"""Lines of fields that are edited in place like a table: agenda, resolutions, tasks, templates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _
from gui.widgets import bindings, labels
from gui.widgets.badge import Badge, BadgeLook
from gui.widgets.button import Button, Weight
from gui.widgets.choice import CheckBox

_LEAD_WIDTH = 44


@dataclass(frozen=True)
class LineColumn:
    """One field of every line: its name, how it is made, 0 for a fixed width or its share of what is left."""

    words: str
    make: Callable[[str], QWidget]
    share: int = 0


@dataclass(frozen=True)
class EditedLine:
    """A line: `key` comes back with each change; `lead` is text before the fields, `checked` None has no box."""

    key: object
    values: tuple[object, ...]
    lead: str = ""
    checked: bool | None = None
    badge: Callable[[], BadgeLook] | None = None


class LineEditor(QWidget):
    """Shows lines and one empty one at the end that adds; a finished field tells, each time with the whole line.

    Enter goes to the next line, Alt+Up and Alt+Down move a line, Ctrl+Delete takes it out. The keyboard stays in its
    line when the lines are shown anew.
    """

    changed = Signal(object, object)  # key, values
    added = Signal(object)  # values
    removed = Signal(object)  # key
    moved = Signal(object, int)  # key, step
    toggled = Signal(object, bool)  # key, whether it is checked

    def __init__(self, name: str, columns: Sequence[LineColumn], *, main: int = 0, has_lead: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.columns = tuple(columns)
        self.main = main
        self._has_lead = has_lead
        self.lines: list[LineOfFields] = []
        self.adder = LineOfFields(self, EditedLine(None, (None,) * len(self.columns)), is_adder=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP_TINY)
        self._column.addWidget(self.adder)

    def set_lines(self, lines: Sequence[EditedLine]) -> None:
        """Show these lines; widgets of lines that stay are kept."""
        there = {line.key: line for line in self.lines}
        wanted = {line.key for line in lines}
        for key, gone in there.items():
            if key not in wanted or gone.has_box is not _box(lines, key):
                self._column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
        kept = {key: line for key, line in there.items() if key in wanted and line.has_box is _box(lines, key)}
        self.lines = [kept.get(line.key) or LineOfFields(self, line) for line in lines]
        for place, (widget, line) in enumerate(zip(self.lines, lines, strict=True)):
            widget.show_line(line, place + 1)
            self._column.insertWidget(place, widget)
        before: QWidget | None = None
        for widget in (*self.lines, self.adder):
            for field in widget.order():
                if before is not None:
                    QWidget.setTabOrder(before, field)
                before = field

    def has_lead(self) -> bool:
        """Whether there is text before the fields."""
        return self._has_lead

    def go_from(self, line: "LineOfFields", column: int) -> None:
        """Put the keyboard into the same field of the next line."""
        at = self.lines.index(line) + 1 if line in self.lines else len(self.lines)
        target = self.lines[at] if at < len(self.lines) else self.adder
        target.fields[column].widget.setFocus(Qt.FocusReason.TabFocusReason)


def _box(lines: Sequence[EditedLine], key: object) -> bool:
    return any(line.key == key and line.checked is not None for line in lines)


class LineOfFields(QWidget):
    """One line: perhaps a box and a time, the fields, perhaps a badge, and a button that takes it out."""

    def __init__(self, editor: LineEditor, line: EditedLine, *, is_adder: bool = False) -> None:
        super().__init__()
        self._editor = editor
        self._is_adder = is_adder
        self.key = line.key
        self.has_box = line.checked is not None
        self._shown = line.values
        self.box = CheckBox(name=_("Done"))
        self.lead = labels.note()
        self.lead.setFixedWidth(_LEAD_WIDTH)
        self.badge: Badge | None = None
        self.remove = Button(icon="close", weight=Weight.quiet, is_small=True, tip=_("Take out"))
        self.fields = [bindings.bind(column.make(column.words)) for column in editor.columns]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP_SMALL)
        self._lay_out()

    def _lay_out(self) -> None:
        if self.has_box:
            self._row.addWidget(self.box)
            self.box.toggled.connect(self._on_toggled)
        if self._editor.has_lead():
            self._row.addWidget(self.lead)
        for place, (column, field) in enumerate(zip(self._editor.columns, self.fields, strict=True)):
            if not field.widget.accessibleName():
                field.widget.setAccessibleName(column.words)
            self._row.addWidget(field.widget, column.share)
            field.widget.installEventFilter(self)
            field.widget.setProperty("place", place)
            field.changed.connect(self._on_changed)
        self._row.addWidget(self.remove)
        if self._is_adder:
            self.remove.set_icon("plus")
            self.remove.setToolTip(_("Add"))
            self.remove.setAccessibleName(_("Add"))
            self.remove.clicked.connect(self._add)
        else:
            self.remove.clicked.connect(lambda: self._editor.removed.emit(self.key))

    def show_line(self, line: EditedLine, number: int) -> None:
        """Show other values; a field with the keyboard keeps what is being typed if its value is as before."""
        for field, old, new in zip(self.fields, self._shown, line.values, strict=True):
            if not field.widget.hasFocus() or old != new:
                field.write(new)
        self._shown = line.values
        self.lead.setText(line.lead)
        if self.has_box:
            self.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.box.setChecked(bool(line.checked))
            self.box.blockSignals(False)  # noqa: FBT003 - Qt's signature
            self.box.setAccessibleName(_("Done: line {number}").format(number=number))
        self.remove.setToolTip(_("Take out line {number}").format(number=number))
        self.remove.setAccessibleName(self.remove.toolTip())
        self._show_badge(line)

    def _show_badge(self, line: EditedLine) -> None:
        if line.badge is None:
            if self.badge is not None:
                self.badge.hide()
            return
        if self.badge is None:
            self.badge = Badge(line.badge)
            self._row.insertWidget(self._row.count() - 1, self.badge)
        self.badge.show_look(line.badge)
        self.badge.show()

    def order(self) -> list[QWidget]:
        """What takes the keyboard, from left to right."""
        box: list[QWidget] = [self.box] if self.has_box else []
        return [*box, *(field.widget for field in self.fields), self.remove]

    def values(self) -> tuple[object, ...]:
        """What the fields hold."""
        return tuple(field.read() for field in self.fields)

    def clear(self) -> None:
        """Empty every field."""
        for field in self.fields:
            field.write("" if isinstance(field.read(), str) else None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_changed()
            if self._is_adder:
                self._add()
            else:
                self._editor.go_from(self, int(watched.property("place")))
            return True
        if self._is_adder:
            return False
        if alt and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._on_changed()
            self._editor.moved.emit(self.key, -1 if event.key() == Qt.Key.Key_Up else 1)
            return True
        if event.key() == Qt.Key.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._editor.removed.emit(self.key)
            return True
        return False

    def _on_toggled(self, is_checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._editor.toggled.emit(self.key, is_checked)

    def _on_changed(self, *_change: object) -> None:
        values = self.values()
        if not self._is_adder and values != self._shown:
            self._shown = values
            self._editor.changed.emit(self.key, values)

    def _add(self) -> None:
        values = self.values()
        main = self.fields[self._editor.main].widget
        if values[self._editor.main] in {None, ""}:
            main.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._editor.added.emit(values)

    def done_adding(self) -> None:
        """Empty the line once what it held was taken, with the keyboard in its main field."""
        self.clear()
        self.fields[self._editor.main].widget.setFocus(Qt.FocusReason.OtherFocusReason)
