"""What can be done on the coverage page: make an event of a free day, change and copy targets, keep a usual time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from domain.i18n import N_
from domain.labels import label
from domain.labels.half_years import half_year
from domain.region.gemeinden import gemeinde
from domain.region.kreise import kreis
from domain.rows.coverage import CoverageFilter
from domain.rows.date_finder import DateWish
from domain.rows.steps import Label
from domain.terms import EventKind
from gui.desk import Desk
from gui.pages.coverage.finder_form import Choices
from gui.pages.coverage.targets_dialog import TargetsDialog
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from domain.store.session import Session

_CREATE = Label(N_("Create event on a free day"))
_COPY = N_("Copy targets to {half_year}")
_KEEP = Label(N_("Keep usual time"))


def create_event(desk: Desk, wish: DateWish, day: date) -> UUID:
    """Make a tentative event of a free day as one step; returns its id.

    Raises:
        LandaufError: it was refused.
    """
    from domain.usecases import date_finder

    town = gemeinde(wish.ags).name if wish.ags else kreis(wish.kreis_ags).seat
    title = _("{kind} {town}").format(kind=label(wish.kind, current()), town=town)
    return desk.run(_CREATE, date_finder.create_draft, wish, day, title)


def open_targets(parent: "QWidget", desk: Desk, half_year_: str) -> TargetsDialog:
    """Open the grid of targets on a half-year."""
    dialog = TargetsDialog(desk, half_year_, parent)
    dialog.open()
    return dialog


def copy_targets(desk: Desk, source: str, target: str) -> None:
    """Let the next half-year aim at what this one does, in all kinds, as one step."""
    from domain.usecases import targets

    name = half_year(target, current())
    changed = desk.run(Label(_COPY, (("half_year", name),)), targets.copy, source, target)
    if changed:
        desk.tell(_("Targets copied to {half_year}").format(half_year=name), undoable=True)
    else:
        desk.tell(_("{half_year} has these targets already.").format(half_year=name))


def keep_time(desk: Desk, kind: EventKind, minute: int, duration: int) -> None:
    """Let events of a kind usually begin then."""
    from domain.usecases import date_finder

    desk.run(_KEEP, date_finder.keep_usual_time, kind, minute, duration)
    desk.tell(_("Usual time kept"), undoable=True)


def read_choices(desk: Desk, ags: str, on_done: Callable[[Choices], None]) -> None:
    """Read what the date finder can choose from, in a pool thread."""
    from domain.usecases import date_finder, fleet, people

    def read(session: "Session") -> Choices:
        return Choices(
            vehicles=tuple((row.id, row.draft.name) for row in fleet.list_rows(session)),
            people=tuple((row.id, row.draft.name) for row in people.list_rows(session)),
            sites=tuple(date_finder.sites_in(session, ags)),
            times=date_finder.usual_times(session),
        )

    desk.tasks.start(lambda _ticket: desk.workspace.ask(read), on_done, key=f"coverage.choices.{id(desk)}")


def export_table(parent: "QWidget", desk: Desk, wanted: CoverageFilter) -> None:
    """Ask for a file, and write what the page shows into it."""
    from gui.dialogs import files

    name = _("Coverage").lower() + f"-{'-'.join(dict.fromkeys(half[:4] for half in wanted.half_years))}.xlsx"
    kinds = _("Tables") + " (*.xlsx *.csv *.json)"
    files.save_as(parent, _("Export coverage"), name, kinds, lambda path: write_table(desk, path, wanted))


def write_table(desk: Desk, path: Path, wanted: CoverageFilter) -> None:
    """Write the wanted kinds and half-years as a table, in a pool thread."""
    from domain.outgoing.coverage import export_coverage

    language = current()
    desk.tasks.start(
        lambda _ticket: export_coverage(desk.workspace, path, wanted, (), language),
        lambda count: desk.tell(
            ngettext("{count} row written to {file}", "{count} rows written to {file}", count).format(
                count=count, file=path.name
            )
        ),
        progress=_("Writing {file}").format(file=path.name),
    )
