"""A person's month, painted: appointments as bars in the colours of their kinds, absences hatched."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from domain.overriding import override
from domain.rows.speakers import StripDay
from gui import theme
from gui.pages.lectures import words
from gui.texts import _, current
from gui.widgets import paint

_HEAD, _CELL, _LOWEST_CELL, _WEEKS = 20, 34, 20, 6
_WEEK = 7
_SATURDAY = 5
_MOST_BARS = 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


class MonthStrip(QWidget):
    """The days of one month by weeks; arrows move from day to day, Enter or a double click opens the first event."""

    day_changed = Signal(object)  # date
    event_opened = Signal(object)  # UUID

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._days: tuple[StripDay, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(_HEAD + _WEEKS * _CELL)

    @override
    def sizeHint(self) -> QSize:
        return QSize(304, _HEAD + _WEEKS * _CELL)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_WEEK * _LOWEST_CELL, _HEAD + _WEEKS * _LOWEST_CELL)

    def show_days(self, name: str, days: tuple[StripDay, ...]) -> None:
        """Show the days of a month called `name`; the same day stays current where it is in it, else today."""
        before = self._days[self._at].day.day if self._days else self._today.day
        self._days = days
        self._at = min(before, len(days)) - 1
        self.setAccessibleName(name)
        self._tell()

    def current(self) -> StripDay | None:
        """The day the keyboard is on."""
        return self._days[self._at] if self._days else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._at + step < len(self._days):
            self._move(self._at + step)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._days:
            self._move(0 if event.key() == Qt.Key.Key_Home else len(self._days) - 1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif not step:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at in range(len(self._days)):
            if self._cell(at).contains(event.position()):
                self._move(at)
                return

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
        self._open()

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
        width = self.width() / _WEEK
        with paint.painting(self) as painter:
            for index in range(_WEEK):
                head = QRectF(index * width, 0, width, _HEAD)
                paint.text(painter, head, current().weekday_name(index), theme.small_font(), look.muted, paint.CENTER)
            for at, day in enumerate(self._days):
                self._draw(painter, self._cell(at), day, is_current=at == self._at)

    def _draw(self, painter: QPainter, rect: QRectF, day: StripDay, *, is_current: bool) -> None:
        look = theme.tokens()
        inner = rect.adjusted(1, 1, -1, -1)
        ground = look.alt if day.day.weekday() >= _SATURDAY else None
        edge = paint.pen(look.gold, theme.FOCUS_LINE) if day.day == self._today else paint.pen(look.grid)
        paint.box(painter, inner, theme.RADIUS_BADGE, ground, edge)
        if day.is_away:
            painter.fillRect(inner.adjusted(2, 2, -2, -2), QBrush(look.outline, Qt.BrushStyle.BDiagPattern))
        number = QRectF(inner.x() + 3, inner.y() + 1, inner.width() - 6, 16)
        if day.is_away:
            wide = paint.text_width(str(day.day.day), theme.small_font()) + 4
            paint.box(painter, QRectF(number.x() - 2, number.y() + 1, wide, 14), 2, look.base)
        font = theme.small_font(theme.SEMIBOLD if day.duties else theme.REGULAR)
        paint.text(painter, number, str(day.day.day), font, look.text if day.duties else look.muted)
        for place, duty in enumerate(day.duties[:_MOST_BARS]):
            bar = QRectF(inner.x() + 4, inner.bottom() - 6 - 5 * place, inner.width() - 8, 4)
            paint.box(painter, bar, 2, look.kinds[duty.event.kind].mark)
        if is_current:
            pen = paint.pen(look.accent, theme.FOCUS_LINE if self.hasFocus() else theme.LINE)
            paint.box(painter, inner.adjusted(1, 1, -1, -1), theme.RADIUS_BADGE, None, pen)

    def _cell(self, at: int) -> QRectF:
        place = at + self._days[0].day.weekday()
        width, height = self.width() / _WEEK, (self.height() - _HEAD) / _WEEKS
        return QRectF(place % _WEEK * width, _HEAD + place // _WEEK * height, width, height)

    def _move(self, at: int) -> None:
        self._at = at
        self._tell()

    def _tell(self) -> None:
        day = self.current()
        if day is not None:
            self.setAccessibleDescription(spoken(day))
            self.day_changed.emit(day.day)
        self.update()

    def _open(self) -> None:
        day = self.current()
        if day is not None and day.duties:
            self.event_opened.emit(day.duties[0].event.id)


def spoken(day: StripDay) -> str:
    """A day with everything on it, for screen readers."""
    parts = [f"{words.hours(duty.event)} {duty.event.title}".strip() for duty in day.duties]
    if day.is_away:
        parts.insert(0, away(day))
    return f"{current().short_day(day.day)}: " + ("; ".join(parts) or _("nothing"))


def away(day: StripDay) -> str:
    """That the person is away, with the reason; it stays in the house."""
    return f"{_('away')}: {day.reason}" if day.reason else _("away")


def month_lines(days: tuple[StripDay, ...]) -> list[tuple[str, str]]:
    """The month in words: every absence as a stretch of days, every appointment with its day."""
    lines: list[tuple[date, str, str]] = []
    before: StripDay | None = None
    for day in days:
        goes_on = before is not None and before.is_away and before.reason == day.reason
        if day.is_away and not goes_on:
            lines.append((day.day, current().day_range(day.day, _last_away(days, day)), away(day)))
        for duty in day.duties:
            if duty.event.start_day == day.day or before is None:
                text = " ".join(part for part in (words.hours(duty.event), duty.event.title) if part)
                lines.append((day.day, current().short_day(day.day), text))
        before = day
    return [(head, text) for _day, head, text in sorted(lines, key=lambda line: line[0])]


def _last_away(days: tuple[StripDay, ...], first: StripDay) -> date:
    last = first.day
    for day in days:
        if day.day == last + timedelta(days=1) and day.is_away and day.reason == first.reason:
            last = day.day
    return last
