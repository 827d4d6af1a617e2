"""Two versions of an event, property by property: servers may write the same thing in other bytes."""

from collections.abc import Mapping

from domain.rows.caldav import FieldDifference

_TOLD = ("SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION", "STATUS")
_QUIET = ("UID", "SEQUENCE", "CATEGORIES", "CLASS", "TRANSP", "GEO", "URL", "RRULE", "RDATE", "EXDATE", "ATTENDEE")
_LONGEST = 500
_UNREADABLE = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError)
"""What icalendar raises on odd files: mostly ValueError, but strays were seen (notes on the library)."""


def differing(here: bytes, there: bytes) -> tuple[FieldDifference, ...] | None:
    """Where two resources differ; () = they say the same; None = what lies there is no single event.

    An empty `here` is compared as an event without properties.
    """
    if here == there:
        return ()
    theirs = _event(there)
    if theirs is None:
        return None
    ours = _event(here)
    pairs = ((name, _value(ours, name), _value(theirs, name)) for name in (*_TOLD, *_QUIET))
    return tuple(
        FieldDifference(name, mine[:_LONGEST], other[:_LONGEST]) for name, mine, other in pairs if mine != other
    )


def title(content: bytes) -> str:
    """What an event is called, "" if it cannot be read."""
    return _value(_event(content), "SUMMARY")


def _event(content: bytes) -> Mapping[str, object] | None:
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(content).walk("VEVENT") if content else []
    except _UNREADABLE:
        return None
    return events[0] if len(events) == 1 else None


def _value(event: Mapping[str, object] | None, name: str) -> str:
    found = event.get(name) if event is not None else None
    if found is None:
        return ""
    try:
        return "\n".join(sorted(map(_text, found))) if isinstance(found, list) else _text(found)
    except _UNREADABLE:  # shown as different, never a crash
        return repr(type(found))


def _text(found: object) -> str:
    cats = getattr(found, "cats", None)
    if cats is not None:
        return ", ".join(sorted(map(str, cats)))
    moment = getattr(found, "dt", None)
    if moment is not None:
        return str(moment.isoformat())
    if isinstance(found, str | int) or not hasattr(found, "to_ical"):
        return str(found)
    raw = found.to_ical()
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
