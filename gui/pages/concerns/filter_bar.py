"""The filters over the register."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.filters import ConcernFilter
from domain.terms import ConcernCategory, ConcernState
from gui import theme
from gui.texts import _, current
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton

_ALL, _WAITING, _OVERDUE, _ANSWERED, _DONE = "all", "waiting", "overdue", "answered", "done"
_SEARCH_WIDTH = 320
_OFFICE_WIDTH = 240
_STATES = {
    _WAITING: (ConcernState.open, ConcernState.forwarded),
    _ANSWERED: (ConcernState.answered,),
    _DONE: (ConcernState.closed, ConcernState.dropped),
}


class FilterBar(QWidget):
    """Search, district, category, office and how far; `changed` tells that `wanted()` is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Number, wording, place"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.categories = FilterButton(
            _("All categories"), [(found, label(found, current())) for found in ConcernCategory], icon="filter"
        )
        self.office = Combo(_("Office"))
        self.office.setFixedWidth(_OFFICE_WIDTH)
        self.office.add(None, _("All offices"))
        self.states = Segmented(
            [
                (_WAITING, _("Open")),
                (_OVERDUE, _("Overdue")),
                (_ANSWERED, _("Answered")),
                (_DONE, _("Dealt with")),
                (_ALL, _("All")),
            ],
            name=_("State"),
        )
        self._lay_out()
        for signal in (
            self.search.searched,
            self.kreise.picked,
            self.categories.picked,
            self.office.activated,
            self.states.picked,
        ):
            signal.connect(lambda _value: self.changed.emit())

    def _lay_out(self) -> None:
        """Search and state above, the other filters below."""
        upper, self.row = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_SMALL)
        for row in (upper, self.row):
            row.setSpacing(theme.GAP_SMALL)
            column.addLayout(row)
        upper.addWidget(self.search, 1)
        upper.addStretch()
        upper.addWidget(self.states)
        for widget in (self.kreise, self.categories, self.office):
            self.row.addWidget(widget)
        self.row.addStretch(1)

    def wanted(self) -> ConcernFilter:
        """The filter as it is set."""
        state, office = self.states.value(), self.office.value()
        return ConcernFilter(
            text=self.search.text(),
            states=_STATES.get(state, ()),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            categories=tuple(ConcernCategory(str(found)) for found in self.categories.ticked()),
            office_id=office if isinstance(office, UUID) else None,
            overdue=state == _OVERDUE,
        )

    def offer_offices(self, offices: Iterable[tuple[UUID, str]]) -> None:
        """List these offices, the chosen one kept."""
        chosen = self.office.value()
        self.office.clear()
        self.office.add(None, _("All offices"))
        for key, name in offices:
            self.office.add(key, name)
        self.office.set_value(chosen)
        if self.office.value() is None:
            self.office.setCurrentIndex(0)

    def show_all(self) -> None:
        """Set every filter so that nothing is left out, without telling."""
        self.states.set_value(_ALL)
        self.search.clear()
        self.kreise.set_ticked(())
        self.categories.set_ticked(())
        self.office.setCurrentIndex(0)

    def show_only(self, kreise: Iterable[object], categories: Iterable[object]) -> None:
        """Everything of a Kreis and a category, and tell."""
        self.show_all()
        self.kreise.set_ticked(kreise)
        self.categories.set_ticked(categories)
        self.changed.emit()
