"""States of the window worth a picture: views, dialogs and a drag, brought to the front one after the other."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from gui.desk import Desk
    from gui.pages.tours.page import ToursPage
    from gui.shell import Shell


def council_views(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The tabs of the council with most members, what recurs, and the good examples."""
    from domain.usecases import councils
    from gui.pages.councils.page import CouncilsPage

    page = window.show_page("councils")
    if not isinstance(page, CouncilsPage):
        return
    page.show_record(max(desk.ask(councils.list_rows), key=lambda row: row.members).id)
    tabs = page.councils.panel.tabs.bar
    for number, name in enumerate(("members", "sessions", "resolutions", "tasks")):
        tabs.setCurrentIndex(number)
        settle(desk)
        yield f"councils-{name}", window
    tabs.setCurrentIndex(0)
    for view in ("watch", "practice", "councils"):
        page.show_view(view)
        settle(desk)
        if view != "councils":
            yield f"councils-{view}", window


def record_tabs(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The record of the first running dialogue, tab by tab."""
    from domain.usecases import dialogues
    from gui.pages.events.page import EventsPage

    page = window.show_page("events")
    if not isinstance(page, EventsPage):
        raise TypeError(page)
    rows = desk.ask(dialogues.rows)
    page.show_record(max(rows, key=lambda row: (row.seats.accepted < row.seats.invited, row.seats.invited)).event.id)
    for at in range(page.record.tabs.bar.count()):
        page.record.tabs.bar.setCurrentIndex(at)
        settle(desk)
        yield f"record-{at}", window
    page.record.leave()


def in_network(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The network of the Kreis of Köthen; then the list again."""
    from gui.pages.partners.page import PartnersPage

    page = window.show_page("partners")
    if isinstance(page, PartnersPage):
        page.turn_to("network")
        page.network.show_kreis("15082")
        settle(desk)
        yield "partners-network", window
        page.turn_to("list")


def duplicates(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The partners page with a hint, the form while a name is typed, the list of pairs and a comparison."""
    from gui.dialogs.duplicates import open_duplicates
    from gui.dialogs.merge import open_merge
    from gui.pages.partners.form import PartnerDialog
    from gui.pages.partners.page import PartnersPage

    window.show_page("partners")
    page = next(widget for widget in app().allWidgets() if isinstance(widget, PartnersPage))
    listed = open_duplicates(window, desk)
    settle(desk)
    pair = listed.pairs.rows()[-1]
    yield "duplicates-list", listed
    listed.close()
    if pair.first.id is None or pair.second.id is None:
        return
    page.show_record(pair.second.id)
    settle(desk)
    yield "duplicates-page", window
    page.enter()
    form = next(found for found in window.findChildren(PartnerDialog) if found.isVisible())
    form.forms[0].set_draft(replace(form.draft(), name=pair.second.name, town=pair.second.town))
    for _turn in range(8):  # until the form has rested after the typing, asked and laid itself out
        settle(desk)
    yield "duplicates-form", form
    form.close()
    compared = open_merge(window, desk, pair.first.id, pair.second.id)
    if compared is not None:
        settle(desk)
        yield "duplicates-merge", compared
        compared.close()


def planning(desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The dialogs of the tours page: the wish, the wait, each list of a proposal, and what has happened to a tour."""
    from domain.planning.plan import Phase, Progress
    from gui.pages.tours.proposal import opening
    from gui.pages.tours.proposal.dialog import Stage

    page = _tours_page()
    dialog = opening.propose(page)
    if dialog is not None:
        settle(desk)
        yield "propose-1-wish", dialog
        dialog.running.begin(20)
        dialog.running.show_progress(Progress(Phase.choosing, 7.3, 19_000, 18_950.0))
        dialog.stage(Stage.running)
        yield "propose-2-running", dialog
        dialog.start()
        settle(desk)
        for group in dialog.found.shown():
            dialog.found.show_group(group)
            yield f"propose-3-{group}", dialog
        dialog.close()
    incident = opening.replan(page)
    if incident is not None:
        settle(desk)
        yield "replan-1-incident", incident
        incident.start()
        settle(desk)
        yield "replan-2-result", incident
        incident.close()


def coverage(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The coverage page as a table of all kinds with hexagons, and the grid of targets."""
    from gui.pages.coverage.page import CoveragePage
    from gui.pages.coverage.targets_dialog import TargetsDialog

    page = window.show_page("coverage")
    if isinstance(page, CoveragePage):
        page.board.map.switch()
        page.board.views.setCurrentIndex(1)
        page.side.tabs.bar.setCurrentIndex(1)
        settle(desk)
        yield "coverage-table", window
        page.board.map.switch()
        page.board.views.setCurrentIndex(0)
        page.side.tabs.bar.setCurrentIndex(0)
        dialog = TargetsDialog(desk, page.period()[0], window)
        yield "coverage-targets", dialog
        dialog.close()


def concerns(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The figures of the concerns page, and the capture with a text that is refused."""
    from gui.pages.concerns import capture
    from gui.pages.concerns.page import ConcernsPage

    page = window.show_page("concerns")
    if not isinstance(page, ConcernsPage):
        return
    page.show_view("figures")
    settle(desk)
    yield "concerns-figures", window
    page.show_view("register")
    dialog = capture.open_for(window, desk)
    dialog.wording.set_text("Herr Muster aus der Bahnhofstraße 12 ist unter 0391 000-123 zu erreichen.")
    dialog.store()
    settle(desk)
    yield "concerns-capture", dialog
    dialog.wording.set_text("")
    dialog.close()


_TABLE = """Stelle;Schulform;Straße;PLZ;Ort;Telefon
Grundschule „Am Anger“;Grundschule;Schulweg 2;6901;Kemberg;034953/000
Sekundarschule Mitte;Sekundarschule;Markt 5;06366;Köthen (Anhalt);03496/000
Heimatverein Nirgendwo;Traditionspflege;;;Nirgendwo;
Verein ohne rechte Postleitzahl;Verein;Weg 1;123;Burg;
"""


def importing(desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    """The steps of reading a file; what is taken over is taken back."""
    from gui.dialogs.import_wizard.dialog import ImportDialog

    source = folder / "Schulen.csv"
    source.write_text(_TABLE, encoding="cp1252", errors="replace")
    dialog = ImportDialog(desk, "partners", source)
    dialog.open()
    settle(desk)
    yield "import-1-file", dialog
    dialog.primary.click()
    dialog.columns.rows["name"].set_place(0)
    yield "import-2-columns", dialog
    for name in ("import-3-preview", "import-4-done"):
        dialog.primary.click()
        settle(desk)
        yield name, dialog
    desk.undo()
    dialog.accept()


_RETURNED: tuple[dict[str, str], ...] = (
    {
        "requester": "Ludwigsgymnasium Köthen",
        "kind": "lecture",
        "topic": "Rechtsextremismus erkennen",
        "schulform": "gymnasium",
        "wish_1_first_day": "14.9.2027",
        "wish_1_from": "9.30 Uhr",
        "wish_2_first_day": "im Oktober",
        "expected": "ca. 60",
        "postcode": "06366",
        "town": "Köthen (Anhalt)",
        "room_technique": "Beamer und Ton sind da",
        "security_remarks": "Im Vorjahr gab es Störungen.",
    },
    {"requester": "Heimatverein Burg", "kind": "consultation", "own_topic": "Einbruchschutz", "town": "Burg"},
)


def returned_forms(desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    """Request forms that came back, before they are taken over; the last one is a scan."""
    from domain.exchange.form_fields import Found, Outcome
    from domain.exchange.request_forms import reading_of
    from domain.usecases.import_look import look_at_forms
    from gui.dialogs.import_wizard.dialog import ImportDialog

    source = folder / "anfragen.pdf"
    source.write_bytes(b"%PDF-1.7")
    dialog = ImportDialog(desk, "requests", source)
    dialog.open()
    settle(desk)
    found = [*(Found(Outcome.read, values) for values in _RETURNED), Found(Outcome.scanned)]
    names = ("anfrage-koethen.pdf", "anfrage-burg.pdf", "scan0017.pdf")
    readings = [reading_of(each, name, line) for line, (each, name) in enumerate(zip(found, names, strict=True), 1)]
    dialog.run.look = look_at_forms(source.name, readings)
    dialog.run.looked.emit(dialog.run.look)
    settle(desk)
    yield "import-forms", dialog
    dialog.reject()


def _tours_page() -> "ToursPage":
    from gui.pages.tours.page import ToursPage

    return next(widget for widget in app().allWidgets() if isinstance(widget, ToursPage))


def dragging(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The longest tour while one of its stops is dragged over a place beside the best one."""
    from domain.usecases import tour_rows
    from gui.pages.tours import deeds

    window.show_page("tours")
    page = _tours_page()
    page.show_record(max(desk.ask(tour_rows.list_rows), key=lambda row: row.stops).id)
    settle(desk)
    board = page.board
    day = next(lane.row for lane in board.plan.lanes() if len(lane.blocks) > 1)
    board.carry(deeds.held_of(day, day.stops[-1]))
    settle(desk)
    ghosts = list(board.drag.ghosts.values()) if board.drag is not None else []
    beside = next((ghost for ghost in ghosts if not ghost.is_best), None)
    if beside is not None:
        board.follow(board.in_view(beside.rect).center())
    settle(desk)
    yield "tours-drag", window
    board.let_go(is_wanted=False)


def settle(desk: "Desk") -> None:
    """Let layouts, answers of background work and repaints arrive."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(60, loop.quit)
    loop.exec()
    while desk.tasks.is_busy:
        QTimer.singleShot(20, loop.quit)
        loop.exec()
    QTimer.singleShot(40, loop.quit)  # what the last answer brought is laid out
    loop.exec()


def app() -> "QApplication":
    """The application."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application")
    return app
