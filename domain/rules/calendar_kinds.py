"""Guesses the kind of an event that another program's calendar holds."""

from collections.abc import Iterable

from domain.region.fold import fold
from domain.terms import EventKind

USUAL = EventKind.information_event
"""What an entry becomes of which nothing tells the kind."""

_WORDS = (
    (EventKind.mobile_stop, ("Präventionsmobil", "Infomobil", "Mobile stop", "Halt des Mobils", "Stellplatz")),
    (EventKind.expert_dialogue, ("Fachdialog", "Fachaustausch", "Expertendialog", "Expert dialogue", "Fachtag")),
    (EventKind.citizen_dialogue, ("Bürgerdialog", "Bürgersprechstunde", "Einwohnerversammlung", "Citizen dialogue")),
    (EventKind.joint_patrol, ("Streife", "Kontrollgang", "Sicherheitsrundgang", "Joint patrol")),
    (EventKind.council_meeting, ("Gremium", "Gremiensitzung", "Präventionsrat", "Beirat", "Ausschuss",
                                 "Council meeting", "Kriminalpräventiver Rat")),
    (EventKind.training, ("Fortbildung", "Schulung", "Training", "Workshop", "Lehrgang", "Seminar")),
    (EventKind.lecture, ("Vortrag", "Lecture", "Unterricht", "Projekttag", "Elternabend")),
    (EventKind.consultation, ("Beratung", "Sprechstunde", "Consultation", "Sicherheitsberatung")),
    (EventKind.information_exchange, ("Informationsaustausch", "Information exchange", "Erfahrungsaustausch",
                                      "Arbeitsgruppe", "Netzwerktreffen", "Runder Tisch")),
    (EventKind.online, ("Onlinebeitrag", "Online-Beitrag", "Online contribution", "Webinar")),
    (EventKind.information_event, ("Informationsveranstaltung", "Infostand", "Information event", "Präventionstag")),
)  # fmt: skip
"""German and English words that tell a kind; the first kind of which one is found wins."""

_FOLDED = tuple((kind, tuple(fold(word) for word in words)) for kind, words in _WORDS)


def guessed_kind(title: str, categories: Iterable[str] = ()) -> EventKind:
    """The kind that categories tell, else the title; `USUAL` if neither does."""
    for text in (*categories, title):
        folded = fold(text)
        for kind, words in _FOLDED:
            if any(word in folded for word in words):
                return kind
    return USUAL
