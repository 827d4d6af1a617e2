"""Measures counted by accident cause or place category that leave the house as a table."""

from collections.abc import Iterable
from enum import StrEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

ENDINGS = (".xlsx", ".csv", ".json")
"""What a file of counts may end in."""


class CountedBy(StrEnum):
    """What measures are counted by; the names are those of the export command."""

    traffic = auto()
    places = auto()


def export_counts(
    workspace: Workspace,
    out: Path,
    by: CountedBy,
    half_years: Iterable[str],
    kreise: Iterable[str],
    language: Language,
) -> int:
    """Write a row for every Kreis, cause or category and half-year with a measure; returns how many there are.

    All events count, whatever their audience: there are no names among the columns. Unchanged content leaves the file
    untouched.

    Raises:
        UsageError: the name ends in none of `ENDINGS`.
        FileProblemError: the file cannot be written.
    """
    if out.suffix.lower() not in ENDINGS:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(ENDINGS))
    return workspace.ask(_write, out, by, tuple(half_years), tuple(kreise), language)


def _write(
    session: "Session",
    out: Path,
    by: CountedBy,
    half_years: tuple[str, ...],
    kreise: tuple[str, ...],
    language: Language,
) -> int:
    from domain.exchange.columns import Sheet, TableFormat
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.measure_table import CAUSE_COLUMNS, PLACE_COLUMNS
    from domain.exchange.sheets import write_table
    from domain.usecases import measure_counts

    if by is CountedBy.traffic:
        title, columns, query = N_("Measures by accident cause"), CAUSE_COLUMNS, measure_counts.by_cause
    else:
        title, columns, query = N_("Events by place category"), PLACE_COLUMNS, measure_counts.by_place
    sheet = Sheet(language.gettext(title), columns, language, session.now)
    rows = query(session, half_years, kreise)
    form = TableFormat(out.suffix.lower().lstrip("."))
    counts: list[int] = []
    write_file_if_changed(out, lambda stream: counts.append(write_table(stream, form, sheet, rows)))
    return counts[0]
