"""What tests of the tours page do again and again."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt

from domain.terms import EventKind
from domain.usecases import tour_stops
from gui.pages.tours.board_picture import AXIS_HEIGHT
from tests.builders import (
    DAY,
    make_event,
)

NEXT_DAY = DAY + timedelta(days=1)


def add_stop(ws, day_id, title, **fields):
    event = make_event(ws, title, kind=EventKind.mobile_stop, set_up_minutes=30, tear_down_minutes=15, **fields)
    ws.run("Place", tour_stops.place_by_time, day_id, event)
    return event


def titles(page):
    return [[block.stop.event.title for block in lane.blocks] for lane in page.board.plan.lanes()]


def spot(page, event_id):
    """The middle of a stop in the board's viewport."""
    lane, block = page.board.plan.find(event_id)
    x = page.board.plan.scale.x((block.opens + block.closes) / 2)
    return QPoint(round(x), round(lane.middle + AXIS_HEIGHT - page.board.verticalScrollBar().value()))


def click(qtbot, page, at):
    qtbot.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=at)


def dialog(page, kind):
    return page.window().findChild(kind)


def plan(qtbot, dialog, settle):
    """Ask for a plan and wait for it."""
    dialog.proposal = None
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=30_000)
    settle()


def listed(dialog, group):
    """Who is in a list of the proposal."""
    return [line.title for line in dialog.found.models[group].rows()]


def type_into(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    widget.editingFinished.emit()


def undo(desk):
    desk.undo_state()
    desk.undo()
