"""Sheets without head and foot: what is cut, folded or given away."""

from collections.abc import Sequence

from domain.documents.inputs import DocumentInput
from domain.documents.kit.flow import Block
from domain.documents.kit.heads import Bare
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Sheet
from domain.i18n import Language


def headless(name: str, subject: str, body: Sequence[Block], data: DocumentInput, language: Language) -> Sheet:
    """A sheet of which nothing but its body is seen; `name` and `subject` stand in the file's own description."""
    about = About(
        title=name,
        subject=subject,
        author=data.office.name or "Landauf",
        language=language.tag,
        created=data.stand,
    )
    return Sheet(about=about, masthead=Bare(name), body=body, footer="", page_label=lambda _page, _pages: "")
