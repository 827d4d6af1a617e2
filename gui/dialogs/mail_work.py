"""What the dialog of e-mail drafts asks for beside the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.texts import current

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from domain.outgoing.mail import WrittenMails
    from domain.rows.mail import MailEnclosure, MailOrder, MailRecipient
    from domain.rows.partners import PartnerRow
    from domain.workspace import Workspace
    from gui.desk import Desk
    from gui.tasks import Ticket

_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Sample:
    """The first e-mail as it would be written: to whom, subject, text, and sizes in bytes.

    `count` is how many get it, `sizes` are those of what is attached by key, `whole` that of the file.
    """

    to: str
    count: int
    subject: str
    text: str
    sizes: tuple[tuple[str, int], ...]
    whole: int


class PartnerFinder:
    """Finds partners while somebody types."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._on_done: Callable[[Sequence[PartnerRow]], None] | None = None

    def find(self, text: str, on_done: Callable[[Sequence[PartnerRow]], None]) -> None:
        """Bring the partners whose name or town contains `text` to `on_done`; only the newest call is answered."""
        from domain.usecases import partners

        self._on_done = on_done
        self._desk.ask_later(self._on_found, partners.suggest, text, _OFFERED, ())

    def name_of(self, record: UUID) -> str:
        """The name of a partner."""
        from domain.usecases import names

        return self._desk.ask(names.of_ids, [record]).get(record, "")

    def _on_found(self, rows: list[PartnerRow]) -> None:
        if self._on_done is not None:
            self._on_done(rows)


def around(
    workspace: Workspace, event_id: UUID, partner_ids: tuple[UUID, ...], _ticket: Ticket
) -> tuple[tuple[MailRecipient, ...], tuple[MailEnclosure, ...]]:
    """The recipients with their addresses, and what can be attached to an e-mail to them."""
    from domain.usecases import mail_enclosures, mail_recipients

    people = workspace.ask(mail_recipients.recipients, partner_ids)
    return people, workspace.ask(mail_enclosures.enclosures, event_id, partner_ids)


def sample(workspace: Workspace, order: MailOrder, _ticket: Ticket) -> Sample:
    """The first e-mail of an order."""
    from domain.exchange.mail_draft import write_draft
    from domain.outgoing.mail import make_mails

    made = next(make_mails(workspace, order, current()))
    draft = made.draft
    boxes = draft.bcc or draft.to
    to = ", ".join(f"{box.name} <{box.address}>" if box.name else box.address for box in boxes)
    sizes = tuple((key, len(each.content)) for key, each in zip(made.attached, draft.attachments, strict=True))
    return Sample(to, len(boxes), draft.subject, draft.text, sizes, len(write_draft(draft)))


def write(workspace: Workspace, folder: Path, order: MailOrder, ticket: Ticket, *, logs: bool) -> WrittenMails:
    """Write the drafts of an order into a folder."""
    from domain.errors import LandaufError
    from domain.i18n import N_
    from domain.outgoing.mail import write_drafts

    def seen(number: int, total: int) -> None:
        if ticket.is_cancelled:
            raise LandaufError(N_("Writing was broken off; drafts that are there already stay."))
        ticket.report(number, total)

    return write_drafts(workspace, folder, order, current(), logs=logs, seen=seen)
