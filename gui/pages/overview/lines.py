"""How the overview paints next events and open requests."""

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from domain.rows.event_row import EventRow
from domain.rows.overview import WaitingRequest
from domain.rules import ages
from domain.rules.ages import Urgency
from domain.terms import EventState
from gui import icons, theme
from gui.pages.overview import words
from gui.widgets import paint
from gui.widgets.badge import badge_width, draw_badge, kreis_badge, state_badge

_ICON = 16
_KREIS_COLUMN = 50
_KREIS_FROM = 400
"""A narrower line leaves the Kreis out: the place tells more."""
_METER_WIDTH, _METER_DAYS = 40, 28
_AGE_COLUMN = 60


def draw_event(painter: QPainter, rect: QRectF, event: EventRow, today: date) -> None:
    """Bar and icon of the kind, day over time, title over place, Kreis, state."""
    mark = theme.tokens().kinds[event.kind].mark
    centre = rect.center().y()
    paint.box(painter, QRectF(rect.x(), rect.y() + 6, theme.KIND_BAR, rect.height() - 12), 1, mark)
    icon(painter, rect.x() + 14, centre, icons.KIND_ICONS[event.kind], mark)
    day = words.near_day(max(event.start_day, today), today) if event.start_day else ""
    when = QRectF(rect.x() + 41, rect.y(), 50, rect.height())
    _draw_when(painter, when, day, words.time_of(event))
    badge = state_badge(event.state)
    states = (EventState.tentative, EventState.confirmed)
    left = rect.right() - theme.GAP - max(badge_width(state_badge(state)) for state in states)
    draw_badge(painter, left, centre, badge)
    if event.kreis_ags and rect.width() >= _KREIS_FROM:
        left -= _KREIS_COLUMN
        draw_badge(painter, left, centre, kreis_badge(event.kreis_ags))
    what = QRectF(rect.x() + 95, rect.y(), left - rect.x() - 95 - theme.GAP_SMALL, rect.height())
    title_and_note(painter, what, event.title, event.place)


def draw_request(painter: QPainter, rect: QRectF, request: WaitingRequest, today: date) -> None:
    """Icon of the wanted kind, who asks over what for, Kreis, how long it waits."""
    centre = rect.center().y()
    icon(painter, rect.x() + 14, centre, icons.KIND_ICONS[request.kind], theme.tokens().kinds[request.kind].mark)
    right = rect.right() - theme.GAP
    if request.received_on is not None:
        age = ages.age_in_days(request.received_on, today)
        _age(painter, QRectF(right - _AGE_COLUMN, rect.y(), _AGE_COLUMN, rect.height()), age)
        meter = QRectF(right - _AGE_COLUMN - _METER_WIDTH, centre - 3, _METER_WIDTH, 6)
        _draw_age_meter(painter, meter, age)
    left = right - _AGE_COLUMN - _METER_WIDTH - 4
    if request.kreis_ags and rect.width() >= _KREIS_FROM:
        left -= _KREIS_COLUMN
        draw_badge(painter, left, centre, kreis_badge(request.kreis_ags))
    who = QRectF(rect.x() + 46, rect.y(), left - rect.x() - 46 - theme.GAP_SMALL, rect.height())
    title_and_note(painter, who, request.requester, request.topic)


def _age(painter: QPainter, rect: QRectF, days: int) -> None:
    urgency = ages.urgency_of_age(days)
    font = theme.small_font(theme.REGULAR if urgency is Urgency.calm else theme.SEMIBOLD)
    paint.text(painter, rect, words.waiting(days), font, urgent(urgency, theme.tokens().muted), paint.RIGHT)


def _draw_age_meter(painter: QPainter, rect: QRectF, days: int) -> None:
    look = theme.tokens()
    paint.box(painter, rect, 3, look.off)
    filled = QRectF(rect)
    filled.setWidth(max(3.0, rect.width() * min(1.0, days / _METER_DAYS)))
    paint.box(painter, filled, min(3.0, filled.width() / 2), urgent(ages.urgency_of_age(days), look.accent))


def urgent(urgency: Urgency, calm: QColor) -> QColor:
    """The colour of what is more or less pressing."""
    look = theme.tokens()
    return {Urgency.calm: calm, Urgency.gold: look.gold, Urgency.red: look.error}[urgency]


def icon(painter: QPainter, left: float, centre: float, name: str, colour: QColor) -> None:
    """Paint a 16-pixel icon around the height `centre`."""
    icons.draw(painter, name, QRectF(left, centre - _ICON / 2, _ICON, _ICON), colour)


def title_and_note(painter: QPainter, rect: QRectF, title: str, note: str) -> None:
    """Paint a first line in medium over a muted second one; alone it stands in the middle."""
    look = theme.tokens()
    if not note:
        paint.text(painter, rect, title, theme.text_font(theme.MEDIUM), look.text)
        return
    upper, lower = _halves(rect)
    paint.text(painter, upper, title, theme.text_font(theme.MEDIUM), look.text)
    paint.text(painter, lower, note, theme.small_font(), look.muted)


def _draw_when(painter: QPainter, rect: QRectF, day: str, time: str) -> None:
    look = theme.tokens()
    upper, lower = _halves(rect) if time else (rect, rect)
    paint.text(painter, upper, day, theme.small_font(), look.muted)
    if time:
        paint.text(painter, lower, time, theme.small_font(theme.SEMIBOLD), look.text)


def _halves(rect: QRectF) -> tuple[QRectF, QRectF]:
    """The boxes of a first and a second line around the middle."""
    centre = rect.center().y()
    return QRectF(rect.x(), centre - 17, rect.width(), 18), QRectF(rect.x(), centre + 1, rect.width(), 16)
