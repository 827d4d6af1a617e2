"""When qualifications run out, who is reminded, and until when a training renews them."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from domain.rows.tours import HeldQualification
from domain.terms import QualificationStanding

SOON_DAYS = 90
"""So many days before its end a qualification is marked: a judgement, as courses are booked a quarter ahead."""

FORGOTTEN_AFTER_DAYS = 90
"""So many days after its end nobody is reminded any more, unless an appointment ahead needs the person."""


def standing(valid_until: date | None, today: date) -> QualificationStanding:
    """How a qualification stands on the local day `today`; without an end it is valid."""
    if valid_until is None:
        return QualificationStanding.valid
    if valid_until < today:
        return QualificationStanding.expired
    is_soon = valid_until <= today + timedelta(days=SOON_DAYS)
    return QualificationStanding.expiring if is_soon else QualificationStanding.valid


def needs_reminder(valid_until: date | None, today: date, *, is_booked: bool) -> bool:
    """Whether somebody is to be reminded; `is_booked` says that the person has appointments ahead."""
    match standing(valid_until, today):
        case QualificationStanding.expiring:
            return True
        case QualificationStanding.expired:
            is_fresh = valid_until is not None and today - valid_until <= timedelta(days=FORGOTTEN_AFTER_DAYS)
            return is_booked or is_fresh
    return False


def valid_until_after(day: date, months: int | None) -> date | None:
    """The last day of a qualification gained on `day` for so many months (>= 1); None = without end.

    The day of the same number, or the month's last where there is none (BGB § 188 (2), (3)).
    """
    if months is None:
        return None
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def renewed(
    held: Iterable[HeldQualification], qualification_id: UUID, until: date | None
) -> tuple[HeldQualification, ...]:
    """What somebody holds after gaining a qualification until a day (None = without end); it is never shortened."""
    before = tuple(held)
    own = next((each for each in before if each.qualification_id == qualification_id), None)
    if own is None:
        return (*before, HeldQualification(qualification_id, until))
    fresh = replace(own, valid_until=_later(own.valid_until, until))
    return tuple(fresh if each is own else each for each in before)


def _later(first: date | None, second: date | None) -> date | None:
    return None if first is None or second is None else max(first, second)
