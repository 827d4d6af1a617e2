"""Gathers what is handed to the guests of an event, or stands before them: badges, signs, cards, certificates."""

from typing import TYPE_CHECKING
from uuid import UUID

from domain.errors import LandaufError, UsageError
from domain.i18n import N_
from domain.rows.printing import PrintChoice
from domain.rows.published import PublishedEvent
from domain.rules.attendance import expected_lines
from domain.rules.typed_names import guests
from domain.store.session import Session
from domain.terms import Audience, EventState, PaperSize
from domain.usecases import invitees, settings
from domain.usecases.published import published_event

if TYPE_CHECKING:
    from domain.documents.attendance_certificate import Certificates
    from domain.documents.attendance_list import AttendanceList
    from domain.documents.concern_card import ConcernCards
    from domain.documents.feedback_card import FeedbackCard
    from domain.documents.label_test import LabelTest
    from domain.documents.name_badges import NameBadges
    from domain.documents.table_signs import TableSigns

_CALLED_OFF = (EventState.cancelled, EventState.postponed)


def _named(choice: PrintChoice) -> UUID:
    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    return choice.event_id


def _for_guests(session: Session, choice: PrintChoice) -> PublishedEvent:
    """The event as its guests may see it: as the public does, or where it is not public as the partners do.

    Raises:
        UsageError: no event was named.
        LandaufError: nobody outside may see the event, or it does not take place.
    """
    event_id = _named(choice)
    event = published_event(session, event_id, Audience.public) or published_event(session, event_id, Audience.partners)
    if event is None:
        raise LandaufError(
            N_("This goes to guests: the event must be tentative or confirmed, have a date, and not be internal only.")
        )
    if event.state in _CALLED_OFF:
        raise LandaufError(N_("The event does not take place as planned, so nothing is printed for its guests."))
    return event


def name_badges(session: Session, choice: PrintChoice) -> "NameBadges":
    """The badges of the people whose names were typed."""
    from domain.documents.name_badges import NameBadges

    event = _for_guests(session, choice)
    return NameBadges(event, settings.load(session).office, session.now, guests(choice.names))


def table_signs(session: Session, choice: PrintChoice) -> "TableSigns":
    """The signs of the people whose names were typed, or of those at the event."""
    from domain.documents.table_signs import TableSigns

    event = _for_guests(session, choice)
    return TableSigns(event, settings.load(session).office, session.now, guests(choice.names))


def certificates(session: Session, choice: PrintChoice) -> "Certificates":
    """The certificates of the people whose names were typed."""
    from domain.documents.attendance_certificate import Certificates

    event = _for_guests(session, choice)
    return Certificates(event, settings.load(session).office, session.now, guests(choice.names))


def feedback_card(session: Session, choice: PrintChoice) -> "FeedbackCard":
    """The card that asks how safe people feel, A6 or A5."""
    from domain.documents.feedback_card import FeedbackCard
    from domain.documents.label_grid import CARDS_A5, CARDS_A6

    event = _for_guests(session, choice)
    grid = CARDS_A5 if choice.size is PaperSize.a5 else CARDS_A6
    return FeedbackCard(event, settings.load(session).office, session.now, grid)


def concern_cards(session: Session, choice: PrintChoice) -> "ConcernCards":
    """The cards on which guests write down their concerns."""
    from domain.documents.concern_card import ConcernCards

    return ConcernCards(_for_guests(session, choice), settings.load(session).office, session.now)


def attendance_list(session: Session, choice: PrintChoice) -> "AttendanceList":
    """The list that is signed at an event.

    Raises:
        UsageError: no event was named.
        LandaufError: it has no date yet.
    """
    from domain.documents.attendance_list import AttendanceList

    event_id = _named(choice)
    event = published_event(session, event_id, Audience.internal)
    if event is None:
        raise LandaufError(N_("The event has no date yet; give it one first."))
    return AttendanceList(
        event=event,
        institutions=expected_lines(invitees.rows(session, event_id)),
        office=settings.load(session).office,
        stand=session.now,
    )


def label_test(session: Session, _choice: PrintChoice) -> "LabelTest":
    """The test page for the grids that badges are printed on."""
    from domain.documents.label_test import LabelTest

    return LabelTest(settings.load(session).office, session.now)
