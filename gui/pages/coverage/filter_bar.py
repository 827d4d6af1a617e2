"""The filters of the coverage page: kind, period, topic."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.rows.coverage import CoverageFilter
from domain.rows.tours import NamedRow
from domain.terms import EventKind
from gui import theme
from gui.pages.coverage import words
from gui.texts import _, current
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo

_FRONT = (EventKind.citizen_dialogue, EventKind.mobile_stop, EventKind.lecture)
_ALL, _MORE = "all", "more"


class FilterBar(QWidget):
    """What the page is about; `changed` brings the filter."""

    changed = Signal(object)  # CoverageFilter

    def __init__(self, half_year: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        front = [(kind.value, label(kind, current())) for kind in _FRONT]
        self.kind = Segmented([*front, (_ALL, _("All")), (_MORE, _("Further"))], name=_("Kind"))
        self.more = Combo(_("Further kinds"))
        self.more.add_terms([kind for kind in EventKind if kind not in _FRONT])
        self.more.setCurrentIndex(0)
        self.more.hide()
        self.period = Combo(_("Period"))
        self.topic = Combo(_("Topic"))
        self.topic.setMinimumContentsLength(8)
        self.topic.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.topic.add(None, _("All topics"), "tag")
        self._half_years: tuple[str, ...] = ()
        self.set_half_years((half_year,), half_year)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        for part in (self.kind, self.more, self.period):
            row.addWidget(part)
        self.kind.picked.connect(self._on_kind)
        for combo in (self.more, self.period, self.topic):
            combo.activated.connect(lambda _at: self.changed.emit(self.wanted()))

    def wanted(self) -> CoverageFilter:
        """What is chosen."""
        period, topic = self.period.value(), self.topic.value()
        return CoverageFilter(
            kinds=self.kinds(),
            half_years=period if isinstance(period, tuple) else (),
            topic_id=topic if isinstance(topic, UUID) else None,
        )

    def kinds(self) -> tuple[EventKind, ...]:
        """The kinds that are chosen, () for all."""
        match self.kind.value():
            case "all":
                return ()
            case "more":
                kind = self.more.value()
                return (kind,) if isinstance(kind, EventKind) else ()
            case chosen:
                return (EventKind(chosen),)

    def show_kind(self, kind: EventKind) -> None:
        """Choose a kind without telling."""
        is_front = kind in _FRONT
        self.kind.set_value(kind.value if is_front else _MORE)
        self.more.setVisible(not is_front)
        if not is_front:
            self.more.set_value(kind)

    def set_half_years(self, half_years: Sequence[str], chosen: str | None = None) -> None:
        """Offer these half-years, the newest first, and their years; what was chosen stays."""
        if tuple(half_years) == self._half_years:
            return
        self._half_years = tuple(half_years)
        before = (chosen,) if chosen else self.period.value()
        self.period.clear()
        for name in half_years:
            self.period.add((name,), words.period((name,)), "calendar")
        for year in sorted({name[:4] for name in half_years}, reverse=True):
            self.period.add((f"{year}-H1", f"{year}-H2"), _("Year {year}").format(year=year), "calendar")
        self.period.set_value(before)

    def set_topics(self, topics: Sequence[NamedRow]) -> None:
        """Offer these topics; what was chosen stays as long as it is there."""
        chosen = self.topic.value()
        self.topic.clear()
        self.topic.add(None, _("All topics"), "tag")
        for topic in topics:
            self.topic.add(topic.id, topic.name)
        self.topic.set_value(chosen)
        if self.topic.currentIndex() < 0:
            self.topic.setCurrentIndex(0)

    def _on_kind(self, key: str) -> None:
        self.more.setVisible(key == _MORE)
        self.changed.emit(self.wanted())
