"""Writes calendar files (iCalendar, RFC 5545 and 7986) as a stream: see docs/decisions/0006."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from domain.exchange.calendar_event import EventWriter
from domain.exchange.calendar_zone import BERLIN_ZONE
from domain.exchange.textformat import content_line, escape, is_web_address, quoted
from domain.i18n import Language
from domain.rows.calendars import CalendarItem

_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&*+/=?_~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class CalendarMeta:
    """What a calendar file says about itself.

    `organizer_email` is a functional mailbox, never a person's. Without a valid one the file bears no METHOD, since
    PUBLISH demands an organizer. `version` is that of the program. `refresh_hours` tells subscribers how often to
    look; `colour` is a CSS name and the same as #rrggbb. `source` is the address of the feed, if it has one.
    """

    name: str
    description: str = ""
    organizer: str = ""
    organizer_email: str = ""
    version: str = ""
    refresh_hours: int = 6
    colour: tuple[str, str] = ("teal", "#1f6f8b")
    source: str = ""


def write_calendar(
    out: BinaryIO, meta: CalendarMeta, items: Iterable[CalendarItem], language: Language, *, reminds: bool = False
) -> int:
    """Write the entries that have a date, in their order, and return how many those were.

    Needs the memory of one entry. Equal input gives equal bytes. `reminds` adds an alarm a day ahead to each event.
    """
    organizer = _organizer(meta)
    writer = EventWriter(language, content_line(organizer) if organizer else b"", reminds=reminds)
    out.write(b"".join(map(content_line, _head(meta, has_organizer=bool(organizer)))))
    out.write(BERLIN_ZONE)
    written = 0
    for item in items:
        block = writer.block(item)
        if block:
            out.write(block)
            written += 1
    out.write(b"END:VCALENDAR\r\n")
    return written


def _head(meta: CalendarMeta, *, has_organizer: bool) -> Iterator[str]:
    name, about = escape(meta.name), escape(meta.description)
    css_name, rgb = meta.colour
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//Land Sachsen-Anhalt//{escape(f'Landauf {meta.version}'.strip())}//DE"
    yield "CALSCALE:GREGORIAN"
    if has_organizer:
        yield "METHOD:PUBLISH"
    yield f"NAME:{name}"
    yield f"X-WR-CALNAME:{name}"
    if about:
        yield f"DESCRIPTION:{about}"
        yield f"X-WR-CALDESC:{about}"
    yield "X-WR-TIMEZONE:Europe/Berlin"
    yield f"COLOR:{escape(css_name)}"
    yield f"X-APPLE-CALENDAR-COLOR:{escape(rgb)}"
    # RFC 7986 gives these two no default type: without VALUE readers take them for text.
    yield f"REFRESH-INTERVAL;VALUE=DURATION:PT{meta.refresh_hours}H"
    yield f"X-PUBLISHED-TTL:PT{meta.refresh_hours}H"
    if is_web_address(meta.source):
        yield f"SOURCE;VALUE=URI:{meta.source}"


def _organizer(meta: CalendarMeta) -> str:
    if not _MAILBOX.fullmatch(meta.organizer_email):
        return ""
    name = meta.organizer.strip() or meta.organizer_email
    return f"ORGANIZER;CN={quoted(name)}:mailto:{meta.organizer_email}"
