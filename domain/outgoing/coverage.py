"""Coverage that leaves the house as a table; as a document it is printed like all others."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.rows.coverage import CoverageFilter
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

ENDINGS = (".xlsx", ".csv", ".json")
"""What a file of coverage may end in."""


def export_coverage(
    workspace: Workspace, out: Path, wanted: CoverageFilter, kreise: Iterable[str], language: Language
) -> int:
    """Write a row for every Kreis, kind and half-year with a target or an event; returns how many there are.

    The figures count all events, whatever their audience: there are no names among them. Unchanged content leaves the
    file untouched.

    Raises:
        UsageError: the name ends in none of `ENDINGS`.
        FileProblemError: the file cannot be written.
    """
    if out.suffix.lower() not in ENDINGS:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(ENDINGS))
    return workspace.ask(_write, out, wanted, tuple(kreise), language)


def _write(session: "Session", out: Path, wanted: CoverageFilter, kreise: tuple[str, ...], language: Language) -> int:
    from domain.exchange.columns import Sheet, TableFormat
    from domain.exchange.coverage_table import COLUMNS
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.sheets import write_table
    from domain.usecases.coverage import report_rows

    rows = report_rows(session, wanted, kreise)
    sheet = Sheet(language.gettext("Coverage"), COLUMNS, language, session.now)
    form = TableFormat(out.suffix.lower().lstrip("."))
    counts: list[int] = []
    write_file_if_changed(out, lambda stream: counts.append(write_table(stream, form, sheet, rows)))
    return counts[0]
