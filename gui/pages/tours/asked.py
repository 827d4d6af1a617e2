"""Leads what board, list, panel and card ask for to the deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from gui.pages.tours import deeds, words
from gui.pages.tours.keys import Deed, Wish
from gui.texts import _

if TYPE_CHECKING:
    from uuid import UUID

    from domain.rows.tours import TourDayRow
    from gui.pages.tours.page import ToursPage
    from gui.pages.tours.plan import Block


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
        case Deed.remove:
            deeds.remove_stop(page, stop)
        case Wish.open:
            page.asked_for.emit("events", block.id)
        case Wish.drive:
            deeds.correct_drive(page, day, stop.position - 1)
        case Wish.to_day:
            _offer_days(page, day, block.id)


def _on_day(page: ToursPage, day: TourDayRow, wanted: Deed | Wish) -> None:
    if wanted is Deed.remove:
        deeds.remove_day(page, day)
    elif wanted is Wish.open:
        deeds.edit_day(page, day)


def _offer_days(page: ToursPage, own: TourDayRow, event_id: UUID) -> None:
    """Show the tour's other days below the button; the one taken gets the stop."""
    menu = QMenu(_("Other day"), page)
    for lane in page.board.plan.lanes():
        if lane.row.id != own.id:
            action = menu.addAction(words.day_name(lane.row))
            action.triggered.connect(lambda _checked=False, day=lane.row: deeds.to_day(page, event_id, day))
    menu.setEnabled(bool(menu.actions()))
    button = page.panel.to_day
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def on_opened(page: ToursPage, record: UUID) -> None:
    """Open the event of a stop, or the form of a day."""
    block, lane = page.found(record)
    if block is not None:
        page.asked_for.emit("events", record)
    elif lane is not None:
        deeds.edit_day(page, lane.row)


def on_dropped(page: ToursPage, event_id: UUID, day_id: UUID, position: int) -> None:
    """Put a stop where the mouse let go of it."""
    _block, lane = page.found(day_id)
    if lane is not None:
        deeds.move(page, event_id, lane.row, position)


def on_drive(page: ToursPage, day_id: UUID, leg: int) -> None:
    """Ask what a drive really takes."""
    _block, lane = page.found(day_id)
    if lane is not None:
        deeds.correct_drive(page, lane.row, leg)
