"""A calendar entry short enough for a QR code on paper."""

from datetime import UTC

from domain.exchange.calendar_event import location_text
from domain.exchange.textformat import escape
from domain.rows.published import PublishedEvent

_UTC = "%Y%m%dT%H%M%SZ"


def card(event: PublishedEvent) -> str:
    """The event as a VEVENT of title, time, place and UID; "" without a time.

    Phones read a lone VEVENT from a QR code; times are UTC, because no time zone travels with it. The UID lets the
    entry and the subscribed calendar be the same event. Takes what an audience may see, like every output.
    """
    if event.starts_at is None or event.ends_at is None:
        return ""
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape(event.uid)}",
        f"SUMMARY:{escape(event.title)}",
        f"DTSTART:{event.starts_at.astimezone(UTC).strftime(_UTC)}",
        f"DTEND:{event.ends_at.astimezone(UTC).strftime(_UTC)}",
        f"LOCATION:{escape(location_text(event.place))}",
        "END:VEVENT",
    ]
    return "\r\n".join(lines)
