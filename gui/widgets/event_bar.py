"""An event as a bar: 3 px of its kind's colour, icon, place; used by calendar, tours and lists."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap, QStaticText, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.labels import label
from domain.overriding import override
from domain.terms import EventKind, EventState
from gui import icons, theme
from gui.texts import current
from gui.widgets import paint

_TIME_FROM = 140
"""The time joins from this width on (looks/README, 02 Calendar)."""
_ICON_FROM = 48
_ICON = 14
_LEFT = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar shows; states have their own edge, a conflict an octagon, the selected one two pixels of accent."""

    kind: EventKind
    words: str
    time: str = ""
    state: EventState = EventState.confirmed
    has_conflict: bool = False
    is_selected: bool = False


def draw_ground(painter: QPainter, rect: QRectF, bar: Bar) -> None:
    """Paint what lies under a bar's words: tint when certain, dashed edge when tentative, the kind's bar, selection."""
    look = theme.tokens()
    colours = look.kinds[bar.kind]
    if bar.state in {EventState.tentative, EventState.idea, EventState.requested}:
        paint.box(painter, rect, theme.RADIUS_BAR, look.base, paint.pen(colours.mark, dashed=True))
    else:
        paint.box(painter, rect, theme.RADIUS_BAR, colours.tint)
    paint.box(painter, QRectF(rect.x(), rect.y(), theme.KIND_BAR, rect.height()), 1, colours.mark)
    if bar.is_selected:
        around = rect.adjusted(-1, -1, 1, 1)
        paint.box(painter, around, theme.RADIUS_BADGE, None, paint.pen(look.accent, theme.FOCUS_LINE))


def draw_bar(painter: QPainter, rect: QRectF, bar: Bar) -> None:
    """Paint a bar into `rect`; what does not take place is struck through."""
    look = theme.tokens()
    is_off = bar.state in {EventState.cancelled, EventState.declined, EventState.postponed}
    if bar.is_selected:
        draw_ground(painter, rect, bar)
        _draw_icon(painter, rect, bar.kind)
    else:
        size = (rect.width(), rect.height(), painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.topLeft(), _wordless(bar.kind, bar.state, size, look.name))
    inner = rect.adjusted(_LEFT + (_ICON + 5 if rect.width() >= _ICON_FROM else 0), 0, -4, 0)
    if bar.has_conflict:
        icons.draw(painter, "error", QRectF(inner.right() - _ICON, inner.center().y() - 7, _ICON, _ICON), look.error)
        inner.setRight(inner.right() - _ICON - 4)
    _draw_words(painter, inner, bar, look.muted if is_off else look.text, is_off=is_off)


@lru_cache(maxsize=512)
def _wordless(kind: EventKind, state: EventState, size: tuple[float, float, float], _theme: str) -> QPixmap:
    """Ground and icon of a bar; a calendar shows hundreds that differ in their words alone."""
    width, height, ratio = size
    picture = QPixmap(ceil(width * ratio), ceil(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(0, 0, width, height)
    draw_ground(painter, rect, Bar(kind, "", state=state))
    _draw_icon(painter, rect, kind)
    painter.end()
    return picture


def _draw_icon(painter: QPainter, rect: QRectF, kind: EventKind) -> None:
    if rect.width() >= _ICON_FROM:
        place = QRectF(rect.x() + _LEFT, rect.center().y() - _ICON / 2, _ICON, _ICON)
        icons.draw(painter, icons.KIND_ICONS[kind], place, theme.tokens().kinds[kind].mark)


def _draw_words(painter: QPainter, inner: QRectF, bar: Bar, colour: QColor, *, is_off: bool) -> None:
    if bar.time and inner.width() + _ICON + 20 >= _TIME_FROM:
        taken = _draw_line(painter, inner, _Line(bar.time, is_medium=True), colour)
        inner.setLeft(inner.x() + taken + theme.GAP_SMALL)
    _draw_line(painter, inner, _Line(bar.words, is_struck=is_off), colour)


@dataclass(frozen=True, slots=True)
class _Line:
    """Words in one of the fonts of a bar."""

    words: str
    is_medium: bool = False
    is_struck: bool = False

    def font(self) -> QFont:
        """12 px, medium or struck out."""
        font = theme.small_font(theme.MEDIUM if self.is_medium else theme.REGULAR)
        font.setStrikeOut(self.is_struck)
        return font


def _draw_line(painter: QPainter, inner: QRectF, line: _Line, colour: QColor) -> float:
    """Paint words in the middle of `inner`'s height; too long ones are elided. Returns their width."""
    laid_out, font = _laid_out(line)
    size = laid_out.size()
    if size.width() > inner.width():
        return paint.text(painter, inner, line.words, font, colour)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawStaticText(QPointF(inner.x(), inner.y() + (inner.height() - size.height()) / 2), laid_out)
    return size.width()


@lru_cache(maxsize=2048)
def _laid_out(line: _Line) -> tuple[QStaticText, QFont]:
    """Words ready to be painted: towns and times come back all the time, and laying out costs more than painting."""
    font = line.font()
    result = QStaticText(line.words)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.prepare(QTransform(), font)
    return result, font


class EventBar(QWidget):
    """A bar as a widget of its own."""

    def __init__(self, bar: Bar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kind, state = label(bar.kind, current()), label(bar.state, current())
        self.setAccessibleName(", ".join(part for part in (bar.time, bar.words, kind, state) if part))

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, theme.SMALL_BUTTON_HEIGHT + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_bar(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._bar)
