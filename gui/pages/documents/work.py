"""What the page of the documents does in pool threads: making, saving and printing a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_, Language
from domain.rows.packs import PackOrder, PackProposal
from domain.rows.printing import PrintChoice
from gui.dialogs.pdf_pages import PageSize, page_sizes
from gui.tasks import Ticket

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from domain.outgoing.packs import MadePack
    from domain.workspace import Workspace


def propose(workspace: "Workspace", choice: PrintChoice, _ticket: Ticket) -> PackProposal:
    """The documents of a folder with what the check before printing finds."""
    from domain.usecases import packs

    return workspace.ask(packs.propose, choice)


def make(
    workspace: "Workspace", order: PackOrder, language: Language, ticket: Ticket
) -> "tuple[MadePack, tuple[PageSize, ...]]":
    """The folder's file and the sizes of its pages."""
    from domain.outgoing import packs

    made = packs.make_pack(workspace, order, language, _watch(ticket))
    return made, page_sizes(made.content)


def save(workspace: "Workspace", path: Path, order: PackOrder, language: Language, ticket: Ticket) -> "MadePack":
    """Write the folder as one PDF, or one PDF per document into a folder, and note its sheets."""
    from domain.outgoing import packs

    return packs.print_pack(workspace, path, order, language, _watch(ticket))


def print_out(workspace: "Workspace", printer: "QPrinter", order: PackOrder, language: Language, ticket: Ticket) -> int:
    """Print the folder with all its copies and note its sheets; gives the number of pages."""
    from domain.outgoing import packs
    from gui.dialogs.printing import print_pages

    made = packs.make_pack(workspace, order, language, _watch(ticket))
    pages = print_pages(printer, made.content, ticket).pages
    if pages and not ticket.is_cancelled:
        packs.note_printed(workspace, made.notes)
    return pages


def _watch(ticket: Ticket) -> Callable[[int, int], None]:
    """Tells how far the work is, and breaks it off when the person asks for that."""

    def seen(done: int, total: int) -> None:
        if ticket.is_cancelled:
            raise LandaufError(N_("Making the folder was broken off; nothing was written."))
        ticket.report(done, total)

    return seen
