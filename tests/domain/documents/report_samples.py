"""Realistic input for the answer to parliament."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from domain.documents.parliament_answer import ParliamentSheet
from domain.rows.parliament import (
    AnswerRow,
    DeclinedCount,
    GuestOffice,
    NeutralityStatement,
    ParliamentAnswer,
    ParliamentQuestion,
    RequestCounts,
    Sums,
)
from domain.rules.parliament import FOOTNOTES
from domain.terms import DeclineCause, EventKind, PartnerCategory, Schulform
from tests.domain.documents.events import OFFICE, STAND

QUESTION = ParliamentQuestion(
    date(2027, 1, 1),
    date(2027, 4, 28),
    "Kleine Anfrage 9/1234",
    "Welche Vorträge fanden an Schulen statt?\nWie viele Anfragen wurden abgelehnt?",
    kreise=("15082", "15003"),
)


DECLINED = (DeclinedCount(DeclineCause.capacity, 6), DeclinedCount(DeclineCause.too_late, 2), DeclinedCount(None, 1))


def row(number: int, **changes: object) -> AnswerRow:
    """One line of the answer."""
    usual = AnswerRow(
        event_id=UUID(int=number),
        kind=EventKind.lecture,
        day=date(2027, 1, 11) + timedelta(days=number * 3),
        days=1,
        participants=20 + number,
        schulform=Schulform.sekundarschule,
        host="Sekundarschule „An der Biethe“ Köthen",
        host_category=None,
        place="Köthen (Anhalt)",
        minutes=90,
        title="Kennzeichen und Symbole: Was ist verboten?",
        topics=("Kennzeichen und Symbole",),
        occasion="Projektwoche Demokratie",
        guest_office="",
    )
    return replace(usual, **changes)


def answer(**changes: object) -> ParliamentAnswer:
    """An answer over two pages with everything in it."""
    others = (
        row(41, schulform=None, host="Stadt Köthen, Ordnungsamt", guest_office="Bundesamt für Verfassungsschutz"),
        row(42, schulform=None, host="", host_category=PartnerCategory.citizen, participants=None, occasion=""),
        row(43, schulform=None, kind=EventKind.training, host="Feuerwehr Zerbst", minutes=None, days=2),
    )
    usual = ParliamentAnswer(
        question=QUESTION,
        topics=("Kennzeichen und Symbole",),
        schools=tuple(map(row, range(1, 24))),
        others=others,
        unnamed=Sums(3, 54, 1, 0),
        internal=Sums(2, 31, 0, 0),
        guests=(GuestOffice("Bundesamt für Verfassungsschutz", 1),),
        requests=RequestCounts(
            37,
            (DeclinedCount(DeclineCause.capacity, 6), DeclinedCount(DeclineCause.too_late, 2), DeclinedCount(None, 1)),
        ),
        statements=(NeutralityStatement("Kennzeichen und Symbole", "Streitiges bleibt streitig.", 25),),
        footnotes=FOOTNOTES,
    )
    return replace(usual, **changes)


def parliament_answer(**changes: object) -> ParliamentSheet:
    """A frozen answer."""
    return replace(ParliamentSheet(answer(), "Kleine Anfrage 9/1234", "1A2B-3C4D", OFFICE, STAND), **changes)
