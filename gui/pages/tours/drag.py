"""What is dragged over the board, over which place it is, and what each place would cost."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from domain.terms import EventKind
from gui import icons, theme
from gui.pages.tours.board_picture import ground_of, lane_end
from gui.pages.tours.ghosts import Ghost, paint_ghost, words_width
from gui.pages.tours.plan import Band, BoardPlan, Slot, VehicleDay
from gui.texts import _, current
from gui.widgets import paint

_ASIDE, _HINT = 6, 24
_BELOW = QPointF(14, 10)


@dataclass(frozen=True, slots=True)
class Held:
    """A stop of the board, or a request that shall become one; `minutes` is its whole stay, `own` where it is now."""

    id: UUID
    words: str
    kind: EventKind
    minutes: int
    own: VehicleDay | None = None
    is_request: bool = False


@dataclass(slots=True)
class Drag:
    """A stop on its way: prices come a moment after it was picked up, the target changes with the mouse.

    `position` (from 1) and `line` are given where the order within its own day changes.
    """

    held: Held
    ghosts: dict[VehicleDay, Ghost] = field(default_factory=dict)
    target: Slot | None = None
    position: int | None = None
    line: float = 0.0
    is_priced: bool = False

    @property
    def ghost(self) -> Ghost | None:
        """The price of the place below the mouse."""
        return self.ghosts.get(self.target.where) if self.target is not None else None


def paint_drag(painter: QPainter, plan: BoardPlan, bands: Iterable[Band], drag: Drag) -> None:
    """Paint the prices on these dates, what is below the mouse, and the line at which an order changes."""
    look, scale = theme.tokens(), plan.scale
    for band, slot in ((each, slot) for each in bands for slot in each.slots):
        ghost = drag.ghosts.get(slot.where)
        is_target = drag.target is not None and drag.target.where == slot.where
        if ghost is not None:
            _clear_notes(painter, plan, slot, ground_of(band.freedom))
            paint_ghost(painter, ghost, is_target=is_target)
        elif is_target and slot.where != drag.held.own:
            room = QRectF(scale.left + 2, slot.top - 1, scale.width - 4, slot.height + 2)
            paint.box(painter, room, theme.RADIUS_BAR, None, paint.pen(look.accent, theme.FOCUS_LINE))
    if drag.target is not None and drag.position is not None:
        top, height = drag.target.top, drag.target.height
        paint.box(painter, QRectF(drag.line - 1.5, top - 3, 3, height + 6), 1.5, look.done)
        paint.box(painter, QRectF(drag.line - 5, top - 6, 10, 6), 3, look.done)


def paint_best_hint(painter: QPainter, drag: Drag, top: float, bottom: float, left: float) -> None:
    """Tell at the upper or lower edge of what is seen of the plan where the best place is, if it lies beyond."""
    best = next((ghost for ghost in drag.ghosts.values() if ghost.is_best), None)
    if best is None or (best.rect.top() < bottom and best.rect.bottom() > top):
        return
    look, font = theme.tokens(), theme.small_font(theme.MEDIUM)
    is_below = best.rect.top() >= bottom
    said = _("Best place: {day}, {price}").format(day=current().short_day(best.where.day), price=best.words)
    width = words_width(said)
    pill = QRectF(left, bottom - _HINT - _ASIDE if is_below else top + _ASIDE, width, _HINT)
    paint.box(painter, pill, theme.RADIUS_BADGE, look.done_ground, paint.pen(look.done, theme.FOCUS_LINE))
    spot = QRectF(pill.left() + _ASIDE, pill.center().y() - 7, 14, 14)
    icons.draw(painter, "arrow-down" if is_below else "arrow-up", spot, look.done)
    paint.text(painter, pill.adjusted(_ASIDE + 19, 0, -2, 0), said, font, look.done)


def _clear_notes(painter: QPainter, plan: BoardPlan, slot: Slot, ground: QColor) -> None:
    """Cover what is said behind the last drive of a day, so that the price is not mixed with it."""
    if slot.lane is not None and (slot.obstacles or slot.lane.row.overnight):
        left, right = lane_end(plan, slot.lane) + 1, plan.scale.left + plan.scale.width
        painter.fillRect(QRectF(left, slot.top, max(0.0, right - left), slot.height), ground)


def chip_rect(at: QPointF, size: QSizeF, slot: QRectF | None, price: QRectF | None, bounds: QRectF) -> QRectF:
    """Where the dragged chip lies: in the slot below the mouse, and never on that slot's price or outside `bounds`.

    Without a slot it hangs a little below the mouse.
    """
    if slot is None:
        return _inside(QRectF(at + _BELOW, size), bounds)
    rect = QRectF(QPointF(at.x() + _BELOW.x(), slot.center().y() - size.height() / 2), size)
    rect = _inside(rect, bounds)
    if price is None or not rect.intersects(price):
        return rect
    right, left = price.right() + _ASIDE, price.left() - _ASIDE - size.width()
    fits_right = right + size.width() <= bounds.right()
    if fits_right and (at.x() >= price.center().x() or left < bounds.left()):
        rect.moveLeft(right)
    elif left >= bounds.left():
        rect.moveLeft(left)
    else:
        rect.moveTop(price.bottom() + _ASIDE)
    return rect


def _inside(rect: QRectF, bounds: QRectF) -> QRectF:
    left = max(bounds.left(), min(rect.left(), bounds.right() - rect.width()))
    top = max(bounds.top(), min(rect.top(), bounds.bottom() - rect.height()))
    return QRectF(QPointF(left, top), rect.size())
