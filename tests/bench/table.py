"""What a measurement says: a figure beside its bar."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

FULL = "--full"
"""The option that asks for everything; without it, measurements that take long take a selection."""


def is_full() -> bool:
    """Whether everything is to be measured."""
    return FULL in sys.argv


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `limit` is the bar and both figures are in `unit`.

    `at_most` tells on which side of the bar is good; `note` holds what the figure depends on.
    """

    name: str
    measured: float
    limit: float
    unit: str
    at_most: bool = True
    note: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the measured figure keeps the bar."""
        return self.measured <= self.limit if self.at_most else self.measured >= self.limit


def lines(rows: Iterable[Row]) -> list[str]:
    """The table as text, one aligned line per row below its head."""
    cells = [("what", "measured", "bar", "met", "note")]
    for row in rows:
        sign = "≤" if row.at_most else "≥"
        cells.append(
            (row.name, _figure(row.measured, row.unit), f"{sign} {_figure(row.limit, row.unit)}", _yes(row), row.note)
        )
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    return [_aligned(line, widths) for line in cells]


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    what, measured, bar, met, note = line
    return (f"{what:<{widths[0]}}  {measured:>{widths[1]}}  {bar:>{widths[2]}}  {met:<{widths[3]}}  {note}").rstrip()


def _figure(value: float, unit: str) -> str:
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {unit}".rstrip()


def _yes(row: Row) -> str:
    return "yes" if row.is_met else "NO"
