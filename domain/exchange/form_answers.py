"""Reads single answers of a request form as people type them: days, figures, choices."""

import re
from collections.abc import Callable
from datetime import date

from domain.errors import InvalidInputError, Problem
from domain.exchange import cells
from domain.exchange.words import event_kind, institution
from domain.i18n import N_
from domain.rows import request_form as form
from domain.rules.validation import fields
from domain.terms import EventKind, Schulform

_ABOUT = re.compile(r"^(?:ca\.?|circa|etwa|rund|ungefähr|about|max\.?|bis zu|up to) *", re.IGNORECASE)
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            *("januar jan january", "februar feb february", "märz mär maerz march mar", "april apr", "mai may"),
            *("juni jun june", "juli jul july", "august aug", "september sep sept", "oktober okt october oct"),
            *("november nov", "dezember dez december dec"),
        ),
        1,
    )
    for word in words.split()
}
_SPELLED = re.compile(r"(?:[^\W\d]{2,12}\.?,? )?(\d{1,2})\.? ?([^\W\d]{3,9})\.? ?(\d{4}|\d{2})")


def day(field: str, text: str) -> date:
    """A day as people type it: 3.5.2027, 03.05.27, 2027-05-03, Mo, 3. Mai 2027.

    Raises:
        InvalidInputError: it is written otherwise, or there is no such day.
    """
    spelled = _SPELLED.fullmatch(text)
    month = _MONTHS.get(spelled[2].lower()) if spelled else None
    found = cells.day(field, f"{spelled[1]}.{month}.{spelled[3]}" if spelled and month else text.rstrip("."))
    for problem in fields.day(field, found):
        raise InvalidInputError(problem)
    return found


def about(read: Callable[[str, str], int]) -> Callable[[str, str], int]:
    """The same for figures with “about” before them."""
    return lambda field, text: read(field, _ABOUT.sub("", text))


def kind(field: str, text: str) -> EventKind:
    """A kind of event by code name or by a word for it.

    Raises:
        InvalidInputError: it is none.
    """
    found = event_kind(text)
    if found is None:
        raise _refusal(field, N_("“{value}” is no kind of event known here."), text)
    return found


def schulform(field: str, text: str) -> Schulform:
    """A type of school by code name or by a word for it.

    Raises:
        InvalidInputError: it is none.
    """
    if text in Schulform.__members__:
        return Schulform(text)
    found = institution(text)
    if found is None or found.schulform is None:
        raise _refusal(field, N_("“{value}” is no type of school known here."), text)
    return found.schulform


def closed(field: str, text: str) -> bool:
    """Whether the event is for a closed group.

    Raises:
        InvalidInputError: it is neither of the two answers.
    """
    if text not in (form.PUBLIC, form.CLOSED):
        raise _refusal(field, N_("“{value}” is neither yes nor no."), text)
    return text == form.CLOSED


def _refusal(field: str, msgid: str, text: str) -> InvalidInputError:
    return InvalidInputError(Problem(field, msgid, (("value", text[:60]),)))
