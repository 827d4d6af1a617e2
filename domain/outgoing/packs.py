"""The folder (Druckmappe) of an event or a tour day as one PDF, or one file per document."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from domain import outgoing
from domain.errors import FileProblemError
from domain.i18n import N_, Language
from domain.rows.packs import PackOrder
from domain.rows.printing import PrintChoice
from domain.rows.steps import Label
from domain.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.documents.kit.binding import Place, Seen
    from domain.documents.pack import Pack
    from domain.errors import LandaufError
    from domain.rows.releases import SheetNote

PRINTED = Label(N_("Folder printed"))
"""The label of noting what was printed; no step comes of it."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class MadePart:
    """A document of a folder that was made: name, choice and title, where it stands in the file, and its copies."""

    name: str
    choice: PrintChoice | None
    title: str
    place: "Place"
    copies: int


@dataclass(frozen=True, slots=True)
class MadePack:
    """A folder that was made: the bytes of its file, its parts, pages, short code and version, and what was left out.

    `notes` are what `note_printed` notes once it is printed or saved.
    """

    content: bytes
    parts: tuple[MadePart, ...]
    pages: int
    code: str
    version: int | None
    left_out: "tuple[tuple[str, LandaufError], ...]"
    notes: "tuple[SheetNote, ...]"


def make_pack(workspace: Workspace, order: PackOrder, language: Language, seen: "Seen | None" = None) -> MadePack:
    """The folder as the bytes of a tagged PDF; `seen` is told of every page and may raise to break off.

    Raises:
        NotFoundError: the event or tour is gone.
        LandaufError: nothing of it can be printed.
    """
    from domain.documents.kit.binding import unseen
    from domain.documents.kit.theme import theme_of
    from domain.documents.pack import Setting, bind_pack, code, part_title
    from domain.usecases import packs

    pack, notes = workspace.ask(packs.gather_pack, order)
    setting = Setting(theme_of(order.look), order.has_cover, order.is_duplex, order.repeats)
    bound = bind_pack(pack, language, setting, seen or unseen)
    parts = tuple(
        MadePart(part.name, part.choice, part_title(part, language), place, part.copies)
        for part, place in zip(pack.parts, bound.places, strict=True)
    )
    return MadePack(bound.content, parts, bound.pages, code(pack), pack.version, pack.left_out, notes)


def print_pack(
    workspace: Workspace, out: Path, order: PackOrder, language: Language, seen: "Seen | None" = None
) -> MadePack:
    """Write the folder as one PDF (`out` ends in .pdf) or each document into the folder `out`, and note its sheets.

    Raises:
        NotFoundError: the event or tour is gone.
        LandaufError: nothing of it can be printed.
        FileProblemError: a file cannot be written.
    """
    made = make_pack(workspace, order, language, seen)
    if out.suffix.lower() == ".pdf":
        outgoing.save_document(out, made.content)
    else:
        write_each(workspace, out, order, language, seen)
    note_printed(workspace, made.notes)
    return made


def write_each(
    workspace: Workspace, folder: Path, order: PackOrder, language: Language, seen: "Seen | None" = None
) -> tuple[Path, ...]:
    """Write one PDF per document into `folder`, numbered in the order of printing; returns the files.

    Raises:
        FileProblemError: the folder or a file cannot be written.
        LandaufError: nothing of the folder can be printed.
    """
    from domain.usecases import packs

    pack, _notes = workspace.ask(packs.gather_pack, order)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise FileProblemError(
            N_("The folder {file} cannot be made: {reason}"), file=folder, reason=trouble.strerror or ""
        ) from trouble
    files = tuple(folder / name for name in file_names(pack, language))
    for at, (part, path) in enumerate(zip(pack.parts, files, strict=True)):
        if seen is not None:
            seen(at, len(files))
        outgoing.save_document(path, _rendered(part.name, part.data, order, language))
    return files


def _rendered(name: str, data: object, order: PackOrder, language: Language) -> bytes:
    from domain.documents import render
    from domain.documents.kit.theme import theme_of

    return render(name, data, language, theme=theme_of(order.look))  # type: ignore[arg-type] # every input is one


def file_names(pack: "Pack", language: Language) -> tuple[str, ...]:
    """A file name per document: its place in the order and its title, without signs that a system refuses."""
    from domain.documents.pack import part_title

    width = len(str(len(pack.parts)))
    return tuple(
        f"{at:0{max(2, width)}} {file_stem(part_title(part, language))}.pdf"
        for at, part in enumerate(pack.parts, start=1)
    )


def file_stem(title: str) -> str:
    """A title as the name of a file, without ending."""
    plain = "".join(sign if sign.isalnum() or sign in " -_," else "-" for sign in title)
    return " ".join(plain.split())[:_LONGEST_NAME].strip(" -,") or "-"


def note_printed(workspace: Workspace, notes: "Sequence[SheetNote]") -> None:
    """Remember that all sheets went onto paper or into a file, so that Landauf can tell when they have grown stale."""
    from domain.usecases import packs

    workspace.run(PRINTED, packs.note_pack, tuple(notes))
