"""What the dialog does in pool threads: take a file into memory, look at it, judge its rows, take them over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from domain.errors import ConflictError, LandaufError, UsageError
from domain.i18n import N_
from domain.rows.imports import FileLook, ImportReport, Wish
from domain.rows.steps import Label

if TYPE_CHECKING:
    from domain.exchange.row_reader import Reading
    from domain.exchange.sources import Snapshot
    from domain.rows.requests import RequestDraft
    from domain.workspace import Workspace
    from gui.tasks import Ticket

_HEAD = 1_024

STEPS = {
    "partners": N_("Import partners from {file}"),
    "requests": N_("Import requests from {file}"),
    "vehicles": N_("Import vehicles from {file}"),
    "events": N_("Import events from {file}"),
}
"""What the step of an import is called."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Files in memory, and if they are returned forms what they say."""

    copies: "tuple[Snapshot, ...]"
    forms: "tuple[Reading[RequestDraft], ...]" = ()


@dataclass(frozen=True, slots=True)
class Job:
    """What is read, from which bytes, and how."""

    what: str
    intake: Intake
    wish: Wish

    @property
    def copy(self) -> "Snapshot":
        """The file, the first if there are several."""
        return self.intake.copies[0]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the rows, and whether the file was still there."""

    report: ImportReport
    is_gone: bool


class ChangedError(ConflictError):
    """The file is not what the preview showed."""


def read_files(what: str, paths: Sequence[Path], ticket: "Ticket") -> Intake:
    """The files in memory: everything after this works on the copies. Returned forms are read at once.

    Raises:
        FileProblemError: one cannot be read, or is too large.
        UsageError: there are several, and not all are returned forms.
    """
    from domain.exchange.request_forms import form_content, read_request_forms
    from domain.exchange.sources import is_pdf, snapshot

    copies = tuple(snapshot(path) for path in paths)
    if what == "requests" and all(is_pdf(copy.content[:_HEAD]) for copy in copies):
        told = _told(ticket, lambda: ticket.is_cancelled, len(copies))
        files = [(copy.name, form_content(copy.content, copy.name)) for copy in copies]
        return Intake(copies, read_request_forms(files, told))
    if len(copies) > 1:
        raise UsageError(
            N_("Several files can be read at once only if all are request forms that were filled in (PDF).")
        )
    return Intake(copies)


def look(workspace: "Workspace", job: Job, _ticket: "Ticket") -> FileLook:
    """What the file turned out to be.

    Raises:
        LandaufError: it is nothing that can be read so.
    """
    from domain.usecases import import_look

    if job.intake.forms:
        return import_look.look_at_forms(job.copy.name, job.intake.forms)
    return workspace.ask(import_look.look, job.what, job.copy.content, job.wish)


def preview(workspace: "Workspace", job: Job, ticket: "Ticket") -> ImportReport:
    """Every row's fate; nothing is stored.

    Raises:
        LandaufError: the file cannot be read to its end, or nobody waits any more.
    """
    from domain.usecases.import_forms import import_request_forms
    from domain.usecases.imports import IMPORTS

    told = _told(ticket, lambda: ticket.is_cancelled, 0)
    if job.intake.forms:
        return _counted(workspace.ask(import_request_forms, job.intake.forms, store=False, told=told))
    return _counted(workspace.ask(IMPORTS[job.what], job.copy.content, store=False, told=told, wish=job.wish))


def take_over(workspace: "Workspace", job: Job, stop: Event, total: int, ticket: "Ticket") -> Taken:
    """Store what the preview showed as one step.

    The copy is what is read; a file that says something else by now is not taken over, as somebody went on working
    in it. One that is gone, a stick pulled out, does no harm.

    Raises:
        ChangedError: the file changed since it was read.
        LandaufError: the person broke it off; nothing was stored.
    """
    from domain.exchange.sources import Trace
    from domain.usecases.import_forms import import_request_forms
    from domain.usecases.imports import IMPORTS

    traces = {copy.name: copy.trace() for copy in job.intake.copies}
    for name, trace in traces.items():
        if trace is Trace.changed:
            raise ChangedError(N_("“{file}” was changed since the preview. Please look at it again."), file=name)
    told = _told(ticket, lambda: stop.is_set() or ticket.is_cancelled, total)
    if job.intake.forms:
        report = workspace.run(_label(job), import_request_forms, job.intake.forms, told=told)
    else:
        report = workspace.run(_label(job), IMPORTS[job.what], job.copy.content, told=told, wish=job.wish)
    return Taken(_counted(report), Trace.gone in traces.values())


def _label(job: Job) -> Label:
    if len(job.intake.copies) > 1:
        return Label(N_("Import requests from {count} forms"), (("count", len(job.intake.copies)),))
    return Label(STEPS[job.what], (("file", job.copy.name),))


def _counted(report: ImportReport) -> ImportReport:
    """The report with its counts made here and not on the window's thread."""
    _counts, _hinted = report.counts, report.hinted
    return report


def _told(ticket: "Ticket", is_over: Callable[[], bool], total: int) -> Callable[[int], None]:
    """Report rows read, and stop the transaction when nobody wants the answer any more."""

    def told(done: int) -> None:
        if is_over():
            raise LandaufError(N_("Cancelled; nothing was taken over."))
        ticket.report(done, total)

    return told
