"""Institutions that stand in the file twice: an explained score, and a search that need not compare all with all."""

from domain.rules.duplicates.book import DuplicateBook
from domain.rules.duplicates.likeness import LIKELY, POSSIBLE, likeness
from domain.rules.duplicates.marks import mark_of

__all__ = ["LIKELY", "POSSIBLE", "DuplicateBook", "likeness", "mark_of"]
