"""States of the window worth a picture: views, dialogs and a drag, brought to the front one after the other."""

from collections.abc import Iterator
from datetime import date
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


def kinds(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The facts of each kind that has some of its own, of its last event; then what is counted by cause and place."""
    from domain.rows.events import FACTS_OF_KIND
    from domain.usecases import event_rows
    from gui.pages.coverage.counts_dialog import open_counts
    from gui.pages.events.page import EventsPage

    page = window.show_page("events")
    if not isinstance(page, EventsPage):
        raise TypeError(page)
    found = {row.kind: row.id for row in desk.ask(event_rows.list_rows) if row.kind in FACTS_OF_KIND}
    for kind, record in found.items():
        page.show_record(record)
        page.record.tabs.bar.setCurrentIndex(2)
        settle(desk)
        yield f"kind-{kind.value}", window
    page.record.leave()
    dialog = open_counts(window)
    if dialog is not None:
        settle(desk)
        yield "coverage-counts", dialog
        dialog.close()


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


def requests(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The inbox, its waiting list, the triage of the first lecture, the dialog to decline and the form."""
    from domain.rows.filters import RequestFilter
    from domain.terms import EventKind, RequestState
    from domain.usecases import requests as usecases
    from gui.pages.requests import deeds
    from gui.pages.requests.decline_dialog import DeclineDialog
    from gui.pages.requests.form import RequestDialog
    from gui.pages.requests.page import RequestsPage

    page = window.show_page("requests")
    if not isinstance(page, RequestsPage):
        return
    wanted = RequestFilter(kinds=(EventKind.lecture,), states=(RequestState.open,))
    rows = desk.ask(usecases.list_rows, wanted)
    page.show_record(max(rows, key=lambda row: len(row.draft.wishes)).id)
    settle(desk)
    yield "requests-inbox", window
    page.triage()
    settle(desk)
    settle(desk)
    yield "requests-triage", window
    page.leave_triage()
    deeds.edit(page)
    form = next(found for found in window.findChildren(RequestDialog) if found.isVisible())
    settle(desk)
    yield "requests-form", form
    form.close()
    deeds.decline(page)
    dialog = next(found for found in window.findChildren(DeclineDialog) if found.isVisible())
    settle(desk)
    yield "requests-decline", dialog
    dialog.close()


def evaluation(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The evaluation further down, by another measure, broken down by topic, over own days, and without anything."""
    from domain.rules.evaluation.periods import Preset
    from domain.terms import Breakdown, Measure
    from gui.pages.evaluation.page import EvaluationPage

    page = window.show_page("evaluation")
    if not isinstance(page, EvaluationPage):
        return
    page.filters.show_preset(Preset.year)
    page.tiles.tiles[Measure.people].click()
    page.breakdown.choice.set_value(Breakdown.topic)
    rest(desk)
    for name, part in (("map", page.kreise), ("topics", page.breakdown), ("rules", page.requests)):
        page.area.verticalScrollBar().setValue(part.y())
        settle(desk)
        yield f"evaluation-{name}", window
    page.area.verticalScrollBar().setValue(0)
    page.filters.show_preset(Preset.own)
    page.filters.first.pick(date(2020, 1, 1))
    page.filters.last.pick(date(2020, 1, 31))
    rest(desk)
    yield "evaluation-empty", window
    page.tiles.tiles[Measure.events].click()
    page.filters.show_preset(Preset.half_year)


def rest(desk: "Desk") -> None:
    """Until it is read, counted and laid out."""
    for _turn in range(3):
        settle(desk)


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


_MONTH_TAB = 2


def lectures(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The offers, the people with their tabs, and the forms of an offer and of a new event."""
    from gui.pages.lectures.page import LecturesPage

    page = window.show_page("lectures")
    if not isinstance(page, LecturesPage):
        return
    for view in ("offers", "speakers"):
        page.show_view(view)
        settle(desk)
        yield f"lectures-{view}", window
    hidden = next(row for row in page.speakers.model.rows() if row.staff.draft.confidential and row.away)
    hidden_away = hidden.away.last_day.replace(day=1) if hidden.away else page.today()
    page.speakers.table.select(hidden.staff.id)
    for at in range(3):
        page.speakers.panel.tabs.bar.setCurrentIndex(at)
        if at == _MONTH_TAB:
            page.speakers.panel.month.month_asked.emit(hidden_away)
        settle(desk)
        yield f"lectures-person-{at}", window
    page.speakers.panel.tabs.bar.setCurrentIndex(0)
    page.show_view("offers")
    for name, dialog in (("offer", page.deeds.edit_offer()), ("event", page.deeds.begin())):
        if dialog is not None:
            settle(desk)
            yield f"lectures-{name}-form", dialog
            dialog.close()
    page.show_view("lectures")


def tours_page() -> "ToursPage":
    """The page of tours, brought to the front."""
    from gui.pages.tours.page import ToursPage

    return next(widget for widget in app().allWidgets() if isinstance(widget, ToursPage))


def dragging(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The longest tour while one of its stops is dragged over a place beside the best one."""
    from domain.usecases import tour_rows
    from gui.pages.tours import deeds

    window.show_page("tours")
    page = tours_page()
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


WIDE = (in_network, concerns, requests, lectures, evaluation, record_tabs, kinds, dragging)
"""What is worth a picture in both sizes."""
