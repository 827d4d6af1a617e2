"""Whether something of a catalogue or vocabulary is in use on a day."""

from datetime import date
from typing import Protocol


class Dated(Protocol):
    """Something in use between two days (inclusive, None = open)."""

    @property
    def valid_from(self) -> date | None:
        """The first day."""

    @property
    def valid_until(self) -> date | None:
        """The last day."""


def is_in_use(entry: Dated, day: date) -> bool:
    """Whether it may be chosen anew on that day."""
    return (entry.valid_from is None or entry.valid_from <= day) and not is_over(entry, day)


def is_over(entry: Dated, day: date) -> bool:
    """Whether its last day lies before that day."""
    return entry.valid_until is not None and entry.valid_until < day
