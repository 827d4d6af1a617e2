"""Pictures of every page, a drag, the planning dialogs and our components in both themes: python -m gui.screenshots."""

import os
import sys
from collections.abc import Iterator
<<<<<<< HEAD
=======
from contextlib import contextmanager
from dataclasses import replace
>>>>>>> dup
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from gui import pictured

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell

<<<<<<< HEAD
=======
    from gui.desk import Desk
    from gui.pages.tours.page import ToursPage
    from gui.shell import Shell
>>>>>>> dup

_MOMENT = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
_SIZES = ((1366, 768), (1600, 1000))


def main(arguments: list[str]) -> int:
    """Write the pictures into a folder (default: screenshots) and say which."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(arguments[0] if arguments else "screenshots")
    out.mkdir(parents=True, exist_ok=True)
    from PySide6.QtWidgets import QApplication

    from domain import i18n
    from gui import qt_texts, texts, theme

    app = QApplication([])
    texts.use(i18n.language())
    qt_texts.use(app, "de")
    theme.install(app, "light")
    theme.load_fonts("Medium")
    written = [*_components(out), *_pages(out)]
    for name in written:
        sys.stdout.write(f"{name}\n")
    return 0


def _components(out: Path) -> Iterator[str]:
    from gui import theme
    from gui.component_sheet import ComponentSheet

    for choice in ("light", "dark"):
        theme.use(pictured.app(), choice)
        sheet = ComponentSheet()
        sheet.show()
        yield _save(sheet, out / f"components-{choice}.png")
        sheet.close()


def _pages(out: Path) -> Iterator[str]:
    from domain import demo
    from domain.workspace import Workspace
    from gui import registry, theme
    from gui.desk import Desk
    from gui.shell import Shell

    with TemporaryDirectory() as folder:
        path = Path(folder) / "praevention-2027.landauf"
        demo.build(path, clock=lambda: _MOMENT)
        workspace = Workspace.open(path, clock=lambda: _MOMENT, author="Koordinierung", device="Laptop Bus 1")
        desk = Desk(workspace, lambda: _MOMENT)
        window = Shell()
        window.attach(desk)
        window.save_state.set_saved(_MOMENT)
        window.show()
        for choice in ("light", "dark"):
            theme.use(pictured.app(), choice)
            for width, height in _SIZES:
                window.resize(width, height)
                for spec in registry.pages():
                    window.show_page(spec.id)
                    pictured.settle(desk)
                    yield _save(window, out / f"{spec.id}-{choice}-{width}.png")
                wide = (pictured.in_network, pictured.concerns, pictured.record_tabs, pictured.dragging)
                for name, part in chain.from_iterable(view(window, desk) for view in wide):
                    yield _save(part, out / f"{name}-{choice}-{width}.png")
            for name, part in _once(window, desk, Path(folder)):
                yield _save(part, out / f"{name}-{choice}.png")
        window.close()
        desk.close()


<<<<<<< HEAD
=======
def _duplicates(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The partners page with a hint, the form while a name is typed, the list of pairs and a comparison."""
    from gui.dialogs.duplicates import open_duplicates
    from gui.dialogs.merge import open_merge
    from gui.pages.partners.form import PartnerDialog
    from gui.pages.partners.page import PartnersPage

    window.show_page("partners")
    page = next(widget for widget in _app().allWidgets() if isinstance(widget, PartnersPage))
    listed = open_duplicates(window, desk)
    _settle(desk)
    pair = listed.pairs.rows()[-1]
    yield "duplicates-list", listed
    listed.close()
    if pair.first.id is None or pair.second.id is None:
        return
    page.show_record(pair.second.id)
    _settle(desk)
    yield "duplicates-page", window
    page.enter()
    form = next(found for found in window.findChildren(PartnerDialog) if found.isVisible())
    form.forms[0].set_draft(replace(form.draft(), name=pair.second.name, town=pair.second.town))
    for _turn in range(8):  # until the form has rested after the typing, asked and laid itself out
        _settle(desk)
    yield "duplicates-form", form
    form.close()
    compared = open_merge(window, desk, pair.first.id, pair.second.id)
    if compared is not None:
        _settle(desk)
        yield "duplicates-merge", compared
        compared.close()


def _planning(desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The dialogs of the tours page: the wish, the wait, each list of a proposal, and what has happened to a tour."""
    from domain.planning.plan import Phase, Progress
    from gui.pages.tours.proposal import opening
    from gui.pages.tours.proposal.dialog import Stage

    page = _tours_page()
    dialog = opening.propose(page)
    if dialog is not None:
        _settle(desk)
        yield "propose-1-wish", dialog
        dialog.running.begin(20)
        dialog.running.show_progress(Progress(Phase.choosing, 7.3, 19_000, 18_950.0))
        dialog.stage(Stage.running)
        yield "propose-2-running", dialog
        dialog.start()
        _settle(desk)
        for group in dialog.found.shown():
            dialog.found.show_group(group)
            yield f"propose-3-{group}", dialog
        dialog.close()
    incident = opening.replan(page)
    if incident is not None:
        _settle(desk)
        yield "replan-1-incident", incident
        incident.start()
        _settle(desk)
        yield "replan-2-result", incident
        incident.close()


def _tours_page() -> "ToursPage":
    from gui.pages.tours.page import ToursPage

    return next(widget for widget in _app().allWidgets() if isinstance(widget, ToursPage))


@contextmanager
def _dragging(desk: "Desk") -> Iterator[None]:
    """The longest tour while one of its stops is dragged over a place beside the best one."""
    from domain.usecases import tour_rows
    from gui.pages.tours import deeds

    page = _tours_page()
    page.show_record(max(desk.ask(tour_rows.list_rows), key=lambda row: row.stops).id)
    _settle(desk)
    board = page.board
    day = next(lane.row for lane in board.plan.lanes() if len(lane.blocks) > 1)
    board.carry(deeds.held_of(day, day.stops[-1]))
    _settle(desk)
    ghosts = list(board.drag.ghosts.values()) if board.drag is not None else []
    beside = next((ghost for ghost in ghosts if not ghost.is_best), None)
    if beside is not None:
        board.follow(board.in_view(beside.rect).center())
    _settle(desk)
    yield
    board.let_go(is_wanted=False)


def _settle(desk: "Desk") -> None:
    """Let layouts, answers of background work and repaints arrive."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()
    while desk.tasks.is_busy:
        QTimer.singleShot(20, loop.quit)
        loop.exec()


>>>>>>> dup
def _once(window: "Shell", desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    yield from pictured.council_views(window, desk)
    yield from pictured.planning(desk)
    yield from pictured.coverage(window, desk)
    yield from pictured.importing(desk, folder)


def _save(widget: "QWidget", path: Path) -> str:
    widget.grab().save(str(path))
    return str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
