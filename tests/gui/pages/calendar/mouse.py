"""The mouse over painted events."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def spot_of(board, event_id):
    """A point on the event's bar."""
    for y in range(2, board.viewport().height(), 9):
        for x in range(36, board.viewport().width(), 24):
            row = board.event_at(QPointF(x, y))
            if row is not None and row.id == event_id:
                return QPoint(x, y)
    raise AssertionError(event_id)


def spot_of_day(board, day):
    """A point in the lower part of a day's cell."""
    for y in range(board.viewport().height() - 3, 0, -9):
        for x in range(36, board.viewport().width(), 24):
            at = QPointF(x, y)
            if board.day_at(at) == day and board.event_at(at) is None:
                return QPoint(x, y)
    raise AssertionError(day)


def press(board, at):
    """Press the left button."""
    QTest.mousePress(board.viewport(), LEFT, PLAIN, at)


def move_to(board, at):
    """Move with the button held."""
    where = QPointF(at)
    globally = QPointF(board.viewport().mapToGlobal(at))
    QApplication.sendEvent(
        board.viewport(), QMouseEvent(QEvent.Type.MouseMove, where, globally, Qt.MouseButton.NoButton, LEFT, PLAIN)
    )


def release(board, at):
    """Let go of the left button."""
    QTest.mouseRelease(board.viewport(), LEFT, PLAIN, at)


def drag(board, start, end):
    """Press, move in two steps, let go."""
    press(board, start)
    move_to(board, (start + end) / 2)
    move_to(board, end)
    release(board, end)
