"""Files that leave the house: noted first, then written whole or not at all."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from domain.errors import FileProblemError, UsageError
from domain.i18n import N_, Language
from domain.rows.filters import EventFilter, PartnerFilter
from domain.rows.printing import PrintChoice
from domain.rows.steps import Label
from domain.terms import Audience, PaperLook
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.exchange.columns import TableFormat
    from domain.rows.releases import SheetNote, SheetRow
    from domain.store.session import Session

R = TypeVar("R")
Seen = Callable[[int], None]
"""Told the number of each row as it is written; raises to break off, which leaves the old file as it was."""


def unseen(_count: int) -> None:
    """Nobody looks on."""


SENT = Label(N_("Send events out"))
PRINTED = Label(N_("Sheet printed"))
"""The labels of noting what goes out; no step comes of it."""


def export_events(
    workspace: Workspace, out: Path, audience: Audience, wanted: EventFilter, language: Language, seen: Seen = unseen
) -> int:
    """Write what an audience may see of events (.xlsx, .csv, .json, .geojson); returns how many they were.

    Raises:
        UsageError: the ending of `out` names neither.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.columns import Sheet
    from domain.exchange.event_table import event_columns
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.geojson import write_events
    from domain.exchange.sheets import write_table
    from domain.usecases import sending
    from domain.usecases.published import published

    form = None if out.suffix.lower() == ".geojson" else _format(out, ".html", ".geojson")
    workspace.run(SENT, sending.note_sent, audience, wanted)

    def write(session: "Session") -> int:
        counts: list[int] = []
        title = language.gettext("Events")
        sheet = Sheet(title, event_columns(audience), language, session.now)

        def fill(stream: BinaryIO) -> None:
            rows = told(published(session, audience, wanted), seen)
            if form is None:
                counts.append(write_events(stream, sheet.columns, rows))
            else:
                counts.append(write_table(stream, form, sheet, rows))

        write_file_if_changed(out, fill)
        return counts[0]

    return workspace.ask(write)


def export_partners(
    workspace: Workspace, out: Path, audience: Audience, wanted: PartnerFilter, language: Language, seen: Seen = unseen
) -> int:
    """Write partners as a table (.xlsx, .csv, .json) or for address books (.vcf); returns how many they were.

    Contacts, notes and unconfirmed partners are only for the house itself.

    Raises:
        UsageError: the ending of `out` names neither.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.card_writer import write_cards
    from domain.exchange.columns import Sheet
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.partner_table import partner_columns
    from domain.exchange.sheets import write_table
    from domain.usecases import partner_entries

    form = None if out.suffix.lower() == ".vcf" else _format(out, ".vcf")

    def write(session: "Session") -> int:
        counts: list[int] = []
        sheet = Sheet(language.gettext("Partners"), partner_columns(audience), language, session.now)

        def fill(stream: BinaryIO) -> None:
            if form is None:
                cards = told(partner_entries.card_entries(session, audience, wanted), seen)
                counts.append(write_cards(stream, cards, audience, language))
            else:
                rows = told(partner_entries.table_entries(session, audience, wanted), seen)
                counts.append(write_table(stream, form, sheet, rows))

        write_file_if_changed(out, fill)
        return counts[0]

    return workspace.ask(write)


def told(rows: Iterable[R], seen: Seen) -> Iterator[R]:
    """The rows as they come, each told to `seen` by its number."""
    for number, row in enumerate(rows, start=1):
        seen(number)
        yield row


def _format(out: Path, *others: str) -> "TableFormat":
    from domain.exchange.columns import TableFormat

    try:
        return TableFormat(out.suffix.lower().lstrip("."))
    except ValueError:
        raise _wrong_ending(out, *(f".{form}" for form in TableFormat), *others) from None


def make_folder(folder: Path) -> None:
    """Make a folder if it is not there.

    Raises:
        FileProblemError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise FileProblemError(
            N_("The folder {file} cannot be made: {reason}"), file=folder, reason=trouble.strerror or ""
        ) from trouble


def expect_ending(out: Path, ending: str) -> None:
    """Refuse a name that does not end so.

    Raises:
        UsageError: it ends otherwise.
    """
    if out.suffix.lower() != ending:
        raise _wrong_ending(out, ending)


def _wrong_ending(out: Path, *endings: str) -> UsageError:
    return UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(endings))


def print_document(
    workspace: Workspace,
    out: Path,
    name: str,
    choice: PrintChoice,
    language: Language,
    look: PaperLook = PaperLook.normal,
) -> None:
    """Write a document as PDF.

    Raises:
        NotFoundError: there is no such document, event or tour.
        UsageError: the document needs something that was not named, or the name does not end in .pdf.
        FileProblemError: the file cannot be written.
    """
    expect_ending(out, ".pdf")
    content, note = made_document(workspace, name, choice, language, look)
    save_document(out, content)
    note_printed(workspace, note)


def save_document(out: Path, content: bytes) -> None:
    """Write the bytes of a document that was shown, whole or not at all.

    Raises:
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.files import write_file_if_changed

    write_file_if_changed(out, lambda stream: stream.write(content))


def document(workspace: Workspace, name: str, choice: PrintChoice, language: Language) -> bytes:
    """A document as the bytes of a PDF, for preview."""
    return made_document(workspace, name, choice, language)[0]


def made_document(
    workspace: Workspace, name: str, choice: PrintChoice, language: Language, look: PaperLook = PaperLook.normal
) -> "tuple[bytes, SheetNote]":
    """A document as the bytes of a PDF, and what `note_printed` notes of it once it is printed or saved."""
    from domain.documents import render
    from domain.documents.kit.theme import theme_of
    from domain.usecases import printed_sheets, printing

    data = workspace.ask(printing.gather, name, choice)
    return render(name, data, language, theme=theme_of(look)), printed_sheets.note_of(name, choice, data)


def note_printed(workspace: Workspace, note: "SheetNote") -> None:
    """Remember that a sheet went onto paper or into a file, so that Landauf can tell when it has grown stale."""
    from domain.usecases import printed_sheets

    workspace.run(PRINTED, printed_sheets.note_printed, note)


def last_print(workspace: Workspace, note: "SheetNote") -> "SheetRow | None":
    """The newest print of the same sheet, None if there was none; another code means that it is stale."""
    from domain.usecases import printed_sheets

    return workspace.ask(printed_sheets.last_print, note)
