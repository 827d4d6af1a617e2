"""Badges: states, Kreise and other short facts, as widgets and for delegates."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.labels import KREIS_CODES, label
from domain.overriding import override
from domain.terms import EventState
from gui import icons, theme
from gui.palettes import Palette
from gui.texts import current
from gui.widgets import paint

_ICON = 14
_KREIS_WIDTH = 40


@dataclass(frozen=True)
class BadgeLook:
    """A badge's words, icon, colours; `dashed` draws an outline instead of a ground."""

    words: str
    mark: QColor
    ground: QColor
    icon: str = ""
    dashed: bool = False
    font: QFont | None = None

    @property
    def face(self) -> QFont:
        """The font: 12 px medium unless another is given."""
        return self.font or theme.small_font(theme.MEDIUM)


def state_badge(state: EventState) -> BadgeLook:
    """The badge of an event's state: icon, word and colour."""
    mark, ground = _state_colours(state, theme.tokens())
    words = label(state, current())
    return BadgeLook(words, mark, ground, icons.STATE_ICONS[state], dashed=state is EventState.idea)


def kreis_badge(ags: str) -> BadgeLook:
    """The badge of a Kreis: its short code as on number plates."""
    look = theme.tokens()
    return BadgeLook(KREIS_CODES[ags], look.text, look.off)


def plain_badge(words: str, icon: str = "") -> BadgeLook:
    """A muted badge on grey, e.g. "internal only"."""
    look = theme.tokens()
    return BadgeLook(words, look.muted, look.off, icon)


def hint_badge(words: str, icon: str = "") -> BadgeLook:
    """A badge that asks for a look, e.g. "twice?"."""
    look = theme.tokens()
    return BadgeLook(words, look.strong, look.hint_ground, icon)


def warning_badge(words: str, icon: str = "warning") -> BadgeLook:
    """A badge that warns, e.g. of a date that is near."""
    look = theme.tokens()
    return BadgeLook(words, look.warning, look.warning_ground, icon)


def badge_width(badge: BadgeLook) -> int:
    """How wide a badge is in pixels."""
    width = paint.text_width(badge.words, badge.face) + 2 * theme.GAP_SMALL
    if badge.icon:
        return width + _ICON + 5
    return max(width, _KREIS_WIDTH)


def draw_badge(painter: QPainter, left: float, centre: float, badge: BadgeLook) -> int:
    """Paint a badge with its left edge at `left` around the height `centre`; returns its width."""
    width = badge_width(badge)
    rect = QRectF(left, centre - theme.BADGE_HEIGHT / 2, width, theme.BADGE_HEIGHT)
    if badge.dashed:
        paint.box(painter, rect, theme.RADIUS_BADGE, None, paint.pen(theme.tokens().outline, dashed=True))
    else:
        paint.box(painter, rect, theme.RADIUS_BADGE, badge.ground)
    if badge.icon:
        icons.draw(painter, badge.icon, QRectF(rect.x() + 7, centre - _ICON / 2, _ICON, _ICON), badge.mark)
        rect.setLeft(rect.x() + 7 + _ICON + 5)
        paint.text(painter, rect, badge.words, badge.face, badge.mark)
    else:
        paint.text(painter, rect, badge.words, badge.face, badge.mark, paint.CENTER)
    return width


class Badge(QWidget):
    """A badge as a widget; `make` gives its look, and is asked at every paint, so that the theme may change."""

    def __init__(self, make: Callable[[], BadgeLook], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(make().words)

    def show_look(self, make: Callable[[], BadgeLook]) -> None:
        """Show other words or colours."""
        self._make = make
        self.setAccessibleName(make().words)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(badge_width(self._make()), theme.BADGE_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_badge(painter, 0, self.height() / 2, self._make())


def _state_colours(state: EventState, look: Palette) -> tuple[QColor, QColor]:
    match state:
        case EventState.tentative | EventState.postponed:
            return look.warning, look.warning_ground
        case EventState.confirmed:
            return look.strong, look.hint_ground
        case EventState.held | EventState.reviewed:
            return look.done, look.done_ground
        case EventState.cancelled:
            return look.error, look.error_ground
        case EventState.idea | EventState.requested | EventState.declined:
            return look.muted, look.off
