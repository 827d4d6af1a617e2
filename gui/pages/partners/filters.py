"""What the list of partners can be narrowed by: text, category or kind of office, Kreis, due reviews."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.filters import PartnerFilter, PartnerOrder
from domain.terms import OfficeKind, PartnerCategory
from gui import theme
from gui.texts import _, current
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.toggle_filter import ToggleFilter

_OFFICE = "office"
_SEARCH_WIDTH = 240


class PartnerFilters(QWidget):
    """The filters above the list; `changed` tells that one of them is another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(_("Name, town, street"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.categories = FilterButton(_("All categories"), category_values(), icon="filter")
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.review_due = ToggleFilter("clock", _("Review due"), _("Only with a contact whose review is due"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        for widget in (self.search, self.categories, self.kreise, self.review_due):
            row.addWidget(widget)
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.categories.picked.connect(lambda _keys: self.changed.emit())
        self.kreise.picked.connect(lambda _keys: self.changed.emit())
        self.review_due.toggled.connect(lambda _is_on: self.changed.emit())

    def wanted(self, order: PartnerOrder, *, descending: bool) -> PartnerFilter:
        """The filter as it stands, in an order."""
        categories, offices = read_categories(self.categories.ticked())
        return PartnerFilter(
            text=self.search.text(),
            categories=categories,
            offices=offices,
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            review_due=self.review_due.isChecked(),
            order=order,
            descending=descending,
        )

    def clear(self) -> None:
        """Let everything through."""
        self.search.clear()
        self.categories.set_ticked(())
        self.kreise.set_ticked(())
        self.review_due.setChecked(False)


def category_values() -> list[tuple[object, str]]:
    """The values of the category filter: offices by kind stand right behind "other office"."""
    values: list[tuple[object, str]] = []
    for category in PartnerCategory:
        values.append((category, label(category, current())))
        if category is PartnerCategory.other_office:
            values += [((_OFFICE, kind.value), label(kind, current())) for kind in OfficeKind]
    return values


def read_categories(ticked: Iterable[object]) -> tuple[tuple[PartnerCategory, ...], tuple[OfficeKind, ...]]:
    """The categories and kinds of office that are ticked."""
    found = list(ticked)
    offices = tuple(OfficeKind(str(key[1])) for key in found if isinstance(key, tuple))
    return tuple(key for key in found if isinstance(key, PartnerCategory)), offices
