"""The contact log of partners: entries, the timeline with events held together, and the last contact."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from domain.model import Contact, ContactEntry, Event, Partner
from domain.rows.filters import EventFilter, EventOrder
from domain.rows.network import EntryDraft, LogLine
from domain.rules import validation
from domain.store.session import Session
from domain.terms import ContactChannel, EventState
from domain.usecases.event_rows import list_rows
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove

_HELD = (EventState.held, EventState.reviewed)


def add(session: Session, draft: EntryDraft) -> UUID:
    """Write an entry into a partner's log; a newer day becomes the last contact.

    Raises:
        InvalidInputError: the draft is impossible.
        NotFoundError: the partner is gone.
    """
    refuse(validation.entry_problems(draft, today=session.today))
    partner = get(session, Partner, draft.partner_id)
    made = insert(session, ContactEntry, asdict(draft)).id
    _follow(session, partner, None)
    return made


def change(session: Session, entry_id: UUID, draft: EntryDraft, version: int | None = None) -> None:
    """Make an entry be what the draft says; the last contact follows.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.entry_problems(draft, today=session.today))
    entry = get(session, ContactEntry, entry_id)
    before = entry.day
    change_record(session, entry, version, asdict(draft))
    _follow(session, get(session, Partner, entry.partner_id), before)


def delete(session: Session, entry_ids: Iterable[UUID]) -> int:
    """Delete entries (undoable); the last contact goes back to the newest that is left."""
    wanted = list(entry_ids)
    going = [
        (entry.partner_id, entry.day)
        for entry in session.exec(select(ContactEntry).where(col(ContactEntry.id).in_(wanted)))
    ]
    count = remove(session, ContactEntry, wanted)
    for partner_id, day in going:
        _follow(session, get(session, Partner, partner_id), day)
    return count


def _follow(session: Session, partner: Partner, gone: date | None) -> None:
    """Let the last contact follow the newest entry; a later day typed by hand stays unless an entry `gone` was it."""
    query = select(func.max(ContactEntry.day)).where(col(ContactEntry.partner_id) == partner.id)
    newest = session.exec(query).one()
    known = None if gone is not None and partner.last_contact == gone else partner.last_contact
    last = max((day for day in (newest, known) if day is not None), default=None)
    if last != partner.last_contact:
        change_record(session, partner, None, {"last_contact": last})


def timeline(session: Session, partner_id: UUID) -> tuple[LogLine, ...]:
    """The entries of a partner and the events held with it (as participant, host or place), the newest first."""
    lines = [*_entries(session, partner_id), *_events(session, partner_id)]
    return tuple(sorted(lines, key=lambda line: line.day, reverse=True))


def _entries(session: Session, partner_id: UUID) -> list[LogLine]:
    query = (
        select(ContactEntry, Contact.role, Event.title)
        .join(Contact, col(Contact.id) == col(ContactEntry.contact_id), isouter=True)
        .join(Event, col(Event.id) == col(ContactEntry.event_id), isouter=True)
        .where(col(ContactEntry.partner_id) == partner_id)
        .order_by(col(ContactEntry.day).desc(), col(ContactEntry.id).desc())
    )
    return [
        LogLine(
            day=entry.day,
            channel=entry.channel,
            subject=entry.subject,
            about=" · ".join(part for part in (role, title) if part),
            entry_id=entry.id,
            version=entry.version,
            draft=EntryDraft(
                entry.partner_id, entry.day, entry.subject, entry.channel, entry.contact_id, entry.event_id
            ),
            event_id=entry.event_id,
        )
        for entry, role, title in session.exec(query)
    ]


def _events(session: Session, partner_id: UUID) -> list[LogLine]:
    wanted = EventFilter(partner_id=partner_id, states=_HELD, dated=True, order=EventOrder.date, descending=True)
    return [
        LogLine(row.start_day, ContactChannel.event, row.title, row.town, event_id=row.id, event_kind=row.kind)
        for row in list_rows(session, wanted)
        if row.start_day is not None
    ]
