"""Concerns that leave the house as a table: the register, what the public may see of it, and the statistics."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.rows.filters import ConcernFilter
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.exchange.columns import Column
    from domain.rows.concerns import ConcernCount
    from domain.store.session import Session

ENDINGS = (".xlsx", ".csv", ".json")
"""What a table of concerns may end in."""


def export_concerns(
    workspace: Workspace, out: Path, audience: Audience, wanted: ConcernFilter, language: Language
) -> int:
    """Write a table of concerns; returns the number of rows.

    Only `internal` gets the register with wording, office and answer; everybody else the public form of what was raised
    at public events.

    Raises:
        UsageError: the ending is none of `ENDINGS`.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.concern_table import PUBLIC_COLUMNS, REGISTER_COLUMNS
    from domain.usecases import concern_rows, public_concerns

    _ = language.gettext
    if audience is Audience.internal:
        return _write(
            workspace, out, _("Concerns, internal only"), REGISTER_COLUMNS, language,
            lambda session: iter(concern_rows.list_rows(session, wanted)),
        )  # fmt: skip
    return _write(
        workspace, out, _("Concerns"), PUBLIC_COLUMNS, language,
        lambda session: public_concerns.published_concerns(session, wanted),
    )  # fmt: skip


def export_statistics(workspace: Workspace, out: Path, language: Language) -> int:
    """Write the concerns counted by Kreis and category: a line for all, each Kreis, each category, each of both.

    Raises:
        UsageError: the ending is none of `ENDINGS`.
        FileProblemError: the file cannot be written.
    """
    from domain.exchange.concern_table import COUNT_COLUMNS
    from domain.usecases import concern_context

    def lines(session: "Session") -> "Iterator[ConcernCount]":
        found = concern_context.statistics(session)
        yield from (found.whole, *found.kreise, *found.categories, *found.cells)

    return _write(workspace, out, language.gettext("Concerns counted"), COUNT_COLUMNS, language, lines)


def _write(
    workspace: Workspace,
    out: Path,
    title: str,
    columns: "tuple[Column[Any], ...]",
    language: Language,
    rows: Any,  # noqa: ANN401 - a query of any kind of row
) -> int:
    from domain.exchange.columns import Sheet, TableFormat
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.sheets import write_table

    if out.suffix.lower() not in ENDINGS:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(ENDINGS))
    form = TableFormat(out.suffix.lower().lstrip("."))

    def write(session: "Session") -> int:
        counts: list[int] = []
        sheet = Sheet(title, columns, language, session.now)
        write_file_if_changed(out, lambda stream: counts.append(write_table(stream, form, sheet, rows(session))))
        return counts[0]

    return workspace.ask(write)
