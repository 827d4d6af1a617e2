"""What the calendar says about days and events, for eyes and for screen readers."""

from datetime import date, datetime
from functools import lru_cache

from domain.labels import label
from domain.region import holidays
from domain.region.places import short_name
from domain.rows.events import EventRow
from domain.rows.findings import Repair
from domain.terms import EventState
from gui.pages.calendar import layout
from gui.texts import _, current, ngettext


def short(row: EventRow) -> str:
    """What a bar says: the town without what tells it from others of its name, or the title where there is none."""
    return short_name(row.town) or row.title


def begins(row: EventRow) -> str:
    """The time an event begins, "" for whole days."""
    return current().clock(row.starts_at) if row.starts_at and not row.all_day else ""


def times(row: EventRow) -> str:
    """When an event is, within its day: 08:00–13:00, or the days it lasts."""
    days = layout.days_of(row)
    if days is None:
        return ""
    if row.all_day or row.starts_at is None:
        if days.first == days.last:
            return _("all day")
        return f"{short_day(days.first)} – {short_day(days.last)}"
    if row.ends_at is None:
        return begins(row)
    if days.first == days.last:
        return f"{begins(row)}–{current().clock(row.ends_at)}"
    return f"{day_and_time(row.starts_at)} – {day_and_time(row.ends_at)}"


def day_and_time(value: datetime) -> str:
    """Do 13. Mai, 08:00; `value` is local."""
    return f"{short_day(value.date())}, {current().clock(value)}"


def tip(row: EventRow, *, has_conflict: bool) -> str:
    """Everything a bar may have left out, one thing a line."""
    kind = f"{label(row.kind, current())}, {label(row.state, current())}"
    lines = [row.title, times(row), row.place, kind, _("Conflict") if has_conflict else ""]
    return "\n".join(line for line in lines if line)


def way_out(repair: Repair, row: EventRow | None) -> str:
    """A repair that moves or shortens an event, short enough for a button; "" if it is another one or not at hand."""
    if row is None or row.starts_at is None or repair.starts_at is None or repair.ends_at is None:
        return ""
    event = short(row)
    if repair.starts_at == row.starts_at:
        return _("{event} until {time}").format(event=event, time=current().clock(repair.ends_at))
    is_same_time = repair.starts_at.timetz() == row.starts_at.timetz()
    when = short_day(repair.starts_at.date()) if is_same_time else day_and_time(repair.starts_at)
    return _("{event} to {when}").format(event=event, when=when)


def day_tip(day: date) -> str:
    """The day's holidays, which may have found no room, one a line; "" on an ordinary day."""
    return "\n".join(name for name in (holidays.public_holiday_on(day) or "", school_holiday(day)) if name)


def spoken_event(row: EventRow, *, has_conflict: bool) -> str:
    """An event in one sentence."""
    return tip(row, has_conflict=has_conflict).replace("\n", ", ")


def spoken_day(day: date, count: int) -> str:
    """A day in one sentence: date, holiday, number of events."""
    parts = [day_title(day), holidays.public_holiday_on(day) or "", school_holiday(day), counted(count)]
    return ", ".join(part for part in parts if part)


def counted(count: int) -> str:
    """So many events."""
    return ngettext("{count} event", "{count} events", count).format(count=count)


def school_holiday(day: date) -> str:
    """The name of the school holidays a day lies in, "" outside."""
    found = holidays.school_holiday_on(day)
    return found.name if found else ""


def day_title(day: date) -> str:
    """Donnerstag, 13. Mai."""
    return _day_title(current().code, day)


def short_day(day: date) -> str:
    """Do 13. Mai."""
    return f"{current().weekday_short(day)} {day_of_month(day)}"


def day_of_month(day: date) -> str:
    """13. Mai; kept, as formatting dates is dear while scrolling."""
    return _day_of_month(current().code, day)


def month(day: date) -> str:
    """Mai 2027."""
    return _month(current().code, day.replace(day=1))


def weekday(day: date) -> str:
    """Donnerstag."""
    return current().weekday(day)


@lru_cache(maxsize=512)
def _day_title(_language: str, day: date) -> str:
    return f"{current().weekday(day)}, {current().day_of_month(day)}"


@lru_cache(maxsize=512)
def _day_of_month(_language: str, day: date) -> str:
    return current().day_of_month(day)


@lru_cache(maxsize=128)
def _month(_language: str, first: date) -> str:
    return current().month(first)


def weekday_short(day: date) -> str:
    """Do."""
    return current().weekday_short(day)


def is_off(row: EventRow) -> bool:
    """Whether an event does not take place on its date."""
    return row.state in {EventState.cancelled, EventState.declined, EventState.postponed}
