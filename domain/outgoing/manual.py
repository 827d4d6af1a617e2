"""The manual as a PDF file."""

from pathlib import Path
from typing import TYPE_CHECKING

from domain import __version__
from domain.outgoing import save_document

if TYPE_CHECKING:
    from domain.i18n import Language
    from domain.terms import Clock


def write_manual(out: Path, language: "Language", clock: "Clock") -> None:
    """Write the manual in a language; an existing file is replaced when all is written.

    Raises:
        FileProblemError: the file cannot be written.
    """
    from domain.documents.manual import ManualSheet, render

    save_document(out, render(ManualSheet(__version__, clock()), language))
