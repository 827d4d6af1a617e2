"""Permits on paper."""

from domain.documents.kit.text import one_line
from domain.i18n import Language
from domain.rows.permits import PermitView


def permit_words(permit: PermitView, language: Language) -> str:
    """How far it is, in words, then authority and reference in brackets."""
    known = ", ".join(one_line(part, 120) for part in (permit.authority, permit.reference) if part.strip())
    words = language.text(permit.msgid, permit.params)
    return f"{words} ({known})" if known else words
