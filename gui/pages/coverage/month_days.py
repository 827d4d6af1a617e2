"""One month of the date finder: free days boxed, warned ones with a mark, the chosen one filled."""

import calendar
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from domain.overriding import override
from domain.rows.date_finder import DateOffer, DatesFound, TakenDay
from gui import theme
from gui.texts import _, current
from gui.widgets import paint

_HEAD, _ROW, _ROWS = 18, 25, 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class MonthDays(QWidget):
    """Days of a month; arrows move, Enter takes; `moved` brings the day that was reached."""

    moved = Signal(object)  # date
    taken = Signal(object)  # date, by Enter or double click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = date(2000, 1, 1)
        self._offers: dict[date, DateOffer] = {}
        self._taken: dict[date, TakenDay] = {}
        self.setAccessibleName(_("Month with free days"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.update)

    def show_found(self, found: DatesFound) -> None:
        """Mark what was found."""
        self._offers = {offer.day: offer for offer in found.offers}
        self._taken = {each.day: each for each in found.taken}
        self._say()
        self.update()

    def day(self) -> date:
        """The day that was reached."""
        return self._day

    def set_day(self, day: date) -> None:
        """Go to a day and its month without telling."""
        self._day = day
        self._say()
        self.update()

    def words(self, day: date) -> str:
        """What is known of a day, in one line."""
        text = current().text
        if (offer := self._offers.get(day)) is not None:
            reasons = [text(each.msgid, each.params) for each in offer.reasons]
            return _("{day}: free. {reasons}").format(day=_short(day), reasons="; ".join(reasons)).strip()
        if (taken := self._taken.get(day)) is not None:
            reasons = [text(each.msgid, each.params) for each in taken.obstacles]
            return _("{day}: not possible. {reasons}").format(day=_short(day), reasons="; ".join(reasons))
        return _("{day}: not looked at").format(day=_short(day))

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, _HEAD + _ROWS * _ROW)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move_to(self._day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.taken.emit(self._day)
        else:
            super().keyPressEvent(event)

    def turn(self, months: int) -> None:
        """Go to the same day of another month, or its last."""
        number = self._day.year * 12 + self._day.month - 1 + months
        year, month = divmod(number, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self._move_to(date(year, month + 1, min(self._day.day, last)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (day := self._at(event.position())) is not None:
            self._move_to(day)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), self.words(day) if day else "", self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            for weekday in range(7):
                rect = QRectF(weekday * self._width(), 0, self._width(), _HEAD)
                name = current().weekday_short(self._monday() + timedelta(days=weekday))
                paint.text(painter, rect, name, theme.small_font(), look.muted, paint.CENTER)
            for day in self._days():
                self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        look = theme.tokens()
        cell = self._rect(day)
        box = cell.adjusted(3, 1.5, -3, -1.5)
        offer = self._offers.get(day)
        is_current = day == self._day
        colour, font = look.muted, theme.small_font()
        if is_current and offer is not None:
            paint.box(painter, box, theme.RADIUS_BADGE, look.fill)
            colour, font = look.on_fill, theme.small_font(theme.SEMIBOLD)
        elif offer is not None:
            paint.box(painter, box, theme.RADIUS_BADGE, look.done_ground, paint.pen(look.done))
            colour, font = look.done, theme.small_font(theme.SEMIBOLD)
        elif is_current:
            paint.box(painter, box, theme.RADIUS_BADGE, look.off)
            colour = look.text
        paint.text(painter, box, str(day.day), font, colour, paint.CENTER)
        if offer is not None and offer.warnings:
            mark = look.on_fill if is_current else look.warning
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mark)
            painter.drawEllipse(QPointF(box.right() - 6, box.top() + 6), 2, 2)
        if is_current and self.hasFocus():
            paint.box(painter, cell.adjusted(1, 0, -1, 0), theme.RADIUS, None, paint.pen(look.accent, theme.FOCUS_LINE))

    def _move_to(self, day: date) -> None:
        self.set_day(day)
        self.moved.emit(day)

    def _monday(self) -> date:
        first = self._day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def _days(self) -> list[date]:
        first = self._day.replace(day=1)
        return [first + timedelta(days=n) for n in range(calendar.monthrange(first.year, first.month)[1])]

    def _width(self) -> float:
        return self.width() / 7

    def _rect(self, day: date) -> QRectF:
        row, column = divmod((day - self._monday()).days, 7)
        return QRectF(column * self._width(), _HEAD + row * _ROW, self._width(), _ROW)

    def _at(self, position: QPointF) -> date | None:
        return next((day for day in self._days() if self._rect(day).contains(position)), None)

    def _say(self) -> None:
        self.setAccessibleDescription(self.words(self._day))


def _short(day: date) -> str:
    return f"{current().weekday_short(day)} {current().day_of_month(day)}"
