"""Which questions of parliament can be answered."""

from collections.abc import Iterator

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.parliament import ParliamentQuestion
from domain.rules.validation import fields

REFERENCE = 300
"""Characters of a reference at most."""
QUESTION = 10_000
"""Characters of a question at most."""


def question_problems(question: ParliamentQuestion) -> list[Problem]:
    """Why a question cannot be answered; empty if it can."""
    return list(_problems(question))


def _problems(question: ParliamentQuestion) -> Iterator[Problem]:
    yield from fields.text("reference", question.reference, REFERENCE)
    yield from fields.text("text", question.text, QUESTION)
    if question.last < question.first:
        yield Problem("last", N_("The period ends before it begins."))
    years = (("low", fields.FIRST_YEAR), ("high", fields.LAST_YEAR))
    for name, day in (("first", question.first), ("last", question.last)):
        if not fields.FIRST_YEAR <= day.year <= fields.LAST_YEAR:
            yield Problem(name, N_("Please give a year from {low} to {high}."), years)
    if not question.kinds:
        yield Problem("kinds", N_("Please choose at least one kind of event."))
