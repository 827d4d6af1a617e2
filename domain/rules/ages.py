"""How long something waits or until when it is due, and when that becomes pressing."""

from datetime import date, timedelta
from enum import StrEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.rows.requests import RequestDraft  # the first page asks for ages only

REQUEST_GOLD, REQUEST_RED = 14, 21
"""Days after which an unanswered request turns gold, then red: two weeks, then three."""

ANSWER_DAYS = 14
"""Days until a request is to be answered that names no day itself: two weeks, so that its age turns gold that day."""

ANSWER_GOLD = 3
"""Days before an answer is due from which it is gold: time enough for a call."""

DUE_GOLD = 7
"""Days before a due date from which it is gold; red from the day itself on."""

CONTACT_GOLD, CONTACT_RED = 90, 180
"""Days without contact after which a partner gets a clock, then a red one."""


class Urgency(StrEnum):
    """How pressing something is; the screen shows gold and red, always with the number."""

    calm = auto()
    gold = auto()
    red = auto()


def age_in_days(since: date, today: date) -> int:
    """Days that have passed since a day; 0 for today and the future."""
    return max(0, (today - since).days)


def urgency_of_age(days: int, gold: int = REQUEST_GOLD, red: int = REQUEST_RED) -> Urgency:
    """How pressing something is that has waited `days`; `gold` and `red` are the first days of each."""
    return Urgency.red if days >= red else Urgency.gold if days >= gold else Urgency.calm


def urgency_of_due(due: date, today: date) -> Urgency:
    """How pressing something is that is due: gold in its last week, red on the day and after."""
    return Urgency.red if due <= today else Urgency.gold if due <= today + timedelta(days=DUE_GOLD) else Urgency.calm


def answer_due(request: "RequestDraft") -> date | None:
    """Until when a request is to be answered: the day it names, else two weeks after it came in."""
    if request.answer_by is not None:
        return request.answer_by
    return request.received_on + timedelta(days=ANSWER_DAYS) if request.received_on else None


def urgency_of_answer(due: date, today: date) -> Urgency:
    """How pressing an answer is: gold in the last days before it is due, red once it is late."""
    if due < today:
        return Urgency.red
    return Urgency.gold if due <= today + timedelta(days=ANSWER_GOLD) else Urgency.calm


def request_urgency(request: "RequestDraft", today: date) -> Urgency:
    """How pressing an open request is: by its age, or because its last wished day is near."""
    by_age = urgency_of_age(age_in_days(request.received_on, today)) if request.received_on else Urgency.calm
    by_wish = urgency_of_due(request.latest, today) if request.latest else Urgency.calm
    return max(by_age, by_wish, key=list(Urgency).index)


def next_due(last: date, interval_days: int) -> date:
    """When something that recurs every `interval_days` is due again."""
    return last + timedelta(days=interval_days)
