"""What the parts of the tours page tell each other, and what stands there while there is no tour."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.pages.tours import asked, deeds, reasons, waiting
from gui.texts import _
from gui.widgets.card import Card
from gui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from gui.pages.tours.page import ToursPage
    from gui.pages.tours.plan import VehicleDay


def connect(page: ToursPage) -> None:
    """Connect board, map, lists, panel and buttons of a page that has just been built."""
    board, left_out = page.board, page.left_out
    page.card.tour_picked.connect(page.show_record)
    page.card.asked.connect(partial(asked.on_asked, page))
    for source in (board, page.map):
        source.picked.connect(page.pick)
    board.hovered.connect(page.map.set_hovered)
    page.map.hovered.connect(board.set_hovered)
    page.list.current_changed.connect(page.pick)
    for opening in (board.opened, page.list.opened):
        opening.connect(partial(asked.on_opened, page))
    for asking in (board.asked, page.list.asked, page.panel.asked):
        asking.connect(partial(asked.on_asked, page))
    board.carried.connect(lambda held: page.prices.ask(held.id, board.show_prices))
    board.aimed.connect(partial(_on_aimed, page))
    board.dropped.connect(partial(deeds.drop, page))
    board.resized.connect(partial(deeds.resize, page))
    board.menu_asked.connect(partial(asked.on_menu, page))
    board.drive_opened.connect(partial(asked.on_drive, page))
    left_out.drag_asked.connect(partial(waiting.on_pulled, page))
    left_out.opened.connect(partial(waiting.on_opened, page))
    left_out.menu_asked.connect(partial(waiting.on_menu, page))
    left_out.way_asked.connect(lambda ask: reasons.take_way(page, ask))


def _on_aimed(page: ToursPage, where: VehicleDay | None) -> None:
    """Let the way of the day stand out on the map over which a stop is dragged."""
    slot = page.board.plan.slot(where) if where is not None else None
    page.map.set_aimed(slot.lane.row.id if slot is not None and slot.lane is not None else None)


def empty_card(page: ToursPage) -> QWidget:
    """What to do first where there is no tour."""
    empty = EmptyState("route", _("No tour yet"), _("A tour strings stops together, day by day."))
    empty.add_button(_("Propose tour …"), icon="wand", is_primary=True).clicked.connect(page.propose)
    empty.add_button(_("New tour"), icon="plus").clicked.connect(page.enter)
    card = Card()
    card.body.addWidget(empty)
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    return frame
