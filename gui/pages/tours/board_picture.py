"""Paints the board: days, drives, stops and duty meters."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from domain.terms import EventState
from gui import icons, theme
from gui.pages.tours import words
from gui.pages.tours.layout import DAY_WIDTH, METER_WIDTH
from gui.pages.tours.marks import SIZE, draw_mark
from gui.pages.tours.plan import HOUR, Band, Block, BoardPlan, Drive, Drop, Lane
from gui.texts import _, current
from gui.widgets import paint
from gui.widgets.meter import NEAR, draw_meter

AXIS_HEIGHT = 28
_ICON = 16
_METER = 40
_EDGE = 16
_WIDE_AXIS = 310
_MARK_ROOM = SIZE + 6
_SMALLEST_CORE, _SMALLEST_WORD, _SMALLEST_NAME = 40, 16, 60
"""Pixels below which a number, a word or a town's name is not begun."""
_OPEN_STATES = (EventState.idea, EventState.requested, EventState.tentative)
_GONE_STATES = (EventState.cancelled, EventState.declined, EventState.postponed)


@dataclass
class Emphasis:
    """What stands out: the selected stop or day, what is under the mouse, what is held, and stops with conflicts."""

    selected: UUID | None = None
    hovered: UUID | None = None
    held: UUID | None = None
    conflicts: frozenset[UUID] = field(default_factory=frozenset)


def paint_axis(painter: QPainter, plan: BoardPlan, width: float) -> None:
    """Paint the head: the names of the columns and the hours."""
    look, scale = theme.tokens(), plan.scale
    painter.fillRect(QRectF(0, 0, width, AXIS_HEIGHT), look.base)
    painter.fillRect(QRectF(0, AXIS_HEIGHT - 1, width, 1), look.hairline)
    font = theme.small_font()
    paint.text(painter, QRectF(_EDGE, 0, DAY_WIDTH - _EDGE, AXIS_HEIGHT), _("Day"), font, look.muted)
    step = 2 * HOUR if scale.width >= _WIDE_AXIS else 4 * HOUR
    for minute in scale.hours()[:-1]:
        if minute % step == 0:
            hour = QRectF(scale.x(minute) + 4, 0, 60, AXIS_HEIGHT)
            paint.text(painter, hour, f"{minute // HOUR % 24:02d}:00", font, look.muted)
    duty = QRectF(width - METER_WIDTH + _EDGE, 0, METER_WIDTH - _EDGE, AXIS_HEIGHT)
    paint.text(painter, duty, _("Duty"), font, look.muted)


def paint_board(painter: QPainter, plan: BoardPlan, width: float, emphasis: Emphasis) -> None:
    """Paint all days below each other, the first at the top."""
    for band in plan.bands:
        _paint_ground(painter, plan, band, width)
        _paint_day(painter, band, width, emphasis)
        for lane in band.lanes:
            _paint_lane(painter, plan, lane, emphasis)
            _paint_meter(painter, lane, width)


def _paint_ground(painter: QPainter, plan: BoardPlan, band: Band, width: float) -> None:
    look, scale = theme.tokens(), plan.scale
    whole = QRectF(0, band.top, width, band.height)
    if band.freedom.holiday:
        painter.fillRect(whole, look.off)
    elif band.freedom.school:
        painter.fillRect(whole, look.alt)
    if band.lanes:
        for minute in scale.hours():
            line = QRectF(round(scale.x(minute)), band.top, 1, band.height)
            painter.fillRect(line, look.hairline if minute in {scale.first, scale.last} else look.grid)
    painter.fillRect(QRectF(0, band.top + band.height - 1, width, 1), look.hairline)
    if band.freedom.school:
        painter.fillRect(QRectF(0, band.top, theme.BAND, band.height - 1), look.gold)


