"""Answers to parliament that leave the house as a table; as a document they are printed like all others."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.rows.parliament import OpenAnswer, ParliamentQuestion
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

ENDINGS = (".xlsx", ".csv", ".json")
"""What a file of an answer may end in."""


def export_snapshot(workspace: Workspace, out: Path, snapshot_id: UUID, language: Language) -> int:
    """Write a frozen answer; returns how many events it lists. The same snapshot gives the same bytes for good.

    Raises:
        UsageError: the name ends in none of `ENDINGS`.
        NotFoundError: there is no such answer.
        FileProblemError: it is damaged, or the file cannot be written.
    """
    from domain.usecases import parliament

    return _write(out, workspace.ask(parliament.opened, snapshot_id), language)


def export_answer(workspace: Workspace, out: Path, question: ParliamentQuestion, language: Language) -> int:
    """Write the answer as the file gives it now, without keeping it; returns how many events it lists.

    Raises:
        UsageError: the name ends in none of `ENDINGS`.
        InvalidInputError: the question is impossible.
        FileProblemError: the file cannot be written.
    """
    return _write(out, workspace.ask(_unfrozen, question), language)


def _unfrozen(session: "Session", question: ParliamentQuestion) -> OpenAnswer:
    from domain.rows.parliament import FrozenAnswer
    from domain.usecases import parliament, settings

    found = FrozenAnswer(parliament.answer(session, question), settings.load(session).office)
    return OpenAnswer(UUID(int=0), question.reference, "", session.now, "", found)


def _write(out: Path, found: OpenAnswer, language: Language) -> int:
    from domain.exchange.files import write_file_if_changed

    if out.suffix.lower() not in ENDINGS:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(ENDINGS))
    write_file_if_changed(out, lambda stream: write(stream, out.suffix.lower(), found, language))
    answer = found.content.answer
    return len(answer.schools) + len(answer.others)


def write(stream: BinaryIO, ending: str, found: OpenAnswer, language: Language) -> None:
    """The answer in the format of an ending: four sheets, one table, or one object."""
    from domain.exchange import parliament_table as lines
    from domain.exchange.columns import Sheet
    from domain.exchange.table_text import write_csv
    from domain.exchange.table_xlsx import BookPage, write_book

    _ = language.gettext
    answer, moment = found.content.answer, found.frozen_at
    if ending == ".json":
        lines.write_object(stream, found, language)
    elif ending == ".csv":
        whole = (*lines.schools(answer, language), *lines.others(answer, language), *lines.counted(answer, language))
        write_csv(stream, lines.COLUMNS, language, whole)
    else:
        tables = (
            (_("Events at schools"), lines.schools), (_("Events elsewhere"), lines.others),
            (_("Sums and requests"), lines.counted),
        )  # fmt: skip
        pages = [
            BookPage(Sheet(title, lines.COLUMNS, language, moment), make(answer, language)) for title, make in tables
        ]
        rules = Sheet(_("Question and rules"), lines.RULE_COLUMNS, language, moment)
        pages.append(BookPage(rules, lines.texts(found, language)))
        write_book(stream, found.title or _("Answer to parliament"), pages)
