"""The field for when an event is: a day with hours, or whole days, or no date yet."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.region.holidays import public_holiday_on, school_holiday_on
from domain.rules.local import at_local
from domain.rules.validation.fields import FIRST_YEAR, LAST_YEAR
from domain.terms import BERLIN
from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.choice import CheckBox
from gui.widgets.dates import DateField, TimeSpanField

ATTRIBUTES = "all_day,starts_at,ends_at,first_day,last_day"
"""The attributes of an event's draft that the field shows."""

When: TypeAlias = tuple[bool, datetime | None, datetime | None, date | None, date | None]

_BEGIN, _END = time(10), time(12)
_NOTHING: When = (False, None, None, None, None)


class WhenField(QWidget):
    """A day and from when to when; an end before the start lies on the next day. Whole days have a last day instead.

    Picking a day first proposes ten to noon. `trouble` says why what is typed is no date.
    """

    when_changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Date"))
        self.trouble: Problem | None = None
        self._nights = 0
        self.day = DateField(_("Day"), today)
        self.hours = TimeSpanField(_("Hours"))
        self.last = DateField(_("Last day"), today)
        self.whole = CheckBox(_("all day"))
        self.note = labels.note()
        self.overnight = labels.note(tone="gold")
        self._until = labels.Text(_("until"), tone="muted")
        self._build()
        self.day.date_changed.connect(self._on_day)
        self.last.date_changed.connect(self._on_changed)
        self.hours.span_changed.connect(self._on_hours)
        self.whole.clicked.connect(self._on_whole)
        self.setFocusProxy(self.day)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        for parts in ((self.day, self.note), (self._until, self.last), (self.hours,), (self.whole, self.overnight)):
            line = QHBoxLayout()
            line.setSpacing(theme.GAP_SMALL)
            for part in parts:
                line.addWidget(part)
            line.addStretch(1)
            column.addLayout(line)

    def when(self) -> When:
        """What is shown: whole days, moments, or nothing while it is incomplete."""
        self.trouble = None
        day = self.day.day()
        if self.whole.isChecked():
            return (True, None, None, day, self.last.day() or day)
        start, end = self.hours.start.moment(), self.hours.end.moment()
        if day is None or start is None or end is None:
            if day is not None or start is not None or end is not None:
                self.trouble = Problem("starts_at", N_("A date needs its day, its start and its end."))
            return _NOTHING
        try:
            begin = at_local(day, _minute(start))
            finish = at_local(day + timedelta(days=self._days_over(start, end)), _minute(end), field="ends_at")
        except InvalidInputError as trouble:
            self.trouble = trouble.problems[0]
            return _NOTHING
        return (False, begin, finish, None, None)

    def show_when(self, when: When) -> None:
        """Show these attributes without telling."""
        all_day, starts_at, ends_at, first, last = when
        self.trouble = None
        self.whole.setChecked(all_day)
        if starts_at is not None and ends_at is not None:
            begin, end = starts_at.astimezone(BERLIN), ends_at.astimezone(BERLIN)
            self._nights = (end.date() - begin.date()).days
            self.day.set_date(begin.date())
            self.hours.set_span(begin.time(), end.time())
        else:
            self._nights = 0
            self.day.set_date(first)
            self.hours.set_span(None, None)
        self.last.set_date(last)
        self._show_parts()

    def _days_over(self, start: time, end: time) -> int:
        """How many days later the end lies: as many as before, else one if it would come first."""
        return self._nights if self._nights > 1 else int(end < start)

    def _on_day(self, day: date | None) -> None:
        if day is not None and self.hours.start.moment() is None and not self.whole.isChecked():
            self.hours.set_span(_BEGIN, _END)
        last = self.last.day()
        if day is not None and (last is None or last < day):
            self.last.set_date(day)
        self._on_changed()

    def _on_whole(self) -> None:
        if self.whole.isChecked():
            self.last.set_date(self.last.day() or self.day.day())
        elif self.day.day() is not None and self.hours.start.moment() is None:
            self.hours.set_span(_BEGIN, _END)
        self._on_changed()

    def _on_hours(self, _start: object, _end: object) -> None:
        self._on_changed()

    def _on_changed(self, _change: object = None) -> None:
        self._show_parts()
        self.when_changed.emit()

    def _show_parts(self) -> None:
        is_whole = self.whole.isChecked()
        self._until.setVisible(is_whole)
        self.last.setVisible(is_whole)
        self.hours.setVisible(not is_whole)
        words, tone = day_note(self.day.day())
        self.note.setText(words)
        self.note.set_tone(tone)
        start, end = self.hours.start.moment(), self.hours.end.moment()
        over = 0 if is_whole or start is None or end is None else self._days_over(start, end)
        self.overnight.setText(_("ends on the next day") if over else "")


def day_note(day: date | None) -> tuple[str, str]:
    """What sort of day it is, and its tone: holidays in gold."""
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        return "", "muted"
    holiday = public_holiday_on(day)
    if holiday is not None:
        return holiday, "gold"
    free = school_holiday_on(day)
    return (free.name, "gold") if free is not None else ("", "muted")


def bind_when(field: WhenField) -> Binding:
    """The binding to `ATTRIBUTES`."""
    return Binding(field, field.when, field.show_when, field.when_changed)


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute
