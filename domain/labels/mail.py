"""What the texts of e-mails are called."""

from domain.i18n import N_
from domain.terms import MailTemplate

NAMES = (
    (MailTemplate.invitation, N_("Invitation")),
    (MailTemplate.confirmation, N_("Confirmation of the date")),
    (MailTemplate.change, N_("Changed date")),
    (MailTemplate.cancellation, N_("Cancellation")),
    (MailTemplate.documents, N_("Documents for the event")),
)
