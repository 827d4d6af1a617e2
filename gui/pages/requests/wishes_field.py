"""The three wished dates of a request: a day each, with hours if the host named any."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from domain.rows.requests import Wish
from gui import theme
from gui.texts import _
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.dates import DateField, TimeField

COUNT = 3


class WishesField(QWidget):
    """Up to three wished dates in order of preference; `wishes_changed` tells a finished change.

    A wish over several days keeps them as long as its day stays.
    """

    wishes_changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Wished dates"))
        self.rows: list[tuple[DateField, TimeField, TimeField]] = []
        self._shown: tuple[Wish, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP_SMALL)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        for number in range(1, COUNT + 1):
            day = DateField(_("Wished date {number}").format(number=number), today)
            start = TimeField(_("Wished date {number}, from").format(number=number))
            end = TimeField(_("Wished date {number}, to").format(number=number))
            self.rows.append((day, start, end))
            dash = labels.Text("–", tone="muted")
            for column, widget in enumerate((day, start, dash, end)):
                grid.addWidget(widget, number - 1, column, Qt.AlignmentFlag.AlignVCenter)
            for signal in (day.date_changed, start.time_changed, end.time_changed):
                signal.connect(lambda _value: self.wishes_changed.emit())
        grid.setColumnStretch(4, 1)
        self.setFocusProxy(self.rows[0][0])

    def wishes(self) -> tuple[Wish, ...]:
        """The wished dates; lines without a day are left out."""
        found = (self._wish(number) for number in range(COUNT))
        return tuple(wish for wish in found if wish is not None)

    def set_wishes(self, wishes: tuple[Wish, ...]) -> None:
        """Show these wished dates without telling."""
        self._shown = tuple(wishes)
        for number, (day, start, end) in enumerate(self.rows):
            wish = wishes[number] if number < len(wishes) else None
            day.set_date(wish.first_day if wish else None)
            start.set_time(_time(wish.from_minute if wish else None))
            end.set_time(_time(wish.to_minute if wish else None))

    def _wish(self, number: int) -> Wish | None:
        day, start, end = self.rows[number]
        first = day.day()
        if first is None:
            return None
        before = self._shown[number] if number < len(self._shown) else None
        last = before.last_day if before is not None and before.first_day == first else first
        return Wish(first, last, _minute(start.moment()), _minute(end.moment()))


def bind_wishes(field: WishesField) -> Binding:
    """The binding to a tuple of wishes."""
    return Binding(field, field.wishes, field.set_wishes, field.wishes_changed)


def _minute(moment: time | None) -> int | None:
    return None if moment is None else moment.hour * 60 + moment.minute


def _time(minute: int | None) -> time | None:
    if minute is None:
        return None
    shown = min(minute, 23 * 60 + 59)  # a clock has no 24:00
    return time(shown // 60, shown % 60)
