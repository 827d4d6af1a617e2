"""Publications that leave the house as a table: all with their stock, or what is to be ordered."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.rows.filters import PublicationFilter
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.rows.publications import PublicationRow
    from domain.store.session import Session

ENDINGS = (".xlsx", ".csv", ".json")
"""What a file of publications may end in."""


def export_publications(
    workspace: Workspace, out: Path, audience: Audience, wanted: PublicationFilter, language: Language
) -> int:
    """Write a row for every publication that passes the filter; returns how many there are.

    Where the copies lie, and notes, are only for the house itself. Unchanged content leaves the file untouched.

    Raises:
        UsageError: the name ends in none of `ENDINGS`.
        FileProblemError: the file cannot be written.
    """
    if out.suffix.lower() not in ENDINGS:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(ENDINGS))
    return workspace.ask(_write, out, audience, wanted, language)


def _write(session: "Session", out: Path, audience: Audience, wanted: PublicationFilter, language: Language) -> int:
    from domain.exchange.columns import Sheet, TableFormat
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.publication_table import publication_columns
    from domain.exchange.sheets import write_table
    from domain.usecases.confidential import cleaner
    from domain.usecases.publications import list_rows

    title = language.gettext("Reorder list") if wanted.to_order else language.gettext("Publications")
    sheet = Sheet(title, publication_columns(audience), language, session.now)
    form = TableFormat(out.suffix.lower().lstrip("."))
    rows = list_rows(session, wanted)
    if audience is not Audience.internal:
        rows = [_outside(row, cleaner(session)) for row in rows]
    counts: list[int] = []
    write_file_if_changed(out, lambda stream: counts.append(write_table(stream, form, sheet, rows)))
    return counts[0]


def _outside(row: "PublicationRow", clean: "Callable[[str], str]") -> "PublicationRow":
    """The row with names that stay in the house taken out of what people typed."""
    draft = replace(row.draft, title=clean(row.draft.title), publisher=clean(row.draft.publisher))
    return replace(row, draft=draft, topic=clean(row.topic), replaced_by=clean(row.replaced_by))
