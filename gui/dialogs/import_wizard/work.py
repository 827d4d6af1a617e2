"""What the dialog does in pool threads: take a file into memory, look at it, judge its rows, take them over."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from domain.errors import ConflictError, LandaufError
from domain.i18n import N_
from domain.rows.imports import FileLook, ImportReport, Wish
from domain.rows.steps import Label

if TYPE_CHECKING:
    from domain.exchange.sources import Snapshot
    from domain.workspace import Workspace
    from gui.tasks import Ticket

STEPS = {
    "partners": N_("Import partners from {file}"),
    "requests": N_("Import requests from {file}"),
    "vehicles": N_("Import vehicles from {file}"),
}
"""What the step of an import is called."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is read, from which bytes, and how."""

    what: str
    copy: "Snapshot"
    wish: Wish


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the rows, and whether the file was still there."""

    report: ImportReport
    is_gone: bool


class ChangedError(ConflictError):
    """The file is not what the preview showed."""


def read_file(path: Path) -> "Snapshot":
    """The file in memory: everything after this works on the copy.

    Raises:
        FileProblemError: it cannot be read, or is too large.
    """
    from domain.exchange.sources import snapshot

    return snapshot(path)


def look(workspace: "Workspace", job: Job, _ticket: "Ticket") -> FileLook:
    """What the file turned out to be.

    Raises:
        LandaufError: it is nothing that can be read so.
    """
    from domain.usecases import import_look

    return workspace.ask(import_look.look, job.what, job.copy.content, job.wish)


def preview(workspace: "Workspace", job: Job, ticket: "Ticket") -> ImportReport:
    """Every row's fate; nothing is stored.

    Raises:
        LandaufError: the file cannot be read to its end, or nobody waits any more.
    """
    from domain.usecases.imports import IMPORTS

    told = _told(ticket, lambda: ticket.is_cancelled, 0)
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
    from domain.usecases.imports import IMPORTS

    trace = job.copy.trace()
    if trace is Trace.changed:
        raise ChangedError(N_("“{file}” was changed since the preview. Please look at it again."), file=job.copy.name)
    label = Label(STEPS[job.what], (("file", job.copy.name),))
    told = _told(ticket, lambda: stop.is_set() or ticket.is_cancelled, total)
    report = workspace.run(label, IMPORTS[job.what], job.copy.content, told=told, wish=job.wish)
    return Taken(_counted(report), trace is Trace.gone)


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
