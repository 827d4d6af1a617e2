"""E-mails to partners before they are written: whom they go to, what they say, what is attached."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.rows.letters import Addressee
from domain.terms import MailTemplate

CALENDAR = "calendar"
"""The attachment that is no document: the event as a file for calendars."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody's name as it is shown, and the address as `rules.mailbox` lets it pass."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class MailRecipient:
    """A partner an e-mail is for; without an `address`, `problem` says why as a msgid."""

    partner_id: UUID
    to: Addressee
    address: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ReachableContact:
    """A person at an institution: name, e-mail, and whether the data may be used today."""

    name: str
    email: str
    may_be_used: bool


@dataclass(frozen=True, slots=True)
class MailEnclosure:
    """What can be attached: its key on the command line, the kind of document as a msgid, and what it is about.

    `is_personal` marks a letter that is made for one partner and cannot go to several at once.
    """

    key: str
    msgid: str
    title: str = ""
    is_personal: bool = False


@dataclass(frozen=True, slots=True)
class MailOrder:
    """E-mails about one event; `subject` and `text` hold the placeholders of `rules.mail_merge`.

    Each partner gets an e-mail of their own, or all one together (`is_joint`): to the office, the partners in Bcc.
    `attached` are keys of enclosures.
    """

    event_id: UUID
    partner_ids: tuple[UUID, ...]
    template: MailTemplate
    subject: str
    text: str
    attached: tuple[str, ...] = ()
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in an e-mail; `media_type` is type and subtype, `parameters` what else its content type says."""

    name: str
    media_type: str
    content: bytes
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MailDraft:
    """An e-mail that is not sent yet; `moment` (aware) is when it was made, `language` the code of its text."""

    sender: Mailbox
    to: tuple[Mailbox, ...]
    bcc: tuple[Mailbox, ...]
    subject: str
    text: str
    moment: datetime
    language: str
    attachments: tuple[Attachment, ...] = ()
