"""Paints the board: axis, days, what is in the way of them, drives and stops."""

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui import icons, theme
from gui.pages.tours import words
from gui.pages.tours.block_picture import paint_block
from gui.pages.tours.emphasis import Emphasis
from gui.pages.tours.layout import DAY_WIDTH, METER_WIDTH
from gui.pages.tours.meter_picture import EDGE, paint_meters
from gui.pages.tours.plan import HOUR, Band, BoardPlan, Drive, Freedom, Lane, Slot
from gui.texts import _, current
from gui.widgets import paint

AXIS_HEIGHT = 28
_ICON = 14
_BED = 16
_WIDE_AXIS = 310
_SMALLEST_NAME = 60
"""Pixels below which a name is not begun."""


def paint_axis(painter: QPainter, plan: BoardPlan, width: float) -> None:
    """Paint the head: the names of the columns and the hours."""
    look, scale = theme.tokens(), plan.scale
    painter.fillRect(QRectF(0, 0, width, AXIS_HEIGHT), look.base)
    painter.fillRect(QRectF(0, AXIS_HEIGHT - 1, width, 1), look.hairline)
    font = theme.small_font()
    paint.text(painter, QRectF(EDGE, 0, DAY_WIDTH - EDGE, AXIS_HEIGHT), _("Day"), font, look.muted)
    step = 2 * HOUR if scale.width >= _WIDE_AXIS else 4 * HOUR
    for minute in scale.hours()[:-1]:
        if minute % step == 0:
            hour = QRectF(scale.x(minute) + 4, 0, 60, AXIS_HEIGHT)
            paint.text(painter, hour, f"{minute // HOUR % 24:02d}:00", font, look.muted)
    duty = QRectF(width - METER_WIDTH + EDGE, 0, METER_WIDTH - EDGE, AXIS_HEIGHT)
    paint.text(painter, duty, _("Duty, driving"), font, look.muted)


def paint_band(painter: QPainter, plan: BoardPlan, band: Band, width: float, emphasis: Emphasis) -> None:
    """Paint one date where it lies in the plan."""
    _paint_ground(painter, plan, band, width)
    if band.is_thin:
        _paint_thin(painter, plan, band)
        return
    _paint_day(painter, band, emphasis)
    for slot in band.slots:
        if slot.lane is None:
            _paint_free(painter, plan, slot)
        else:
            _paint_lane(painter, plan, slot, slot.lane, emphasis)
            paint_meters(painter, slot.lane, width)


def ground_of(why: Freedom) -> QColor:
    """The ground of a date: holidays and weekends are not like others."""
    look = theme.tokens()
    return look.off if why.holiday else look.alt if why.words or why.is_weekend else look.base


def _paint_ground(painter: QPainter, plan: BoardPlan, band: Band, width: float) -> None:
    look, scale = theme.tokens(), plan.scale
    painter.fillRect(QRectF(0, band.top, width, band.height), ground_of(band.freedom))
    if not band.is_thin:
        for minute in scale.hours():
            line = QRectF(round(scale.x(minute)), band.top, 1, band.height)
            painter.fillRect(line, look.hairline if minute in {scale.first, scale.last} else look.grid)
    painter.fillRect(QRectF(0, band.top + band.height - 1, width, 1), look.hairline)
    if band.freedom.school:
        painter.fillRect(QRectF(0, band.top, theme.BAND, band.height - 1), look.gold)


def _paint_thin(painter: QPainter, plan: BoardPlan, band: Band) -> None:
    """A weekend or holiday in one line: the day, and why nobody goes out."""
    look, scale = theme.tokens(), plan.scale
    name = QRectF(EDGE, band.top, DAY_WIDTH - EDGE - 4, band.height - 1)
    paint.text(painter, name, _day_words(band.day, name.width()), theme.text_font(), look.muted)
    left = scale.left + theme.GAP_SMALL
    if band.freedom.holiday:
        icons.draw(painter, "ban", QRectF(left, band.top + (band.height - _ICON) / 2, _ICON, _ICON), look.muted)
        left += _ICON + 6
    line = QRectF(left, band.top, scale.left + scale.width - left, band.height - 1)
    paint.text(painter, line, words.off_line(band.freedom), theme.small_font(), look.muted)


def _paint_day(painter: QPainter, band: Band, emphasis: Emphasis) -> None:
    look = theme.tokens()
    name = QRectF(EDGE, band.top + 7, DAY_WIDTH - EDGE - 4, 20)
    is_selected = emphasis.selected in {lane.row.id for lane in band.lanes}
    if is_selected:
        label = QRectF(theme.GAP_SMALL, band.top + 5, DAY_WIDTH - 12, 24)
        paint.box(painter, label, theme.RADIUS_BADGE, look.selection)
    colour = look.strong if is_selected else look.text if band.lanes else look.muted
    paint.text(painter, name, _day_words(band.day, name.width()), theme.text_font(theme.MEDIUM), colour)
    note = words.day_note(band.freedom)
    if note and band.height >= name.height() + 20:
        tone = look.muted if band.freedom.is_off else look.gold
        line = QRectF(EDGE, band.top + 26, DAY_WIDTH - EDGE - 4, 16)
        paint.text(painter, line, note, theme.small_font(), tone)


