"""The history of a record: what changed, old struck through, when and by whom; each change can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight
from gui.widgets.flow import FlowLayout

_DAY_WIDTH = 56
_RAIL = 12
_DOT = 9


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry: a field with old and new value, or a deed without values; `key` comes back when it is taken back.

    `day` is shown when it differs from the entry above; `is_new` fills the dot.
    """

    day: str
    headline: str
    line: str
    old: str = ""
    new: str = ""
    key: str = ""
    is_new: bool = False


class Timeline(QWidget):
    """Entries from the newest down, on a rail."""

    revert_asked = Signal(str)  # key of the entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("History"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.entries: list[_Entry] = []

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show these entries."""
        for entry in self.entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = []
        day = ""
        for position, moment in enumerate(moments):
            entry = _Entry(moment, shows_day=moment.day != day, is_last=position == len(moments) - 1)
            entry.revert_asked.connect(self.revert_asked)
            day = moment.day
            self.entries.append(entry)
            self._column.insertWidget(position, entry)


class _Entry(QWidget):
    """One entry with its dot on the rail."""

    revert_asked = Signal(str)

    def __init__(self, moment: Moment, *, shows_day: bool, is_last: bool) -> None:
        super().__init__()
        self._moment = moment
        self._is_last = is_last
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, theme.GAP)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _DAY_WIDTH)
        grid.setColumnMinimumWidth(1, _RAIL + theme.GAP_ROW)
        grid.setColumnStretch(2, 1)
        grid.addWidget(labels.note(moment.day if shows_day else ""), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._head(moment), 0, 2)
        if moment.old or moment.new:
            grid.addWidget(_values(moment), 1, 2)
        grid.addWidget(labels.note(moment.line), 2, 2)

    def _head(self, moment: Moment) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(labels.Text(moment.headline, font=theme.text_font(theme.MEDIUM), wrap=True), 1)
        if moment.key:
            tip = _("Take back: {change}").format(change=moment.headline)
            self.revert = Button(icon="undo", weight=Weight.quiet, is_small=True, tip=tip)
            self.revert.clicked.connect(self._on_revert)
            head.addWidget(self.revert, 0, Qt.AlignmentFlag.AlignTop)
        return head

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            centre = _DAY_WIDTH + _RAIL / 2
            if not self._is_last:
                painter.fillRect(QRectF(centre - 0.5, 10, 1, self.height() - 10), look.hairline)
                painter.fillRect(QRectF(centre - 0.5, 0, 1, 10), look.hairline)
            dot = QRectF(centre - _DOT / 2, 6, _DOT, _DOT)
            ground = look.accent if self._moment.is_new else look.base
            paint.box(painter, dot, _DOT / 2, ground, paint.pen(look.accent, 2))

    def _on_revert(self) -> None:
        self.revert_asked.emit(self._moment.key)


def _values(moment: Moment) -> QWidget:
    """The old value struck through, then the new one."""
    values = QWidget()
    flow = FlowLayout(values, theme.GAP_TINY)
    if moment.old:
        font = theme.small_font()
        font.setStrikeOut(True)
        flow.addWidget(labels.Text(moment.old, font=font, tone="muted"))
    flow.addWidget(labels.Text(moment.new, font=theme.small_font()))
    return values
