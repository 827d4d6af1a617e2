"""Prices as boxes on the board: where each lies, and which words fit into it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui import icons, theme
from gui.pages.tours.board_picture import free_words_end
from gui.pages.tours.layout import METER_WIDTH
from gui.pages.tours.plan import BoardPlan, Slot, VehicleDay
from gui.pages.tours.pricing import Price, Prices, Verdict, best_place, wordings
from gui.widgets import paint

_ICON, _PADDING, _GAP = 14, 6, 5
_ICONS = {Verdict.fits: "plus", Verdict.strained: "warning", Verdict.broken: "error"}
_NARROWEST, _WIDEST = 64, 190


@dataclass(frozen=True, slots=True)
class Ghost:
    """The price of a place, and its box in the plan; the best one has a green edge and a tick."""

    where: VehicleDay
    price: Price
    rect: QRectF
    words: str
    is_best: bool = False


def ghosts(plan: BoardPlan, prices: Prices, minutes: int, own: VehicleDay | None) -> dict[VehicleDay, Ghost]:
    """A box for every priced place but the stop's own; thin rows show one, the cheapest of their vehicles."""
    best = best_place(prices, own)
    found: dict[VehicleDay, Ghost] = {}
    for band in plan.bands:
        slots = [slot for slot in band.slots if slot.where in prices and slot.where != own]
        if band.is_thin and slots:
            cheapest = min(slots, key=lambda slot: (prices[slot.where].verdict, prices[slot.where].minutes or 0))
            slots = [next((slot for slot in slots if slot.where == best), cheapest)]
        for slot in slots:
            price = prices[slot.where]
            found[slot.where] = _ghost(plan, slot, price, minutes, is_best=slot.where == best)
    return found


def _ghost(plan: BoardPlan, slot: Slot, price: Price, minutes: int, *, is_best: bool) -> Ghost:
    texts = wordings(price, is_best=is_best)
    wanted = plan.scale.x(minutes) - plan.scale.x(0)
    left = plan.scale.x(price.arrives) if price.arrives is not None else None
    rooms = list(_rooms(plan, slot))
    rect, words = _fitted(slot, rooms, texts, max(float(_NARROWEST), wanted), left)
    return Ghost(slot.where, price, rect, words, is_best)


def _rooms(plan: BoardPlan, slot: Slot) -> Iterator[tuple[float, float]]:
    """The gaps between a lane's stops; the last one reaches into the column of the meters where the day has none."""
    scale = plan.scale
    end = scale.left + scale.width - 3
    if slot.lane is None:
        begin = scale.left + scale.width / 2 if slot.is_thin else free_words_end(plan, slot) + theme.GAP_SMALL
        yield begin, end + METER_WIDTH - 8
        return
    begin = scale.left + 3
    for block in slot.lane.blocks:
        yield begin, scale.x(block.arrives) - 3
        begin = max(begin, scale.x(block.leaves) + 3)
    yield begin, end


def _fitted(
    slot: Slot, rooms: list[tuple[float, float]], texts: list[str], wanted: float, left: float | None
) -> tuple[QRectF, str]:
    """The longest words that fit into a gap, near the time at which the stop would come; else over the lane's end."""
    for words in texts:
        needed = words_width(words)
        fitting = [room for room in rooms if room[1] - room[0] >= needed]
        if fitting:
            begin, end = min(fitting, key=lambda room: _distance(room, left))
            width = min(max(needed, wanted), end - begin, max(needed, float(_WIDEST)))
            at = end - width if left is None else min(max(left, begin), end - width)
            return QRectF(at, slot.top, width, slot.height), words
    width, end = words_width(texts[-1]), rooms[-1][1]
    return QRectF(end - width, slot.top, width, slot.height), texts[-1]


def words_width(words: str) -> float:
    """The width of a box around an icon and these words."""
    return paint.text_width(words, theme.small_font(theme.MEDIUM)) + _ICON + _GAP + 2 * _PADDING + 2


def _distance(room: tuple[float, float], left: float | None) -> float:
    if left is None:
        return -room[1]
    return 0.0 if room[0] <= left <= room[1] else min(abs(room[0] - left), abs(room[1] - left))


def paint_ghost(painter: QPainter, ghost: Ghost, *, is_target: bool) -> None:
    """Paint a price; the one below the mouse has a firm edge."""
    look = theme.tokens()
    edge, ground = {
        Verdict.fits: (look.done if ghost.is_best else look.outline, look.done_ground if ghost.is_best else look.base),
        Verdict.strained: (look.warning, look.base),
        Verdict.broken: (look.error, look.base),
    }[ghost.price.verdict]
    if is_target:
        ground = {
            Verdict.fits: look.done_ground if ghost.is_best else look.selection,
            Verdict.strained: look.warning_ground,
            Verdict.broken: look.error_ground,
        }[ghost.price.verdict]
    is_firm = ghost.is_best or is_target
    pen = paint.pen(edge, theme.FOCUS_LINE if is_firm else theme.LINE, dashed=not is_firm)
    paint.box(painter, ghost.rect, theme.RADIUS_BAR, ground, pen)
    colour = edge if ghost.is_best or ghost.price.verdict is not Verdict.fits else look.text
    icon = "check" if ghost.is_best else _ICONS[ghost.price.verdict]
    font = theme.small_font(theme.MEDIUM)
    taken = min(paint.text_width(ghost.words, font), ghost.rect.width() - _ICON - _GAP - 2 * _PADDING)
    left = ghost.rect.center().x() - (taken + _ICON + _GAP) / 2
    middle = ghost.rect.center().y()
    icons.draw(painter, icon, QRectF(left, middle - _ICON / 2, _ICON, _ICON), colour)
    spot = QRectF(left + _ICON + _GAP, middle - 9, taken + 1, 18)
    paint.text(painter, spot, ghost.words, font, colour)
