"""Asks where to move an event."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from domain.rows.events import EventRow
from gui import theme
from gui.dialogs.dialog import Dialog
from gui.pages.calendar.day_columns import is_timed, moment
from gui.texts import _
from gui.widgets import labels
from gui.widgets.dates import DateField, TimeField


class MoveDialog(Dialog):
    """Asks for another day, and for a timed event another start; its length stays."""

    chosen = Signal(object, object)  # date, datetime of the start or None

    def __init__(self, row: EventRow, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_("Move event"), _("Move"), parent)
        self.content.addWidget(labels.Text(row.title, wrap=True))
        self.day = DateField(_("Day"), today)
        self.day.set_date(row.start_day)
        self.start = TimeField(_("Start"))
        form = QFormLayout()
        form.setHorizontalSpacing(theme.GAP)
        form.setVerticalSpacing(theme.GAP_ROW)
        form.addRow(_label(_("Day")), self.day)
        if is_timed(row) and row.starts_at is not None:
            self.start.set_time(row.starts_at.timetz().replace(tzinfo=None))
            form.addRow(_label(_("Start")), self.start)
        else:
            self.start.setParent(self)
            self.start.hide()
        self.content.addLayout(form)
        self.primary.clicked.connect(self._on_move)
        self.day.setFocus()

    def _on_move(self) -> None:
        day, start = self.day.day(), None if self.start.isHidden() else self.start.moment()
        if day is None or (start is None and not self.start.isHidden()):
            wrong = self.day if day is None else self.start
            wrong.setFocus()
            wrong.selectAll()
            return
        self.chosen.emit(day, None if start is None else moment(day, _minutes(start)))
        self.accept()


def _label(words: str) -> labels.Text:
    label = labels.Text(words, tone="muted")
    label.setMinimumHeight(theme.CONTROL_HEIGHT)
    return label


def _minutes(value: time) -> int:
    return value.hour * 60 + value.minute
