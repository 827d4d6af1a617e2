"""Until when something has to be done because of an event."""

from datetime import date, timedelta

REPORT_DAYS = 3
"""Days after an event until when it is to be reported; a judgement: the tally is done the same evening."""

AHEAD_DAYS = 30
"""How far ahead due dates are shown."""

CLOSE_DAYS = 7
"""How far ahead steps of timelines and tasks are shown: there are many of them, and each takes little time."""


def report_due(last_day: date) -> date:
    """The day until when an event that ended on `last_day` is to be reported."""
    return last_day + timedelta(days=REPORT_DAYS)


def is_near(due: date, today: date) -> bool:
    """Whether something due is to be shown today: overdue, or due within `AHEAD_DAYS`."""
    return due <= today + timedelta(days=AHEAD_DAYS)


def is_close(due: date, today: date) -> bool:
    """Whether a step or task is to be shown today: overdue, or due within `CLOSE_DAYS`."""
    return due <= today + timedelta(days=CLOSE_DAYS)
