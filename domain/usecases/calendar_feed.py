"""What a calendar holds: the events an audience may see, as a choice asks for them."""

from collections.abc import Iterator

from domain.rows.calendars import CalendarChoice
from domain.rows.published import PublishedEvent
from domain.store.session import Session
from domain.usecases.published import published


def feed(session: Session, choice: CalendarChoice) -> Iterator[PublishedEvent]:
    """The events of a calendar in their order, a few hundred at a time in memory."""
    yield from published(session, choice.audience, choice.wanted)
