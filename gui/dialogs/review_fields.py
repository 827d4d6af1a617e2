"""Compact fields of the review: who came by group, and what was handed out."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from domain.rows.events import Count, HandOut
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.button import Button
from gui.widgets.field import NumberField
from gui.widgets.text_area import TextArea

_NAME = 180


class CameField(QWidget):
    """How many of each target group came; what was expected stands muted beside it.

    The lines are made for the groups of `counts` at once, so that Tab goes through them in their order.
    """

    counts_changed = Signal()

    def __init__(self, counts: tuple[Count, ...], names: Mapping[UUID, str]) -> None:
        super().__init__()
        self.setAccessibleName(_("Who came"))
        self.numbers: dict[UUID, NumberField] = {}
        self._names = names
        self._counts: tuple[Count, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.GAP_SMALL)
        self._grid.setColumnStretch(2, 1)
        for line, count in enumerate(counts):
            self._add(line, count)

    def counts(self) -> tuple[Count, ...]:
        """The counts as typed."""
        return self._counts

    def show_counts(self, counts: tuple[Count, ...]) -> None:
        """Show these without telling."""
        self._counts = counts
        for count in counts:
            if count.target_group_id in self.numbers:
                self.numbers[count.target_group_id].set_number(count.actual)

    def _add(self, line: int, count: Count) -> None:
        group = count.target_group_id
        name = self._names.get(group, "")
        words = labels.ElidedText(name)
        words.setFixedWidth(_NAME)
        field = NumberField(_("{group}: came").format(group=name))
        field.number_changed.connect(lambda number: self._on_number(group, number))
        expected = _("{count} expected").format(count=current().number(count.expected)) if count.expected else ""
        self._grid.addWidget(field, line, 0)
        self._grid.addWidget(words, line, 1)
        self._grid.addWidget(labels.note(expected), line, 2)
        self.numbers[group] = field
        if self.focusProxy() is None:
            self.setFocusProxy(field)

    def _on_number(self, group: UUID, number: int | None) -> None:
        fresh = tuple(
            replace(count, actual=number) if count.target_group_id == group else count for count in self._counts
        )
        if fresh != self._counts:
            self._counts = fresh
            self.counts_changed.emit()


class HandedOutField(QWidget):
    """How many copies of each publication were handed out; the button takes all as planned."""

    items_changed = Signal()

    def __init__(self, items: tuple[HandOut, ...], names: Mapping[UUID, str]) -> None:
        super().__init__()
        self.setAccessibleName(_("Handed out"))
        self.numbers: dict[UUID, NumberField] = {}
        self._names = names
        self._items: tuple[HandOut, ...] = ()
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(theme.GAP_SMALL)
        self._grid.setColumnStretch(1, 1)
        for line, item in enumerate(items):
            self._add(line, item)
        self.planned = Button(_("All as planned (Alt+P)"), icon="check", is_small=True)
        QShortcut(QKeySequence("Alt+P"), self).activated.connect(self.take_planned)  # works from any field at once
        self.planned.setAutoDefault(False)
        self.planned.clicked.connect(self.take_planned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(self._grid)
        column.addWidget(self.planned)
        if all(item.planned is None for item in items):
            self.planned.hide()

    def items(self) -> tuple[HandOut, ...]:
        """What was handed out, as typed."""
        return self._items

    def show_items(self, items: tuple[HandOut, ...]) -> None:
        """Show these without telling."""
        self._items = items
        for item in items:
            if item.publication_id in self.numbers:
                self.numbers[item.publication_id].set_number(item.handed_out)

    def take_planned(self) -> None:
        """Everything was handed out as planned."""
        from domain.usecases.review import all_as_planned

        fresh = all_as_planned(self._items)
        if fresh != self._items:
            self.show_items(fresh)
            self.items_changed.emit()

    def _add(self, line: int, item: HandOut) -> None:
        name = self._names.get(item.publication_id, "")
        field = NumberField(_("{publication}: handed out").format(publication=name))
        if item.planned is not None:
            field.setPlaceholderText(str(item.planned))
        field.number_changed.connect(lambda number, key=item.publication_id: self._on_number(key, number))
        planned = _("{count} planned").format(count=current().number(item.planned)) if item.planned is not None else ""
        self._grid.addWidget(field, line, 0)
        self._grid.addWidget(labels.ElidedText(name), line, 1)
        self._grid.addWidget(labels.note(planned), line, 2)
        self.numbers[item.publication_id] = field
        if self.focusProxy() is None:
            self.setFocusProxy(field)

    def _on_number(self, key: UUID, number: int | None) -> None:
        fresh = tuple(replace(item, handed_out=number) if item.publication_id == key else item for item in self._items)
        if fresh != self._items:
            self._items = fresh
            self.items_changed.emit()


def bind_came(field: CameField) -> Binding:
    """The binding to `counts`."""
    return Binding(field, field.counts, field.show_counts, field.counts_changed)


def bind_words(area: TextArea) -> Binding:
    """The binding of a text that counts with every stroke."""
    return Binding(area, area.text, area.set_text, area.textChanged)


def bind_handed_out(field: HandedOutField) -> Binding:
    """The binding to `publications`."""
    return Binding(field, field.items, field.show_items, field.items_changed)