def _paint_day(painter: QPainter, band: Band, width: float, emphasis: Emphasis) -> None:
    look = theme.tokens()
    name = QRectF(_EDGE, band.top + 8, DAY_WIDTH - _EDGE - 4, 20)
    if not band.lanes:
        paint.text(painter, name, current().short_day(band.day), theme.text_font(theme.MEDIUM), look.muted)
        icons.draw(painter, "ban", QRectF(DAY_WIDTH, band.top + 10, 14, 14), look.muted)
        line = QRectF(DAY_WIDTH + 22, band.top, width - DAY_WIDTH - 22, band.height)
        sentence = _("{holiday} – public holiday").format(holiday=band.freedom.holiday)
        paint.text(painter, line, sentence, theme.text_font(), look.muted)
        return
    is_selected = emphasis.selected in {lane.row.id for lane in band.lanes}
    if is_selected:
        label = QRectF(theme.GAP_SMALL, band.top + 6, DAY_WIDTH - 12, 24)
        paint.box(painter, label, theme.RADIUS_BADGE, look.selection)
    colour = look.strong if is_selected else look.text
    paint.text(painter, name, _day_words(band.day, name.width()), theme.text_font(theme.MEDIUM), colour)
    if band.freedom.words:
        tone = look.muted if band.freedom.holiday else look.gold
        line = QRectF(_EDGE, band.top + 27, DAY_WIDTH - _EDGE - 4, 16)
        paint.text(painter, line, band.freedom.words, theme.small_font(), tone)


def _day_words(day: date, room: float) -> str:
    """Weekday and day, the month by name where there is room for it."""
    long = current().short_day(day)
    if paint.text_width(long, theme.text_font(theme.MEDIUM)) <= room:
        return long
    return f"{current().weekday_short(day)} {current().day(day)[:6]}"


def _paint_lane(painter: QPainter, plan: BoardPlan, lane: Lane, emphasis: Emphasis) -> None:
    if lane.row.id == emphasis.selected:
        scale = plan.scale
        rect = QRectF(scale.left + 1, lane.top - 2, scale.width - 1, lane.height + 4)
        painter.fillRect(rect, theme.tokens().selection)
    for drive in lane.drives:
        _paint_drive(painter, plan, lane, drive)
    for block in lane.blocks:
        paint_block(painter, plan, lane, block, emphasis)
    if lane.row.overnight:
        _paint_night(painter, plan, lane)


def _paint_drive(painter: QPainter, plan: BoardPlan, lane: Lane, drive: Drive) -> None:
    look, scale = theme.tokens(), plan.scale
    begin, end = scale.x(drive.begins) + 1, scale.x(drive.ends) - 1
    colour = look.error if drive.is_late else look.outline
    paint.box(painter, QRectF(begin, lane.middle - 2, max(4.0, end - begin), 4), 2, colour)
    figure = f"{drive.minutes}*" if drive.is_corrected else str(drive.minutes)
    taken = paint.text_width(figure, theme.small_font())
    if taken + 2 <= end - begin:
        spot = QRectF(begin, lane.middle - 16, end - begin, 13)
        paint.text(painter, spot, figure, theme.small_font(), look.error if drive.is_late else look.muted, paint.CENTER)


def _paint_night(painter: QPainter, plan: BoardPlan, lane: Lane) -> None:
    look, scale = theme.tokens(), plan.scale
    ends = [scale.x(drive.ends) for drive in lane.drives] + [scale.x(block.leaves) for block in lane.blocks]
    left = max(ends, default=scale.left) + 8
    room = scale.left + scale.width - left
    if room < _ICON:
        return
    icons.draw(painter, "bed", QRectF(left, lane.middle - 8, _ICON, _ICON), look.muted)
    spot = QRectF(left + 21, lane.middle - 9, room - 21, 18)
    if room >= _SMALLEST_NAME:
        paint.text(painter, spot, lane.row.overnight, theme.small_font(), look.muted)


def block_rect(plan: BoardPlan, lane: Lane, block: Block) -> QRectF:
    """The box of a stop from arrival to departure."""
    left, right = plan.scale.x(block.arrives), plan.scale.x(block.leaves)
    return QRectF(left, lane.top, max(8.0, right - left), lane.height)


