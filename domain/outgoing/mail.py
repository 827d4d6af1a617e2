"""E-mails to partners about an event, written as drafts for a mail program; nothing is sent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from domain import outgoing
from domain.errors import LandaufError
from domain.i18n import N_, Language
from domain.rows.mail import CALENDAR, Attachment, Mailbox, MailDraft, MailOrder, MailRecipient
from domain.rows.steps import Label
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.exchange.calendar_invitation import Sender
    from domain.rows.mail import MailEnclosure
    from domain.rows.published import PublishedEvent
    from domain.rows.releases import SheetNote
    from domain.terms import MailTemplate

LOGGED = Label(N_("Note e-mail drafts in the contact log"))
"""The label of the entries in the partners' contact logs, which are written only when a person asks for them."""

LARGE = 10_000_000
"""Bytes of an e-mail from which on many mail servers refuse it."""

Seen = Callable[[int, int], None]
"""Told how many e-mails of how many are made; raises to break off."""


@dataclass(frozen=True, slots=True)
class MadeMail:
    """An e-mail as it would be written: for whom (None: all together), what is in it, and its file name.

    `attached` are the keys of the enclosures, in the order of the draft's attachments.
    """

    recipient: MailRecipient | None
    draft: MailDraft
    file_name: str
    attached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenMails:
    """The files, and the partners that got none, each with the reason in `problem`."""

    files: tuple[Path, ...]
    left_out: tuple[MailRecipient, ...]


@dataclass(frozen=True)
class _Making:
    """What all e-mails of an order share; each document is set only once."""

    workspace: Workspace
    order: MailOrder
    event: "PublishedEvent"
    enclosures: "tuple[MailEnclosure, ...]"
    sender: "Sender"
    language: Language
    papers: dict[object, Attachment] = field(default_factory=dict)
    notes: "list[SheetNote]" = field(default_factory=list)


def proposed(workspace: Workspace, event_id: UUID, template: "MailTemplate", language: Language) -> tuple[str, str]:
    """Subject and text of a template about an event, with placeholders where each e-mail differs.

    Raises:
        NotFoundError: the event is gone.
        LandaufError: partners may not see the event, or the text would say something untrue of it.
    """
    from domain.rules import mail_text
    from domain.usecases import mail_enclosures, settings

    event = workspace.ask(mail_enclosures.told_event, event_id)
    if not mail_text.fits(template, event.state):
        raise LandaufError(
            N_("The event is called off; choose the text of a cancellation.")
            if event.state in mail_text.CALLED_OFF
            else N_("The event takes place; cancel or postpone it before you write a cancellation.")
        )
    return mail_text.proposed(template, event, workspace.ask(settings.load).office.name, language)


def make_mails(workspace: Workspace, order: MailOrder, language: Language) -> Iterator[MadeMail]:
    """The e-mails of an order one after the other, without those to partners who have no address.

    Raises:
        NotFoundError: the event, a partner or an enclosure is gone.
        LandaufError: partners may not see the event, the office has no mailbox, nobody has an address, or an enclosure
            cannot be made.
    """
    yield from _mails(_making(workspace, order, language), _reachable(workspace, order))


def write_drafts(
    workspace: Workspace,
    folder: Path,
    order: MailOrder,
    language: Language,
    *,
    logs: bool = False,
    seen: Seen | None = None,
) -> WrittenMails:
    """Write a file (.eml) per e-mail into `folder`, which is made if it is missing; `logs` notes it with the partners.

    SEQUENCE of the event rises first if it moved since it last went out.

    Raises:
        NotFoundError: the event, a partner or an enclosure is gone.
        LandaufError: partners may not see the event, the office has no mailbox, nobody has an address, or an enclosure
            cannot be made.
        FileProblemError: the folder or a file cannot be written.
    """
    from domain.exchange.mail_draft import write_draft
    from domain.usecases import mail_recipients, sending

    workspace.run(outgoing.SENT, sending.note_event, order.event_id)
    making, reachable = _making(workspace, order, language), _reachable(workspace, order)
    outgoing.make_folder(folder)
    files = []
    count = 1 if order.is_joint else len(reachable)
    for number, mail in enumerate(_mails(making, reachable)):
        if seen is not None:
            seen(number, count)
        files.append(folder / mail.file_name)
        outgoing.save_document(files[-1], write_draft(mail.draft))
    for note in making.notes:
        outgoing.note_printed(workspace, note)
    if logs:
        subject = language.gettext(N_("Draft of an e-mail made: {subject}")).format(subject=order.subject)
        ids = [each.partner_id for each in reachable]
        workspace.run(LOGGED, mail_recipients.note_drafts, order.event_id, ids, subject)
    return WrittenMails(tuple(files), _unreachable(workspace, order))


