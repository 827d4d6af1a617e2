"""One event as a resource of a calendar server: a calendar of its own, without METHOD (RFC 4791, 4.1)."""

import re
from hashlib import blake2s

from domain.exchange.calendar_event import EventWriter
from domain.exchange.calendar_zone import BERLIN_ZONE
from domain.rows.calendars import CalendarItem

_HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Land Sachsen-Anhalt//Landauf//DE\r\nCALSCALE:GREGORIAN\r\n"
"""Without the program's version: a newer one must not write every event anew."""

_UNSAFE = re.compile(r"[^A-Za-z0-9._@-]")
_LONGEST_NAME = 120


def resource(writer: EventWriter, event: CalendarItem) -> bytes:
    """The bytes of the resource, with the time zone if it needs one; b"" if the event has no date."""
    block = writer.block(event)
    if not block:
        return b""
    zone = BERLIN_ZONE if b";TZID=Europe/Berlin:" in block else b""
    return b"".join((_HEAD, zone, block, b"END:VCALENDAR\r\n"))


def resource_name(uid: str) -> str:
    """The last part of the resource's path: the UID, with a digest where it cannot stand in a path as it is."""
    safe = _UNSAFE.sub("_", uid)[:_LONGEST_NAME].lstrip(".")
    if safe != uid:
        safe = f"{safe}-{blake2s(uid.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
    return f"{safe}.ics"


def digest(content: bytes) -> str:
    """What tells whether a resource changed."""
    return blake2s(content, digest_size=20).hexdigest()
