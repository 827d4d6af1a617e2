"""Which releases can be taken."""

from domain.errors import Problem
from domain.rules.validation import fields

NOTE_LENGTH = 2_000


def release_problems(note: str) -> list[Problem]:
    """Why a plan cannot be released with this note; empty when it can."""
    return list(fields.text("note", note, NOTE_LENGTH))
