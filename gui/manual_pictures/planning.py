"""Pictures of the chapters on first steps, tours, dialogues, lectures, requests, coverage, release and files."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gui.pictured import app, rest, settle, tours_page

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.pages.events.page import EventsPage
    from gui.shell import Shell

_DETAILS, _FACTS = 0, 2


def first_steps(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The overview, the search over the window, and a menu with its keys."""
    window.show_page("overview")
    rest(desk)
    yield "first-window", window
    window.actions_.trigger("edit.find")
    if window.palette_box is not None:
        window.palette_box.field.setText("Stendal")
        rest(desk)
        yield "first-find", window.palette_box
        window.palette_box.hide()
    menu = next(each.menu() for each in window.menuBar().actions() if window.actions_["tours.propose"] in _of(each))
    if menu is not None:
        menu.popup(window.mapToGlobal(window.rect().center()))
        settle(desk)
        yield "keys-menu", menu
        menu.close()


def tour(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The wish, the proposal, the board with a stop held, every place for it with its price, and the permit."""
    from domain.usecases import tour_rows
    from gui.dialogs.permit import open_permit
    from gui.pages.tours import deeds
    from gui.pages.tours.move_dialog import MoveDialog
    from gui.pages.tours.proposal import opening

    window.show_page("tours")
    page = tours_page()
    page.show_record(max(desk.ask(tour_rows.list_rows), key=lambda row: row.stops).id)
    rest(desk)
    yield "tour-board", window
    dialog = opening.propose(page)
    if dialog is not None:
        settle(desk)
        yield "tour-wish", dialog
        dialog.start()
        settle(desk)
        yield "tour-proposal", dialog
        dialog.close()
    board = page.board
    day = next(lane.row for lane in board.plan.lanes() if len(lane.blocks) > 1)
    board.carry(deeds.held_of(day, day.stops[-1]))
    settle(desk)
    if board.drag is not None:
        beside = next((ghost for ghost in board.drag.ghosts.values() if not ghost.is_best), None)
        if beside is not None:
            board.follow(board.in_view(beside.rect).center())
    settle(desk)
    yield "tour-drag", page.board_card if hasattr(page, "board_card") else window
    board.let_go(is_wanted=False)
    stop = day.stops[-1]
    page.pick(stop.event.id)
    permit = open_permit(window, desk, stop.event.id)
    settle(desk)
    yield "tour-permit", permit
    permit.close()


def dialogue(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The dialogues with their phases, then the tabs of the one whose replies are coming in."""
    from domain.usecases import dialogues

    window.show_page("dialogues")
    rest(desk)
    yield "dialogue-page", window
    rows = desk.ask(dialogues.rows)
    chosen = max(rows, key=lambda row: (row.seats.accepted < row.seats.invited, row.seats.invited)).event.id
    page = _event(window, chosen)
    tabs = page.record.tabs.bar
    for at in range(_FACTS + 1, _FACTS + 5):
        tabs.setCurrentIndex(at)
        rest(desk)
        yield f"dialogue-tab-{at}", window
    page.record.leave()


def lecture(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The offers, a confidential person, and the assignment in the event."""
    from gui.pages.lectures.page import LecturesPage

    page = window.show_page("lectures")
    if not isinstance(page, LecturesPage):
        return
    page.show_view("speakers")
    rest(desk)
    hidden = next(row for row in page.speakers.model.rows() if row.staff.draft.confidential)
    page.speakers.table.select(hidden.staff.id)
    rest(desk)
    yield "lecture-people", window
    page.show_view("offers")
    rest(desk)
    dialog = page.deeds.begin()
    if dialog is not None:
        rest(desk)
        yield "lecture-new", dialog
        dialog.close()
    page.show_view("lectures")
    rest(desk)
    yield "lecture-list", window


def requests(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The inbox, the triage of a lecture, and the dialog to decline."""
    from domain.rows.filters import RequestFilter
    from domain.terms import EventKind, RequestState
    from domain.usecases import requests as usecases
    from gui.pages.requests import deeds
    from gui.pages.requests.decline_dialog import DeclineDialog
    from gui.pages.requests.page import RequestsPage

    page = window.show_page("requests")
    if not isinstance(page, RequestsPage):
        return
    wanted = RequestFilter(kinds=(EventKind.lecture,), states=(RequestState.open,))
    page.show_record(max(desk.ask(usecases.list_rows, wanted), key=lambda row: len(row.draft.wishes)).id)
    rest(desk)
    yield "requests-inbox", window
    page.triage()
    rest(desk)
    yield "requests-triage", window
    page.leave_triage()
    deeds.decline(page)
    dialog = next(found for found in window.findChildren(DeclineDialog) if found.isVisible())
    settle(desk)
    yield "requests-decline", dialog
    dialog.close()


def coverage(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The districts with the largest gap in front and days that fit, and the grid of targets."""
    from gui.pages.coverage.page import CoveragePage
    from gui.pages.coverage.targets_dialog import TargetsDialog

    page = window.show_page("coverage")
    if not isinstance(page, CoveragePage):
        return
    rest(desk)
    yield "coverage-gaps", window
    yield "coverage-days", page.side
    dialog = TargetsDialog(desk, page.period()[0], window)
    dialog.open()
    settle(desk)
    yield "coverage-targets", dialog
    dialog.close()


def release(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """What would be released now."""
    from gui.dialogs.release import open_release

    dialog = open_release(window, desk)
    rest(desk)
    yield "release-dialog", dialog
    dialog.close()


def files(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """A new file with a passphrase, and what is asked before a backup is restored."""
    from gui.dialogs.new_file import NewFileDialog
    from gui.dialogs.restore import RestoreDialog

    made = NewFileDialog(desk.clock, window)
    made.open()
    made.protect.setChecked(True)
    settle(desk)
    yield "files-new", made
    made.close()
    source = Path("praevention-2027-2027-04-27.landauf-backup")
    restored = RestoreDialog(desk, source, window)
    restored.open()
    settle(desk)
    yield "files-restore", restored
    restored.close()


def _event(window: "Shell", event_id: "UUID") -> "EventsPage":
    from gui.pages.events.page import EventsPage

    page = window.show_page("events", event_id)
    if not isinstance(page, EventsPage):
        raise TypeError(page)
    return page


def _of(entry: object) -> list[object]:
    menu = getattr(entry, "menu", lambda: None)()
    return list(menu.actions()) if menu is not None else []


VIEWS = (first_steps, tour, dialogue, lecture, requests, coverage, release, files)
"""Every view of these chapters."""
