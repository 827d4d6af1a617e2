"""Annual reports that leave the house as a table; as a document they are printed like all others."""

from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.outgoing.parliament import ENDINGS
from domain.rows.annual_report import OpenYear
from domain.workspace import Workspace


def export_report(
    workspace: Workspace, out: Path, year: int | None, snapshot_id: UUID | None, language: Language
) -> int:
    """Write the figures of a frozen report, or of a year as the file gives them now; returns how many there are.

    Raises:
        UsageError: neither a year nor a frozen report was named, or the ending is none of `ENDINGS`.
        NotFoundError: there is no such report.
        FileProblemError: it is damaged, or the file cannot be written.
    """
    from domain.exchange.files import write_file_if_changed
    from domain.usecases import annual_report

    if out.suffix.lower() not in ENDINGS:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(ENDINGS))
    if snapshot_id is not None:
        found = workspace.ask(annual_report.opened, snapshot_id)
    elif year is not None:
        found = workspace.ask(annual_report.unfrozen, year)
    else:
        raise UsageError(N_("Name the year with --year, or a frozen report with --snapshot."))
    counts: list[int] = []
    write_file_if_changed(out, lambda stream: counts.append(_write(stream, out.suffix.lower(), found, language)))
    return counts[0]


def _write(stream: BinaryIO, ending: str, found: OpenYear, language: Language) -> int:
    from domain.exchange import annual_table
    from domain.exchange.table_text import write_csv, write_json
    from domain.exchange.table_xlsx import write_book

    report = found.content.report
    lines = annual_table.lines(report, language)
    if ending == ".json":
        return write_json(stream, annual_table.FIGURES, lines)
    if ending == ".csv":
        return write_csv(stream, annual_table.FIGURES, language, lines)
    title = language.gettext("Annual report {year}").format(year=report.year)
    return write_book(stream, title, annual_table.pages(report, language, found.frozen_at))
