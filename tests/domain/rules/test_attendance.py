"""Who gets a line on the attendance list, and until when it is kept."""

from datetime import date
from uuid import UUID

from domain.rows.invitees import InviteeDraft, InviteeRow
from domain.rules.attendance import MOST_LINES_EACH, deletion_day, expected_lines
from domain.terms import InviteReply


def asked(name, reply, seats=1):
    return InviteeRow(UUID(int=1), 1, InviteeDraft(name, reply=reply, seats=seats))


def test_those_who_come_stand_first_with_a_line_for_every_seat():
    rows = [
        asked("Anglerverein", InviteReply.invited, 5),
        asked("Polizei", InviteReply.accepted, 2),
        asked("Feuerwehr", InviteReply.attended),
        asked("Abgesagt e. V.", InviteReply.declined),
        asked("Beirat", InviteReply.planned),
    ]
    assert expected_lines(rows) == ("Feuerwehr", "Polizei", "Polizei", "Anglerverein", "Beirat")


def test_an_institution_with_very_many_seats_does_not_fill_the_list():
    assert len(expected_lines([asked("Schule", InviteReply.accepted, 900)])) == MOST_LINES_EACH


def test_a_signed_list_is_destroyed_ninety_days_after_the_event():
    assert deletion_day(date(2027, 5, 14)) == date(2027, 8, 12)
