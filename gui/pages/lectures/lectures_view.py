"""The lectures, coming and held, with filters."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.catalogue import LectureFilter, LectureRow
from domain.rows.tours import NamedRow
from domain.terms import EventState, Schulform
from gui import theme
from gui.pages.lectures.columns import OFF, lecture_columns
from gui.pages.lectures.lecture_panel import LecturePanel
from gui.pages.lectures.listed import Listed
from gui.texts import _, current
from gui.widgets.card import Line
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.tabs import TabBar

_HELD = frozenset({EventState.held, EventState.reviewed})
_TIGHT = 10


class LecturesView(Listed[LectureRow]):
    """Lectures by how far they are; those ahead by date, those over from the newest."""

    wanted_changed = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.panel = LecturePanel()
        super().__init__(_("Lectures"), lecture_columns(), self.panel, parent)
        self._all: tuple[LectureRow, ...] = ()
        self.phases = TabBar(_("Phase"))
        self.phases.set_padding(_TIGHT)
        for words in (_("Ahead"), _("Held"), _("Not held")):
            self.phases.addTab(words)
        self.phases.currentChanged.connect(lambda _at: self._show())
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 0)
        tabs.addWidget(self.phases, 1)
        self.card.body.insertLayout(0, tabs)
        self.card.body.insertWidget(1, Line())
        self._fill_bar()
        empty = EmptyState("lectern", _("No lectures here"), _("Make one from an offer, or change the filter."))
        empty.add_button(_("New lecture …"), icon="plus").clicked.connect(self.new_asked)
        self.set_empty(empty)

    def _fill_bar(self) -> None:
        self.search = SearchField(_("Title, place, host"))
        self.search.setMaximumWidth(200)
        self.search.searched.connect(lambda _text: self.wanted_changed.emit())
        self.topics = FilterButton(_("All topics"), (), icon="tag")
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.schools = FilterButton(
            _("All schools"), [(form, label(form, current())) for form in Schulform], icon="cap"
        )
        self.bar.addWidget(self.search, 4)
        for button in (self.topics, self.kreise, self.schools):
            button.picked.connect(lambda _keys: self.wanted_changed.emit())
            self.bar.addWidget(button)
        self.finish_bar()

    @override
    def key(self, row: LectureRow) -> UUID:
        return row.event.id

    def set_topics(self, topics: Sequence[NamedRow]) -> None:
        """Offer these topics in the filter."""
        self.topics.set_values([(row.id, row.name) for row in topics])

    def wanted(self) -> LectureFilter:
        """The filter as it is set."""
        return LectureFilter(
            text=self.search.text(),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            topics=tuple(key for key in self.topics.ticked() if isinstance(key, UUID)),
            schulforms=tuple(Schulform(str(form)) for form in self.schools.ticked()),
        )

    def show_rows(self, rows: Sequence[LectureRow]) -> None:
        """Show these lectures."""
        self._all = tuple(rows)
        counts = Counter(_phase(row) for row in rows)
        for at in range(self.phases.count()):
            self.phases.set_count(at, counts[at])
        self._show()

    def clear_filters(self) -> None:
        """Lift every filter without telling."""
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003 - Qt's signature
        for button in (self.topics, self.kreise, self.schools):
            button.set_ticked(())

    def _show(self) -> None:
        at = max(0, self.phases.currentIndex())
        self.put([row for row in self._all if _phase(row) == at])


def _phase(row: LectureRow) -> int:
    """The tab of a lecture."""
    if row.event.state in _HELD:
        return 1
    return 2 if row.event.state in OFF else 0
