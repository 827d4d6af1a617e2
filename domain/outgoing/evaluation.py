"""The evaluation that leaves the house: all sums as one table, or everything in one workbook."""

from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.outgoing import Seen, unseen
from domain.rows.evaluation import EvaluationFilter
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.rows.published import PublishedEvent
    from domain.store.session import Session

ENDINGS = (".xlsx", ".csv", ".json")
"""What a table of the figures may end in."""


def export_statistics(workspace: Workspace, out: Path, wanted: EvaluationFilter, language: Language) -> int:
    """Write a line for every sum: all together, each breakdown, publications, requests; returns how many there are.

    All events count, whoever may see them, and only sums are told, so the table is the same for every audience
    (decision 9). Unchanged content leaves the file untouched.

    Raises:
        UsageError: the name ends in none of `ENDINGS`.
        FileProblemError: the file cannot be written.
    """
    _expect(out, ENDINGS)
    return workspace.ask(_write_statistics, out, wanted, language)


def _write_statistics(session: "Session", out: Path, wanted: EvaluationFilter, language: Language) -> int:
    from domain.exchange.columns import Sheet, TableFormat
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.sheets import write_table
    from domain.exchange.statistics_table import COLUMNS, statistics_lines
    from domain.usecases import evaluation

    lines = statistics_lines(evaluation.figures(session, wanted), language)
    sheet = Sheet(language.gettext("Statistics"), COLUMNS, language, session.now)
    form = TableFormat(out.suffix.lower().lstrip("."))
    counts: list[int] = []
    write_file_if_changed(out, lambda stream: counts.append(write_table(stream, form, sheet, lines)))
    return counts[0]


def export_everything(
    workspace: Workspace,
    out: Path,
    audience: Audience,
    wanted: EvaluationFilter,
    language: Language,
    seen: Seen = unseen,
) -> int:
    """Write one workbook of all sums and, as its last sheet, the events that `audience` may see; returns the rows.

    The sums count all events, the sheet of events shows what may leave the house; memory does not grow with it.

    Raises:
        UsageError: the name does not end in .xlsx.
        FileProblemError: the file cannot be written.
    """
    _expect(out, (".xlsx",))
    return workspace.ask(_write_everything, out, audience, wanted, language, seen)


def _write_everything(
    session: "Session", out: Path, audience: Audience, wanted: EvaluationFilter, language: Language, seen: Seen
) -> int:
    from domain.exchange.columns import Sheet
    from domain.exchange.evaluation_book import book_pages
    from domain.exchange.event_table import event_columns
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.table_xlsx import BookPage, write_book
    from domain.rules.evaluation.events import event_filter
    from domain.usecases import evaluation
    from domain.usecases.published import published

    _ = language.gettext
    title = _("Evaluation, internal only") if audience is Audience.internal else _("Evaluation")
    figures = evaluation.figures(session, wanted)
    events = Sheet(_("Events"), event_columns(audience), language, session.now)
    rows = _told(published(session, audience, event_filter(wanted)), seen)
    pages = [*book_pages(figures, language, session.now), BookPage(events, rows)]
    counts: list[int] = []
    write_file_if_changed(out, lambda stream: counts.append(write_book(stream, title, pages)))
    return counts[0]


def _told(rows: "Iterator[PublishedEvent]", seen: Seen) -> "Iterator[PublishedEvent]":
    for number, row in enumerate(rows, start=1):
        seen(number)
        yield row


def _expect(out: Path, endings: tuple[str, ...]) -> None:
    if out.suffix.lower() not in endings:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(endings))
