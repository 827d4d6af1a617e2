"""What the tours page says about tours, days and stops."""

from collections.abc import Iterable
from datetime import date

from domain.labels import label
from domain.region.holidays import public_holiday_on, school_holiday_on
from domain.region.places import short_name
from domain.rows.events import EventRow
from domain.rows.tours import Obstacle, Placed, StopRow, TourDayRow, TourRow
from gui.pages.tours.layout import days_from
from gui.pages.tours.plan import HOUR, Block, Drive, Freedom, Lane, Slot
from gui.pages.tours.pricing import signed, signed_kilometres
from gui.texts import _, current, ngettext

_WEEKEND = (5, 6)


def span(row: TourRow) -> str:
    """A tour's days in figures, or that it has none yet."""
    if row.first_day is None or row.last_day is None:
        return _("no day yet")
    return current().day_range(row.first_day, row.last_day)


def context(row: TourRow) -> str:
    """A tour's state and days, as the page head says them."""
    return f"{label(row.state, current())} · {span(row)}"


def place(row: EventRow) -> str:
    """Where an event is, the town first: "Burg, Marktplatz"."""
    town = short_name(row.town)
    site = row.place.removesuffix(f", {row.town}").removesuffix(row.town).rstrip(", ")
    for end in (f" {row.town}", f" {town}"):
        site = site.removesuffix(end) if town else site
    return ", ".join(part for part in (town, site) if part) or row.title


def town(row: EventRow) -> str:
    """The town of an event in short, else its title."""
    return short_name(row.town) or row.title


def hours(minutes: int) -> str:
    """A length as hours and minutes: 9:27."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def times(stop: StopRow) -> str:
    """When a stop is open: 09:00–11:30."""
    row = stop.event
    if row.starts_at is None or row.ends_at is None:
        return _("no time")
    return f"{current().clock(row.starts_at)}–{current().clock(row.ends_at)}"


def day_name(row: TourDayRow) -> str:
    """A day and its vehicle in one line."""
    return _("{day} · {vehicle}").format(day=current().short_day(row.day), vehicle=row.vehicle)


def load(row: TourDayRow) -> str:
    """A day's duty, drive, breaks and way, one line each, for the meter's tooltip."""
    language = current()
    lines = [
        _("Duty {duty} of {limit} h").format(duty=hours(row.duty_minutes), limit=hours(row.max_duty_minutes)),
        _("Driving {drive} of {limit} h").format(drive=hours(row.drive_minutes), limit=hours(row.max_drive_minutes)),
        _("Breaks {minutes} min").format(minutes=row.break_minutes),
        _("{km} km").format(km=language.number(round(row.kilometres))),
    ]
    if row.leaves_at is not None and row.returns_at is not None:
        lines.insert(
            0,
            _("Out {start}, back {end}").format(
                start=language.clock(row.leaves_at), end=language.clock(row.returns_at)
            ),
        )
    return "\n".join(lines)


def day_line(row: TourDayRow) -> str:
    """A day's figures in one line: stops, kilometres, duty."""
    count = len(row.stops)
    stops = ngettext("{count} tour stop", "{count} tour stops", count).format(count=count)
    km = _("{km} km").format(km=current().number(round(row.kilometres)))
    return " · ".join((stops, km, _("duty {duty} h").format(duty=hours(row.duty_minutes))))


def stop_words(stop: StopRow, number: int) -> str:
    """A stop in one sentence, for screen readers."""
    return _("Stop {number}: {place}, {times}, {state}").format(
        number=number, place=place(stop.event), times=times(stop), state=label(stop.event.state, current())
    )


def freedom(days: Iterable[date]) -> dict[date, Freedom]:
    """The holidays and weekends from the first to the last of these days."""
    given = list(days)
    if not given:
        return {}
    found = {day: _freedom_of(day) for day in days_from(min(given), max(given))}
    return {day: why for day, why in found.items() if why.words or why.is_weekend}


def _freedom_of(day: date) -> Freedom:
    school = school_holiday_on(day)
    return Freedom(public_holiday_on(day) or "", school.name if school else "", day.weekday() in _WEEKEND)


def off_line(why: Freedom) -> str:
    """Why nobody goes out on a day, in one line."""
    name = _("{holiday} – public holiday").format(holiday=why.holiday) if why.holiday else _("Weekend")
    return f"{name} · {why.school}" if why.school else name


def day_note(why: Freedom) -> str:
    """What is said below the name of a day on which the tour goes out, in a few letters."""
    return why.words or (_("Weekend") if why.is_weekend else "")


