"""The board of a tour as a picture that scrolls: its plan, what stands out, and what lies under a point."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from domain.rows.tours import TourDayRow
from gui import theme
from gui.pages.tours import words
from gui.pages.tours.board_picture import AXIS_HEIGHT, Emphasis, meter_rect, paint_axis, paint_board, paint_drop
from gui.pages.tours.layout import DAY_WIDTH, plan_board
from gui.pages.tours.plan import BoardPlan, Drop, Freedom
from gui.texts import _
from gui.widgets import paint


class BoardView(QAbstractScrollArea):
    """Shows a tour to scale; the axis stays while the days scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.emphasis = Emphasis()
        self.drop: Drop | None = None
        self.plan: BoardPlan = plan_board((), 0, {})
        self._days: Sequence[TourDayRow] = ()
        self._free: Mapping[date, Freedom] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Board of the tour"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        theme.notifier().changed.connect(self.viewport().update)

    def show_days(self, days: Sequence[TourDayRow], free: Mapping[date, Freedom]) -> None:
        """Show a tour's days with the holidays among them."""
        self._days, self._free = days, free
        self._lay_out()

    def select(self, record: UUID | None) -> None:
        """Let a stop or a day stand out and bring it into view."""
        self.emphasis.selected = record
        found = self.plan.find(record)
        lanes = [found[0]] if found else [lane for lane in self.plan.lanes() if lane.row.id == record]
        if lanes:
            self._bring(lanes[0].top, lanes[0].height)
        self.setAccessibleDescription(words.stop_words(found[1].stop, found[1].number) if found else "")
        self.viewport().update()

    def set_hovered(self, event_id: UUID | None) -> None:
        """Let a stop stand out a little, e.g. one under the mouse on the map."""
        if event_id != self.emphasis.hovered:
            self.emphasis.hovered = event_id
            self.viewport().update()

    def set_conflicts(self, events: Iterable[UUID]) -> None:
        """Mark these stops with an octagon."""
        self.emphasis.conflicts = frozenset(events)
        self.viewport().update()

    def in_plan(self, at: QPointF) -> QPointF:
        """A point of the viewport in the plan."""
        return QPointF(at.x(), at.y() - AXIS_HEIGHT + self.verticalScrollBar().value())

    def tip_at(self, at: QPointF) -> str:
        """What the tooltip says at a point of the viewport: a stop in full, a drive, a day's load, a holiday."""
        inside, plan = self.in_plan(at), self.plan
        if (block := plan.block_at(inside.x(), inside.y())) is not None:
            return words.stop_tip(block.stop)
        if (drive := plan.drive_at(inside.x(), inside.y())) is not None:
            return words.drive_tip(*drive)
        lane = plan.lane_at(inside.y())
        if lane is not None and meter_rect(lane, self.viewport().width()).contains(inside):
            return words.load(lane.row)
        band = plan.band_at(inside.y())
        return band.freedom.words if band is not None and inside.x() < DAY_WIDTH else ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.viewport()
        with paint.painting(view) as painter:
            painter.fillRect(view.rect(), theme.tokens().base)
            painter.translate(0, AXIS_HEIGHT - self.verticalScrollBar().value())
            paint_board(painter, self.plan, view.width(), self.emphasis)
            if self.drop is not None:
                paint_drop(painter, self.drop)
            painter.resetTransform()
            paint_axis(painter, self.plan, view.width())
            if self.hasFocus():
                pen = paint.pen(theme.tokens().accent, theme.FOCUS_LINE)
                paint.box(painter, QRectF(view.rect()), theme.RADIUS_BADGE, None, pen)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.viewport().height() - AXIS_HEIGHT
        self.plan = plan_board(self._days, self.viewport().width(), self._free, room)
        self.verticalScrollBar().setRange(0, max(0, round(self.plan.height) - room))
        self.verticalScrollBar().setPageStep(max(1, room))
        self.viewport().update()

    def _bring(self, top: float, height: float) -> None:
        """Scroll just as far as it takes to see a lane."""
        bar, room = self.verticalScrollBar(), self.viewport().height() - AXIS_HEIGHT
        if top < bar.value():
            bar.setValue(round(top) - theme.GAP_SMALL)
        elif top + height > bar.value() + room:
            bar.setValue(round(top + height - room) + theme.GAP_SMALL)