def paint_block(painter: QPainter, plan: BoardPlan, lane: Lane, block: Block, emphasis: Emphasis) -> None:
    """Paint one stop."""
    look = theme.tokens()
    row = block.stop.event
    colours = look.kinds[row.kind]
    rect = block_rect(plan, lane, block)
    opening = QRectF(rect)
    opening.setLeft(plan.scale.x(block.opens))
    opening.setRight(max(opening.left(), plan.scale.x(block.closes)))
    if block.id == emphasis.held:
        paint.box(painter, rect, theme.RADIUS_BAR, look.base, paint.pen(look.outline, dashed=True))
        paint.text(painter, opening.adjusted(8, 0, -4, 0), words.town(row), theme.small_font(), look.muted)
        return
    is_open = row.state in _OPEN_STATES or not block.is_timed
    is_gone = row.state in _GONE_STATES
    _paint_box(painter, rect, opening, colours.mark, None if is_open or is_gone else colours.tint)
    edge = paint.pen(colours.mark, dashed=is_open)
    if block.id == emphasis.selected:
        edge = paint.pen(look.accent, theme.FOCUS_LINE)
    elif block.id == emphasis.hovered:
        edge = paint.pen(colours.mark, theme.FOCUS_LINE)
    paint.box(painter, rect, theme.RADIUS_BAR, None, edge)
    _paint_words(painter, lane, rect, opening, block, emphasis)


def _paint_box(painter: QPainter, rect: QRectF, opening: QRectF, mark: QColor, tint: QColor | None) -> None:
    """The ground of a stop: hatched before opening and after closing, tinted between."""
    look = theme.tokens()
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(rect, theme.RADIUS_BAR, theme.RADIUS_BAR)
    painter.setClipPath(path)
    painter.fillRect(rect, look.base)
    if tint is not None:
        painter.fillRect(opening, tint)
    hatch = QBrush(mark, Qt.BrushStyle.BDiagPattern)
    painter.fillRect(QRectF(rect.left(), rect.top(), opening.left() - rect.left(), rect.height()), hatch)
    painter.fillRect(QRectF(opening.right(), rect.top(), rect.right() - opening.right(), rect.height()), hatch)
    for x, is_inside in (
        (opening.left(), opening.left() > rect.left()),
        (opening.right(), opening.right() < rect.right()),
    ):
        if is_inside:
            painter.fillRect(QRectF(round(x), rect.top(), 1, rect.height()), mark)
    painter.restore()


def _paint_words(
    painter: QPainter, lane: Lane, rect: QRectF, opening: QRectF, block: Block, emphasis: Emphasis
) -> None:
    """Number, icon and place; what is secondary goes first when there is little room, the town last."""
    look = theme.tokens()
    row = block.stop.event
    has_core = opening.width() >= _SMALLEST_CORE
    room = opening.adjusted(5, 0, -5, 0) if has_core else rect.adjusted(3, 0, -3, 0)
    if block.id in emphasis.conflicts and room.width() > SIZE + _ICON:
        icons.draw(painter, "error", QRectF(room.right() - 14, room.center().y() - 7, 14, 14), look.error)
        room.setRight(room.right() - 18)
    is_strong = block.id in {emphasis.selected, emphasis.hovered}
    needed = paint.text_width(words.town(row), theme.text_font(theme.MEDIUM))
    is_outside = needed > room.width() - _MARK_ROOM and has_core and opening.left() - rect.left() >= SIZE
    if needed > room.width() - (0 if is_outside else _MARK_ROOM) and lane.is_tall:
        _paint_stacked(painter, rect, block, is_strong=is_strong)
        return
    x = (rect.left() + opening.left()) / 2 if is_outside else min(room.left() + SIZE / 2, room.center().x())
    draw_mark(painter, QPointF(x, room.center().y()), block.number, is_round=block.is_round, is_strong=is_strong)
    if not is_outside:
        room.setLeft(x + SIZE / 2 + 6)
    if lane.is_tall:
        _paint_times(painter, room.adjusted(0, room.height() / 2, 0, -5), block)
        room.setBottom(room.center().y() + 2)
        room.adjust(0, 4, 0, 0)
    _paint_place(painter, room, block, look.muted if row.state in _GONE_STATES else look.text)


