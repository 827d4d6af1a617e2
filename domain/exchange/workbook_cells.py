"""The values of a workbook's cells as the text a person would have typed."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

_MINUTE = 60
_ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"))


def written(value: object) -> str:
    """A cell's value as text: days as 2027-03-11, times as 07:30, numbers with decimal comma, yes and no in German.

    The value of a formula that went wrong (#N/A and the like) is left out.
    """
    if value is None:
        return ""
    return _WRITTEN.get(type(value), str)(value)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else f"{value:.15g}".replace(".", ",")


def _moment(value: datetime) -> str:
    has_time = value.time() != time()
    return value.strftime("%Y-%m-%d %H:%M") if has_time else value.date().isoformat()


def _duration(value: timedelta) -> str:
    minutes = round(value.total_seconds() / _MINUTE)
    return f"{minutes // 60}:{minutes % 60:02}"


_WRITTEN: dict[type, Callable[[Any], str]] = {
    str: lambda text: "" if text in _ERRORS else text,
    bool: lambda is_true: "ja" if is_true else "nein",
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: lambda clock: clock.strftime("%H:%M"),
    timedelta: _duration,
}
