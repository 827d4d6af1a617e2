"""Realistic input for the annual report."""

from dataclasses import replace
from datetime import date

from domain.documents.annual_report import AnnualSheet
from domain.region.kreise import kreise
from domain.rows.annual_report import (
    AdviceYear,
    AnnualReport,
    ExampleYear,
    Figure,
    KindYear,
    KreisYear,
    NamedYear,
    TargetYear,
)
from domain.rows.parliament import DeclinedCount, RequestCounts
from domain.rows.reports import Footnote
from domain.rules.counting_rules import FOOTNOTES
from domain.terms import AdviceField, DeclineCause, EventKind
from tests.domain.documents.events import OFFICE, STAND

KINDS = tuple(
    KindYear(kind, tuple((at * 3 + month) % 7 for month in range(12)), 20 + at, 310 + 7 * at)
    for at, kind in enumerate(EventKind)
)


def report(**changes: object) -> AnnualReport:
    """A report of a whole year with something in every section."""
    usual = AnnualReport(
        year=2026,
        until=date(2026, 12, 31),
        key=(
            Figure("Events held", 396, 341),
            Figure("People reached", 24_810, 0),
            Figure("Districts with an event", 14, 14),
            Figure("Talks in consultations", 512, 630),
            Figure("Kilometres driven", 31_204.5, 28_900, "km"),
        ),
        kinds=KINDS,
        months_before=tuple(range(20, 32)),
        kreise=tuple(KreisYear(each.ags, 20 + at, 18, 900 + at) for at, each in enumerate(kreise())),
        elsewhere=12,
        topics=tuple(NamedYear(f"Thema {number}", 40 - number, 900 - number) for number in range(13)),
        mobile=(Figure("Stops of the Präventionsmobil", 145, 138), Figure("Kilometres driven", 9_812, 9_400, "km")),
        dialogues=(Figure("Citizen dialogues", 28, 26), Figure("Concerns raised", 214, 188)),
        lectures=(Figure("Lectures", 150, 141), Figure("Lectures at schools", 92, 90)),
        consultations=(AdviceYear(AdviceField.security_technology, 80, 310, 9_300), AdviceYear(None, 12, 40, 900)),
        patrols=(Figure("Hours of the police (people × time)", 2_400, 2_150, "h"),),
        trainings=(Figure("Trainings", 22, 20),),
        councils=(Figure("Sessions of councils", 41, 44),),
        online=(Figure("Reach reported by the channels", 91_300, 70_100),),
        examples=(ExampleYear("Sicher am Bahnhof", "Havelberg", date(2026, 5, 14), "Licht", "Neue Lampen"),),
        publications=(NamedYear("Kennzeichen und Symbole, 5. Auflage (de)", 61, 4_210),),
        requests=RequestCounts(310, (DeclinedCount(DeclineCause.capacity, 21), DeclinedCount(DeclineCause.topic, 3))),
        accepted=260,
        targets=(TargetYear(EventKind.citizen_dialogue, 28, 26, 2, 28, 11),),
        footnotes=tuple(Footnote(each.rule.value, each.msgid) for each in FOOTNOTES[:8]),
    )
    return replace(usual, **changes)


def annual_report(**changes: object) -> AnnualSheet:
    """A report that was not frozen."""
    return replace(AnnualSheet(report(), OFFICE, STAND, "Ein Jahr voller Begegnungen."), **changes)
