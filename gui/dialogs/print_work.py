"""What the print dialog does in pool threads: read what can be printed, make a document, save it, note it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from domain.i18n import language
from domain.rows.filters import PartnerFilter
from domain.rows.printing import Printable, PrintChoice
from domain.rows.releases import ReleaseRow, SheetNote, SheetRow
from domain.terms import PaperLook

if TYPE_CHECKING:
    from uuid import UUID

    from domain.workspace import Workspace
    from gui.tasks import Ticket

Made: TypeAlias = tuple[bytes, SheetNote, SheetRow | None]
"""A document, what is to be noted of it, and its newest print."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be printed, and the plan versions, the newest first."""

    printables: tuple[Printable, ...]
    versions: tuple[ReleaseRow, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, and how."""

    document: str
    choice: PrintChoice
    language: str
    look: PaperLook


def offer(workspace: "Workspace", choice: PrintChoice, _ticket: "Ticket") -> Offer:
    """The documents that fit, with everything that they could be about."""
    from domain.usecases import print_menu, releases

    found = workspace.ask(print_menu.printables, choice)
    needs_versions = any(entry.document.takes_since for entry in found)
    return Offer(found, workspace.ask(releases.list_rows) if needs_versions else ())


def make(workspace: "Workspace", order: Order, _ticket: "Ticket") -> Made:
    """The document as bytes.

    Raises:
        LandaufError: it cannot be made; the error says why.
    """
    from domain import outgoing

    content, note = outgoing.made_document(
        workspace, order.document, order.choice, language(order.language), order.look
    )
    return content, note, outgoing.last_print(workspace, note)


def partners(workspace: "Workspace", wanted: PartnerFilter, _ticket: "Ticket") -> "tuple[UUID, ...]":
    """The institutions that pass a filter."""
    from domain.usecases.partners import list_ids

    return tuple(workspace.ask(list_ids, wanted))


def save(workspace: "Workspace", path: Path, content: bytes, note: SheetNote | None, _ticket: "Ticket") -> None:
    """Write the very bytes, and remember that the sheet went out.

    Raises:
        FileProblemError: the file cannot be written.
    """
    from domain import outgoing

    outgoing.save_document(path, content)
    note_printed(workspace, note)


def note_printed(workspace: "Workspace", note: SheetNote | None) -> None:
    """Remember that a sheet went onto paper."""
    from domain import outgoing

    if note is not None:
        outgoing.note_printed(workspace, note)
