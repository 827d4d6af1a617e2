"""A person's month with paging, painted and in words."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.speakers import StripDay
from domain.rules.capacity import month_of
from gui import theme
from gui.pages.lectures.facts import Facts
from gui.pages.lectures.month_strip import MonthStrip, month_lines
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight


class MonthView(QWidget):
    """The month strip with buttons for the months before and after, and the same as a list."""

    month_asked = Signal(object)  # date, the first of a month
    event_opened = Signal(object)  # UUID

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = month_of(today)
        self.title = labels.section("")
        self.back = Button(icon="chevron-left", weight=Weight.quiet, tip=_("Month before"), is_small=True)
        self.forward = Button(icon="chevron-right", weight=Weight.quiet, tip=_("Next month"), is_small=True)
        self.back.clicked.connect(lambda: self.month_asked.emit(month_of(self._first - timedelta(days=1))))
        self.forward.clicked.connect(lambda: self.month_asked.emit(month_of(self._first + timedelta(days=31))))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        head.addWidget(self.forward)
        self.strip = MonthStrip(today)
        self.strip.event_opened.connect(self.event_opened)
        self.list = Facts(_("The month as a list"))
        self.list.show_bare()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.list, 1)

    def month(self) -> date:
        """The first day of the month shown."""
        return self._first

    def show_month(self, first: date, days: tuple[StripDay, ...]) -> None:
        """Show the month that begins on `first`."""
        self._first = first
        self.title.setText(current().month(first))
        self.strip.show_days(current().month(first), days)
        lines = month_lines(days)
        self.list.show_lines(lines or [(_("Nothing"), _("no appointments, no absences"))])
