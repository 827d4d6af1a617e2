"""The card of the board: chooser and buttons, legend, board, sums, and what is picked."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from domain.rows.tours import TourDayRow, TourRow
from gui import icons, theme
from gui.pages.tours import words
from gui.pages.tours.board import TourBoard
from gui.pages.tours.keys import Wish
from gui.pages.tours.layout import vehicles
from gui.pages.tours.marks import SIZE, draw_mark
from gui.pages.tours.selection_panel import SelectionPanel
from gui.texts import _, current, ngettext
from gui.widgets import labels, paint
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.combo import Combo

_LEGEND, _FOOT, _BAR = 36, 40, 48


class BoardCard(Card):
    """Everything of one tour but map and list."""

    tour_picked = Signal(object)  # UUID
    asked = Signal(object)  # Wish

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Tour"))
        self.chooser = Combo(_("Tour"))
        self.chooser.setMinimumWidth(200)
        self.chooser.setMaximumWidth(340)
        self.chooser.activated.connect(lambda _index: self.tour_picked.emit(self.chooser.value()))
        self.legend = _Legend()
        self.board = TourBoard()
        self.sums = _Sums()
        self.panel = SelectionPanel()
        self.body.addWidget(self._bar())
        self.body.addWidget(Line())
        self.body.addWidget(self.legend)
        self.body.addWidget(Line())
        self.body.addWidget(self.board, 1)
        self.body.addWidget(Line())
        self.body.addWidget(self.sums)
        self.body.addWidget(Line())
        self.body.addWidget(self.panel)

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 0)
        row.setSpacing(theme.GAP_SMALL)
        self.edit = Button(icon="edit", tip=_("Edit tour"))
        self.day = Button(_("Add day …"), icon="calendar")
        self.stop = Button(_("Add stop …"), icon="plus")
        row.addWidget(self.chooser)
        row.addWidget(self.edit)
        row.addStretch(1)
        row.addWidget(self.day)
        row.addWidget(self.stop)
        for button, wish in ((self.edit, Wish.edit_tour), (self.day, Wish.add_day), (self.stop, Wish.add_stop)):
            button.clicked.connect(lambda _checked=False, wanted=wish: self.asked.emit(wanted))
        return bar

    def show_tours(self, rows: Sequence[TourRow], current_id: UUID | None) -> None:
        """Offer these tours, with one chosen."""
        self.chooser.clear()
        for row in rows:
            self.chooser.add(row.id, _("{title} · {days}").format(title=row.title, days=words.span(row)), "route")
        self.chooser.set_value(current_id)

    def show_days(self, days: Sequence[TourDayRow]) -> None:
        """Show a tour's days."""
        self.legend.show_vehicles(list(vehicles(days).values()))
        self.board.show_days(days, words.freedom(day.day for day in days))
        self.sums.show_days(days)
        self.stop.setEnabled(bool(days))


class _Legend(QWidget):
    """Which mark stands for which vehicle, and what line, hatching and dashes mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_LEGEND)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._vehicles: list[str] = []

    def show_vehicles(self, names: list[str]) -> None:
        """Name the vehicles in their order; the first has round marks."""
        self._vehicles = names
        self.setAccessibleName(_("Vehicles: {names}").format(names=", ".join(names)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, _LEGEND)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            right = float(self.width() - theme.GAP)
            for words_, draw in ((_("tentative"), "dashes"), (_("Set-up, tear-down"), "hatch"), (_("Drive"), "line")):
                width = paint.text_width(words_, theme.small_font())
                right -= width
                paint.text(painter, QRectF(right, 0, width + 1, _LEGEND), words_, theme.small_font(), look.muted)
                right -= 26
                _draw_sign(painter, QRectF(right, _LEGEND / 2 - 6, 18, 12), draw)
                right -= theme.GAP
            left = float(theme.GAP)
            for position, name in enumerate(self._vehicles):
                draw_mark(painter, QPointF(left + SIZE / 2, _LEGEND / 2), 1, is_round=position == 0)
                room = QRectF(left + SIZE + 6, 0, max(0.0, right - left - SIZE - 6), _LEGEND)
                left += SIZE + 6 + paint.text(painter, room, name, theme.text_font(), look.text) + theme.GAP


def _draw_sign(painter: QPainter, rect: QRectF, sign: str) -> None:
    look = theme.tokens()
    if sign == "line":
        paint.box(painter, QRectF(rect.x(), rect.center().y() - 2, rect.width(), 4), 2, look.outline)
        return
    if sign == "hatch":
        path = QPainterPath()
        path.addRoundedRect(rect, 2, 2)
        painter.fillPath(path, QBrush(look.accent, Qt.BrushStyle.BDiagPattern))
    paint.box(painter, rect, 2, None, paint.pen(look.accent, dashed=sign == "dashes"))


class _Sums(QWidget):
    """Stops, kilometres, driving, and how many rules are broken."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_FOOT)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        row.setSpacing(theme.GAP_TINY)
        self._figures = [labels.section("") for _each in range(3)]
        self._units = [labels.Text("", tone="muted") for _each in range(3)]
        for figure, unit in zip(self._figures, self._units, strict=True):
            row.addWidget(figure)
            row.addWidget(unit)
            row.addSpacing(theme.GAP)
        self._sign = _Sign()
        self._rules = labels.Text("", font=theme.text_font(theme.MEDIUM))
        row.addWidget(self._sign)
        row.addWidget(self._rules)
        row.addStretch(1)
        self.show_broken(None)

    def show_days(self, days: Sequence[TourDayRow]) -> None:
        """Show the sums of a tour."""
        stops = sum(len(day.stops) for day in days)
        kilometres = round(sum(day.kilometres for day in days))
        drive = sum(day.drive_minutes for day in days)
        shown = (
            (current().number(stops), ngettext("stop", "stops", stops)),
            (current().number(kilometres), _("km")),
            (_("{hours} h").format(hours=words.hours(drive)), _("driving")),
        )
        for (figure, unit), figure_text, unit_text in zip(shown, self._figures, self._units, strict=True):
            figure_text.setText(figure)
            unit_text.setText(unit)

    def show_broken(self, count: int | None) -> None:
        """Show how many rules are broken; None while that is not known yet."""
        self._sign.show_count(count)
        if count is None:
            self._rules.setText("")
            return
        words_ = ngettext("{count} rule broken", "{count} rules broken", count).format(count=count)
        self._rules.setText(words_ if count else _("No rule broken"))
        self._rules.set_tone("error" if count else "done")
        self._row.activate()


class _Sign(QWidget):
    """The octagon or the tick before the number of broken rules."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, 18)
        self._count: int | None = None

    def show_count(self, count: int | None) -> None:
        """Change the sign."""
        self._count = count
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._count is None:
            return
        look = theme.tokens()
        name, colour = ("error", look.error) if self._count else ("check", look.done)
        with paint.painting(self) as painter:
            icons.draw(painter, name, QRectF(1, 1, 16, 16), colour)
