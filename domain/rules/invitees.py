"""What replies mean: seats against the budget, days that follow, and which institutions fit a dialogue."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.errors import Problem
from domain.rows.invitees import InviteeDraft, SeatCount
from domain.rules.validation import fields
from domain.terms import EventKind, InviteReply, PartnerCategory

COMING = frozenset({InviteReply.accepted, InviteReply.attended})
"""Replies that make a partner one who takes part."""

_WAITING = frozenset({InviteReply.planned, InviteReply.invited})
_LOCAL = (
    PartnerCategory.gemeinde,
    PartnerCategory.ordnungsamt,
    PartnerCategory.police,
    PartnerCategory.council,
    PartnerCategory.fire_brigade,
    PartnerCategory.club,
    PartnerCategory.church,
    PartnerCategory.advice_centre,
    PartnerCategory.media,
)
_ACTORS = (
    PartnerCategory.ordnungsamt,
    PartnerCategory.jugendamt,
    PartnerCategory.other_office,
    PartnerCategory.kreis,
    PartnerCategory.gemeinde,
    PartnerCategory.police,
    PartnerCategory.fire_brigade,
    PartnerCategory.club,
    PartnerCategory.association,
    PartnerCategory.church,
    PartnerCategory.advice_centre,
    PartnerCategory.job_centre,
    PartnerCategory.council,
)
_FITTING = {EventKind.citizen_dialogue: _LOCAL, EventKind.expert_dialogue: _ACTORS}


def fitting_categories(kind: EventKind) -> tuple[PartnerCategory, ...]:
    """The categories whose institutions are usually asked to an event of this kind, the nearest first."""
    return _FITTING.get(kind, (PartnerCategory.ordnungsamt, PartnerCategory.police, PartnerCategory.council))


def replied(draft: InviteeDraft, reply: InviteReply, today: date) -> InviteeDraft:
    """The invitee with another reply; the days on which it was invited and answered follow."""
    invited = draft.invited_on or today
    match reply:
        case InviteReply.planned:
            return replace(draft, reply=reply, invited_on=None, replied_on=None)
        case InviteReply.invited:
            return replace(draft, reply=reply, invited_on=invited, replied_on=None)
        case InviteReply.accepted | InviteReply.declined:
            kept = draft.replied_on if draft.reply is reply else None
            return replace(draft, reply=reply, invited_on=invited, replied_on=kept or today)
        case InviteReply.attended:
            return replace(draft, reply=reply, invited_on=invited)


def seat_count(invitees: Iterable[InviteeDraft], budget: int | None) -> SeatCount:
    """How the invitations stand against the budget."""
    rows = list(invitees)
    return SeatCount(
        budget=budget,
        invited=sum(row.reply is not InviteReply.planned for row in rows),
        accepted=sum(row.reply in COMING for row in rows),
        declined=sum(row.reply is InviteReply.declined for row in rows),
        open=sum(row.reply in _WAITING for row in rows),
        asked=sum(row.seats for row in rows if row.reply is not InviteReply.declined),
        taken=sum(row.seats for row in rows if row.reply in COMING),
    )


def invitee_problems(draft: InviteeDraft) -> list[Problem]:
    """Why an invitee cannot be taken; empty when it can."""
    return [
        *fields.required("name", draft.name),
        *fields.texts(draft, {"name": 300, "role": 200, "notes": 2_000}),
        *fields.number("seats", draft.seats, 0, 10_000),
        *fields.day("invited_on", draft.invited_on),
        *fields.day("replied_on", draft.replied_on),
    ]
