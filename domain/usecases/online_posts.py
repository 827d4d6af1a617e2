"""What an online contribution can be about, and a proposal for its text."""

from uuid import UUID

from domain.errors import LandaufError
from domain.i18n import N_, Language
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.online import AboutRow, AnnouncedEvent
from domain.rules.announcement import alternative_text, announcement
from domain.rules.post_length import whole_text
from domain.store.session import Session
from domain.terms import Audience, EventKind, OnlineChannel
from domain.usecases import settings
from domain.usecases.event_rows import fetch_rows, list_ids
from domain.usecases.published import published_event

_KINDS = tuple(kind for kind in EventKind if kind is not EventKind.online)


def suggest_events(session: Session, text: str, language: Language, limit: int = 20) -> list[AboutRow]:
    """Dated events that contain the text, the latest first, for choosing one in a form."""
    wanted = EventFilter(text=text, kinds=_KINDS, dated=True, order=EventOrder.date, descending=True)
    rows = fetch_rows(session, list_ids(session, wanted)[:limit])
    return [
        AboutRow(row.id, f"{row.title}, {language.day(row.start_day)}" if row.start_day else row.title, row.town)
        for row in rows
    ]


def proposed_text(
    session: Session, about_id: UUID, channel: OnlineChannel | None, link: str, language: Language
) -> str | None:
    """A text on an event, from what the public may see of it; None if that is nothing."""
    event = published_event(session, about_id, Audience.public)
    return announcement(event, channel, link, language) if event is not None else None


def announced(
    session: Session, event_id: UUID, channel: OnlineChannel | None, link: str, language: Language
) -> AnnouncedEvent:
    """What announces a public event on a channel; without a `link` the address of the event or of the office is taken.

    Raises:
        LandaufError: the public may not see the event.
    """
    event = published_event(session, event_id, Audience.public)
    if event is None:
        raise LandaufError(
            N_("Only what the public may see is announced: the event must be public and confirmed, and have a date.")
        )
    found = (link, event.place.online_url, settings.load(session).office.website)
    address = next((each.strip() for each in found if each.strip()), "")
    text = whole_text(announcement(event, channel, address, language), address)
    return AnnouncedEvent(event.title, text, address, alternative_text(event, language))
