"""What a web page of events is told besides the events."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebAddresses:
    """Where others reach the page and its calendars.

    `public_address` is the address of the folder on the web, "" if it is not known: without it nothing can be
    subscribed to. `calendars` are the file names in that folder of the calendars offered, each with the key of its
    Kreis, "" for the one of the whole state.
    """

    public_address: str = ""
    calendars: tuple[tuple[str, str], ...] = ()