def _paint_stacked(painter: QPainter, rect: QRectF, block: Block, *, is_strong: bool) -> None:
    """A short stop: the number above, the town below on plain ground across the whole stop."""
    look, town, font = theme.tokens(), words.town(block.stop.event), theme.small_font()
    centre = QPointF(rect.center().x(), rect.top() + rect.height() / 3 - 1)
    draw_mark(painter, centre, block.number, is_round=block.is_round, is_strong=is_strong)
    width = min(rect.width() - 2, paint.text_width(town, font) + 3)
    lower = QRectF(rect.center().x() - width / 2, rect.bottom() - 20, width, 16)
    paint.box(painter, lower, theme.RADIUS_BAR, look.base)
    paint.text(painter, lower, town, font, look.text, paint.CENTER)


def _paint_place(painter: QPainter, room: QRectF, block: Block, colour: QColor) -> None:
    row = block.stop.event
    font = theme.text_font(theme.MEDIUM)
    long, town = words.place(row), words.town(row)
    shown = long if paint.text_width(long, font) + _ICON + 5 <= room.width() else town
    if paint.text_width(shown, font) + _ICON + 5 <= room.width():
        spot = QRectF(room.left(), room.center().y() - _ICON / 2, _ICON, _ICON)
        icons.draw(painter, icons.KIND_ICONS[row.kind], spot, theme.tokens().kinds[row.kind].mark)
        room = room.adjusted(_ICON + 5, 0, 0, 0)
    elif paint.text_width(shown, font) > room.width():
        font = theme.small_font(theme.MEDIUM)
    font.setStrikeOut(row.state in _GONE_STATES)
    if room.width() >= _SMALLEST_WORD:
        paint.text(painter, room, shown, font, colour)


def _paint_times(painter: QPainter, room: QRectF, block: Block) -> None:
    """The opening hours below the place, or only when it opens."""
    starts = block.stop.event.starts_at
    shown = words.times(block.stop)
    if starts is not None and paint.text_width(shown, theme.small_font()) > room.width():
        shown = current().clock(starts)
    if paint.text_width(shown, theme.small_font()) <= room.width():
        paint.text(painter, room, shown, theme.small_font(), theme.tokens().muted)


def meter_rect(lane: Lane, width: float) -> QRectF:
    """Where a day's duty meter with its figure stands."""
    return QRectF(width - METER_WIDTH + _EDGE, lane.top, METER_WIDTH - _EDGE, lane.height)


def _paint_meter(painter: QPainter, lane: Lane, width: float) -> None:
    if not lane.row.stops:
        return
    look = theme.tokens()
    rect = meter_rect(lane, width)
    drive = lane.row.drive_minutes / lane.row.max_drive_minutes if lane.row.max_drive_minutes else 0.0
    is_over = lane.share > 1 or drive > 1
    draw_meter(painter, QRectF(rect.x(), rect.center().y() - 4, _METER, 8), lane.share)
    colour = look.error if is_over else look.gold if lane.share >= NEAR else look.text
    figure = rect.adjusted(_METER + 8, 0, 0, 0)
    font = theme.text_font(theme.SEMIBOLD if is_over else theme.REGULAR)
    taken = paint.text(painter, figure, words.hours(lane.row.duty_minutes), font, colour)
    if is_over:
        icons.draw(painter, "error", QRectF(figure.x() + taken + 3, rect.center().y() - 7, 14, 14), look.error)


def paint_drop(painter: QPainter, drop: Drop) -> None:
    """Paint where a stop would land: a green line between its neighbours."""
    look = theme.tokens()
    paint.box(painter, QRectF(drop.x - 1.5, drop.top - 3, 3, drop.height + 6), 1.5, look.done)
    paint.box(painter, QRectF(drop.x - 5, drop.top - 6, 10, 6), 3, look.done)
