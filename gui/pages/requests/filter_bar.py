"""The filters over the inbox."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.filters import RequestFilter
from domain.terms import EventKind, RequestState
from gui import theme
from gui.texts import _, current
from gui.widgets.choice import Segmented
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.toggle_filter import ToggleFilter

_ALL = "all"
_STATES = {RequestState.declined: (RequestState.declined, RequestState.withdrawn)}
"""States that are looked for together: what its host took back has been settled too."""

_SEARCH_WIDTH = 240


class FilterBar(QWidget):
    """State, search, kinds, districts and what is overdue; `changed` tells that `wanted()` is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_quiet = False
        self.search = SearchField(_("Requester, topic, town"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.kinds = FilterButton(_("All kinds"), [(kind, label(kind, current())) for kind in EventKind], icon="filter")
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.overdue = ToggleFilter("clock", _("Overdue"), _("Only open requests whose answer is late"))
        self.states = Segmented(
            [
                (RequestState.open, _("Open")),
                (RequestState.waiting, _("Waiting list")),
                (RequestState.accepted, _("Accepted")),
                (RequestState.declined, _("Declined")),
                (_ALL, _("All")),
            ],
            name=_("State"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_SMALL)
        self.row = _row(self.states)
        column.addLayout(self.row)
        column.addLayout(_row(self.search, self.kinds, self.kreise, self.overdue))
        for signal in (self.search.searched, self.kinds.picked, self.kreise.picked, self.states.picked):
            signal.connect(lambda _value: self.changed.emit())
        self.overdue.toggled.connect(self._on_overdue)

    def wanted(self) -> RequestFilter:
        """The filter as it is set."""
        state = self.states.value()
        return RequestFilter(
            text=self.search.text(),
            kinds=tuple(EventKind(str(kind)) for kind in self.kinds.ticked()),
            states=() if state == _ALL else _STATES.get(RequestState(state), (RequestState(state),)),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            overdue=self.overdue.isChecked(),
        )

    def show_all(self) -> None:
        """Set every filter so that nothing is left out, without telling."""
        self.states.set_value(_ALL)
        self.search.clear()
        self.kinds.set_ticked(())
        self.kreise.set_ticked(())
        self._is_quiet = True
        self.overdue.setChecked(False)
        self._is_quiet = False

    def _on_overdue(self) -> None:
        if not self._is_quiet:
            self.changed.emit()


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GAP_SMALL)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
