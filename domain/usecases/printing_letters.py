"""Gathers what letters are made from: the confirmation to the host who asked for an event."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from domain.errors import LandaufError, UsageError
from domain.i18n import N_
from domain.model import Event, EventPublication, Offer, Partner, Publication, Request
from domain.model.facts import LectureTable
from domain.rows.printing import PrintChoice
from domain.rows.published_confirmation import ConfirmedFacts
from domain.rules.confirmation import CONFIRMED, confirm
from domain.rules.local import minutes_between
from domain.store.session import Session
from domain.terms import Audience
from domain.usecases import settings
from domain.usecases.published import records
from domain.usecases.records import get

if TYPE_CHECKING:
    from domain.documents.lecture_confirmation import ConfirmationLetter


def lecture_confirmation(session: Session, choice: PrintChoice) -> "ConfirmationLetter":
    """What the letter to the host of a requested event is made from.

    Raises:
        UsageError: no event was named.
        NotFoundError: the event is gone.
        LandaufError: nobody asked for the event, or its host may not be written to yet.
    """
    from domain.documents.lecture_confirmation import ConfirmationLetter

    if choice.event_id is None:
        raise UsageError(N_("This document is about an event; name it with --event."))
    event = get(session, Event, choice.event_id)
    request = session.exec(select(Request).where(Request.event_id == event.id).order_by(col(Request.id))).first()
    if request is None:
        raise LandaufError(N_("A confirmation answers a request; this event came from none."))
    told = _facts(session, event, request)
    confirmation = confirm(next(records(session, [choice.event_id])), told, session.today)
    if confirmation is None:
        raise LandaufError(
            N_("A confirmation goes to the host: the event must be tentative or confirmed and not internal only.")
        )
    return ConfirmationLetter(confirmation, settings.load(session).office, session.now)


def _facts(session: Session, event: Event, request: Request) -> ConfirmedFacts:
    lecture = session.get(LectureTable, event.id)
    offer = session.get(Offer, event.offer_id) if event.offer_id else None
    timed = event.starts_at is not None and event.ends_at is not None and not event.all_day
    return ConfirmedFacts(
        address=_address(session, request),
        asked_on=request.received_on,
        minutes=minutes_between(event.starts_at, event.ends_at)
        if timed and event.starts_at and event.ends_at
        else None,
        listeners=request.listeners,
        expected=event.expected,
        schulform=lecture.schulform if lecture else request.schulform,
        school_grade=lecture.school_grade if lecture else request.school_grade,
        teacher_present=lecture.teacher_present if lecture else request.teacher_present,
        room_technique=lecture.room_technique if lecture else request.room_technique,
        room_needs=offer.needs if offer else "",
        neutrality_note=lecture.neutrality_note if lecture else "",
        material=_material(session, event.id),
    )


def _address(session: Session, request: Request) -> tuple[str, ...]:
    """Institution, person, street and town: the partner's own address, else the one the request names."""
    partner = session.get(Partner, request.partner_id) if request.partner_id else None
    of: Partner | Request = partner if partner is not None and partner.town else request
    town = f"{of.postcode} {of.town}".strip()
    return tuple(line for line in (request.requester, request.contact_name, of.street, town) if line.strip())


def _material(session: Session, event_id: UUID) -> tuple[str, ...]:
    """The publications the event takes along."""
    query = (
        select_columns(col(Publication.title))
        .join(EventPublication, col(EventPublication.publication_id) == col(Publication.id))
        .where(col(EventPublication.event_id) == event_id)
        .order_by(col(Publication.title))
    )
    return tuple(title for (title,) in session.execute(query))


def confirmable(session: Session, ids: Sequence[UUID]) -> frozenset[UUID]:
    """Which of these events came from a request and can be confirmed to their host now."""
    query = select_columns(col(Event.id)).where(col(Event.id).in_(list(ids)), *_conditions())
    return frozenset(found for (found,) in session.execute(query))


def an_example(session: Session) -> tuple[str, ...]:
    """The arguments that print the letter for the event with the latest date that can be confirmed."""
    query = select_columns(col(Event.id)).where(*_conditions()).order_by(col(Event.starts_at).desc()).limit(1)
    found = session.execute(query).scalar()
    return ("--event", str(found)) if found else ()


def _conditions() -> tuple[ColumnElement[bool], ...]:
    asked = select_columns(col(Request.event_id)).where(col(Request.event_id).is_not(None))
    return (
        col(Event.id).in_(asked),
        col(Event.state).in_(list(CONFIRMED)),
        col(Event.audience) != Audience.internal,
        col(Event.host_confidential).is_(False),
        (col(Event.starts_at).is_not(None)) | (col(Event.first_day).is_not(None)),
    )
