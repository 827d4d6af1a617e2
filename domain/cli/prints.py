"""The print command: one document as PDF."""

import sys
from pathlib import Path
from uuid import UUID

from domain import outgoing
from domain.cli.call import Call
from domain.errors import FileProblemError, NotFoundError
from domain.i18n import N_, language
from domain.rows.printing import PrintChoice
from domain.rules.mail_merge import unknown_placeholders
from domain.terms import EventKind, LabelSheet, PaperLook, PaperSize
from domain.workspace import Workspace


def run(call: Call) -> None:
    """Write one PDF.

    Raises:
        NotFoundError: there is no such document, event, tour or district.
        UsageError: the document needs something that was not named.
    """
    options = call.options
    out = Path(options.out)
    with call.workspace() as workspace:
        tongue = language(options.language) if options.language else call.language
        look = PaperLook(options.look)
        choice = _choice(call, workspace)
        outgoing.print_document(workspace, out, options.document, choice, tongue, look)
    call.say(call.language.gettext("Wrote {file}").format(file=out))
    left = unknown_placeholders(choice.text)
    if left:
        words = call.language.gettext("The letters know nothing for {names}; it stands in them as it was typed.")
        call.say(words.format(names=", ".join(left)))


def _choice(call: Call, workspace: Workspace) -> PrintChoice:
    from domain.usecases import fleet, printing

    options = call.options
    partners = tuple(filter(None, (identifier(each, N_("There is no partner {id}.")) for each in options.partner)))
    event_id = workspace.ask(printing.find_event, options.event) if options.event else None
    return PrintChoice(
        event_id,
        identifier(options.tour, N_("There is no tour {id}.")),
        options.day,
        options.kreis,
        options.year,
        identifier(options.site, N_("There is no site {id}.")),
        workspace.ask(fleet.find_vehicle, options.vehicle) if options.vehicle else None,
        partners[0] if len(partners) == 1 else None,
        identifier(options.snapshot, N_("There is no frozen report {id}.")),
        kind=EventKind(options.kind) if options.kind else None,
        edition_id=identifier(options.edition, N_("There is no edition {id} of a handout.")),
        since=options.since,
        names=_names(options.names),
        partner_ids=partners,
        text=typed(options.text) if options.text else "",
        size=PaperSize(options.size) if options.size else None,
        labels=LabelSheet(options.labels) if options.labels else None,
    )


def _names(file: str | None) -> tuple[str, ...]:
    """The names in a file, one a line; nothing of them is kept."""
    return tuple(line.strip() for line in typed(file).splitlines() if line.strip()) if file else ()


def typed(file: str) -> str:
    """What a file or, for -, the standard input holds.

    Raises:
        FileProblemError: the file cannot be read or is no text in UTF-8.
    """
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileProblemError(N_("{file} is no text in UTF-8."), file=file) from None
    except OSError as error:
        raise FileProblemError(N_("{file} cannot be read: {reason}"), file=file, reason=error.strerror or "") from None


def identifier(text: str | None, missing: str) -> UUID | None:
    """The id that was named, None if none was.

    Raises:
        NotFoundError: it is no id; `missing` says what there is not.
    """
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise NotFoundError(missing, id=text) from None
