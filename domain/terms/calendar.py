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
