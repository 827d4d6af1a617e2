"""The filters of the evaluation: days, kinds, Kreise, topics, target groups, places, audience."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.evaluation import EvaluationFilter
from domain.rows.tours import NamedRow
from domain.rules.evaluation.periods import Preset, preset_days
from domain.terms import Audience, EventKind, PlaceCategory
from gui import theme
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.filter_button import FilterButton
from gui.widgets.flow import FlowLayout


class FilterBar(QWidget):
    """What the page is about; `changed` tells that the filter is another one."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        language = current()
        self.period = Combo(_("Period"))
        for preset, words in _presets():
            self.period.add(preset, words, "calendar")
        self.first = DateField(_("From"), today)
        self.last = DateField(_("To"), today)
        self.until = labels.Text("–", tone="muted")
        self.kinds = FilterButton(_("Kind"), [(kind, label(kind, language)) for kind in EventKind])
        self.kreise = FilterButton(_("District"), [(found.ags, found.name) for found in kreise()])
        self.topics = FilterButton(_("Topic"), ())
        self.groups = FilterButton(_("Target group"), ())
        self.places = FilterButton(_("Place category"), [(each, label(each, language)) for each in PlaceCategory])
        self.audiences = FilterButton(_("Audience"), [(each, label(each, language)) for each in Audience])
        self.reset = Button(_("Reset filters"), weight=Weight.link)
        flow = FlowLayout(self, theme.GAP_SMALL)
        for part in (self.period, self.first, self.until, self.last, *self._buttons(), self.reset):
            flow.addWidget(part)
        self.period.activated.connect(self._on_period)
        for field in (self.first, self.last):
            field.date_changed.connect(self._on_changed)
        for button in self._buttons():
            button.picked.connect(self._on_changed)
        self.reset.clicked.connect(self.clear)
        self._keep_days()
        self._show_parts()

    def _buttons(self) -> tuple[FilterButton, ...]:
        return self.kinds, self.kreise, self.topics, self.groups, self.places, self.audiences

    def wanted(self) -> EvaluationFilter:
        """What is chosen; days typed the wrong way round are read the right way round."""
        first, last = self._days()
        if first and last and last < first:
            first, last = last, first
        return EvaluationFilter(
            first_day=first,
            last_day=last,
            kinds=tuple(EventKind(str(each)) for each in self.kinds.ticked()),
            kreise=tuple(str(each) for each in self.kreise.ticked()),
            topic_ids=tuple(each for each in self.topics.ticked() if isinstance(each, UUID)),
            target_group_ids=tuple(each for each in self.groups.ticked() if isinstance(each, UUID)),
            place_categories=tuple(PlaceCategory(str(each)) for each in self.places.ticked()),
            audiences=tuple(Audience(str(each)) for each in self.audiences.ticked()),
        )

    def set_names(self, topics: Sequence[NamedRow], groups: Sequence[NamedRow]) -> None:
        """Offer these topics and target groups; what was ticked stays as far as it is there."""
        self.topics.set_values((row.id, row.name) for row in topics)
        self.groups.set_values((row.id, row.name) for row in groups)

    def show_preset(self, preset: Preset) -> None:
        """Choose a period and tell."""
        self.period.set_value(preset)
        self._on_period()

    def clear(self) -> None:
        """Leave only the period."""
        for button in self._buttons():
            button.set_ticked(())
        self._on_changed()

    def _days(self) -> tuple[date | None, date | None]:
        preset = self.period.value()
        if preset is Preset.own:
            return self.first.day(), self.last.day()
        days = preset_days(Preset(str(preset)), self._today())
        return (days.first, days.last) if days else (None, None)

    def _on_period(self, _at: object = None) -> None:
        self._keep_days()
        self._on_changed()

    def _keep_days(self) -> None:
        """Let days to be typed begin with those that are shown."""
        days = preset_days(Preset(str(self.period.value())), self._today())
        if days is not None:
            self.first.set_date(days.first)
            self.last.set_date(days.last)

    def _on_changed(self, _change: object = None) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        is_own = self.period.value() is Preset.own
        for part in (self.first, self.until, self.last):
            part.setVisible(is_own)
        self.reset.setVisible(any(button.ticked() for button in self._buttons()))
        self.updateGeometry()


def _presets() -> list[tuple[Preset, str]]:
    return [
        (Preset.half_year, _("This half-year")),
        (Preset.last_half_year, _("Last half-year")),
        (Preset.year, _("This year")),
        (Preset.last_year, _("Last year")),
        (Preset.twelve_months, _("Last 12 months")),
        (Preset.all, _("All times")),
        (Preset.own, _("Own days …")),
    ]
