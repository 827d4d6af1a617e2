"""Small fields that only the form of an event needs: pairs, texts with a counter, decimal numbers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.rules.post_length import PostLength
from gui import theme
from gui.texts import _, current, ngettext
from gui.widgets import bindings, labels
from gui.widgets.badge import Badge, plain_badge
from gui.widgets.bindings import Binding
from gui.widgets.field import Field
from gui.widgets.text_area import TextArea


class PairField(QWidget):
    """Two fields of ours in one line, bound to two attributes at once."""

    pair_changed = Signal()

    def __init__(self, first: QWidget, second: QWidget, between: str = "", after: str = "") -> None:
        super().__init__()
        self._parts = (bindings.bind(first), bindings.bind(second))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GAP_SMALL)
        line.addWidget(first)
        if between:
            line.addWidget(labels.note(between))
        line.addWidget(second)
        if after:
            line.addWidget(labels.note(after))
        if second.minimumWidth() == second.maximumWidth():
            line.addStretch(1)
        for part in self._parts:
            part.changed.connect(self._on_changed)
        self.setFocusProxy(first)

    def values(self) -> tuple[object, object]:
        """What both fields hold."""
        return self._parts[0].read(), self._parts[1].read()

    def show_values(self, values: tuple[object, object]) -> None:
        """Show both without telling."""
        for part, value in zip(self._parts, values, strict=True):
            part.write(value)

    def _on_changed(self, *_change: object) -> None:
        self.pair_changed.emit()


def bind_pair(field: PairField, empty: object = None) -> Binding:
    """The binding to two attributes; `empty` stands for a field without content."""

    def read() -> tuple[object, object]:
        first, second = field.values()
        return (empty if first is None else first, empty if second is None else second)

    return Binding(field, read, field.show_values, field.pair_changed)


class CountedText(QWidget):
    """A text area with a count of its characters, and a badge where its content stays in the house.

    `measure` counts a text, and says how long it may be; more turns the count gold.
    """

    def __init__(
        self, name: str, lines: int = 4, *, badge: str = "", measure: Callable[[str], PostLength] | None = None
    ) -> None:
        super().__init__()
        self.area = TextArea(name, lines)
        self.count = labels.note()
        self._measure = measure or _plain_length
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP_SMALL)
        if badge:
            foot.addWidget(Badge(lambda: plain_badge(badge, "eye-off")))
        foot.addStretch(1)
        foot.addWidget(self.count)
        if badge:
            self.count.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self.area)
        column.addLayout(foot)
        self.area.textChanged.connect(self.show_count)
        self.setFocusProxy(self.area)
        self.show_count()

    def show_count(self) -> None:
        """Count again, e.g. because the limit changed."""
        found = self._measure(self.area.text())
        length, limit = found.length, found.limit
        if limit is None:
            words = ngettext("{count} character", "{count} characters", length)
            self.count.setText(words.format(count=current().number(length)))
        else:
            words = _("{count} of {limit} characters")
            self.count.setText(words.format(count=current().number(length), limit=current().number(limit)))
        self.count.set_tone("gold" if found.excess else "muted")


def _plain_length(text: str) -> PostLength:
    return PostLength(len(text), None)


def bind_live(widget: Field | TextArea | CountedText) -> Binding:
    """The binding of a text that counts with every stroke, so that a crash loses none of it."""
    if isinstance(widget, CountedText):
        area = widget.area
        return Binding(widget, area.text, area.set_text, area.textChanged)
    if isinstance(widget, TextArea):
        return Binding(widget, widget.text, widget.set_text, widget.textChanged)
    return Binding(widget, lambda: widget.text().strip(), lambda text: _show_start(widget, text), widget.textEdited)


def _show_start(field: Field, text: str) -> None:
    field.setText(text)
    field.setCursorPosition(0)


def bind_decimal(field: Field) -> Binding:
    """The binding to a number with a decimal comma, or nothing."""

    def read() -> float | None:
        typed = field.text().strip().replace(".", "").replace(",", ".")
        try:
            return float(typed)
        except ValueError:
            return None

    def write(value: Any) -> None:  # noqa: ANN401 - a binding writes what the draft holds
        field.setText("" if value is None else current().number(value))

    return Binding(field, read, write, field.editingFinished)