def _making(workspace: Workspace, order: MailOrder, language: Language) -> _Making:
    from domain.outgoing.invitations import sender
    from domain.rules.mailbox import mailbox
    from domain.usecases import mail_enclosures

    event = workspace.ask(mail_enclosures.told_event, order.event_id)
    office = sender(workspace)
    if not mailbox(office.office.address):
        raise LandaufError(N_("E-mails need the office's e-mail address as their sender; enter it under Settings."))
    offered = workspace.ask(mail_enclosures.enclosures, order.event_id, order.partner_ids)
    chosen = mail_enclosures.chosen(offered, order.attached, is_joint=order.is_joint)
    return _Making(workspace, order, event, chosen, office, language)


def _all(workspace: Workspace, order: MailOrder) -> tuple[MailRecipient, ...]:
    from domain.usecases.mail_recipients import recipients

    return workspace.ask(recipients, order.partner_ids)


def _unreachable(workspace: Workspace, order: MailOrder) -> tuple[MailRecipient, ...]:
    return tuple(each for each in _all(workspace, order) if each.problem)


def _reachable(workspace: Workspace, order: MailOrder) -> tuple[MailRecipient, ...]:
    found = tuple(each for each in _all(workspace, order) if not each.problem)
    if not found:
        raise LandaufError(N_("None of the chosen partners has an e-mail address that may be used."))
    return found


def _mails(making: _Making, reachable: tuple[MailRecipient, ...]) -> Iterator[MadeMail]:
    from domain.outgoing.packs import file_stem

    keys = tuple(each.key for each in making.enclosures)
    if making.order.is_joint:
        yield MadeMail(None, _draft(making, None, reachable), f"{file_stem(making.event.title)}.eml", keys)
        return
    width = max(2, len(str(len(reachable))))
    for number, recipient in enumerate(reachable, start=1):
        name = f"{number:0{width}} {file_stem(recipient.to.institution)}.eml"
        yield MadeMail(recipient, _draft(making, recipient, reachable), name, keys)


def _draft(making: _Making, recipient: MailRecipient | None, all_of_them: tuple[MailRecipient, ...]) -> MailDraft:
    """The e-mail to one partner, or, with None, to the office with everybody in Bcc, so that nobody sees the others."""
    from domain.rules.mail_merge import filled

    office = making.sender.office
    boxes = tuple(_box(each) for each in all_of_them)
    values = _values(recipient, making.language)
    return MailDraft(
        sender=office,
        to=(_box(recipient),) if recipient is not None else (office,),
        bcc=() if recipient is not None else tuple(Mailbox("", box.address) for box in boxes),
        subject=filled(making.order.subject, values),
        text=filled(making.order.text, values),
        moment=making.workspace.ask(lambda session: session.now),
        language=making.language.code,
        attachments=tuple(_attachment(making, each.key, recipient) for each in making.enclosures),
    )


def _box(recipient: MailRecipient) -> Mailbox:
    return Mailbox(recipient.to.contact or recipient.to.institution, recipient.address)


def _values(recipient: MailRecipient | None, language: Language) -> dict[str, str]:
    """What the placeholders stand for; an e-mail to several greets nobody by name."""
    from domain.exchange.mail_draft import one_line
    from domain.rules.salutation import salutation

    to = recipient.to if recipient is not None else None
    pattern, name = salutation(one_line(to.contact, 100) if to else "")
    values = {"salutation": language.gettext(pattern).format(name=name)}
    if to is not None:
        values |= {"institution": one_line(to.institution), "town": one_line(to.town)}
    return {key: value for key, value in values.items() if value}


def _attachment(making: _Making, key: str, recipient: MailRecipient | None) -> Attachment:
    if key == CALENDAR:
        return _calendar(making, recipient)
    from domain.documents import DOCUMENTS
    from domain.outgoing.packs import file_stem
    from domain.usecases import mail_enclosures

    name, choice = mail_enclosures.choice_of(key, making.order.event_id, recipient.partner_id if recipient else None)
    if (name, choice) not in making.papers:
        content, note = outgoing.made_document(making.workspace, name, choice, making.language)
        enclosure = next(each for each in making.enclosures if each.key == key)
        title = making.language.gettext(DOCUMENTS[name].title)
        about = enclosure.title or making.event.title
        making.papers[name, choice] = Attachment(f"{file_stem(f'{title} {about}')}.pdf", "application/pdf", content)
        making.notes.append(note)
    return making.papers[name, choice]


def _calendar(making: _Making, recipient: MailRecipient | None) -> Attachment:
    """An invitation to the one who gets the e-mail, a cancellation, or an entry to keep for several."""
    from domain.exchange import calendar_invitation as files
    from domain.outgoing.packs import file_stem
    from domain.rules.mail_text import CALLED_OFF

    event, sender, language = making.event, making.sender, making.language
    guest = _box(recipient) if recipient is not None else None
    if event.state in CALLED_OFF:
        method, content = "CANCEL", files.write_cancellation(event, sender, language, guest)
    elif guest is not None:
        method, content = "REQUEST", files.write_invitation(event, sender, guest, language)
    else:
        method, content = "PUBLISH", files.write_entry(event, sender, language)
    parameters = (("charset", "utf-8"), ("method", method))
    return Attachment(f"{file_stem(event.title)}.ics", "text/calendar", content, parameters)
