"""The board of a tour as a picture that scrolls: its plan, what stands out, and what lies under a point."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from domain.rows.tours import TourDayRow
from gui import theme
from gui.pages.tours import words
from gui.pages.tours.board_picture import AXIS_HEIGHT, paint_axis, paint_band
from gui.pages.tours.drag import Drag, paint_best_hint, paint_drag
from gui.pages.tours.emphasis import Emphasis
from gui.pages.tours.layout import DAY_WIDTH, NOTHING_AROUND, Surroundings, plan_board
from gui.pages.tours.meter_picture import meter_rect
from gui.pages.tours.plan import Band, BoardPlan
from gui.texts import _
from gui.widgets import paint

_Kept = tuple[Emphasis, float, float, str]


class BoardView(QAbstractScrollArea):
    """Shows a tour to scale; the axis stays while the days scroll. A picture of each date is kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.emphasis = Emphasis()
        self.drag: Drag | None = None
        self.plan: BoardPlan = plan_board((), 0)
        self._days: Sequence[TourDayRow] = ()
        self._around = NOTHING_AROUND
        self._pictures: dict[float, tuple[_Kept, QPixmap]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Board of the tour"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        theme.notifier().changed.connect(self.viewport().update)

    def show_days(self, days: Sequence[TourDayRow], around: Surroundings) -> None:
        """Show a tour's days with the holidays among them and what is in their way."""
        self._days, self._around = days, around
        self._lay_out()

    def select(self, record: UUID | None) -> None:
        """Let a stop or a day stand out and bring it into view."""
        self.emphasis = replace(self.emphasis, selected=record)
        found = self.plan.find(record)
        lanes = [found[0]] if found else [lane for lane in self.plan.lanes() if lane.row.id == record]
        if lanes:
            self._bring(lanes[0].top, lanes[0].height)
        self.setAccessibleDescription(words.stop_words(found[1].stop, found[1].number) if found else "")
        self.viewport().update()

    def set_hovered(self, event_id: UUID | None) -> None:
        """Let a stop stand out a little, e.g. one under the mouse on the map."""
        if event_id != self.emphasis.hovered:
            self.emphasis = replace(self.emphasis, hovered=event_id)
            self.viewport().update()

    def set_conflicts(self, events: Iterable[UUID]) -> None:
        """Mark these stops with an octagon."""
        self.emphasis = replace(self.emphasis, conflicts=frozenset(events))
        self.viewport().update()

    def in_plan(self, at: QPointF) -> QPointF:
        """A point of the viewport in the plan."""
        return QPointF(at.x(), at.y() - AXIS_HEIGHT + self.verticalScrollBar().value())

    def in_view(self, rect: QRectF) -> QRectF:
        """A rectangle of the plan in the viewport."""
        return rect.translated(0, AXIS_HEIGHT - self.verticalScrollBar().value())

    def on_axis(self, at: QPointF) -> bool:
        """Whether a point of the viewport lies in the head."""
        return at.y() < AXIS_HEIGHT

    def tip_at(self, at: QPointF) -> str:
        """What the tooltip says at a point of the viewport: a stop in full, a drive, a day's load, a holiday."""
        inside, plan = self.in_plan(at), self.plan
        if (block := plan.block_at(inside.x(), inside.y())) is not None:
            return words.stop_tip(block.stop)
        if (drive := plan.drive_at(inside.x(), inside.y())) is not None:
            return words.drive_tip(*drive)
        slot, band = plan.slot_at(inside.y()), plan.band_at(inside.y())
        if slot is None or band is None:
            return ""
        if slot.lane is not None and meter_rect(slot.lane, self.viewport().width()).contains(inside):
            return words.load(slot.lane.row)
        if inside.x() < DAY_WIDTH:
            return words.off_line(band.freedom) if band.freedom.is_off else band.freedom.words
        return words.obstacle_line(slot.obstacles)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.viewport()
        with paint.painting(view) as painter:
            painter.fillRect(view.rect(), theme.tokens().base)
            painter.translate(0, AXIS_HEIGHT - self.verticalScrollBar().value())
            bands = self._shown()
            for band in bands:
                painter.drawPixmap(QPointF(0, band.top), self._picture(band))
            if self.drag is not None:
                paint_drag(painter, self.plan, bands, self.drag)
                top = self.verticalScrollBar().value()
                bottom = top + view.height() - AXIS_HEIGHT
                paint_best_hint(painter, self.drag, top, bottom, self.plan.scale.left + theme.GAP_SMALL)
            painter.resetTransform()
            paint_axis(painter, self.plan, view.width())
            if self.hasFocus():
                pen = paint.pen(theme.tokens().accent, theme.FOCUS_LINE)
                paint.box(painter, QRectF(view.rect()), theme.RADIUS_BADGE, None, pen)

    def _shown(self) -> list[Band]:
        """The dates that can be seen."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height() - AXIS_HEIGHT
        return [band for band in self.plan.bands if band.top < bottom and band.top + band.height > top]

    def _picture(self, band: Band) -> QPixmap:
        """A date as it looked last, painted anew if anything about it has changed."""
        ratio, width = self.devicePixelRatioF(), self.viewport().width()
        key = (self.emphasis.within(band), float(width), ratio, theme.tokens().name)
        kept = self._pictures.get(band.top)
        if kept is not None and kept[0] == key:
            return kept[1]
        picture = QPixmap(round(width * ratio), round(band.height * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -band.top)
        paint_band(painter, self.plan, band, width, key[0])
        painter.end()
        self._pictures[band.top] = key, picture
        return picture

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.viewport().height() - AXIS_HEIGHT
        self.plan = plan_board(self._days, self.viewport().width(), self._around, room)
        self._pictures.clear()
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
