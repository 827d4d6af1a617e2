"""Other ways to write the same calendar: icalendar at once, icalendar as a stream, and the least that could do."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import BinaryIO

from domain.exchange.calendar_event import location_text
from domain.exchange.calendar_text import description
from domain.exchange.calendar_zone import BERLIN_ZONE
from domain.i18n import Language
from domain.labels import label
from domain.rows.published import PublishedEvent
from domain.terms import EventState

_DAY = timedelta(days=1)
_ORGANIZER = "mailto:praevention@example.org"


def by_icalendar(events: Iterable[PublishedEvent], tongue: Language) -> bytes:
    """As its documentation shows it: one Calendar of Events, made text at the end."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//DE")
    for event in events:
        calendar.add_component(_added(event, tongue))
    calendar.add_missing_timezones()
    octets: bytes = calendar.to_ical()
    return octets


def _added(event: PublishedEvent, tongue: Language):
    from icalendar import Event, vGeo

    entry = Event()
    entry.add("uid", event.uid)
    entry.add("dtstamp", event.updated_at)
    entry.add("created", event.created_at)
    entry.add("last-modified", event.updated_at)
    entry.add("sequence", event.sequence)
    entry.add("dtstart", event.first_day if event.all_day else event.starts_at)
    entry.add("dtend", (event.last_day or date.max) + _DAY if event.all_day else event.ends_at)
    entry.add("summary", event.title)
    entry.add("status", _status(event))
    entry.add("class", "PUBLIC")
    location = location_text(event.place)
    entry.add("location", location)
    entry.add("geo", vGeo((event.place.latitude or 0, event.place.longitude or 0)))
    entry.add("x-apple-structured-location", _point(event), parameters={"X-TITLE": location})
    entry.add("categories", [label(event.kind, tongue), *event.topics])
    entry.add("description", description(event, tongue))
    entry.add("organizer", _ORGANIZER)
    return entry


def stream_icalendar(out: BinaryIO, events: Iterable[PublishedEvent], tongue: Language) -> None:
    """Its best streamed use: typed values set directly, each event made text by itself."""
    from icalendar import Event, vCalAddress, vCategory, vDate, vDatetime, vGeo, vInt, vText, vUri

    out.write(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//DE\r\n" + BERLIN_ZONE)
    for event in events:
        entry, location = Event(), location_text(event.place)
        start, end = _span(event)
        moment = vDate if event.all_day else vDatetime
        for name, moment_in_utc in (("dtstamp", event.updated_at), ("created", event.created_at)):
            entry[name] = vDatetime(moment_in_utc)
        entry["last-modified"] = entry["dtstamp"]
        entry["uid"], entry["sequence"] = vText(event.uid), vInt(event.sequence)
        entry["dtstart"], entry["dtend"] = moment(start), moment(end)
        entry["summary"], entry["status"], entry["class"] = vText(event.title), vText(_status(event)), vText("PUBLIC")
        entry["location"] = vText(location)
        entry["geo"] = vGeo((event.place.latitude or 0, event.place.longitude or 0))
        entry["x-apple-structured-location"] = vUri(_point(event), params={"X-TITLE": location})
        entry["categories"] = vCategory([label(event.kind, tongue), *event.topics])
        entry["description"] = vText(description(event, tongue))
        entry["organizer"] = vCalAddress(_ORGANIZER)
        out.write(entry.to_ical())
    out.write(b"END:VCALENDAR\r\n")


def minimal(out: BinaryIO, events: Iterable[PublishedEvent], tongue: Language) -> None:
    """Forty lines that escape and fold and check nothing: the speed that plain Python allows."""
    out.write(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//DE\r\n" + BERLIN_ZONE)
    out.writelines(b"".join(map(_folded, _plain_lines(event, tongue))) for event in events)
    out.write(b"END:VCALENDAR\r\n")


def _plain_lines(event: PublishedEvent, tongue: Language) -> tuple[str, ...]:
    start, end = _span(event)
    kind = ";VALUE=DATE" if event.all_day else ";TZID=Europe/Berlin"
    stamp, location = _basic(event.updated_at), location_text(event.place)
    return (
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp}Z",
        f"CREATED:{_basic(event.created_at)}Z",
        f"LAST-MODIFIED:{stamp}Z",
        f"SEQUENCE:{event.sequence}",
        f"DTSTART{kind}:{_basic(start)}",
        f"DTEND{kind}:{_basic(end)}",
        f"SUMMARY:{_escaped(event.title)}",
        f"STATUS:{_status(event)}",
        "CLASS:PUBLIC",
        f"LOCATION:{_escaped(location)}",
        f"GEO:{event.place.latitude:.6f};{event.place.longitude:.6f}",
        f'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="{location}":{_point(event)}',
        f"CATEGORIES:{','.join(map(_escaped, (label(event.kind, tongue), *event.topics)))}",
        f"DESCRIPTION:{_escaped(description(event, tongue))}",
        f"ORGANIZER:{_ORGANIZER}",
        "END:VEVENT",
    )


def _basic(moment: date | datetime) -> str:
    return moment.isoformat()[:19].replace("-", "").replace(":", "")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    octets = line.encode()
    if len(octets) <= 75:
        return octets + b"\r\n"
    pieces = []
    while len(octets) > 75:
        end = 75
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[:end])
        octets = b" " + octets[end:]
    return b"\r\n".join((*pieces, octets)) + b"\r\n"


def _span(event: PublishedEvent) -> tuple[date | datetime, date | datetime]:
    if event.all_day:
        return event.first_day or date.min, (event.last_day or date.min) + _DAY
    start = event.starts_at or datetime.min.replace(tzinfo=UTC)
    return start, event.ends_at or start


def _status(event: PublishedEvent) -> str:
    return "CANCELLED" if event.state is EventState.cancelled else "CONFIRMED"


def _point(event: PublishedEvent) -> str:
    return f"geo:{event.place.latitude:.6f},{event.place.longitude:.6f}"
