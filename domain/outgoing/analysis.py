"""The anonymised extract of a regional crime analysis: two tables and their codebook."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.terms import DaySpan
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

ENDING = ".csv"


def export_extract(
    workspace: Workspace, out: Path, days: DaySpan, kreis_ags: str | None, language: Language
) -> tuple[Path, ...]:
    """Write the events of these days to `out`, the concerns and the codebook beside it; returns the three files.

    What leaves is the same for every audience: no name, text, number or day, and no event that is internal.

    Raises:
        UsageError: the name does not end in .csv, or the days are none.
        FileProblemError: a file cannot be written.
    """
    if out.suffix.lower() != ENDING:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=ENDING)
    if days.last < days.first:
        raise UsageError(N_("--to lies before --from."))
    return workspace.ask(_write, out, days, kreis_ags, language)


def _write(session: "Session", out: Path, days: DaySpan, kreis_ags: str | None, language: Language) -> tuple[Path, ...]:
    from domain.exchange.extract_table import CODEBOOK_COLUMNS, CONCERN_COLUMNS, EVENT_COLUMNS, codebook
    from domain.usecases import analysis_extract

    _ = language.gettext
    concerns, book = (out.with_name(f"{out.stem}-{end}{out.suffix}") for end in (_("concerns"), _("codebook")))
    _table(session, out, _("Events"), (EVENT_COLUMNS, analysis_extract.events(session, days, kreis_ags)), language)
    found = analysis_extract.concerns(session, days, kreis_ags)
    _table(session, concerns, _("Concerns"), (CONCERN_COLUMNS, found), language)
    lines = codebook(out.name, concerns.name, language)
    _table(session, book, _("Codebook"), (CODEBOOK_COLUMNS, lines), language)
    return out, concerns, book


def _table(session: "Session", out: Path, title: str, table: tuple[Any, Iterable[Any]], language: Language) -> None:
    """Write a table, given as its columns and rows."""
    from domain.exchange.columns import Sheet, TableFormat
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.sheets import write_table

    columns, rows = table
    sheet = Sheet(title, columns, language, session.now)
    write_file_if_changed(out, lambda stream: write_table(stream, TableFormat.csv, sheet, rows))
