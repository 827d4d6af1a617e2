"""What the date finder is asked: kind, time, period, who and where, and what counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.region.gemeinden import gemeinden
from domain.region.kreise import kreis
from domain.rows.date_finder import DateWish
from domain.rules.coverage import half_year_days
from domain.rules.usual_times import USUAL_TIMES
from domain.terms import DateCheck, DaySpan, EventKind
from gui import theme
from gui.desk import Desk
from gui.pages.coverage.check_chip import CheckChip
from gui.texts import _, current
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField, TimeField
from gui.widgets.filter_button import FilterButton
from gui.widgets.flow import FlowLayout

_DAY = 138
"""Width of a day's field: two of them fit beside a scroll bar."""
_LEAD, _LONGEST = timedelta(days=28), timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in a Kreis: vehicles, people and sites by id, and when each kind usually begins."""

    vehicles: tuple[tuple[UUID, str], ...]
    people: tuple[tuple[UUID, str], ...]
    sites: tuple[tuple[UUID, str], ...]
    times: dict[EventKind, tuple[int, int]]


class FinderForm(QWidget):
    """The wish as fields; `changed` tells that another question is asked, `time_kept` that a time is the usual one."""

    changed = Signal()
    time_kept = Signal(object, int, int)  # kind, start minute, duration

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kreis = ""
        self._times: dict[EventKind, tuple[int, int]] = dict(USUAL_TIMES)
        self.kind = Combo(_("Kind"))
        self.kind.add_terms(EventKind)
        self.start = TimeField(_("Begins at"))
        self.keep_time = Button(_("Usual from now on"), weight=Weight.link)
        self.first = DateField(_("From"), self._today)
        self.last = DateField(_("To"), self._today)
        self.gemeinde = Combo(_("Municipality"))
        self.vehicle = Combo(_("Vehicle"))
        self.place = Combo(_("Site"))
        self.people: FilterButton = FilterButton(_("People"), [], icon="person")
        self.more = Button(_("Place, vehicle, people"), icon="chevron-down", weight=Weight.link)
        self.more.trailing = True
        self.chips = {check: CheckChip(label(check, current())) for check in DateCheck}
        self._details = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP_ROW, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(_row(self.kind, self.start))
        for field in (self.first, self.last):
            field.setFixedWidth(_DAY)
        column.addLayout(_row(self.first, self.last, None))
        self.keep_time.hide()
        links = _row(self.more, None, self.keep_time)
        column.addLayout(links)
        self._rows = QVBoxLayout(self._details)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GAP_SMALL)
        for combo in (self.gemeinde, self.place, self.vehicle):
            combo.setMinimumContentsLength(7)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._rows.addLayout(_row(self.gemeinde, self.place))
        self._people_row = _row(self.vehicle, self.people)
        self._rows.addLayout(self._people_row)
        self._details.hide()
        column.addWidget(self._details)
        area = QWidget()
        flow = FlowLayout(area, 6)
        for chip in self.chips.values():
            flow.addWidget(chip)
        column.addWidget(area)

    def _connect(self) -> None:
        self.more.clicked.connect(self._on_more)
        self.kind.activated.connect(self._on_kind)
        self.start.time_changed.connect(self._on_time)
        self.keep_time.clicked.connect(self._on_keep)
        for field in (self.first, self.last):
            field.date_changed.connect(lambda _day: self.changed.emit())
        for combo in (self.gemeinde, self.vehicle, self.place):
            combo.activated.connect(lambda _at: self._on_choice())
        for chip in self.chips.values():
            chip.toggled.connect(lambda _on: self.changed.emit())

    def show_choices(self, ags: str, choices: Choices) -> None:
        """Offer what can be chosen for a Kreis; what was chosen stays where it still can be."""
        before = self.place.value(), self.vehicle.value(), self.people.ticked()
        self._times = choices.times
        if ags != self._kreis:
            self._kreis = ags
            self.gemeinde.clear()
            self.gemeinde.add(None, _("Anywhere in {kreis}").format(kreis=kreis(ags).name), "pin")
            for each in sorted(gemeinden(), key=lambda each: -each.population):
                if each.kreis_ags == ags:
                    self.gemeinde.add(each.ags, each.name)
        _fill(self.place, _("Place still open"), choices.sites, before[0])
        _fill(self.vehicle, _("No vehicle"), choices.vehicles, before[1])
        people = FilterButton(_("People"), choices.people, icon="person")
        people.set_ticked(before[2])
        people.picked.connect(lambda _keys: self._on_choice())
        self._people_row.replaceWidget(self.people, people)
        self.people.hide()
        self.people.deleteLater()
        self.people = people
        people.setVisible(bool(choices.people))
        self._show_chips()

    def show_kind(self, kind: EventKind) -> None:
        """Ask for a kind at its usual time, without telling."""
        self.kind.set_value(kind)
        self._set_usual_time()

    def show_half_year(self, half_year: str) -> None:
        """Look at the days of a half-year that can still be invited to, at most three months."""
        days = half_year_days(half_year)
        first = max(days.first, self._today() + _LEAD)
        if first > days.last:
            first = self._today() + _LEAD
        last = min(max(days.last, first + timedelta(days=30)), first + _LONGEST)
        self.first.set_date(first)
        self.last.set_date(last)

    def wish(self) -> DateWish | None:
        """What is asked; None while something is missing."""
        kind, first, last, start = self.kind.value(), self.first.day(), self.last.day(), self.start.moment()
        if not (isinstance(kind, EventKind) and first and last and start and self._kreis) or last < first:
            return None
        ags, site, vehicle = self.gemeinde.value(), self.place.value(), self.vehicle.value()
        return DateWish(
            kreis_ags=self._kreis,
            kind=kind,
            days=DaySpan(first, last),
            start_minute=start.hour * 60 + start.minute,
            duration_minutes=self._times[kind][1],
            ags=ags if isinstance(ags, str) else None,
            vehicle_id=vehicle if isinstance(vehicle, UUID) else None,
            staff_ids=tuple(key for key in self.people.ticked() if isinstance(key, UUID)),
            site_id=site if isinstance(site, UUID) else None,
            checks=frozenset(check for check, chip in self.chips.items() if chip.isChecked()),
        )

    def _today(self) -> date:
        from domain.terms import BERLIN

        return self._desk.clock().astimezone(BERLIN).date()

    def _on_more(self) -> None:
        is_open = self._details.isHidden()
        self._details.setVisible(is_open)
        self.more.set_icon("chevron-up" if is_open else "chevron-down")

    def _on_kind(self) -> None:
        self._set_usual_time()
        self.changed.emit()

    def _on_choice(self) -> None:
        self._show_chips()
        self.changed.emit()

    def _on_time(self, _moment: object) -> None:
        wish = self.wish()
        self.keep_time.setVisible(wish is not None and self._times[wish.kind][0] != wish.start_minute)
        self.changed.emit()

    def _on_keep(self) -> None:
        if (wish := self.wish()) is not None:
            self.keep_time.hide()
            self.time_kept.emit(wish.kind, wish.start_minute, wish.duration_minutes)

    def _set_usual_time(self) -> None:
        kind = self.kind.value()
        if isinstance(kind, EventKind):
            minute = self._times[kind][0]
            self.start.set_time(time(minute // 60, minute % 60))
            self.keep_time.hide()

    def _show_chips(self) -> None:
        self.chips[DateCheck.people].setVisible(bool(self.people.ticked()))
        self.chips[DateCheck.room].setVisible(self.place.value() is not None)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is room that grows."""
    row = QHBoxLayout()
    row.setSpacing(theme.GAP_SMALL)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, 1 if isinstance(part, Combo) else 0)
    return row


def _fill(combo: Combo, nothing: str, values: Sequence[tuple[UUID, str]], chosen: object) -> None:
    combo.clear()
    combo.add(None, nothing)
    for key, words in values:
        combo.add(key, words)
    combo.set_value(chosen)
    if combo.currentIndex() < 0:
        combo.setCurrentIndex(0)
