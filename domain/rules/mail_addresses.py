"""To which address an e-mail to a partner goes, and whose data may be used for it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.i18n import N_
from domain.rows.letters import Addressee
from domain.rows.mail import MailRecipient, ReachableContact
from domain.rules.mailbox import mailbox
from domain.rules.reviews import needs_end
from domain.terms import LegalBasis, PartnerCategory

NO_ADDRESS = N_("No e-mail address is known.")
NOT_AN_ADDRESS = N_("What is entered is not a complete e-mail address.")
REVIEW_OVERDUE = N_("Whether the person's data may still be used has to be reviewed first.")
NO_LEGAL_BASIS = N_("No legal basis is noted for this person; enter it under People.")


def may_be_used(category: PartnerCategory, basis: LegalBasis, review_on: date | None, today: date) -> bool:
    """Whether a person's address may be written to: not past its review, nor where a needed end is missing."""
    if review_on is None:
        return not needs_end(category, basis)
    return today <= review_on


def recipient(
    partner_id: UUID, to: Addressee, email: str, contacts: Sequence[ReachableContact], *, is_person: bool
) -> MailRecipient:
    """The institution's own mailbox; without one the first person there who may be written to, greeted by name.

    `is_person` is an engaged citizen: the address counts as long as a legal basis noted for the person does.
    `contacts` come by role; `to.contact` is kept for citizens and else is whom the e-mail is addressed to.
    """
    if is_person and not any(contact.may_be_used for contact in contacts):
        return MailRecipient(partner_id, to, problem=REVIEW_OVERDUE if contacts else NO_LEGAL_BASIS)
    own = mailbox(email)
    if own:
        return MailRecipient(partner_id, to if is_person else replace(to, contact=""), own)
    known = [contact for contact in contacts if mailbox(contact.email)]
    usable = next((contact for contact in known if contact.may_be_used), None)
    if usable is not None:
        named = to if is_person else replace(to, contact=usable.name)
        return MailRecipient(partner_id, named, mailbox(usable.email))
    problem = REVIEW_OVERDUE if known else NOT_AN_ADDRESS if email.strip() else NO_ADDRESS
    return MailRecipient(partner_id, replace(to, contact="") if not is_person else to, problem=problem)
