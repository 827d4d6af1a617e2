"""What the ways to begin do with files: the sample workspace, and the first settings of a new one."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from domain import surroundings
from domain.errors import FileProblemError
from domain.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.terms import Clock
    from domain.workspace import Workspace
    from gui.tasks import Ticket

_SET = N_("Office and language")


def make_sample(clock: "Clock", language: str, ticket: "Ticket") -> Path:
    """Make the sample workspace if it is not there yet, and say where it lies; called in a pool thread.

    Raises:
        FileProblemError: the folder cannot be written, or the person has cancelled.
    """
    from domain.demo.aside import build_aside

    return build_aside(
        surroundings.sample_file(),
        language,
        clock=clock,
        author=surroundings.author(),
        device=surroundings.device(),
        on_step=partial(_tell, ticket),
    )


def furnish(office: str, language: str) -> "Callable[[Workspace], None]":
    """What a new file is given before it is opened: the name of the office and the language."""

    def put(workspace: "Workspace") -> None:
        from domain.usecases import settings

        kept = workspace.ask(settings.load)
        wanted = replace(kept, language=language, office=replace(kept.office, name=office.strip() or kept.office.name))
        if wanted != kept:
            workspace.run(_SET, settings.save, wanted)

    return put


def _tell(ticket: "Ticket", done: int, total: int) -> None:
    if ticket.is_cancelled:
        raise FileProblemError(N_("Cancelled."))
    ticket.report(done, total)
