"""One Kreis as a tile: boxes for held, planned and missing, words, figures, and little bars for earlier half-years."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from domain.overriding import override
from domain.rows.coverage import KreisCoverage, Standing
from domain.rules.ages import Urgency
from gui import icons, theme
from gui.pages.coverage import words
from gui.widgets import paint
from gui.widgets.badge import draw_badge, kreis_badge

_PADDING = 12
_ICON = 14
_BOX, _BOX_GAP, _SMALLEST_BOX = 20.0, 4.0, 9.0
_BAR, _BAR_GAP, _BARS_HIGH = 3, 1, 14


class Tile(QAbstractButton):
    """A button that shows one Kreis; the grid moves the choice."""

    def __init__(self, each: KreisCoverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.each = each
        self.is_chosen = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_kreis(each)

    def show_kreis(self, each: KreisCoverage) -> None:
        """Show another Kreis, or another part of it."""
        self.each = each
        name = words.name(each.kreis_ags)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words.spoken(each))
        self.setToolTip(f"{name}\n{words.spoken(each)}")
        self.update()

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Mark the tile as the one the inspector is about."""
        if is_chosen != self.is_chosen:
            self.is_chosen = is_chosen
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows move in the grid

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect())
            edge = paint.pen(look.accent, theme.FOCUS_LINE) if self.is_chosen else paint.pen(look.hairline)
            paint.box(painter, whole, theme.RADIUS_CARD, look.hover if self.underMouse() else look.base, edge)
            if self.hasFocus():
                ring = paint.pen(look.accent, theme.FOCUS_LINE)
                paint.box(painter, whole.adjusted(3, 3, -3, -3), theme.RADIUS, None, ring)
            step = (whole.height() - 16) / 4
            lines = [QRectF(_PADDING, 8 + place * step, whole.width() - 2 * _PADDING, step) for place in range(4)]
            self._paint_name(painter, lines[0])
            self._paint_boxes(painter, lines[1])
            self._paint_counts(painter, lines[2])
            self._paint_since(painter, lines[3])

    def _paint_name(self, painter: QPainter, line: QRectF) -> None:
        taken = draw_badge(painter, line.x(), line.center().y(), kreis_badge(self.each.kreis_ags))
        line = line.adjusted(taken + theme.GAP_SMALL, 0, 0, 0)
        font = theme.text_font(theme.MEDIUM)
        paint.text(painter, line, words.name(self.each.kreis_ags), font, theme.tokens().text)

    def _paint_boxes(self, painter: QPainter, line: QRectF) -> None:
        icon, colour = standing_look(self.each)
        said = words.standing(self.each)
        font = theme.small_font(theme.MEDIUM)
        wide = paint.text_width(said, font)
        paint.text(painter, line, said, font, colour, paint.RIGHT)
        if icon:
            spot = QRectF(line.right() - wide - _ICON - 4, line.center().y() - _ICON / 2, _ICON, _ICON)
            icons.draw(painter, icon, spot, colour)
        room = line.adjusted(0, 0, -wide - _ICON - 12, 0)
        draw_boxes(painter, room, (self.each.held, self.each.planned, self.each.missing))

    def _paint_counts(self, painter: QPainter, line: QRectF) -> None:
        look = theme.tokens()
        said = words.counts(self.each)
        font = theme.small_font()
        bars = len(self.each.trend) * (_BAR + _BAR_GAP) - _BAR_GAP
        if paint.text_width(said, font) + theme.GAP_TINY + bars <= line.width():
            draw_trend(
                painter, QRectF(line.right() - bars, line.center().y() - _BARS_HIGH / 2, bars, _BARS_HIGH), self.each
            )
        paint.text(painter, line, said, font, look.muted)

    def _paint_since(self, painter: QPainter, line: QRectF) -> None:
        look = theme.tokens()
        colours = {Urgency.calm: look.muted, Urgency.gold: look.gold, Urgency.red: look.error}
        urgency = words.urgency(self.each)
        font = theme.small_font(theme.REGULAR if urgency is Urgency.calm else theme.MEDIUM)
        if urgency is not Urgency.calm:
            spot = QRectF(line.x(), line.center().y() - _ICON / 2, _ICON, _ICON)
            icons.draw(painter, "clock", spot, colours[urgency])
            line = line.adjusted(_ICON + 4, 0, 0, 0)
        taken = paint.text(painter, line, words.since(self.each), font, colours[urgency])
        rest = line.adjusted(taken + theme.GAP_SMALL, 0, 0, 0)
        paint.text(painter, rest, words.per_thousand(self.each), theme.small_font(), look.muted, paint.RIGHT)


def standing_look(each: KreisCoverage) -> tuple[str, QColor]:
    """Icon and colour of how far a Kreis is: more than half missing is an error, less a warning."""
    look = theme.tokens()
    if each.missing:
        return ("error", look.error) if each.missing * 2 > each.target else ("warning", look.warning)
    return ("", look.muted) if each.standing is Standing.free else ("check", look.done)


def draw_boxes(painter: QPainter, room: QRectF, counts: tuple[int, int, int]) -> None:
    """Filled boxes for held, outlined for planned, dashed for missing; many become one bar with three parts."""
    look = theme.tokens()
    planned = look.accent if look.is_dark else look.fill
    looks = ((look.fill, None), (look.base, paint.pen(planned)), (None, paint.pen(look.outline, dashed=True)))
    total = sum(counts)
    if not total:
        return
    gap = _BOX_GAP if total * (_SMALLEST_BOX + _BOX_GAP) <= room.width() else 0.0
    width = min(_BOX, (room.width() + gap) / total - gap)
    left, top = room.x(), room.center().y() - 6
    for count, (ground, edge) in zip(counts, looks, strict=True):
        if not gap and count:
            paint.box(painter, QRectF(left, top, width * count, 12), theme.RADIUS_BAR, ground, edge)
            left += width * count
            continue
        for _box in range(count):
            paint.box(painter, QRectF(left, top, width, 12), theme.RADIUS_BAR, ground, edge)
            left += width + gap


def draw_trend(painter: QPainter, room: QRectF, each: KreisCoverage) -> None:
    """A bar for each half-year, as high as what was held; the last one in the accent."""
    look = theme.tokens()
    most = max([point.held for point in each.trend] + [1])
    for place, point in enumerate(each.trend):
        is_last = place == len(each.trend) - 1
        high = max(1.0, room.height() * point.held / most) if point.held else 1.0
        bar = QRectF(room.x() + place * (_BAR + _BAR_GAP), room.bottom() - high, _BAR, high)
        painter.fillRect(bar, look.accent if is_last else look.outline)
