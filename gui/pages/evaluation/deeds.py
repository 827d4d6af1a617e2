"""What leaves the house from the evaluation page: a workbook of everything, a table of all sums."""

from pathlib import Path
from typing import TYPE_CHECKING

from domain.rows.evaluation import EvaluationFilter
from domain.terms import Audience
from gui.desk import Desk
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from domain.i18n import Language
    from domain.workspace import Workspace


def export_everything(parent: "QWidget", desk: Desk, wanted: EvaluationFilter, audience: Audience) -> None:
    """Ask for a file, and write everything into one workbook, with the events that `audience` may see."""
    from gui.dialogs import files

    title = _("Export everything, internal only") if audience is Audience.internal else _("Export everything")
    name = file_name(wanted, "xlsx")
    files.save_as(parent, title, name, "Excel (*.xlsx)", lambda path: write_book(desk, path, wanted, audience))


def export_statistics(parent: "QWidget", desk: Desk, wanted: EvaluationFilter) -> None:
    """Ask for a file, and write all sums as one table."""
    from gui.dialogs import files

    kinds = _("Tables") + " (*.xlsx *.csv *.json)"
    title = _("Export statistics")
    files.save_as(parent, title, file_name(wanted, "csv"), kinds, lambda path: write_table(desk, path, wanted))


def file_name(wanted: EvaluationFilter, ending: str) -> str:
    """What the file is called unless somebody says otherwise: auswertung-2027-01-01-2027-06-30.xlsx."""
    days = [day.isoformat() for day in (wanted.first_day, wanted.last_day) if day]
    return "-".join([_("Evaluation").lower(), *days]) + f".{ending}"


def write_book(desk: Desk, path: Path, wanted: EvaluationFilter, audience: Audience) -> None:
    """Write everything into one workbook, in a pool thread."""
    from domain.outgoing.evaluation import export_everything as export

    def work(workspace: "Workspace", language: "Language") -> int:
        return export(workspace, path, audience, wanted, language)

    _write(desk, path, work)


def write_table(desk: Desk, path: Path, wanted: EvaluationFilter) -> None:
    """Write all sums as one table, in a pool thread."""
    from domain.outgoing.evaluation import export_statistics as export

    _write(desk, path, lambda workspace, language: export(workspace, path, wanted, language))


def _write(desk: Desk, path: Path, work: "Callable[[Workspace, Language], int]") -> None:
    language = current()
    desk.tasks.start(
        lambda _ticket: work(desk.workspace, language),
        lambda count: desk.tell(
            ngettext("{count} row written to {file}", "{count} rows written to {file}", count).format(
                count=count, file=path.name
            )
        ),
        progress=_("Writing {file}").format(file=path.name),
    )
