"""One event as a calendar file of its own: for a guest, as a cancellation, or to keep."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from domain import __version__, outgoing
from domain.errors import LandaufError
from domain.i18n import N_, Language
from domain.rows.mail import Mailbox, MailRecipient
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.exchange.calendar_invitation import Sender
    from domain.store.session import Session

ENDING = ".ics"


def export_invitation(workspace: Workspace, out: Path, event_id: UUID, partner_id: UUID, language: Language) -> None:
    """Write a file that asks one partner to accept or decline; it bears that partner's address and no other.

    Raises:
        UsageError: the name does not end in .ics.
        NotFoundError: event or partner is gone.
        LandaufError: partners may not see the event, it is called off, or an address is missing.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.calendar_invitation import write_invitation
    from domain.usecases import mail_enclosures

    outgoing.expect_ending(out, ENDING)
    _note(workspace, event_id)
    event = workspace.ask(mail_enclosures.told_event, event_id)
    content = write_invitation(event, sender(workspace), _guest(workspace, partner_id, language), language)
    outgoing.save_document(out, content)


def export_cancellation(
    workspace: Workspace, out: Path, event_id: UUID, partner_id: UUID | None, language: Language
) -> None:
    """Write a file that takes an event that was called off out of calendars; for one partner, or for everybody.

    Raises:
        UsageError: the name does not end in .ics.
        NotFoundError: event or partner is gone.
        LandaufError: partners may not see the event, it still takes place, or an address is missing.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.calendar_invitation import write_cancellation
    from domain.usecases import mail_enclosures

    outgoing.expect_ending(out, ENDING)
    _note(workspace, event_id)
    event = workspace.ask(mail_enclosures.told_event, event_id)
    guest = _guest(workspace, partner_id, language) if partner_id is not None else None
    outgoing.save_document(out, write_cancellation(event, sender(workspace), language, guest))


def export_entry(workspace: Workspace, out: Path, event_id: UUID, audience: Audience, language: Language) -> None:
    """Write one event as an audience may see it, to be put into a calendar; without guests.

    Raises:
        UsageError: the name does not end in .ics.
        LandaufError: the audience may not see the event.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.calendar_invitation import write_entry
    from domain.usecases.published import published_event

    outgoing.expect_ending(out, ENDING)
    _note(workspace, event_id)
    event = workspace.ask(published_event, event_id, audience)
    if event is None:
        raise LandaufError(N_("This audience may not see the event, or it has no date yet."))
    outgoing.save_document(out, write_entry(event, sender(workspace), language))


def sender(workspace: Workspace) -> "Sender":
    """The office as files name it."""
    from domain.exchange.calendar_invitation import Sender
    from domain.usecases import settings

    office = workspace.ask(settings.load).office
    return Sender(Mailbox(office.name, office.email), __version__)


def _note(workspace: Workspace, event_id: UUID) -> None:
    from domain.usecases import sending

    workspace.run(outgoing.SENT, sending.note_event, event_id)


def _guest(workspace: Workspace, partner_id: UUID, language: Language) -> Mailbox:
    def found(session: "Session") -> MailRecipient:
        from domain.usecases.mail_recipients import recipients

        return recipients(session, [partner_id])[0]

    recipient = workspace.ask(found)
    if recipient.problem:
        raise LandaufError(
            N_("{name}: {reason}"), name=recipient.to.institution, reason=language.gettext(recipient.problem)
        )
    return Mailbox(recipient.to.contact or recipient.to.institution, recipient.address)
