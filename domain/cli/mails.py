"""The mail command: drafts of e-mails to partners about an event, for a mail program to send."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from domain.cli import usage
from domain.cli.prints import identifier, typed
from domain.errors import UsageError
from domain.i18n import N_, Language, language
from domain.rows.mail import MailOrder
from domain.terms import MailTemplate

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from uuid import UUID

    from domain.cli.call import Call
    from domain.outgoing.mail import WrittenMails
    from domain.workspace import Workspace

WORDS = (
    N_("Write drafts of e-mails to partners about an event (.eml); your mail program sends them."),
    "landauf mail drafts --file 2027.landauf --event 2027-0214 --invited --template invitation --attach calendar",
)
"""What the command does, and an example."""


def arguments(made: ArgumentParser, tongue: Language) -> None:
    """The options of the command."""
    _ = tongue.gettext
    made.add_argument("out", metavar="OUT_DIR", help=_("folder to write into; it is made if it is missing"))
    made.add_argument(
        "--event", metavar="ID", type=usage.text, required=True, help=_("the event, by id or number (2027-0214)")
    )
    made.add_argument(
        "--partner", metavar="ID", action="append", default=[], help=_("a partner to write to, by id (repeatable)")
    )
    made.add_argument("--invited", action="store_true", help=_("all partners on the list of the invited"))
    made.add_argument(
        "--template",
        choices=[template.value for template in MailTemplate],
        default=MailTemplate.invitation.value,
        metavar="NAME",
        help=_("the text: {names} (default: invitation)").format(names=", ".join(MailTemplate)),
    )
    made.add_argument("--subject", metavar="TEXT", type=usage.text, help=_("another subject"))
    made.add_argument("--text", metavar="FILE", help=_("another text (- = typed)"))
    made.add_argument(
        "--attach",
        metavar="NAME,…",
        type=usage.text,
        default="",
        help=_("what to attach: calendar, or documents by name (invitation, programme, handout …)"),
    )
    made.add_argument("--joint", action="store_true", help=_("one e-mail to all, their addresses in Bcc"))
    made.add_argument("--log", action="store_true", help=_("note the draft in the contact log of each partner"))
    made.add_argument("--language", default=None, help=_("language of text and documents (de, en)"))


def run(call: Call) -> None:
    """Write the drafts and say who got none.

    Raises:
        NotFoundError: there is no such event, partner or enclosure.
        UsageError: nobody was named to write to.
        LandaufError: nothing can be written for these partners.
    """
    from domain.outgoing import mail

    options = call.options
    tongue = language(options.language) if options.language else call.language
    with call.workspace() as workspace:
        order = _order(call, workspace, tongue)
        written = mail.write_drafts(workspace, Path(options.out), order, tongue, logs=options.log)
    if options.json:
        call.say_json(_json(written, call.language))
        return
    for file in written.files:
        call.say(call.language.gettext("Wrote {file}").format(file=file))
    for each in written.left_out:
        words = call.language.gettext("  left out: {name}: {reason}")
        call.say(words.format(name=each.to.institution, reason=call.language.gettext(each.problem)))


def _order(call: Call, workspace: Workspace, tongue: Language) -> MailOrder:
    from domain.outgoing import mail
    from domain.usecases import printing

    options = call.options
    event_id = workspace.ask(printing.find_event, options.event)
    partners = _partners(call, workspace, event_id)
    template = MailTemplate(options.template)
    subject, text = mail.proposed(workspace, event_id, template, tongue)
    return MailOrder(
        event_id,
        partners,
        template,
        subject=options.subject or subject,
        text=typed(options.text) if options.text else text,
        attached=tuple(name for name in map(str.strip, options.attach.split(",")) if name),
        is_joint=options.joint,
    )


def _partners(call: Call, workspace: Workspace, event_id: UUID) -> tuple[UUID, ...]:
    from domain.usecases import mail_recipients

    options = call.options
    named = [identifier(each, N_("There is no partner {id}.")) for each in options.partner]
    found = [each for each in named if each is not None]
    if options.invited:
        found += workspace.ask(mail_recipients.invited, event_id)
    if not found:
        raise UsageError(N_("Name partners with --partner, or take those on the list with --invited."))
    return tuple(dict.fromkeys(found))


def _json(written: WrittenMails, tongue: Language) -> dict[str, object]:
    return {
        "files": [str(file) for file in written.files],
        "left_out": [
            {"partner_id": str(each.partner_id), "name": each.to.institution, "reason": tongue.gettext(each.problem)}
            for each in written.left_out
        ],
    }
