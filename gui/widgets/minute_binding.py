"""Binds a time field to minutes from local midnight, as requests keep their hours."""

from datetime import time

from gui.widgets.bindings import Binding
from gui.widgets.dates import TimeField

_LAST_MINUTE = 23 * 60 + 59


def minutes_of_day(field: TimeField) -> Binding:
    """The binding; 24:00 is shown as 23:59, the last moment a clock has."""

    def read() -> int | None:
        moment = field.moment()
        return None if moment is None else moment.hour * 60 + moment.minute

    def write(minute: int | None) -> None:
        shown = None if minute is None else min(minute, _LAST_MINUTE)
        field.set_time(None if shown is None else time(shown // 60, shown % 60))

    return Binding(field, read, write, field.time_changed)
