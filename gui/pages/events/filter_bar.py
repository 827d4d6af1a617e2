"""The filters above the table of events."""

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum, auto
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.filters import EventFilter
from domain.terms import Audience, EventKind, EventState
from gui import theme
from gui.texts import _, current
from gui.widgets.button import Button, Weight
from gui.widgets.chips import Chip
from gui.widgets.combo import Combo
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.toggle_filter import ToggleFilter

_NO_FURTHER: dict[str, Any] = {"topic_ids": (), "target_group_ids": (), "place_categories": (), "begins_within": False}
"""Conditions without a button of their own: only another page sets them."""


class Period(StrEnum):
    """The stretches of time that are one choice away."""

    coming = auto()
    month = auto()
    half_year = auto()
    all = auto()
    own = auto()


class EventFilterBar(QWidget):
    """Search, kinds, Kreise, states, audience and period; `changed` tells that the filter is another one."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._own = EventFilter()
        self.search = SearchField(_("Title, place, number"))
        self.search.setMaximumWidth(220)
        language = current()
        self.kinds = FilterButton(_("Kind"), [(kind, label(kind, language)) for kind in EventKind])
        self.kreise = FilterButton(_("District"), [(found.ags, found.name) for found in kreise()])
        self.states = FilterButton(_("State"), [(state, label(state, language)) for state in EventState])
        self.audiences = FilterButton(_("Audience"), [(each, label(each, language)) for each in Audience])
        self.good_only = ToggleFilter("star", _("Good examples"), _("Only good examples"))
        self.period = Combo(_("Period"))
        self.further = Chip(_("From the evaluation"))
        self.further.setToolTip(_("Only what was counted there: by topic, target group or place, and by first day"))
        self.further.hide()
        self.reset = Button(_("Reset filters"), weight=Weight.link)
        self._fill_periods()
        self._lay_out()
        self._connect()
        self._show_reset()

    def _lay_out(self) -> None:
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self.row.setSpacing(theme.GAP_SMALL)
        self.row.addWidget(self.search, 4)
        for part in (self.kinds, self.kreise, self.states, self.audiences, self.good_only, self.period):
            self.row.addWidget(part)
        self.row.addWidget(self.further)
        self.row.addWidget(self.reset)
        self.row.addStretch(1)

    def _connect(self) -> None:
        for button in (self.kinds, self.kreise, self.states, self.audiences):
            button.picked.connect(self._on_changed)
        self.good_only.toggled.connect(self._on_changed)
        self.search.searched.connect(self._on_changed)
        self.period.activated.connect(self._on_changed)
        self.further.removed.connect(self._on_further_removed)
        self.reset.clicked.connect(self.clear)

    def wanted(self) -> EventFilter:
        """The filter as it is set; the order is the table's."""
        first, last = self._days()
        return replace(
            self._own,
            text=self.search.text().strip(),
            kinds=tuple(EventKind(str(kind)) for kind in self.kinds.ticked()),
            states=tuple(EventState(str(state)) for state in self.states.ticked()),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            audiences=tuple(Audience(str(each)) for each in self.audiences.ticked()),
            best_practice=self.good_only.isChecked(),
            first=first,
            last=last,
        )

    def show_filter(self, wanted: EventFilter) -> None:
        """Set everything to a filter, e.g. a saved one, and tell."""
        self._own = wanted
        self.search.setText(wanted.text)
        self.kinds.set_ticked(wanted.kinds)
        self.kreise.set_ticked(wanted.kreise)
        self.states.set_ticked(wanted.states)
        self.audiences.set_ticked(wanted.audiences)
        self.good_only.setChecked(wanted.best_practice)
        self._fill_periods(has_own=bool(wanted.first or wanted.last))
        self.period.set_value(Period.own if wanted.first or wanted.last else Period.all)
        self._on_changed()

    def clear(self) -> None:
        """Show all events of all times."""
        self.show_filter(EventFilter())

    def _fill_periods(self, *, has_own: bool = False) -> None:
        self.period.clear()
        self.period.add(Period.coming, _("Coming"))
        self.period.add(Period.month, _("This month"))
        self.period.add(Period.half_year, _("This half-year"))
        self.period.add(Period.all, _("All times"))
        if has_own:
            first, last = self._own.first, self._own.last
            shown = [current().day(day) if day else "…" for day in (first, last)]
            self.period.add(Period.own, f"{shown[0]}–{shown[1]}")

    def _days(self) -> tuple[date | None, date | None]:
        today = self._today()
        match self.period.value():
            case Period.coming:
                return today, None
            case Period.month:
                return today.replace(day=1), _month_end(today.year, today.month)
            case Period.half_year:
                first = 1 if today.month <= 6 else 7  # noqa: PLR2004 - June ends the first half
                return date(today.year, first, 1), _month_end(today.year, first + 5)
            case Period.own:
                return self._own.first, self._own.last
        return None, None

    def _on_changed(self, _change: object = None) -> None:
        self._show_reset()
        self.changed.emit()

    def _on_further_removed(self) -> None:
        self._own = replace(self._own, **_NO_FURTHER)
        self._on_changed()

    def _show_reset(self) -> None:
        self.further.setVisible(any(getattr(self._own, name) != value for name, value in _NO_FURTHER.items()))
        self.reset.setVisible(self.wanted() != EventFilter())


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
