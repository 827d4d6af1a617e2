"""Partners an e-mail can go to, events it can be about, and the note in the contact log that a draft was made."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.model import Contact, Event, EventPartner, Partner
from domain.rows.events import EventRow
from domain.rows.filters import EventFilter
from domain.rows.mail import MailRecipient, ReachableContact
from domain.rows.network import EntryDraft
from domain.rules import mail_addresses
from domain.store.session import Session
from domain.terms import Audience, ContactChannel, PartnerCategory
from domain.usecases import contact_log, invitees
from domain.usecases.addressees import addressees
from domain.usecases.event_rows import fetch_rows, list_rows
from domain.usecases.published import published_events
from domain.usecases.records import get

_CHUNK = 400
_BACK, _AHEAD = timedelta(days=14), timedelta(days=120)


def recipients(session: Session, partner_ids: Sequence[UUID]) -> tuple[MailRecipient, ...]:
    """The partners in the order given, each once, with the address an e-mail goes to or why there is none.

    Raises:
        NotFoundError: one of them is gone.
    """
    ids = list(dict.fromkeys(partner_ids))
    greeted = dict(zip(ids, addressees(session, ids, with_contacts=False), strict=True))
    found: dict[UUID, MailRecipient] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        partners = session.exec(select(Partner).where(col(Partner.id).in_(chunk))).all()
        contacts = _contacts(session, {partner.id: partner.category for partner in partners})
        for partner in partners:
            found[partner.id] = mail_addresses.recipient(
                partner.id,
                greeted[partner.id],
                partner.email,
                contacts.get(partner.id, ()),
                is_person=partner.category is PartnerCategory.citizen,
            )
    return tuple(found[each] for each in ids)


def _contacts(session: Session, categories: dict[UUID, PartnerCategory]) -> dict[UUID, list[ReachableContact]]:
    """The people at these partners, by role."""
    found: dict[UUID, list[ReachableContact]] = {}
    query = select(Contact).where(col(Contact.partner_id).in_(list(categories)))
    for contact in session.exec(query.order_by(col(Contact.role), col(Contact.id))):
        category = categories[contact.partner_id]
        may = mail_addresses.may_be_used(category, contact.legal_basis, contact.review_on, session.today)
        found.setdefault(contact.partner_id, []).append(ReachableContact(contact.name, contact.email, may))
    return found


def invited(session: Session, event_id: UUID) -> tuple[UUID, ...]:
    """The partners on the list of the invited; those without a record of their own have no address."""
    found = (row.draft.partner_id for row in invitees.rows(session, event_id))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def note_drafts(session: Session, event_id: UUID, partner_ids: Sequence[UUID], subject: str) -> int:
    """Write into the partners' contact logs that a draft was made today; returns how many partners those were."""
    ids = list(dict.fromkeys(partner_ids))
    for partner_id in ids:
        entry = EntryDraft(partner_id, session.today, subject, ContactChannel.email, event_id=event_id)
        contact_log.add(session, entry)
    return len(ids)


def likely(session: Session, event_id: UUID) -> tuple[UUID, ...]:
    """Whom an e-mail about an event probably goes to: the invited, or else host and partners of the event."""
    on_list = invited(session, event_id)
    if on_list:
        return on_list
    host = get(session, Event, event_id).host_id
    query = select(EventPartner.partner_id).where(col(EventPartner.event_id) == event_id)
    found = [*([host] if host is not None else []), *session.exec(query.order_by(col(EventPartner.partner_id)))]
    return tuple(dict.fromkeys(found))


def events_to_write_about(session: Session, event_id: UUID | None) -> tuple[EventRow, ...]:
    """The events that partners may know of, from two weeks ago to four months ahead, with `event_id` among them."""
    days = EventFilter(first=session.today - _BACK, last=session.today + _AHEAD, dated=True)
    rows = {row.id: row for row in list_rows(session, days)}
    if event_id is not None:
        rows = {row.id: row for row in fetch_rows(session, [event_id])} | rows
    told = published_events(session, list(rows), Audience.partners)
    return tuple(row for row in rows.values() if row.id in told or row.id == event_id)
