"""The sample answer to parliament, frozen as it was given."""

from datetime import date

from domain.rows.parliament import ParliamentQuestion
from domain.store.session import Session
from domain.usecases import parliament

_REFERENCE = "Kleine Anfrage: Vorträge und Informationsveranstaltungen an Schulen"
_TEXT = (
    "Welche Vorträge, Informationsveranstaltungen und Fortbildungen haben die Präventionsstellen des Landes seit Beginn"
    " des Vorjahres durchgeführt? Bitte aufschlüsseln nach Veranstaltung, Zahl der Teilnehmenden, Schulform,"
    " Veranstalter, Ort, Dauer, Thema und Anlass.\n"
    "Wie viele Anfragen wurden abgelehnt, wie viele davon aus Kapazitätsgründen?\n"
    "Wie wird die Neutralität im Sinne des Beutelsbacher Konsenses gewahrt?"
)


def answer(session: Session) -> None:
    """Freeze the answer for the time from the beginning of last year until today."""
    today = session.today
    parliament.freeze(session, ParliamentQuestion(date(today.year - 1, 1, 1), today, _REFERENCE, _TEXT))
