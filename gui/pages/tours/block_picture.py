"""Paints a stop on the board: from arrival to departure, to scale, with number, place and hours."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from domain.terms import EventState
from gui import icons, theme
from gui.pages.tours import words
from gui.pages.tours.emphasis import Emphasis
from gui.pages.tours.marks import SIZE, draw_mark
from gui.pages.tours.plan import Block, BoardPlan, Lane
from gui.texts import _, current
from gui.widgets import paint

_ICON = 16
_MARK_ROOM = SIZE + 6
_SMALLEST_CORE, _SMALLEST_WORD = 40, 16
"""Pixels below which a number or a word is not begun."""
_OPEN_STATES = (EventState.idea, EventState.requested, EventState.tentative)
_GONE_STATES = (EventState.cancelled, EventState.declined, EventState.postponed)


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
        _paint_old_place(painter, rect, block)
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


def _paint_old_place(painter: QPainter, rect: QRectF, block: Block) -> None:
    """Where a stop stood before it was picked up."""
    look, font = theme.tokens(), theme.small_font()
    paint.box(painter, rect, theme.RADIUS_BAR, look.base, paint.pen(look.outline, dashed=True))
    town = words.town(block.stop.event)
    long = _("{place} (until now)").format(place=town)
    shown = long if paint.text_width(long, font) <= rect.width() - 12 else town
    paint.text(painter, rect.adjusted(8, 0, -4, 0), shown, font, look.muted)


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
