"""What can be done with projects: each deed one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.projects import ProjectDraft
from domain.rows.steps import Label
from domain.terms import BERLIN, DaySpan, ProjectKind
from gui.dialogs import files
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from uuid import UUID

    from domain.rows.projects import ProjectRow
    from gui.pages.projects.form import ProjectDialog
    from gui.pages.projects.page import ProjectsPage
    from gui.tasks import Ticket

_YEARS_BACK = 5
_STATE = "15"  # the key of Sachsen-Anhalt


def enter(page: ProjectsPage) -> ProjectDialog:
    """Ask for a new project and add it."""
    return _open_form(page, _("New project"), ProjectDraft(), None)


def edit(page: ProjectsPage) -> ProjectDialog | None:
    """Ask for changes of the chosen project."""
    row = page.chosen()
    return None if row is None else _open_form(page, _("Edit project"), row.draft, row)


def _open_form(page: ProjectsPage, title: str, draft: ProjectDraft, row: ProjectRow | None) -> ProjectDialog:
    from domain.usecases import people, projects
    from gui.pages.projects.form import ProjectDialog

    staff = tuple((person.id, person.draft.name) for person in page.desk.ask(people.list_rows))
    dialog = ProjectDialog(title, draft, page.desk, staff, page.today, page.window())

    def save(fresh: ProjectDraft) -> None:
        name = (("title", fresh.title),)
        try:
            if row is None:
                record = page.desk.run(Label(N_("Enter project {title}"), name), projects.create, fresh)
            else:
                record = row.id
                page.desk.run(Label(N_("Change project {title}"), name), projects.change, row.id, fresh, row.version)
        except LandaufError as trouble:
            dialog.refuse(trouble)
            return
        dialog.accept()
        page.desk.tell(_("Project saved"), undoable=True)
        page.show_record(record)

    dialog.saved.connect(save)
    dialog.open()
    return dialog


def reach(page: ProjectsPage, position: int) -> None:
    """Tick a stage of the chosen project off, or open it again."""
    from domain.usecases import projects

    row = page.chosen()
    if row is None:
        return
    stage = row.draft.stages[position - 1].title
    is_reached = page.desk.run(Label(N_("Stage {stage}"), (("stage", stage),)), projects.reach, row.id, position)
    page.desk.tell(_("Stage reached") if is_reached else _("Stage is open again"), undoable=True)


def remove(page: ProjectsPage, ids: Sequence[UUID]) -> None:
    """Delete projects; undo brings them back."""
    from domain.usecases import projects

    if ids:
        count = page.desk.run(Label(N_("Delete projects")), projects.delete, list(ids))
        words = ngettext("{count} project deleted", "{count} projects deleted", count).format(count=count)
        page.desk.tell(words, undoable=True)


def extract(page: ProjectsPage) -> None:
    """Ask for the file and write the anonymised extract of the chosen analysis, with its codebook."""
    row = page.chosen()
    if row is None or row.draft.kind is not ProjectKind.regional_analysis:
        return
    name = _("extract-{kreis}.csv").format(kreis=row.draft.kreis_ags or _STATE)
    kind = _("Table (*.{ending})").format(ending="csv")
    files.save_as(page, _("Anonymised extract"), name, kind, lambda path: write_extract(page, row, path))


def days_of(row: ProjectRow, page: ProjectsPage) -> DaySpan:
    """The days an analysis looks at: the five years before it began, or before today."""
    from domain.rules.extract import years_before

    return years_before(row.draft.first_day or page.desk.clock().astimezone(BERLIN).date(), _YEARS_BACK)


def write_extract(page: ProjectsPage, row: ProjectRow, path: Path) -> None:
    """Write events, concerns and codebook beside the window's thread."""
    from domain.outgoing.analysis import export_extract

    workspace, days, kreis_ags, language = page.desk.workspace, days_of(row, page), row.draft.kreis_ags, current()

    def work(_ticket: Ticket) -> tuple[Path, ...]:
        return export_extract(workspace, path, days, kreis_ags, language)

    def told(written: tuple[Path, ...]) -> None:
        page.desk.tell(_("Written: {files}").format(files=", ".join(each.name for each in written)))

    page.desk.tasks.start(work, told, progress=_("Exporting"))
