"""Partners an e-mail can go to, and the note in their contact log that a draft was made."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.model import Contact, Partner
from domain.rows.mail import MailRecipient, ReachableContact
from domain.rows.network import EntryDraft
from domain.rules import mail_addresses
from domain.store.session import Session
from domain.terms import ContactChannel, PartnerCategory
from domain.usecases import contact_log, invitees
from domain.usecases.addressees import addressees

_CHUNK = 400


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
