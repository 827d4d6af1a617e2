"""What a calendar file holds as JSON between two processes: the reading one is not trusted."""

import json
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from domain.rows.calendar_import import CalendarEntry, CalendarFault, CalendarReading, Words
from domain.terms import BERLIN, EventState

_ENTRY = tuple(field.name for field in fields(CalendarEntry))
_MOMENTS = frozenset({"starts_at", "ends_at"})
_DAYS = frozenset({"first_day", "last_day"})


def packed(reading: CalendarReading) -> bytes:
    """A reading as JSON."""
    return json.dumps(
        {
            "name": reading.name,
            "entries": [[_plain(getattr(entry, name)) for name in _ENTRY] for entry in reading.entries],
            "faults": [[fault.line, fault.uid, fault.title, _plain(fault.reason)] for fault in reading.faults],
            "raw": reading.raw,
            "hidden": reading.hidden,
            "others": reading.others,
            "hints": _plain(reading.hints),
        }
    ).encode()


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def unpacked(message: Any) -> CalendarReading:  # noqa: ANN401 - whatever the other process wrote
    """A reading from what `packed` made of it.

    Raises:
        ValueError, TypeError, KeyError, AttributeError, IndexError: it is nothing that could have been written.
    """
    return CalendarReading(
        str(message["name"]),
        tuple(_entry(values) for values in message["entries"]),
        tuple(
            CalendarFault(int(line), str(uid), str(title), _words(reason))
            for line, uid, title, reason in message["faults"]
        ),
        int(message["raw"]),
        int(message["hidden"]),
        tuple((str(name), int(count)) for name, count in message["others"]),
        tuple(_words(hint) for hint in message["hints"]),
    )


def _entry(values: list[Any]) -> CalendarEntry:
    named = dict(zip(_ENTRY, values, strict=True))
    for name in _MOMENTS:
        named[name] = datetime.fromisoformat(named[name]).astimezone(BERLIN) if named[name] else None
    for name in _DAYS:
        named[name] = date.fromisoformat(named[name]) if named[name] else None
    named["modified"] = datetime.fromisoformat(named["modified"]) if named["modified"] else None
    named["state"] = EventState(named["state"])
    named["categories"] = tuple(map(str, named["categories"]))
    named["hints"] = tuple(map(_words, named["hints"]))
    return CalendarEntry(**named)


def _words(value: list[Any]) -> Words:
    msgid, params = value
    return str(msgid), tuple((str(name), _param(param)) for name, param in params)


def _param(value: object) -> object:
    """A parameter; a day is shown as people write it."""
    if isinstance(value, str) and len(value) == len("2027-05-13"):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value
