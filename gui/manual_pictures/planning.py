"""Pictures of the chapters on first steps, tours, dialogues, lectures, requests, coverage, release and files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gui.pictured import rest, settle, tours_page
from gui.texts import _

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.pages.events.page import EventsPage
    from gui.shell import Shell

_PEOPLE, _INVITED, _MINUTES = 1, 3, 5
_SOUGHT = "Stendal"
_APPLIED = date(2027, 4, 26)


def first_steps(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The overview, the search over the window, and a menu with its keys."""
    from PySide6.QtWidgets import QMenu

    window.show_page("overview")
    rest(desk)
    yield "first-window", window
    window.actions_.trigger("edit.find")
    if window.palette_box is not None:
        window.palette_box.field.setText(_SOUGHT)
        rest(desk)
        yield "first-find", window.palette_box
        window.palette_box.hide()
    held = window.actions_["tours.propose"].associatedObjects()
    menu = next((each for each in held if isinstance(each, QMenu)), None)
    if menu is not None:
        menu.popup(window.mapToGlobal(window.rect().center()))
        settle(desk)
        yield "keys-menu", menu
        menu.close()


def tour(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The shortest tour on its board, and what is proposed for the weeks after."""
    from domain.usecases import tour_rows
    from gui.pages.tours.proposal import opening

    window.show_page("tours")
    page = tours_page()
    page.show_record(min(desk.ask(tour_rows.list_rows), key=lambda row: row.stops).id)
    rest(desk)
    yield "tour-board", _without_navigation(window)
    dialog = opening.propose(page)
    if dialog is not None:
        settle(desk)
        dialog.start()
        settle(desk)
        yield "tour-proposal", dialog
        dialog.close()


def held_stop(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The board of the longest tour while a stop is held over the best place for it."""
    from domain.usecases import tour_rows
    from gui.pages.tours import deeds

    window.show_page("tours")
    page = tours_page()
    page.show_record(max(desk.ask(tour_rows.list_rows), key=lambda row: row.stops).id)
    rest(desk)
    board = page.board
    day = next(lane.row for lane in board.plan.lanes() if len(lane.blocks) > 1)
    board.carry(deeds.held_of(day, day.stops[-1]))
    settle(desk)
    ghosts = board.drag.ghosts.values() if board.drag is not None else ()
    best = next((ghost for ghost in ghosts if ghost.is_best), None)
    if best is not None:
        board.follow(board.in_view(best.rect).center())
    settle(desk)
    yield "tour-drag", page.card
    board.let_go(is_wanted=False)


def permit(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """A permit that was applied for."""
    from domain.rows.permits import PermitDraft
    from domain.terms import PermitState
    from gui.dialogs.permit import PermitDialog

    draft = PermitDraft(PermitState.applied, "Hansestadt Gardelegen, Ordnungsamt", None, "32-17/2027", _APPLIED)
    title = _("Permit: {site}").format(site="Rathausplatz Gardelegen")
    dialog = PermitDialog(title, draft, lambda: _APPLIED, window)
    dialog.open()
    settle(desk)
    yield "tour-permit", dialog
    dialog.close()


def dialogue(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """The dialogues with their phases, then the invitees of one and the minutes of another."""
    from domain.usecases import agenda, dialogues

    window.show_page("dialogues")
    rest(desk)
    yield "dialogue-page", _without_navigation(window)
    rows = desk.ask(dialogues.rows)
    asked = max(rows, key=lambda row: (row.seats.accepted < row.seats.invited, row.seats.invited)).event.id
    held = next(
        row.event.id
        for row in reversed(rows)
        if any(each.draft.result for each in desk.ask(agenda.agenda, row.event.id).rows)
    )
    for name, event_id, at in (("invited", asked, _INVITED), ("minutes", held, _MINUTES)):
        record = _event(window, event_id).record
        record.tabs.bar.setCurrentIndex(at)
        rest(desk)
        yield f"dialogue-{name}", record.tabs
        record.leave()


def lecture(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """A confidential person among the others, a new event from an offer, and an event to which the person goes."""
    from domain.rows.filters import EventFilter
    from domain.terms import EventKind
    from domain.usecases import event_rows, events
    from gui.pages.lectures.page import LecturesPage

    page = window.show_page("lectures")
    if not isinstance(page, LecturesPage):
        return
    page.show_view("speakers")
    rest(desk)
    hidden = next(row for row in page.speakers.model.rows() if row.staff.draft.confidential)
    page.speakers.table.select(hidden.staff.id)
    rest(desk)
    yield "lecture-people", _without_navigation(window)
    page.show_view("offers")
    rest(desk)
    dialog = page.deeds.begin()
    if dialog is not None:
        rest(desk)
        yield "lecture-new", dialog
        dialog.close()
    page.show_view("lectures")
    rows = desk.ask(event_rows.list_rows, EventFilter(kinds=(EventKind.lecture,)))
    chosen = next(
        row.id
        for row in reversed(rows)
        if any(each.staff_id == hidden.staff.id for each in desk.ask(events.detail, row.id).draft.assignments)
    )
    record = _event(window, chosen).record
    record.tabs.bar.setCurrentIndex(_PEOPLE)
    rest(desk)
    yield "lecture-assigned", record.tabs
    record.leave()


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
    yield "requests-inbox", _without_navigation(window)
    page.triage()
    rest(desk)
    yield "requests-triage", _without_navigation(window)
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
    yield "coverage-gaps", _without_navigation(window)
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


def _without_navigation(window: "Shell") -> "QWidget":
    """Head and page, without menu and navigation, which take a quarter of the room."""
    return window.head.parentWidget() or window


VIEWS = (first_steps, tour, held_stop, permit, dialogue, lecture, requests, coverage, release, files)
"""Every view of these chapters."""
