"""The filters over the inbox."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.filters import RequestFilter
from domain.terms import EventKind, RequestState
from gui import theme
from gui.texts import _, current
from gui.widgets.choice import Segmented
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton

_ALL = "all"
_SEARCH_WIDTH = 240


class FilterBar(QWidget):
    """Search, kinds, districts and state; `changed` tells that `wanted()` is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Requester, topic, town"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.kinds = FilterButton(_("All kinds"), [(kind, label(kind, current())) for kind in EventKind], icon="filter")
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.states = Segmented(
            [
                (RequestState.open, _("Open")),
                (RequestState.accepted, _("Accepted")),
                (RequestState.declined, _("Declined")),
                (_ALL, _("All")),
            ],
            name=_("State"),
        )
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self.row.setSpacing(theme.GAP_SMALL)
        for widget in (self.search, self.kinds, self.kreise):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.row.addWidget(self.states)
        for signal in (self.search.searched, self.kinds.picked, self.kreise.picked, self.states.picked):
            signal.connect(lambda _value: self.changed.emit())

    def wanted(self) -> RequestFilter:
        """The filter as it is set."""
        state = self.states.value()
        return RequestFilter(
            text=self.search.text(),
            kinds=tuple(EventKind(str(kind)) for kind in self.kinds.ticked()),
            states=() if state == _ALL else (RequestState(state),),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
        )

    def show_all(self) -> None:
        """Set every filter so that nothing is left out, without telling."""
        self.states.set_value(_ALL)
        self.search.clear()
        self.kinds.set_ticked(())
        self.kreise.set_ticked(())
