"""The date finder in the inspector: the wish, the month, the days that fit, and the button that makes a draft."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.date_finder import DatesFound, DateWish
from gui import theme
from gui.desk import Desk
from gui.pages.coverage.finder_form import Choices, FinderForm
from gui.pages.coverage.month_days import MonthDays
from gui.pages.coverage.offer_list import OfferList
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Line


class Finder(QWidget):
    """Finds days for a Kreis and kind; `wanted` brings the wish and the day that shall become an event."""

    wanted = Signal(object, object)  # DateWish, date
    time_kept = Signal(object, int, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish: DateWish | None = None
        self._day: date | None = None
        self.found = DatesFound((), ())
        self.form = FinderForm(desk)
        self.month = MonthDays()
        self.month_name = labels.Text(font=theme.small_font(theme.SEMIBOLD))
        self.back = Button(icon="chevron-left", weight=Weight.quiet, tip=_("Earlier month"), is_small=True)
        self.forward = Button(icon="chevron-right", weight=Weight.quiet, tip=_("Later month"), is_small=True)
        self.count = labels.ElidedText(font=theme.small_font(), tone="muted")
        self.list = OfferList()
        self.make = Button(_("Create event"), weight=Weight.primary)
        self._build()
        self._connect()
        self._name_button()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self.form)
        paging = QHBoxLayout()
        paging.setContentsMargins(theme.GAP, 0, theme.GAP_SMALL, 0)
        paging.addWidget(self.month_name, 1)
        paging.addWidget(self.back)
        paging.addWidget(self.forward)
        column.addLayout(paging)
        column.addLayout(_inside(self.month, theme.GAP_SMALL, 0))
        column.addWidget(Line())
        column.addLayout(_inside(self.count, theme.GAP, theme.GAP_TINY))
        column.addWidget(Line())
        column.addWidget(self.list, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.GAP_SMALL)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(Line())
        whole.addLayout(_inside(self.make, theme.GAP, theme.GAP_SMALL))

    def _connect(self) -> None:
        self.form.changed.connect(self.ask)
        self.form.time_kept.connect(self.time_kept)
        self.back.clicked.connect(lambda: self.month.turn(-1))
        self.forward.clicked.connect(lambda: self.month.turn(1))
        self.month.moved.connect(self.choose)
        self.list.moved.connect(self.choose)
        self.month.taken.connect(self._on_taken)
        self.list.taken.connect(self._on_taken)
        self.make.clicked.connect(lambda: self._on_taken(self._day))

    def show_choices(self, ags: str, choices: Choices) -> None:
        """Look in a Kreis, with these to choose from."""
        self.form.show_choices(ags, choices)

    def ask(self) -> None:
        """Find the days in a pool thread."""
        from domain.usecases import date_finder

        wish = self.form.wish()
        if wish is None:
            self._show(None, DatesFound((), ()))
            return
        workspace = self._desk.workspace
        self._desk.tasks.start(
            lambda _ticket: workspace.ask(date_finder.find, wish),
            partial(self._show, wish),
            key=f"coverage.finder.{id(self)}",
        )

    def day(self) -> date | None:
        """The day that is chosen and possible."""
        return self._day

    def choose(self, day: date) -> None:
        """Choose a day in month and list; one that is not possible says why."""
        offered = {offer.day for offer in self.found.offers}
        self._day = day if day in offered else None
        self.month.set_day(day)
        self.month_name.setText(current().month(day))
        self.list.choose(self._day)
        self.count.setText(self._counted() if self._day or day not in self._taken() else self.month.words(day))
        self.count.setToolTip(self.count.text())
        self._name_button()

    def _show(self, wish: DateWish | None, found: DatesFound) -> None:
        self._wish, self.found = wish, found
        best = found.offers[0].day if found.offers else None
        kept = self._day if self._day in {offer.day for offer in found.offers} else best
        self.month.show_found(found)
        self.list.show_offers(found.offers, kept)
        self.choose(kept or (wish.days.first if wish else self.month.day()))
        self.count.setText(self._counted())

    def _taken(self) -> set[date]:
        return {each.day for each in self.found.taken}

    def _counted(self) -> str:
        if self._wish is None:
            return _("Please give a period and a time.")
        count = len(self.found.offers)
        words = ngettext("{count} of {days} workdays fits", "{count} of {days} workdays fit", count)
        return words.format(count=count, days=self.found.workdays) + " · " + _("best first")

    def _name_button(self) -> None:
        is_ready = self._wish is not None and self._day is not None
        self.make.setEnabled(is_ready)
        if self._wish is not None and self._day is not None:
            kind = label(self._wish.kind, current())
            words = _("Create {kind} on {day}").format(kind=kind, day=current().day_of_month(self._day))
        else:
            words = _("No day fits")
        self.make.setText(words)

    def _on_taken(self, day: date | None) -> None:
        if day is not None and self._wish is not None and day in {offer.day for offer in self.found.offers}:
            self.wanted.emit(self._wish, day)


def _inside(part: QWidget, beside: int, above: int) -> QVBoxLayout:
    """A widget with room around it."""
    box = QVBoxLayout()
    box.setContentsMargins(beside, above, beside, above)
    box.addWidget(part)
    return box