def obstacle_line(obstacles: Iterable[Obstacle]) -> str:
    """What stands against a vehicle's day, in one line."""
    return ", ".join(dict.fromkeys(_obstacle(each) for each in obstacles))


def free_line(slot: Slot) -> str:
    """A vehicle's day that the tour does not use: what is in the way, or that it is free."""
    return _("{vehicle}: {why}").format(vehicle=slot.vehicle, why=obstacle_line(slot.obstacles) or _("free"))


def _obstacle(each: Obstacle) -> str:
    if each.person:
        long = _("{person} away: {reason}").format(person=each.person, reason=each.reason)
        return long if each.reason else _("{person} away").format(person=each.person)
    if each.tour:
        return _("in tour {title}").format(title=each.tour)
    return _("booked: {purpose}").format(purpose=each.reason) if each.reason else _("booked")


def slot_name(slot: Slot) -> str:
    """A vehicle's day in one line, whether it is one of the tour's or not."""
    return _("{day} · {vehicle}").format(day=current().short_day(slot.where.day), vehicle=slot.vehicle)


def placed(done: Placed) -> str:
    """What a move did, in one line: who is where now, what it costs, and how many others got another time."""
    language = current()
    parts = [_("{day} · {vehicle}").format(day=language.short_day(done.day), vehicle=done.vehicle)]
    if done.starts_at is not None and done.ends_at is not None:
        parts.append(f"{language.clock(done.starts_at)}–{language.clock(done.ends_at)}")
    if done.drive_minutes or done.kilometres:
        parts.append(
            _("drive {minutes}, {km}").format(minutes=signed(done.drive_minutes), km=signed_kilometres(done.kilometres))
        )
    if done.retimed:
        count = len(done.retimed)
        parts.append(
            ngettext("{count} other stop has another time", "{count} other stops have other times", count).format(
                count=count
            )
        )
    return _("{title}: {rest}").format(title=done.title, rest=" · ".join(parts))


def stay(block: Block) -> str:
    """When a stop would be open, and how long: "09:00–11:35 · 2:35 h"."""
    clocks = [f"{minute // HOUR % 24:02d}:{minute % HOUR:02d}" for minute in (block.opens, block.closes)]
    return _("{start}–{end} · {length}").format(
        start=clocks[0], end=clocks[1], length=length(block.closes - block.opens)
    )


def length(minutes: int) -> str:
    """A length in hours as people say it: "2:30 h"."""
    return _("{hours} h").format(hours=hours(minutes))


def stop_tip(stop: StopRow) -> str:
    """A stop in full: title, place, times with arrival and departure."""
    row, language = stop.event, current()
    lines = [row.title, place(row), _("{times}, {state}").format(times=times(stop), state=label(row.state, language))]
    if stop.arrival is not None and stop.departure is not None:
        arrival, departure = language.clock(stop.arrival), language.clock(stop.departure)
        lines.append(_("Arrival {arrival}, departure {departure}").format(arrival=arrival, departure=departure))
    return "\n".join(lines)


def drive_tip(lane: Lane, drive: Drive) -> str:
    """A drive in full: where to, minutes, and whether a person corrected it or time is missing."""
    lines = [_("{drive}: {minutes} min").format(drive=leg_name(lane.row, drive.leg), minutes=drive.minutes)]
    if drive.is_corrected:
        lines.append(_("corrected by hand"))
    if drive.is_late:
        lines.append(_("not enough time between the stops"))
    return "\n".join(lines)


def stop_day(day: TourDayRow, stop: StopRow) -> str:
    """When a stop is, with arrival and departure, and how far it is from the place before."""
    language = current()
    parts = [language.short_day(day.day), times(stop)]
    if stop.arrival is not None and stop.departure is not None:
        arrival, departure = language.clock(stop.arrival), language.clock(stop.departure)
        parts.append(_("there {arrival}–{departure}").format(arrival=arrival, departure=departure))
    km = language.number(round(stop.leg.kilometres))
    parts.append(_("drive {minutes} min, {km} km").format(minutes=stop.leg.minutes, km=km))
    return " · ".join(parts)


def load_line(row: TourDayRow) -> str:
    """A day's drive and breaks in one line."""
    if not row.stops:
        return ""
    return _("driving {drive} h, breaks {minutes} min").format(
        drive=hours(row.drive_minutes), minutes=row.break_minutes
    )


def leg_name(row: TourDayRow, leg: int) -> str:
    """From where to where a drive goes: "Magdeburg – Burg"."""
    places = [row.start, *(town(stop.event) for stop in row.stops), row.overnight or row.depot]
    return " – ".join(short_name(name) for name in places[leg : leg + 2])
