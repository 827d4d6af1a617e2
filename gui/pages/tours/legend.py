"""Which mark stands for which vehicle, and below the board its sums and what its signs mean."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from domain.rows.tours import TourDayRow
from gui import icons, theme
from gui.pages.tours import words
from gui.pages.tours.marks import SIZE, draw_mark
from gui.texts import _, current, ngettext
from gui.widgets import labels, paint

_FOOT = 40
_SIGN = 18


class Vehicles(QWidget):
    """The vehicles of a tour with their marks; names give way where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(2 * SIZE)
        self._vehicles: list[str] = []

    def show_vehicles(self, names: list[str]) -> None:
        """Name the vehicles in their order; the first has round marks."""
        self._vehicles = names
        self.setAccessibleName(_("Vehicles: {names}").format(names=", ".join(names)))
        self.setToolTip(", ".join(names))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _FOOT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, font = theme.tokens(), theme.text_font()
        share = (self.width() - theme.GAP_SMALL) / max(1, len(self._vehicles))
        left = float(theme.GAP_SMALL)
        with paint.painting(self) as painter:
            for position, name in enumerate(self._vehicles):
                middle = self.height() / 2
                draw_mark(painter, QPointF(left + SIZE / 2, middle), 1, is_round=position == 0)
                room = min(paint.text_width(name, font) + 1, share - SIZE - 6 - theme.GAP_ROW)
                if room > SIZE:
                    spot = QRectF(left + SIZE + 6, 0, room, self.height())
                    paint.text(painter, spot, name, font, look.text)
                left += SIZE + 6 + max(0.0, room) + theme.GAP_ROW


class Sums(QWidget):
    """Whether rules are broken, how many stops, how far, how long; at the right what the board's signs mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_FOOT)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        row.setSpacing(theme.GAP_TINY)
        self._sign = _RuleSign()
        self._rules = labels.Text("", font=theme.text_font(theme.MEDIUM))
        row.addWidget(self._sign)
        row.addWidget(self._rules)
        row.addSpacing(theme.GAP)
        self._figures = [labels.section("") for _each in range(3)]
        self._units = [labels.Text("", tone="muted") for _each in range(3)]
        for figure, unit in zip(self._figures, self._units, strict=True):
            row.addWidget(figure)
            row.addWidget(unit)
            row.addSpacing(theme.GAP_ROW)
        self.worth = labels.ElidedText(tone="muted")
        self.worth.hide()
        row.addWidget(self.worth)
        row.addWidget(_Signs(), 1)
        self.show_broken(None)

    def show_days(self, days: Sequence[TourDayRow]) -> None:
        """Show the sums of a tour."""
        stops = sum(len(day.stops) for day in days)
        kilometres = round(sum(day.kilometres for day in days))
        drive = sum(day.drive_minutes for day in days)
        shown = (
            (current().number(stops), ngettext("stop", "stops", stops)),
            (current().number(kilometres), _("km")),
            (words.length(drive), _("driving")),
        )
        for (figure, unit), figure_text, unit_text in zip(shown, self._figures, self._units, strict=True):
            figure_text.setText(figure)
            unit_text.setText(unit)

    def show_worth(self, words_: str) -> None:
        """Say how good the tour is; empty: nothing is known of that."""
        self.worth.setText(words_)
        self.worth.setVisible(bool(words_))

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


class _RuleSign(QWidget):
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


class _Signs(QWidget):
    """What line, hatching and dashes mean, from the right; those without room are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, _FOOT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, font = theme.tokens(), theme.small_font()
        with paint.painting(self) as painter:
            right = float(self.width())
            for words_, sign in ((_("tentative"), "dashes"), (_("Set-up, tear-down"), "hatch"), (_("Drive"), "line")):
                width = paint.text_width(words_, font)
                if right < width + _SIGN + theme.GAP_SMALL:
                    return
                right -= width
                paint.text(painter, QRectF(right, 0, width + 1, self.height()), words_, font, look.muted)
                right -= _SIGN + theme.GAP_SMALL
                _draw_sign(painter, QRectF(right, self.height() / 2 - 6, _SIGN, 12), sign)
                right -= theme.GAP


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
