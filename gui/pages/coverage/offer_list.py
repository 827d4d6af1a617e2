"""The days that fit, the best first, each with its reasons: arrows move, Enter takes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.date_finder import DateOffer, DateReason
from domain.terms import Bearing
from gui import icons, theme
from gui.texts import _, current
from gui.widgets import paint

MOST = 20
"""Days the list shows; the month shows all of them."""

_REASONS = 4
_LINE, _PADDING, _DAY_WIDTH, _ICON = 17, 7, 96, 14


class OfferList(QScrollArea):
    """Buttons with reasons; `moved` brings the day that was chosen, `taken` one that is wanted at once."""

    moved = Signal(object)  # date
    taken = Signal(object)  # date

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Days that fit, the best first"))
        self.setMinimumHeight(112)
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.lines: list[OfferLine] = []
        self._offers: tuple[DateOffer, ...] = ()

    def show_offers(self, offers: Sequence[DateOffer], chosen: date | None) -> None:
        """Show the best of these; the chosen day is there in any case."""
        self._offers = tuple(offers)
        shown = list(offers[:MOST])
        shown += [offer for offer in offers[MOST:] if offer.day == chosen]
        for line in self.lines[len(shown) :]:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self.lines[len(shown) :]
        for place, offer in enumerate(shown):
            if place == len(self.lines):
                line = OfferLine(offer)
                line.clicked.connect(self._on_clicked)
                self.lines.append(line)
                self._column.insertWidget(place, line)
            self.lines[place].show_offer(offer)
        self.choose(chosen)

    def choose(self, day: date | None) -> None:
        """Mark a day; it is the only stop of the Tab key."""
        if day is not None and day not in {line.offer.day for line in self.lines}:
            if any(offer.day == day for offer in self._offers[MOST:]):
                self.show_offers(self._offers, day)
                return
            day = None
        stop = day or next((line.offer.day for line in self.lines), None)
        for line in self.lines:
            line.set_chosen(is_chosen=line.offer.day == day)
            is_stop = line.offer.day == stop
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
            if line.offer.day == day:
                self.ensureWidgetVisible(line, 0, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        here = next((at for at, line in enumerate(self.lines) if line.hasFocus()), -1)
        if step and here >= 0:
            goal = min(max(here + step, 0), len(self.lines) - 1)
            self.lines[goal].setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(self.lines[goal].offer.day)
        elif here >= 0 and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit(self.lines[here].offer.day)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, OfferLine):
            self.moved.emit(line.offer.day)


class OfferLine(QAbstractButton):
    """One day: weekday, date and time left, reasons right."""

    def __init__(self, offer: DateOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self.is_chosen = False
        self._day, self._time = "", ""
        self._told: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_offer(self, offer: DateOffer) -> None:
        """Show another day, or the same one with other reasons."""
        if offer == self.offer and self.accessibleName():
            return
        self.offer = offer
        self._day, self._time = _day(offer), _time(offer)
        self._told = [_told(each) for each in offer.reasons]
        reasons = "; ".join(self._told) or _("everything free")
        self.setAccessibleName(f"{self._day}, {self._time}: {reasons}")
        self.setToolTip("\n".join(self._told))
        self.updateGeometry()
        self.update()

    def set_chosen(self, *, is_chosen: bool) -> None:
        """Mark the line."""
        if is_chosen != self.is_chosen:
            self.is_chosen = is_chosen
            self.update()

    @override
    def sizeHint(self) -> QSize:
        lines = max(2, min(len(self.offer.reasons), _REASONS))
        return QSize(280, lines * _LINE + 2 * _PADDING)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()  # the list moves and takes

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            rect = QRectF(self.rect())
            ground = look.selection if self.is_chosen else look.hover if self.underMouse() else look.base
            painter.fillRect(rect, ground)
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.hairline)
            if self.is_chosen:
                painter.fillRect(QRectF(0, 0, theme.KIND_BAR, rect.height()), look.accent)
            day = QRectF(theme.GAP, _PADDING, _DAY_WIDTH - theme.GAP_SMALL, _LINE)
            paint.text(painter, day, self._day, theme.small_font(theme.SEMIBOLD), look.text)
            paint.text(painter, day.translated(0, _LINE), self._time, theme.small_font(), look.muted)
            for place, each in enumerate(self.offer.reasons[:_REASONS]):
                left = theme.GAP + _DAY_WIDTH
                line = QRectF(left, _PADDING + place * _LINE, rect.width() - left - theme.GAP_SMALL, _LINE)
                _paint_reason(painter, line, each.bearing, self._told[place])
            if self.hasFocus():
                ring = paint.pen(look.accent, theme.FOCUS_LINE)
                paint.box(painter, rect.adjusted(4, 2, -2, -3), theme.RADIUS_BADGE, None, ring)


def _paint_reason(painter: QPainter, line: QRectF, bearing: Bearing, told: str) -> None:
    look = theme.tokens()
    icon, colour = ("check", look.done) if bearing is Bearing.good else ("warning", look.warning)
    icons.draw(painter, icon, QRectF(line.x(), line.center().y() - _ICON / 2, _ICON, _ICON), colour)
    paint.text(painter, line.adjusted(_ICON + 6, 0, 0, 0), told, theme.small_font(), look.text)


def _told(each: DateReason) -> str:
    return current().text(each.msgid, each.params)


def _day(offer: DateOffer) -> str:
    return f"{current().weekday_short(offer.day)} {current().day_of_month(offer.day)}"


def _time(offer: DateOffer) -> str:
    return current().pgettext("time of day", "{time}").format(time=current().clock(offer.starts_at))
