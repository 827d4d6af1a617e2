"""The week from Monday to Sunday: its events as bars, today under a gold edge, holidays by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from domain.overriding import override
from domain.region.holidays import public_holiday_on
from domain.rows.event_row import EventRow
from gui import theme
from gui.pages.overview import words
from gui.texts import _
from gui.widgets import paint
from gui.widgets.event_bar import Bar, draw_bar

HEIGHT = 124
_DAYS = 7
_SATURDAY = 5
_FIRST_BAR, _PITCH, _BAR_HEIGHT, _PADDING = 33, 28, 24, 8
_MOST = 3
_FREE_DAY, _BUSY_FREE_DAY = 0.55, 0.72
"""Width of a weekend day against a weekday: empty, and with something in it."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the strip; `free` names its public holiday."""

    day: date
    events: tuple[EventRow, ...]
    free: str


class WeekStrip(QWidget):
    """Seven days side by side. One bar takes the keyboard; arrows move between bars and days, Enter opens."""

    event_opened = Signal(object)  # UUID
    day_opened = Signal(object)  # date: more events than there is room for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[Day, ...] = ()
        self._today = date.min
        self._columns: list[list[_Bar]] = []
        self.setAccessibleName(_("This week"))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, events: Sequence[EventRow], today: date) -> None:
        """Show the week `today` lies in."""
        self._today = today
        self._days = days_of_week(events, today)
        for bar in self.bars():
            bar.hide()
            bar.deleteLater()
        self._columns = [self._make_bars(day) for day in self._days]
        for bar in self.bars()[1:]:
            bar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._arrange()
        self.update()

    def bars(self) -> list["_Bar"]:
        """Every bar, day by day from the top."""
        return [bar for column in self._columns for bar in column]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        step = steps.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, _Bar):
            super().keyPressEvent(event)
            return
        target = self._neighbour(focused, *step)
        if target is not None:
            focused.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            target.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        whole = QRectF(self.rect())
        with paint.painting(self) as painter:
            paint.box(painter, whole, theme.RADIUS_CARD, look.base, look.hairline)
            inside = QPainterPath()
            inside.addRoundedRect(whole.adjusted(1, 1, -1, -1), theme.RADIUS_CARD - 1, theme.RADIUS_CARD - 1)
            painter.setClipPath(inside)
            for day, rect in zip(self._days, self._rects(), strict=True):
                self._paint_day(painter, QRectF(rect), day)

    def _paint_day(self, painter: QPainter, rect: QRectF, day: Day) -> None:
        look = theme.tokens()
        if day.free or day.day.weekday() >= _SATURDAY:
            painter.fillRect(rect, look.off if day.free and day.day.weekday() < _SATURDAY else look.alt)
        if day.day.weekday():
            painter.fillRect(QRectF(rect.x(), rect.y(), 1, rect.height()), look.hairline)
        head = QRectF(rect.x() + _PADDING, 10, rect.width() - 2 * _PADDING, 18)
        is_today = day.day == self._today
        font = theme.small_font(theme.SEMIBOLD if is_today else theme.REGULAR)
        name = words.weekday_and_number(day.day)
        taken = paint.text(painter, head, name, font, look.text if is_today else look.muted)
        if is_today:
            painter.fillRect(QRectF(rect.x(), 0, rect.width(), 3), look.gold)
            rest = head.adjusted(taken + 6, 0, 0, 0)
            paint.text(painter, rest, _("today"), theme.small_font(theme.SEMIBOLD), look.gold)
        if day.free:
            _paint_holiday(painter, head, day)

    def _make_bars(self, day: Day) -> list["_Bar"]:
        fitting = day.events if len(day.events) <= _MOST else day.events[: _MOST - 1]
        bars: list[_Bar] = []
        for row in fitting:
            bars.append(_EventBar(row, day.day, self._today, self))
            bars[-1].clicked.connect(partial(self.event_opened.emit, row.id))
        if len(day.events) > len(fitting):
            more = _MoreBar(len(day.events) - len(fitting), self)
            more.clicked.connect(partial(self.day_opened.emit, day.day))
            bars.append(more)
        for bar in bars:
            bar.show()
        return bars

    def _arrange(self) -> None:
        for rect, column in zip(self._rects(), self._columns, strict=True):
            first = _FIRST_BAR
            for position, bar in enumerate(column):
                top = first + position * _PITCH
                bar.setGeometry(QRect(rect.x() + _PADDING, top, rect.width() - 2 * _PADDING + 1, _BAR_HEIGHT))

    def _rects(self) -> list[QRect]:
        shares = [_share(day) for day in self._days]
        edges = [round(self.width() * share / sum(shares)) for share in accumulate(shares, initial=0.0) if shares]
        return [QRect(left, 0, right - left, self.height()) for left, right in pairwise(edges)]

    def _neighbour(self, bar: "_Bar", days: int, places: int) -> "_Bar | None":
        column = next(number for number, bars in enumerate(self._columns) if bar in bars)
        place = self._columns[column].index(bar) + places
        if not days:
            return self._columns[column][place] if 0 <= place < len(self._columns[column]) else None
        column += days
        while 0 <= column < len(self._columns):
            if bars := self._columns[column]:
                return bars[min(place, len(bars) - 1)]
            column += days
        return None


class _Bar(QAbstractButton):
    """What can be opened in a day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, _BAR_HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # arrows move in the strip

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            pen = paint.pen(theme.tokens().accent, theme.FOCUS_LINE)
            paint.box(painter, QRectF(self.rect()), theme.RADIUS_BADGE, None, pen)


class _EventBar(_Bar):
    """One event."""

    def __init__(self, row: EventRow, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        begins = words.time_of(row) if row.start_day == day else ""
        self._bar = Bar(row.kind, words.short_name(row), begins, row.state)
        spoken = words.spoken_event(row, today)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            draw_bar(painter, QRectF(self.rect()), self._bar)
            self._paint_focus(painter)


class _MoreBar(_Bar):
    """That there are more events than room."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(_("+ {count} more").format(count=count))
        self.setAccessibleName(self.text())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with paint.painting(self) as painter:
            rect = QRectF(self.rect()).adjusted(9, 0, 0, 0)
            paint.text(painter, rect, self.text(), theme.small_font(theme.MEDIUM), theme.tokens().accent)
            self._paint_focus(painter)


def days_of_week(events: Sequence[EventRow], today: date) -> tuple[Day, ...]:
    """Monday to Sunday around `today`, each with the events that touch it."""
    monday = today - timedelta(days=today.weekday())
    week = [monday + timedelta(days=number) for number in range(_DAYS)]
    return tuple(
        Day(day, tuple(row for row in events if row.touches(day)), public_holiday_on(day) or "") for day in week
    )


def _share(day: Day) -> float:
    if day.day.weekday() < _SATURDAY:
        return 1.0
    return _BUSY_FREE_DAY if day.free or day.events else _FREE_DAY


def _paint_holiday(painter: QPainter, head: QRectF, day: Day) -> None:
    """The holiday's name below the bars, or where they would stand."""
    top = _FIRST_BAR + min(len(day.events), _MOST) * _PITCH
    painter.setFont(theme.small_font())
    painter.setPen(theme.tokens().muted)
    rect = QRectF(head.x(), top, head.width(), HEIGHT - top - 4)
    words_of_day = day.free if day.events else _("{holiday}, public holiday").format(holiday=day.free)
    painter.drawText(rect, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), words_of_day)
