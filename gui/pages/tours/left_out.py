"""The list „Nicht eingeplant“: who is in no tour, why, and what would help."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from domain.overriding import override
from domain.planning.plan import Relaxation
from gui import icons, theme
from gui.texts import _
from gui.widgets import paint
from gui.widgets.badge import badge_width, draw_badge, kreis_badge

_ROW = 76
_EDGE = 12
_LINE = 18
_GRIP = 16


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody who asks for a stop and has none: why not, and in `way` the nearest way out (None = none is near).

    `id` is that of the request, or of the event that waits for a day.
    """

    id: UUID
    title: str
    place: str
    kreis_ags: str | None
    reason: str
    way_words: str = ""
    way: Relaxation | None = None


class LeftOutList(QScrollArea):
    """One row for each; arrows choose, Enter opens, the way out is a link, and a row can be dragged to the board."""

    picked = Signal(object)  # UUID
    opened = Signal(object)  # UUID: the request or event itself
    way_asked = Signal(object)  # Ask
    menu_asked = Signal(object, QPoint)  # UUID, where on the screen
    drag_asked = Signal(object, QPoint)  # UUID, where on the screen: a row is pulled out

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Not planned"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area = QWidget()
        self._column = QVBoxLayout(area)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(area)
        self._rows: list[LeftOutRow] = []

    def show_asks(self, asks: Sequence[Ask]) -> None:
        """Show these, the first on top; rows that stay keep the keyboard."""
        if [row.ask.id for row in self._rows] == [ask.id for ask in asks]:
            for row, ask in zip(self._rows, asks, strict=True):
                row.show_ask(ask)
            return
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [LeftOutRow(ask, self) for ask in asks]
        for position, row in enumerate(self._rows):
            self._column.insertWidget(position, row)
            row.show()

    def rows(self) -> list["LeftOutRow"]:
        """The rows from top to bottom."""
        return self._rows

    def step(self, row: "LeftOutRow", by: int) -> None:
        """Move the keyboard to a neighbour of a row."""
        at = self._rows.index(row) + by
        if 0 <= at < len(self._rows):
            self._rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self._rows[at])


class LeftOutRow(QWidget):
    """Title and Kreis, the reason, the way out with a bulb."""

    def __init__(self, ask: Ask, owner: LeftOutList) -> None:
        super().__init__()
        self.ask = ask
        self._owner = owner
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.show_ask(ask)

    def show_ask(self, ask: Ask) -> None:
        """Say this of somebody who asks."""
        self.ask = ask
        self.setFixedHeight(_ROW if ask.way_words else _ROW - _LINE)
        self.setAccessibleName(", ".join(part for part in (ask.title, ask.place) if part))
        self.setAccessibleDescription(". ".join(part for part in (ask.reason, ask.way_words) if part))
        self.setToolTip("\n".join(part for part in (ask.title, ask.place, ask.reason, ask.way_words) if part))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def way_rect(self) -> QRectF:
        """Where the way out stands; empty without one."""
        if not self.ask.way_words:
            return QRectF()
        left = _EDGE + _GRIP
        width = paint.text_width(self.ask.way_words, theme.small_font(theme.MEDIUM)) + 20
        return QRectF(left, 12 + 2 * _LINE, min(width, self.width() - left - _EDGE), _LINE + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            painter.fillRect(rect, look.hover if self.underMouse() else look.base)
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.grid)
            icons.draw(painter, "grip", QRectF(6, 12, 14, 14), look.muted)
            left, right = _EDGE + _GRIP, rect.width() - _EDGE
            if self.ask.kreis_ags:
                badge = kreis_badge(self.ask.kreis_ags)
                right -= badge_width(badge)
                draw_badge(painter, right, 21, badge)
                right -= theme.GAP_SMALL
            title = QRectF(left, 12, right - left, _LINE)
            paint.text(painter, title, self.ask.title, theme.text_font(theme.MEDIUM), look.text)
            reason = QRectF(left, 12 + _LINE, rect.width() - left - _EDGE, _LINE)
            paint.text(painter, reason, self.ask.reason, theme.small_font(), look.muted)
            if self.ask.way_words:
                way = self.way_rect()
                icons.draw(painter, "hint", QRectF(left, way.center().y() - 7, 14, 14), look.accent)
                paint.text(
                    painter, way.adjusted(20, 0, 0, 0), self.ask.way_words, theme.small_font(theme.MEDIUM), look.accent
                )
            if self.hasFocus():
                paint.box(painter, rect.adjusted(1, 1, -1, -1), theme.RADIUS_BADGE, None, paint.pen(look.accent, 2))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._owner.picked.emit(self.ask.id)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_link = self.way_rect().contains(QPointF(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.OpenHandCursor)
        start = self._pressed
        if start is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = (event.position().toPoint() - start).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._pressed = None
                self._owner.drag_asked.emit(self.ask.id, event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click, self._pressed = self._pressed is not None, None
        if is_click and self.way_rect().contains(QPointF(event.position())):
            self._owner.way_asked.emit(self.ask)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._owner.opened.emit(self.ask.id)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self._menu_spot()
        self._owner.menu_asked.emit(self.ask.id, at)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._owner.step(self, 1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._owner.opened.emit(self.ask.id)
            case Qt.Key.Key_Space if self.ask.way is not None:
                self._owner.way_asked.emit(self.ask)
            case _:
                super().keyPressEvent(event)

    def _menu_spot(self) -> QPoint:
        return self.mapToGlobal(QPoint(_EDGE + _GRIP, self.height() // 2))
