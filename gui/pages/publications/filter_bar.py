"""The filters over the stock list."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.labels.languages import LANGUAGES
from domain.rows.filters import PublicationFilter
from domain.terms import StockState
from gui import theme
from gui.texts import _, current
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton

_SEARCH_WIDTH = 220


class FilterBar(QWidget):
    """Search, languages, topics and states; `changed` tells that `wanted()` is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Title, edition, publisher"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setMinimumWidth(_SEARCH_WIDTH - 20)
        self.languages = FilterButton(_("All languages"), [(tag, _(name)) for tag, name in LANGUAGES], icon="globe")
        self.states = FilterButton(
            _("All states"), [(state, label(state, current())) for state in StockState], icon="filter"
        )
        self.topics: FilterButton | None = None
        self._known_topics: tuple[tuple[UUID, str], ...] = ()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self.row.setSpacing(theme.GAP_SMALL)
        for widget in (self.search, self.languages, self.states):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.search.searched.connect(lambda _text: self.changed.emit())
        for button in (self.languages, self.states):
            button.picked.connect(lambda _keys: self.changed.emit())

    def offer_topics(self, topics: Iterable[tuple[UUID, str]]) -> None:
        """Let people choose among these topics; what is ticked stays so."""
        known = tuple(topics)
        if known == self._known_topics:
            return
        self._known_topics = known
        ticked = self.topics.ticked() if self.topics else ()
        if self.topics is not None:
            self.row.removeWidget(self.topics)
            self.topics.hide()
            self.topics.deleteLater()
        self.topics = FilterButton(_("All topics"), known, icon="tag")
        self.topics.set_ticked(ticked)
        self.topics.picked.connect(lambda _keys: self.changed.emit())
        self.row.insertWidget(2, self.topics)
        self.setTabOrder(self.languages, self.topics)
        self.setTabOrder(self.topics, self.states)

    def wanted(self) -> PublicationFilter:
        """The filter as it is set."""
        topics = self.topics.ticked() if self.topics else ()
        return PublicationFilter(
            text=self.search.text(),
            languages=tuple(str(tag) for tag in self.languages.ticked()),
            topic_ids=tuple(topic for topic in topics if isinstance(topic, UUID)),
            states=tuple(StockState(str(state)) for state in self.states.ticked()),
        )

    def show_all(self) -> None:
        """Set every filter so that nothing is left out, without telling."""
        self.search.clear()
        for button in (self.languages, self.states, self.topics):
            if button is not None:
                button.set_ticked(())
