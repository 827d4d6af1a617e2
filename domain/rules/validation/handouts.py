"""Which drafts of handouts and their editions can be taken."""

import re

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.handouts import EditionDraft, HandoutDraft
from domain.rules.validation import fields

TEXT_LIMIT = 60_000
"""Characters of a handout's text at most."""

_LENGTHS = {"title": 300, "lead": 600, "text": TEXT_LIMIT, "author": 300}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.ASCII)
_LANGUAGE_LENGTH = 20


def handout_problems(draft: HandoutDraft) -> list[Problem]:
    """Why what the editions share cannot be taken, by field; empty when it can."""
    return [*fields.text("notes", draft.notes, 4_000)]


def edition_problems(draft: EditionDraft) -> list[Problem]:
    """Why the edition cannot be taken, by field; empty when it can. An empty text or no end date is no obstacle."""
    found = [
        *fields.required("title", draft.title),
        *fields.texts(draft, _LENGTHS),
        *fields.day("valid_until", draft.valid_until),
    ]
    if len(draft.language) > _LANGUAGE_LENGTH or not _LANGUAGE.fullmatch(draft.language):
        found.append(
            Problem("language", N_("“{tag}” is no language tag such as de or pl."), (("tag", draft.language[:40]),))
        )
    return found
