"""Realistic input for the documents of meetings; institutions are invented."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.documents.invitee_list import InviteeSheet
from domain.rows.invitees import InviteeDraft, InviteeRow
from domain.rules.invitees import seat_count
from domain.terms import EventKind, InviteReply, PartnerCategory
from tests.domain.documents.events import OFFICE, STAND, event_row, published

_ASKED, _ANSWERED = date(2027, 4, 15), date(2027, 4, 22)


def invitee_list(**changes: object) -> InviteeSheet:
    """A list with every kind of reply."""
    drafts = (
        InviteeDraft(
            "Hansestadt Havelberg, Ordnungsamt", UUID(int=1), "Leitung", InviteReply.accepted, 3, _ASKED, _ANSWERED
        ),
        InviteeDraft("Seniorenbeirat", None, "", InviteReply.invited, 2, _ASKED),
        InviteeDraft(
            "Feuerwehr Elbaue (Beispiel)", UUID(int=2), "Wehrleitung", InviteReply.declined, 1, _ASKED, _ANSWERED
        ),
        InviteeDraft("Heimatverein Dom und Markt e. V.", UUID(int=3)),
    )
    rows = tuple(
        InviteeRow(UUID(int=number), 1, draft, "Havelberg" if draft.partner_id else "", PartnerCategory.club)
        for number, draft in enumerate(drafts, 10)
    )
    row = event_row(46, "Sicher am Bahnhof Havelberg", "Hansestadt Havelberg", "15090225", "15090")
    event = published(replace(row, kind=EventKind.citizen_dialogue))
    return replace(InviteeSheet(event, rows, seat_count(drafts, 60), OFFICE, STAND, 8), **changes)
