"""Which memberships, council tasks, intervals and profiles can be taken."""

from collections.abc import Iterable

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.memberships import MembershipDraft
from domain.rows.practice import PracticeProfile
from domain.rules.membership import clashes
from domain.rules.validation import fields

LONGEST_INTERVAL = 3_650
"""Days; ten years between two sessions is no rhythm."""

_TASK = {"title": 300, "responsible": 300, "notes": 2_000}
_PROFILE = {
    "aim": 2_000,
    "target_group": 1_000,
    "partners": 1_000,
    "measures": 4_000,
    "effort": 1_000,
    "result": 2_000,
    "tips": 2_000,
    "contact_office": 500,
}


def membership_problems(draft: MembershipDraft, others: Iterable[MembershipDraft] = ()) -> list[Problem]:
    """Why the membership cannot be taken, by field; `others` are the body's other terms."""
    problems = [
        *fields.day("first_day", draft.first_day),
        *fields.day("last_day", draft.last_day),
        *fields.days_in_order("last_day", draft.first_day, draft.last_day),
        *fields.text("notes", draft.notes, 2_000),
    ]
    if draft.member_id is None:
        problems.append(Problem("member_id", N_("Please choose the institution.")))
    elif draft.member_id == draft.body_id:
        problems.append(Problem("member_id", N_("A body cannot be a member of itself.")))
    if not problems and clashes(draft, others):
        problems.append(Problem("first_day", N_("This member already has this role in a part of this time.")))
    return problems


def interval_problems(days: int | None) -> list[Problem]:
    """Why an interval cannot be taken; None means that nobody watches it."""
    return list(fields.number("interval_days", days, 1, LONGEST_INTERVAL))


def profile_problems(profile: PracticeProfile) -> list[Problem]:
    """Why a profile cannot be taken, by field; empty when it can."""
    return list(fields.texts(profile, _PROFILE))
