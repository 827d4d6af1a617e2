"""Fields of the print dialog that only some documents have: typed names, and whom a letter goes to."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.rows.filters import PartnerFilter
from domain.terms import PartnerCategory
from gui import theme
from gui.desk import Desk
from gui.dialogs import print_work
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.filter_button import FilterButton
from gui.widgets.flow import FlowLayout
from gui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from uuid import UUID

_REST_MS = 400
"""How long somebody who types has to rest until the document is made anew."""


class RestingText(TextArea):
    """A text that tells of itself while it is typed, whenever the person rests; `rested` is sent then."""

    rested = Signal()

    def __init__(self, name: str, lines: int) -> None:
        super().__init__(name, lines)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.rested)
        self.textChanged.connect(self._timer.start)


class Named(QWidget):
    """A field below its name, to be shown and hidden as one."""

    def __init__(self, words: str, field: QWidget, *more: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_TINY)
        name = labels.note(words)
        name.setBuddy(field)
        for widget in (name, field, *more):
            column.addWidget(widget)


class NamesField(QWidget):
    """Names, one a line, typed or pasted; they live in the dialog only."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.area = RestingText(_("Names, one a line"), 5)
        self.area.setPlaceholderText(_("Type or paste, one a line"))
        self.count = labels.note("", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self.area)
        column.addWidget(self.count)
        self.setFocusProxy(self.area)
        self.area.textChanged.connect(self._on_text)
        self.area.rested.connect(self.changed)
        self._on_text()

    def names(self) -> tuple[str, ...]:
        """The names that are typed."""
        return tuple(line.strip() for line in self.area.text().splitlines() if line.strip())

    def _on_text(self) -> None:
        count = len(self.names())
        words = ngettext("{count} name", "{count} names", count).format(count=count)
        self.count.setText(_("{names}; they are not stored").format(names=words))


class RecipientsField(QWidget):
    """Whom a letter goes to: institutions by category and district, and how many they are."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ids: tuple[UUID, ...] = ()
        terms = [(term, label(term, current())) for term in PartnerCategory]
        self.category = FilterButton(_("Category"), sorted(terms, key=lambda pair: pair[1].casefold()))
        self.kreis = FilterButton(_("District"), [(each.ags, each.name) for each in kreise()])
        self.count = labels.note("", wrap=True)
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.addWidget(self.category)
        flow.addWidget(self.kreis)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(chips)
        column.addWidget(self.count)
        for button in (self.category, self.kreis):
            button.picked.connect(self._ask)
        self._show_count()

    def ids(self) -> "tuple[UUID, ...]":
        """The institutions."""
        return self._ids

    def set_ids(self, ids: "tuple[UUID, ...]") -> None:
        """Begin with these, which were selected elsewhere."""
        self._ids = ids
        self._show_count()

    def _ask(self) -> None:
        categories = tuple(key for key in self.category.ticked() if isinstance(key, PartnerCategory))
        kreise_ = tuple(key for key in self.kreis.ticked() if isinstance(key, str))
        if not categories and not kreise_:
            self._on_found(())
            return
        wanted = PartnerFilter(categories=categories, kreise=kreise_)
        work = partial(print_work.partners, self._desk.workspace, wanted)
        self._desk.tasks.start(work, self._on_found, key="print-recipients")

    def _on_found(self, ids: "tuple[UUID, ...]") -> None:
        self.set_ids(ids)
        self.changed.emit()

    def _show_count(self) -> None:
        count = len(self._ids)
        words = ngettext("{count} recipient", "{count} recipients", count).format(count=count)
        self.count.setText(words if count else _("Choose categories or districts"))
