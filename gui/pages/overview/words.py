"""What the overview says about days and waiting, without the formats of babel that a first page cannot wait for."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from domain.labels import KREIS_CODES, label
from domain.rows.event_row import EventRow
from domain.rows.overview import WaitingRequest
from domain.rules.ages import age_in_days
from gui.texts import _, current, ngettext

_NEAR_DAYS = 14


def long_day(day: date) -> str:
    """Mittwoch, 28. April 2027."""
    pattern = "dddd, d. MMMM yyyy" if current().code == "de" else "dddd, d MMMM yyyy"
    return QLocale(current().tag.replace("-", "_")).toString(QDate(day.year, day.month, day.day), pattern)


def week_of(day: date) -> str:
    """Woche 17, as ISO 8601 counts."""
    return _("Week {number}").format(number=day.isocalendar().week)


def half_year(day: date) -> str:
    """1. Halbjahr 2027."""
    first, second = _("First half of {year}"), _("Second half of {year}")
    return (first if day.month <= 6 else second).format(year=day.year)  # noqa: PLR2004 - June is the sixth month


def near_day(day: date, today: date) -> str:
    """heute, Do 29. within two weeks, 13.05. beyond."""
    if day == today:
        return _("today")
    if abs((day - today).days) < _NEAR_DAYS:
        return weekday_and_number(day)
    return _("{day}/{month}").format(day=f"{day.day:02}", month=f"{day.month:02}")


def weekday_and_number(day: date) -> str:
    """Do 29."""
    return _("{weekday} {day}").format(weekday=current().weekday_short(day), day=day.day)


def waiting(days: int) -> str:
    """26 Tage."""
    return ngettext("{count} day", "{count} days", days).format(count=days)


def time_of(event: EventRow) -> str:
    """18:30, or nothing for whole days."""
    return "" if event.all_day or event.starts_at is None else current().clock(event.starts_at)


def short_name(event: EventRow) -> str:
    """The town, or the title where there is none."""
    return event.town or event.title


def spoken_event(event: EventRow, today: date) -> str:
    """An event for screen readers and tooltips."""
    day = near_day(event.start_day, today) if event.start_day else ""
    parts = (day, time_of(event), event.title, event.place, label(event.kind, current()), label(event.state, current()))
    return ", ".join(part for part in parts if part)


def spoken_request(request: WaitingRequest, today: date) -> str:
    """An open request for screen readers and tooltips."""
    age = waiting(age_in_days(request.received_on, today)) if request.received_on else ""
    kreis = KREIS_CODES[request.kreis_ags] if request.kreis_ags else ""
    parts = (request.requester, label(request.kind, current()), request.topic, kreis, age)
    return ", ".join(part for part in parts if part)
