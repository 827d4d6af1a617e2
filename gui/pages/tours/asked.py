"""Leads what board, list, panel and card ask for to the deeds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from domain.i18n import N_
from domain.rules.chain import STEP
from gui import registry
from gui.dialogs.permit import open_permit
from gui.pages.tours import deeds
from gui.pages.tours.keys import Deed, Wish
from gui.texts import _

if TYPE_CHECKING:
    from uuid import UUID

    from domain.rows.tours import TourDayRow
    from gui.pages.tours.page import ToursPage
    from gui.pages.tours.plan import Block

_TALLY = "gui.dialogs.tally.opening:open_for"

_STOP_MENU: tuple[tuple[str, str, Deed | Wish], ...] = (
    (N_("Open event"), N_("Enter"), Wish.open),
    (N_("Move to …"), "M", Deed.move_to),
    (N_("Earlier in the day"), N_("Alt+Left"), Deed.earlier),
    (N_("Later in the day"), N_("Alt+Right"), Deed.later),
    (N_("To the day before"), N_("Alt+Up"), Deed.day_before),
    (N_("To the day after"), N_("Alt+Down"), Deed.day_after),
    (N_("Five minutes longer"), "+", Deed.longer),
    (N_("Five minutes shorter"), "-", Deed.shorter),
    (N_("Drive time …"), "", Wish.drive),
    (N_("Permit …"), "", Wish.permit),
    (N_("Count visitors …"), "", Wish.tally),
    (N_("Out of the tour"), N_("Del"), Deed.remove),
)
_DAY_MENU: tuple[tuple[str, str, Deed | Wish], ...] = (
    (N_("Edit day …"), N_("Enter"), Wish.open),
    (N_("Add stop …"), "", Wish.add_stop),
    (N_("Delete day"), N_("Del"), Deed.remove),
)


def on_asked(page: ToursPage, wanted: Deed | Wish) -> None:
    """Do what is asked for the tour, or for the stop or the day that is picked."""
    if wanted is Wish.edit_tour:
        deeds.edit_tour(page)
    elif wanted is Wish.add_day:
        deeds.add_day(page)
    elif wanted is Wish.add_stop:
        _add_stop(page)
    else:
        block, lane = page.found(page.picked)
        if block is not None and lane is not None:
            _on_stop(page, lane.row, block, wanted)
        elif lane is not None:
            _on_day(page, lane.row, wanted)


def _add_stop(page: ToursPage) -> None:
    """Ask for a stop on the picked day, else on the tour's first."""
    _block, lane = page.found(page.picked)
    lanes = page.board.plan.lanes()
    if lane is not None or lanes:
        deeds.add_stop(page, (lane or lanes[0]).row)


def _on_stop(page: ToursPage, day: TourDayRow, block: Block, wanted: Deed | Wish) -> None:
    stop = block.stop
    match wanted:
        case Deed.earlier | Deed.later:
            deeds.shift_position(page, day, stop, -1 if wanted is Deed.earlier else 1)
        case Deed.day_before | Deed.day_after:
            deeds.shift_day(page, day, stop, -1 if wanted is Deed.day_before else 1)
        case Deed.longer | Deed.shorter:
            deeds.resize(page, block.id, 0, STEP if wanted is Deed.longer else -STEP)
        case Deed.remove:
            deeds.remove_stop(page, stop)
        case Deed.move_to:
            deeds.choose_place(page, deeds.held_of(day, stop))
        case Wish.drive:
            deeds.correct_drive(page, day, stop.position - 1)
        case Wish.open | Wish.permit | Wish.tally:
            _open(page, block.id, wanted)


def _open(page: ToursPage, event_id: UUID, wanted: Deed | Wish) -> None:
    if wanted is Wish.permit:
        open_permit(page.window(), page.desk, event_id)
    elif wanted is Wish.tally:
        registry.resolve(_TALLY)(page.window(), page.desk, event_id)
    else:
        page.asked_for.emit("events", event_id)


def _on_day(page: ToursPage, day: TourDayRow, wanted: Deed | Wish) -> None:
    if wanted is Deed.remove:
        deeds.remove_day(page, day)
    elif wanted is Wish.open:
        deeds.edit_day(page, day)


def on_menu(page: ToursPage, spot: QPoint) -> None:
    """Show what can be done with the stop or the day that is picked, at a point of the screen."""
    block, lane = page.found(page.picked)
    if lane is None:
        return
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words_, keys, wanted in _STOP_MENU if block is not None else _DAY_MENU:
        action = menu.addAction(_(words_))
        if keys:
            action.setText(f"{_(words_)}\t{_(keys)}")
        action.triggered.connect(partial(on_asked, page, wanted))
    menu.popup(spot)


def on_opened(page: ToursPage, record: UUID) -> None:
    """Open the event of a stop, or the form of a day."""
    block, lane = page.found(record)
    if block is not None:
        page.asked_for.emit("events", record)
    elif lane is not None:
        deeds.edit_day(page, lane.row)


def on_drive(page: ToursPage, day_id: UUID, leg: int) -> None:
    """Ask what a drive really takes."""
    _block, lane = page.found(day_id)
    if lane is not None:
        deeds.correct_drive(page, lane.row, leg)
