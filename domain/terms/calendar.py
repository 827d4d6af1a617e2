"""What a calendar file holds and where it is published."""

from enum import StrEnum, auto


class CalendarContent(StrEnum):
    """Which part of the plan a calendar file holds: all of it, what changed since a version, what was called off."""

    complete = auto()
    changes = auto()
    cancellations = auto()


class TourShape(StrEnum):
    """How a tour stands in a calendar: its stops, one bar over its days, or both."""

    stops = auto()
    bars = auto()
    both = auto()


class OutletKind(StrEnum):
    """Where calendars are published: files in a folder, or collections on a calendar server (CalDAV)."""

    folder = auto()
    caldav = auto()


class CalendarFate(StrEnum):
    """What becomes of an entry of a calendar file that is read."""

    new = auto()
    changed = auto()
    unchanged = auto()
    conflict = auto()
    cancelled = auto()
    duplicate = auto()
    refused = auto()


class ReadAs(StrEnum):
    """What the entries of a calendar file become here."""

    events = auto()
    absences = auto()
    holidays = auto()
