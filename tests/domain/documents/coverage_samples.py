"""Realistic input for the coverage report."""

from dataclasses import replace
from datetime import date

from domain.documents.coverage_report import CoverageReport
from domain.region.kreise import kreise
from domain.rows.coverage import CoverageRow
from domain.terms import EventKind
from tests.domain.documents.events import OFFICE, STAND

KINDS = (EventKind.mobile_stop, EventKind.citizen_dialogue, EventKind.lecture, EventKind.joint_patrol)


def rows() -> tuple[CoverageRow, ...]:
    """Figures for every Kreis, four kinds and both half-years; some lack something."""
    found = []
    for number, kreis in enumerate(kreise()):
        for place, kind in enumerate(KINDS):
            for half in (1, 2):
                held = (number + place) % 3 if half == 1 else 0
                planned = (number * place + half) % 3
                reached, last = held * 37, date(2027, 3, 1 + number) if held else None
                found.append(CoverageRow(kreis.ags, kind, f"2027-H{half}", 2 + place, planned, held, reached, last))
    return tuple(found)


def coverage_report(**changes: object) -> CoverageReport:
    """A report of a year."""
    return replace(CoverageReport(2027, rows(), OFFICE, STAND, 8), **changes)
