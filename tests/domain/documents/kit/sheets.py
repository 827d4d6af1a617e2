"""A sheet around any blocks, made into a document."""

from datetime import UTC, datetime

from domain.documents.kit.flow import Block
from domain.documents.kit.metadata import About
from domain.documents.kit.page import Masthead, Sheet, produce
from domain.documents.kit.theme import Theme

_ABOUT = About("Probe", "Gegenstand", "Dienststelle", "de-DE", datetime(2027, 4, 29, 7, 12, tzinfo=UTC))


def sheet(*blocks: Block, foot: Block | None = None) -> Sheet:
    """The blocks below a band."""
    return Sheet(_ABOUT, Masthead("Blatt", "Probe"), blocks, "Fuß", lambda page, of: f"Seite {page} von {of}", foot)


def made(*blocks: Block, foot: Block | None = None, theme: Theme | None = None) -> bytes:
    """The bytes of a document with these blocks."""
    return produce(lambda _theme: sheet(*blocks, foot=foot), theme or Theme())
