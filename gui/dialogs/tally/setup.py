"""The small step before counting: which target groups get which key."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.rows.tally import TallyGroupRow
from domain.rules.tally import KEYS
from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card
from gui.widgets.choice import CheckBox
from gui.widgets.empty import EmptyState

_WIDTH = 560


class GroupSetup(QWidget):
    """Ticks give keys in their order; Alt with an arrow moves a group to another key. `chosen` brings the ids."""

    chosen = Signal(object)  # tuple[UUID, ...]

    def __init__(self) -> None:
        super().__init__()
        self.order: list[UUID] = []
        self.boxes: dict[UUID, CheckBox] = {}
        self._names: dict[UUID, str] = {}
        self.start = Button(_("Start counting"), icon="check", weight=Weight.primary)
        self.start.clicked.connect(lambda: self.chosen.emit(tuple(self.order)))
        self.up = Button(icon="arrow-up", tip=_("To the key before (Alt+Up)"))
        self.down = Button(icon="arrow-down", tip=_("To the next key (Alt+Down)"))
        self.up.clicked.connect(partial(self.shift_key, -1))
        self.down.clicked.connect(partial(self.shift_key, 1))
        self.empty = EmptyState(
            "people", _("No target groups yet"), _("Add some in the settings, then they can be counted here.")
        )
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.shift_key, step))
        self._current: UUID | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.GAP_TINY)
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        inner.setLayout(self._lines)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        card = Card(_("Whom do you count?"))
        card.set_padding()
        card.body.setSpacing(theme.GAP_ROW)
        hint = _("Tick up to nine groups; each gets the next key. They can be changed later, nothing counted is lost.")
        card.body.addWidget(labels.Text(hint, tone="muted", wrap=True))
        card.body.addWidget(area, 1)
        card.body.addWidget(self.empty, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.up)
        foot.addWidget(self.down)
        foot.addStretch(1)
        foot.addWidget(self.start)
        card.body.addLayout(foot)
        card.setFixedWidth(_WIDTH)
        self._area = area
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.GAP)
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)

    def show_choices(self, choices: Sequence[TallyGroupRow], chosen: Sequence[UUID]) -> None:
        """Offer these groups; those chosen so far are ticked in their order."""
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self._names = {group.id: group.name for group in choices}
        self.order = [group for group in chosen if group in self._names][:KEYS]
        self.boxes = {}
        while self._lines.count():
            self._lines.takeAt(0)
        for group in (*self.order, *(group for group in self._names if group not in self.order)):
            box = CheckBox()
            box.setChecked(group in self.order)
            box.toggled.connect(partial(self._on_toggled, group))
            self.boxes[group] = box
            self._lines.addWidget(box)
        self._lines.addStretch(1)
        self.empty.setVisible(not choices)
        self._area.setVisible(bool(choices))
        self._show_order()

    def focus_first(self) -> None:
        """Put the keyboard on the first group."""
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def shift_key(self, step: int) -> None:
        """Give the group with the keyboard the key before or behind."""
        focused = next((group for group, box in self.boxes.items() if box.hasFocus()), self._current)
        if focused is None or focused not in self.order:
            return
        at = self.order.index(focused)
        to = at + step
        if 0 <= to < len(self.order):
            self.order[at], self.order[to] = self.order[to], self.order[at]
            self._current = focused
            self._show_order()

    def _on_toggled(self, group: UUID, ticked: bool) -> None:  # noqa: FBT001 - payload of a signal
        self._current = group
        if ticked and group not in self.order and len(self.order) < KEYS:
            self.order.append(group)
        elif not ticked and group in self.order:
            self.order.remove(group)
        self._show_order()

    def _show_order(self) -> None:
        is_full = len(self.order) >= KEYS
        for group, box in self.boxes.items():
            is_in, name = group in self.order, self._names[group]
            box.setText(_("{name} – key {key}").format(name=name, key=self.order.index(group) + 1) if is_in else name)
            box.setAccessibleName(box.text())
            box.setEnabled(is_in or not is_full)
            box.updateGeometry()
        self.start.setEnabled(bool(self.order))
        for button in (self.up, self.down):
            button.setEnabled(len(self.order) > 1)
