"""The export command for reports to others: answers to parliament and annual reports."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from domain.cli.call import Call
from domain.errors import NotFoundError, UsageError
from domain.i18n import N_
from domain.outgoing import annual_report as outgoing_annual
from domain.outgoing import parliament as outgoing_parliament
from domain.rows.filters import EventFilter
from domain.rows.parliament import ASKED_KINDS, ParliamentQuestion
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

KINDS = ("parliament", "annual_report")
"""What this module writes."""


def write(call: Call, workspace: Workspace, out: Path, wanted: EventFilter) -> int:
    """Write a frozen report, or what the file answers now; returns how many lines.

    Raises:
        UsageError: neither a period nor a frozen report was named.
        NotFoundError: there is no such report or topic.
    """
    options = call.options
    if options.what == "annual_report":
        frozen = _report(options.snapshot) if options.snapshot else None
        return outgoing_annual.export_report(workspace, out, options.year, frozen, call.language)
    if options.snapshot:
        return outgoing_parliament.export_snapshot(workspace, out, _report(options.snapshot), call.language)
    if wanted.first is None or wanted.last is None:
        raise UsageError(N_("Name the period with --from and --to, or a frozen answer with --snapshot."))
    question = ParliamentQuestion(
        wanted.first,
        wanted.last,
        kinds=wanted.kinds or ASKED_KINDS,
        kreise=wanted.kreise,
        topic_ids=workspace.ask(_topics, tuple(options.topic)),
    )
    return outgoing_parliament.export_answer(workspace, out, question, call.language)


def _topics(session: "Session", names: tuple[str, ...]) -> tuple[UUID, ...]:
    """The topics of these names."""
    from domain.usecases import vocabulary

    known = {row.name.casefold(): row.id for row in vocabulary.topics(session)}
    for name in names:
        if name.casefold() not in known:
            raise NotFoundError(N_("There is no topic “{name}”."), name=name)
    return tuple(known[name.casefold()] for name in names)


def _report(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFoundError(N_("There is no frozen report {id}."), id=text) from None
