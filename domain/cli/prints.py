"""The print command: one document as PDF."""

from pathlib import Path
from uuid import UUID

from domain import outgoing
from domain.cli.call import Call
from domain.errors import NotFoundError
from domain.i18n import N_, language
from domain.rows.printing import PrintChoice
from domain.terms import EventKind
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
        outgoing.print_document(workspace, out, options.document, _choice(call, workspace), tongue)
    call.say(call.language.gettext("Wrote {file}").format(file=out))


def _choice(call: Call, workspace: Workspace) -> PrintChoice:
    from domain.usecases import fleet, printing

    options = call.options
    event_id = workspace.ask(printing.find_event, options.event) if options.event else None
    return PrintChoice(
        event_id,
        _id(options.tour, N_("There is no tour {id}.")),
        options.day,
        options.kreis,
        options.year,
        _id(options.site, N_("There is no site {id}.")),
        workspace.ask(fleet.find_vehicle, options.vehicle) if options.vehicle else None,
        _id(options.partner, N_("There is no partner {id}.")),
        _id(options.snapshot, N_("There is no frozen report {id}.")),
        kind=EventKind(options.kind) if options.kind else None,
    )


def _id(text: str | None, missing: str) -> UUID | None:
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise NotFoundError(missing, id=text) from None
