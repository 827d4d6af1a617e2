"""The request form as printer and reader agree on it: its fields, what they may hold, how it is known again."""

from types import MappingProxyType

from domain.terms import EventKind

FAMILY = "landauf.request."
"""What the full name of every field of every version begins with."""
PREFIX = FAMILY + "v1."
"""What the full name of every field of this version begins with; names never change their meaning."""
MARKER_FIELD = "form"
MARKER = "LANDAUF-ANFRAGE-1"
"""Stands in a field nobody can change, so that a returned file is recognised, and readable on its print."""

TICKED = "Yes"
PUBLIC, CLOSED = "public", "closed"
YES, NO = "yes", "no"
WISHES = 3

LIMITS = MappingProxyType(
    {
        "own_topic": 200,
        "occasion": 500,
        "duration": 20,
        "requester": 300,
        "school_grade": 100,
        "contact_name": 200,
        "contact_role": 200,
        "phone": 100,
        "email": 300,
        "wish_day": 30,
        "wish_time": 20,
        "place": 300,
        "street": 200,
        "postcode": 10,
        "town": 200,
        "room_technique": 1_000,
        "listeners": 500,
        "expected": 20,
        "prior_knowledge": 1_000,
        "needs": 1_000,
        "security_remarks": 1_000,
        "notes": 1_000,
        "answer_by": 30,
    }
)
"""Characters each text field takes at most."""

KINDS = (
    EventKind.lecture,
    EventKind.information_event,
    EventKind.training,
    EventKind.consultation,
    EventKind.expert_dialogue,
    EventKind.citizen_dialogue,
    EventKind.mobile_stop,
)
"""What can be asked for from outside, the most usual first."""


def wish_field(number: int, part: str) -> str:
    """The name of a part of a wished date: first_day, last_day, from or to; `number` counts from 1."""
    return f"wish_{number}_{part}"