def _day_words(day: date, room: float) -> str:
    """Weekday and day, the month by name where there is room for it."""
    long = current().short_day(day)
    if paint.text_width(long, theme.text_font(theme.MEDIUM)) <= room:
        return long
    return f"{current().weekday_short(day)} {current().day(day)[:6].rstrip('/')}"


def _paint_free(painter: QPainter, plan: BoardPlan, slot: Slot) -> None:
    """A vehicle's day that the tour does not use: what is in the way, or that it is free."""
    look, scale = theme.tokens(), plan.scale
    room = QRectF(scale.left + 1, slot.top, scale.width - 1, slot.height)
    left = scale.left + theme.GAP_SMALL
    if slot.obstacles:
        painter.fillRect(room, look.off)
        icons.draw(painter, "ban", QRectF(left, slot.middle - _ICON / 2, _ICON, _ICON), look.muted)
        left += _ICON + 6
    line = QRectF(left, slot.top, scale.left + scale.width - left - 4, slot.height)
    paint.text(painter, line, words.free_line(slot), theme.small_font(), look.muted)


def free_words_end(plan: BoardPlan, slot: Slot) -> float:
    """Where the words of a free slot end."""
    icon = _ICON + 6 if slot.obstacles else 0
    width = paint.text_width(words.free_line(slot), theme.small_font())
    return plan.scale.left + theme.GAP_SMALL + icon + width


def _paint_lane(painter: QPainter, plan: BoardPlan, slot: Slot, lane: Lane, emphasis: Emphasis) -> None:
    scale = plan.scale
    if lane.row.id == emphasis.selected:
        rect = QRectF(scale.left + 1, lane.top - 2, scale.width - 1, lane.height + 4)
        painter.fillRect(rect, theme.tokens().selection)
    for drive in lane.drives:
        _paint_drive(painter, plan, lane, drive, is_faint=_leads_to_held(lane, drive, emphasis))
    for block in lane.blocks:
        resized = emphasis.resized
        shown = resized if resized is not None and resized.id == block.id else block
        paint_block(painter, plan, lane, shown, emphasis)
    left = lane_end(plan, lane) + 8
    if lane.row.overnight:
        left = _paint_night(painter, plan, lane, left)
    if slot.obstacles:
        _paint_obstacles(painter, plan, slot, left)


def _leads_to_held(lane: Lane, drive: Drive, emphasis: Emphasis) -> bool:
    at = next((index for index, block in enumerate(lane.blocks) if block.id == emphasis.held), None)
    return emphasis.held is not None and at is not None and drive.leg in {at, at + 1}


def _paint_drive(painter: QPainter, plan: BoardPlan, lane: Lane, drive: Drive, *, is_faint: bool) -> None:
    look, scale = theme.tokens(), plan.scale
    begin, end = scale.x(drive.begins) + 1, scale.x(drive.ends) - 1
    colour = look.hairline if is_faint else look.error if drive.is_late else look.outline
    paint.box(painter, QRectF(begin, lane.middle - 2, max(4.0, end - begin), 4), 2, colour)
    figure = f"{drive.minutes}*" if drive.is_corrected else str(drive.minutes)
    taken = paint.text_width(figure, theme.small_font())
    if taken + 2 <= end - begin and not is_faint:
        spot = QRectF(begin, lane.middle - 16, end - begin, 13)
        paint.text(painter, spot, figure, theme.small_font(), look.error if drive.is_late else look.muted, paint.CENTER)


def lane_end(plan: BoardPlan, lane: Lane) -> float:
    """Where the last drive or stop of a lane ends."""
    scale = plan.scale
    ends = [scale.x(drive.ends) for drive in lane.drives] + [scale.x(block.leaves) for block in lane.blocks]
    return max(ends, default=scale.left)


def _paint_night(painter: QPainter, plan: BoardPlan, lane: Lane, left: float) -> float:
    look, scale = theme.tokens(), plan.scale
    room = scale.left + scale.width - left
    if room < _BED:
        return left
    icons.draw(painter, "bed", QRectF(left, lane.middle - 8, _BED, _BED), look.muted)
    if room < _SMALLEST_NAME:
        return left + _BED + 6
    spot = QRectF(left + 21, lane.middle - 9, room - 21, 18)
    return left + 21 + paint.text(painter, spot, lane.row.overnight, theme.small_font(), look.muted) + theme.GAP_ROW


def _paint_obstacles(painter: QPainter, plan: BoardPlan, slot: Slot, left: float) -> None:
    """What is in the way of a day with stops: a triangle, and why where there is room behind the last drive."""
    look, scale = theme.tokens(), plan.scale
    right = scale.left + scale.width - 4
    left = min(left, right - _ICON)
    icons.draw(painter, "warning", QRectF(left, slot.middle - _ICON / 2, _ICON, _ICON), look.warning)
    room = right - left - _ICON - 5
    if room >= _SMALLEST_NAME:
        spot = QRectF(left + _ICON + 5, slot.top, room, slot.height)
        paint.text(painter, spot, words.obstacle_line(slot.obstacles), theme.small_font(), look.warning)
