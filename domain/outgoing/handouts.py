"""Handouts as they would look on paper while they are written, and as files for a translator."""

from pathlib import Path
from uuid import UUID

from domain.i18n import Language
from domain.rows.handouts import EditionDraft
from domain.workspace import Workspace


def draft_document(workspace: Workspace, edition_id: UUID, draft: EditionDraft, language: Language) -> bytes:
    """The PDF of an edition if it were what the draft says; nothing is stored or noted.

    Raises:
        NotFoundError: the edition is gone.
    """
    from domain.documents import render
    from domain.usecases.printing_handouts import draft_sheet

    return render("handout", workspace.ask(draft_sheet, edition_id, draft), language)


def export_handout(workspace: Workspace, out: Path, edition_id: UUID) -> None:
    """Write an edition as Markdown with front matter, without names that stay in the house.

    Unchanged content leaves the file untouched.

    Raises:
        NotFoundError: the edition is gone.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.handout_file import write
    from domain.usecases.printing_handouts import outgoing_file

    content = write(workspace.ask(outgoing_file, edition_id))
    write_file_if_changed(out, lambda stream: stream.write(content))
