"""Realistic input for the documents of meetings; institutions are invented."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.documents.invitee_list import InviteeSheet
from domain.documents.minutes import Minutes
from domain.rows.invitees import InviteeDraft, InviteeRow
from domain.rows.meetings import AgendaDraft, AgendaRow, ConcernNote, ResolutionDraft, ResolutionRow, TaskDraft, TaskRow
from domain.rows.mood import MoodCounts
from domain.rows.published import InternalPart, Person
from domain.rules.invitees import seat_count
from domain.terms import ConcernCategory, ConcernState, EventKind, InviteReply, PartnerCategory
from tests.domain.documents.briefing_samples import concern as raised
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


def minutes(**changes: object) -> Minutes:
    """Minutes in which nearly everything is filled in; the last item is left to be written by hand."""
    row = event_row(46, "Sicher am Bahnhof Havelberg", "Hansestadt Havelberg", "15090225", "15090")
    team = (Person("P. Muster", "lead"), Person("K. Beispiel", "moderation"), Person("S. Probe", "minutes"))
    event = published(replace(row, kind=EventKind.citizen_dialogue), internal=InternalPart(team=team, actual=74))
    begins = event.starts_at
    concern = ConcernNote(
        UUID(int=60),
        "A-2026-0012",
        "Die Unterführung ist dunkel.",
        "",
        ConcernCategory.lighting,
        "",
        "Stadt",
        ConcernState.answered,
        "",
        30,
    )
    agenda = (
        AgendaRow(UUID(int=50), 1, AgendaDraft("Begrüßung", 15, "Bürgermeisteramt", "Anlass und Ablauf."), begins),
        AgendaRow(
            UUID(int=51),
            2,
            AgendaDraft("Bahnhof", 30, "", "Licht und Sicht.\nZeiten.", "Ortstermin im Juni", concern.id),
            None,
            concern,
        ),
        AgendaRow(UUID(int=52), 3, AgendaDraft("Ausblick", 15), None),
    )
    draft = InviteeDraft("Hansestadt Havelberg, Ordnungsamt", UUID(int=1), "Leitung", InviteReply.attended, 3)
    decided = ResolutionDraft("Die Stadt beleuchtet die Unterführung.", "einstimmig")
    task = TaskDraft("Angebot für Leuchten einholen", responsible="Bauamt", due=date(2027, 6, 30))
    done = TaskDraft("Pressemitteilung", done_on=date(2027, 5, 20))
    sheet = Minutes(
        event,
        OFFICE,
        STAND,
        8,
        agenda=agenda,
        present=(InviteeRow(UUID(int=20), 1, draft, "Havelberg", PartnerCategory.ordnungsamt),),
        resolutions=(ResolutionRow(UUID(int=30), 1, decided),),
        tasks=(TaskRow(UUID(int=40), 1, task, "", "15090"), TaskRow(UUID(int=41), 1, done, "", "15090", "S. Probe")),
        concerns=(raised(31, "Der Radweg endet im Nichts.", ConcernState.open),),
        mood=MoodCounts(2, 5, 12, 20, 4),
    )
    return replace(sheet, **changes)
