"""Fields for days and times: typed freely, shown in one form, with a calendar to pick from."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from gui import theme
from gui.texts import _, current, pgettext
from gui.typed import parse_date, parse_time
from gui.widgets import labels, paint
from gui.widgets.field import Field

_DATE_WIDTH = 148
_TIME_WIDTH = 80
_ICON_AREA = 32
_STEP_MINUTES = 15


class DateField(Field):
    """A day, or nothing. Up and Down go day by day, Alt+Down or the icon opens the calendar.

    `today` gives the present day, which a typed date without a year needs.
    """

    date_changed = Signal(object)  # date or None; sent when the field is left, stepped or picked

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(leading="calendar", name=name, parent=parent)
        self._today = today
        self._day: date | None = None
        self.setFixedWidth(_DATE_WIDTH)
        self.editingFinished.connect(self._on_finished)

    def day(self) -> date | None:
        """The day as far as it is understood."""
        return parse_date(self.text(), self._today()) if self.text().strip() else None

    def is_understood(self) -> bool:
        """Whether what is typed is a day or nothing."""
        return not self.text().strip() or self.day() is not None

    def set_date(self, day: date | None) -> None:
        """Show a day, or nothing, without telling."""
        self._day = day
        self.setText("" if day is None else f"{current().weekday_short(day)} {current().day(day)}")
        self.setCursorPosition(0)
        self.setProperty("problem", False)  # noqa: FBT003 - Qt's signature
        self.style().polish(self)

    def open_calendar(self) -> None:
        """Open a month below the field to pick from."""
        _CalendarPopup(self, self.day() or self._today()).open_below()

    def pick(self, day: date | None) -> None:
        """Take a day and tell if it is another one."""
        changed = day != self._day
        self.set_date(day)
        if changed:
            self.date_changed.emit(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step:
            self.pick((self.day() or self._today()) + timedelta(days=step))
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() < _ICON_AREA and self.isEnabled():
            self.open_calendar()

    def _on_finished(self) -> None:
        if self.is_understood():
            self.pick(self.day())
        else:
            self.setProperty("problem", True)  # noqa: FBT003 - Qt's signature
            self.style().polish(self)


class _CalendarPopup(QWidget):
    """One month on a card under a date field; Escape closes it."""

    def __init__(self, field: DateField, day: date) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = field
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(_("Calendar"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._on_picked)
        self.calendar.clicked.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        column.addWidget(self.calendar)

    def open_below(self) -> None:
        """Show below the field and take the keyboard."""
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height() + theme.GAP_TINY)))
        self.show()
        self.calendar.setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS, look.base, look.outline)

    def _on_picked(self, day: QDate) -> None:
        self._field.pick(date(day.year(), day.month(), day.day()))
        self._field.setFocus()
        self.close()


class TimeField(Field):
    """A time of day, or nothing. Up and Down go by a quarter of an hour."""

    time_changed = Signal(object)  # time or None; sent when the field is left or stepped

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._time: time | None = None
        self.setFixedWidth(_TIME_WIDTH)
        self.editingFinished.connect(self._on_finished)

    def moment(self) -> time | None:
        """The time as far as it is understood."""
        return parse_time(self.text())

    def is_understood(self) -> bool:
        """Whether what is typed is a time or nothing."""
        return not self.text().strip() or self.moment() is not None

    def set_time(self, moment: time | None) -> None:
        """Show a time, or nothing, without telling."""
        self._time = moment
        self.setText("" if moment is None else current().clock(moment))
        self.setProperty("problem", False)  # noqa: FBT003 - Qt's signature
        self.style().polish(self)

    def pick(self, moment: time | None) -> None:
        """Take a time and tell if it is another one."""
        changed = moment != self._time
        self.set_time(moment)
        if changed:
            self.time_changed.emit(moment)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.pick(stepped(self.moment() or time(12), step * _STEP_MINUTES))
        else:
            super().keyPressEvent(event)

    def _on_finished(self) -> None:
        if self.is_understood():
            self.pick(self.moment())
        else:
            self.setProperty("problem", True)  # noqa: FBT003 - Qt's signature
            self.style().polish(self)


class TimeSpanField(QWidget):
    """From a time to a time; moving the start keeps the length."""

    span_changed = Signal(object, object)  # start and end, each time or None

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.start = TimeField(_("{name}: from").format(name=name))
        self.end = TimeField(_("{name}: to").format(name=name))
        self.start.time_changed.connect(self._on_start)
        self.end.time_changed.connect(self._on_changed)
        self._before: time | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.start)
        row.addWidget(labels.Text(pgettext("between two times", "to"), tone="muted"))
        row.addWidget(self.end)
        row.addStretch(1)

    def set_span(self, start: time | None, end: time | None) -> None:
        """Show both times without telling."""
        self._before = start
        self.start.set_time(start)
        self.end.set_time(end)

    def _on_start(self, start: time | None) -> None:
        end = self.end.moment()
        if start is not None and end is not None and self._before is not None:
            self.end.set_time(stepped(end, minutes_between(self._before, start)))
        self._before = start
        self._on_changed()

    def _on_changed(self) -> None:
        self.span_changed.emit(self.start.moment(), self.end.moment())


def stepped(moment: time, minutes: int) -> time:
    """A time of day so many minutes later, going round at midnight."""
    return (datetime.combine(date.min + timedelta(days=2), moment) + timedelta(minutes=minutes)).time()


def minutes_between(start: time, end: time) -> int:
    """Minutes from one time of day to another of the same day; negative if `end` is earlier."""
    return (end.hour - start.hour) * 60 + end.minute - start.minute
