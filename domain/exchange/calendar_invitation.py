"""One event as a calendar file of its own: an invitation, a cancellation, or an entry to keep (RFC 5546)."""

from dataclasses import dataclass

from domain.errors import LandaufError
from domain.exchange.calendar_event import EventWriter
from domain.exchange.calendar_zone import BERLIN_ZONE
from domain.exchange.textformat import content_line, escape, quoted
from domain.i18n import N_, Language
from domain.rows.mail import Mailbox
from domain.rows.published import PublishedEvent
from domain.rules.mailbox import mailbox
from domain.terms import EventState

_CALLED_OFF = frozenset({EventState.declined, EventState.cancelled, EventState.postponed})


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends the file: the office with its functional mailbox, and the program's version."""

    office: Mailbox
    version: str = ""


def write_invitation(event: PublishedEvent, sender: Sender, guest: Mailbox, language: Language) -> bytes:
    """A file that asks `guest` alone to accept or decline (METHOD:REQUEST); answers go to the office.

    Raises:
        LandaufError: the office has no mailbox, the guest no address, the event no date, or it is called off.
    """
    if event.state in _CALLED_OFF:
        raise LandaufError(N_("The event is called off; nobody can be invited to it any more."))
    organizer = _organizer(sender.office)
    return _file("REQUEST", event, sender, organizer + _attendee(guest, asks=True), language)


def write_cancellation(
    event: PublishedEvent, sender: Sender, language: Language, guest: Mailbox | None = None
) -> bytes:
    """A file that takes the event out of a calendar (METHOD:CANCEL), under the SEQUENCE that calling it off raised.

    Raises:
        LandaufError: the office has no mailbox, the event no date, or it still takes place.
    """
    if event.state not in _CALLED_OFF:
        raise LandaufError(N_("The event still takes place; cancel or postpone it first."))
    people = _organizer(sender.office) + (_attendee(guest, asks=False) if guest is not None else b"")
    return _file("CANCEL", event, sender, people, language)


def write_entry(event: PublishedEvent, sender: Sender, language: Language) -> bytes:
    """A file to put the event into a calendar, without any guest; with the office's mailbox METHOD:PUBLISH.

    Raises:
        LandaufError: the event has no date.
    """
    has_mailbox = bool(mailbox(sender.office.address))
    organizer = _organizer(sender.office) if has_mailbox else b""
    return _file("PUBLISH" if has_mailbox else "", event, sender, organizer, language)


def _file(method: str, event: PublishedEvent, sender: Sender, people: bytes, language: Language) -> bytes:
    block = EventWriter(language, people).block(event)
    if not block:
        raise LandaufError(N_("The event has no date yet."))
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Land Sachsen-Anhalt//{escape(f'Landauf {sender.version}'.strip())}//DE",
        "CALSCALE:GREGORIAN",
        *([f"METHOD:{method}"] if method else []),
    ]
    zone = BERLIN_ZONE if b"TZID=Europe/Berlin" in block else b""
    return b"".join((*map(content_line, head), zone, block, b"END:VCALENDAR\r\n"))


def _organizer(office: Mailbox) -> bytes:
    address = mailbox(office.address)
    if not address:
        raise LandaufError(N_("Invitations need the office's e-mail address; enter it under Settings."))
    return content_line(f"ORGANIZER;CN={quoted(office.name.strip() or address)}:mailto:{address}")


def _attendee(guest: Mailbox, *, asks: bool) -> bytes:
    address = mailbox(guest.address)
    if not address:
        raise LandaufError(N_("No e-mail address is known of {name}."), name=guest.name or "–")
    reply = ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" if asks else ""
    name = quoted(guest.name.strip() or address)
    return content_line(f"ATTENDEE;CN={name};ROLE=REQ-PARTICIPANT{reply}:mailto:{address}")
