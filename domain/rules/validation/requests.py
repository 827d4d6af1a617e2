"""Which drafts of requests can be taken."""

from collections.abc import Iterator

from domain.errors import Problem
from domain.i18n import N_
from domain.rows.requests import RequestDraft
from domain.rules.validation import fields
from domain.rules.validation.fields import LONG_TEXT
from domain.terms import DeclineCause

WISHES_AT_MOST = 3
REASON_LENGTH = 2_000
_LENGTHS = {
    "requester": 300,
    "topic": 300,
    "contact_name": 200,
    "contact_role": 200,
    "phone": 100,
    "email": 300,
    "school_grade": 100,
    "listeners": 500,
    "prior_knowledge": 2_000,
    "room_technique": 2_000,
    "occasion": 500,
    "place": 300,
    "street": 200,
    "town": 200,
    "needs": 2_000,
    "security_remarks": LONG_TEXT,
    "notes": LONG_TEXT,
}
_EQUIPMENT_LENGTH, _EQUIPMENT_TOGETHER = 200, 1_000
_EQUIPMENT_AT_MOST = 50
_MINUTES_A_WEEK = 7 * 1440


def request_problems(draft: RequestDraft) -> list[Problem]:
    """Why the request cannot be taken, by field; empty when it can."""
    return [
        *fields.required("requester", draft.requester),
        *fields.texts(draft, _LENGTHS),
        *fields.email("email", draft.email),
        *fields.postcode("postcode", draft.postcode),
        *fields.ags("ags", draft.ags),
        *fields.number("duration_minutes", draft.duration_minutes, 1, _MINUTES_A_WEEK),
        *fields.day("earliest", draft.earliest),
        *fields.day("latest", draft.latest),
        *fields.days_in_order("latest", draft.earliest, draft.latest),
        *fields.weekdays("weekdays", draft.weekdays),
        *fields.minutes_in_order("to_minute", draft.from_minute, draft.to_minute),
        *_wishes(draft),
        *_equipment(draft),
        *fields.number("priority", draft.priority, 1, 3),
        *fields.number("expected", draft.expected),
        *fields.day("received_on", draft.received_on),
        *fields.day("answer_by", draft.answer_by),
    ]


def decline_problems(cause: DeclineCause, reason: str) -> list[Problem]:
    """Why a request cannot be declined so; a cause that says nothing by itself needs words."""
    if cause is DeclineCause.other and not reason.strip():
        return [Problem("declined_reason", N_("Please give the reason for declining; it stays countable."))]
    return list(fields.text("declined_reason", reason, REASON_LENGTH))


def _wishes(draft: RequestDraft) -> Iterator[Problem]:
    if len(draft.wishes) > WISHES_AT_MOST:
        yield Problem("wishes", N_("At most {count} wished dates can be kept."), (("count", WISHES_AT_MOST),))
    for wish in draft.wishes:
        yield from fields.day("wishes", wish.first_day)
        yield from fields.day("wishes", wish.last_day)
        yield from fields.days_in_order("wishes", wish.first_day, wish.last_day)
        yield from fields.minutes_in_order("wishes", wish.from_minute, wish.to_minute)


def _equipment(draft: RequestDraft) -> Iterator[Problem]:
    if len(draft.equipment) > _EQUIPMENT_AT_MOST:
        yield Problem("equipment", N_("At most {count} pieces can be named."), (("count", _EQUIPMENT_AT_MOST),))
    for name in draft.equipment:
        yield from fields.text("equipment", name, _EQUIPMENT_LENGTH)
        if "|" in name:
            yield Problem("equipment", N_("A name cannot hold the character “|”."))
    yield from fields.text("equipment", "|".join(draft.equipment), _EQUIPMENT_TOGETHER)
