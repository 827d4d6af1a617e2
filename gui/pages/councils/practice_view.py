"""The collection of good examples."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.region.kreise import kreise
from domain.rows.practice import PracticeRow
from gui import theme
from gui.models.table import RowTableModel
from gui.pages.councils.columns import practice_columns
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.filter_button import FilterButton
from gui.widgets.table import TableView


class PracticeView(QWidget):
    """Good examples by title, topic and result; open one, write or print its profile, take it as a pattern."""

    row_opened = Signal(object)  # PracticeRow
    profile_asked = Signal(object)  # PracticeRow
    print_asked = Signal(object)  # PracticeRow
    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PracticeRow, ...] = ()
        self.model: RowTableModel[PracticeRow] = RowTableModel(practice_columns(), lambda row: row.event.id, self)
        self.table = TableView(self.model, _("Good examples"))
        self.table.set_two_lines()
        self.table.set_empty(
            EmptyState("star", _("No good examples here"), _("Tick “Worth doing again” in the review of an event."))
        )
        self.table.opened.connect(lambda _record: self._emit(self.row_opened))
        self.table.current_changed.connect(lambda _record: self._on_current())
        card = Card()
        card.body.addLayout(self._bar())
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _bar(self) -> QHBoxLayout:
        self.search = SearchField(_("Title, topic, result"))
        self.search.setMaximumWidth(240)
        self.search.searched.connect(lambda _text: self._show())
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.kreise.picked.connect(lambda _keys: self._show())
        self.profile = Button(_("Profile …"), icon="edit")
        self.profile.clicked.connect(lambda: self._emit(self.profile_asked))
        self.paper = Button(_("Print profile …"), icon="printer")
        self.paper.clicked.connect(lambda: self._emit(self.print_asked))
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        bar.addWidget(self.search, 4)
        bar.addWidget(self.kreise)
        bar.addStretch(1)
        bar.addWidget(self.profile)
        bar.addWidget(self.paper)
        return bar

    def show_rows(self, rows: Sequence[PracticeRow]) -> None:
        """Show these examples."""
        self._rows = tuple(rows)
        self._show()

    def current(self) -> PracticeRow | None:
        """The example that is chosen."""
        record = self.table.current_id()
        return next((row for row in self.model.rows() if row.event.id == record), None)

    def _show(self) -> None:
        wanted, districts = self.search.text().casefold().split(), self.kreise.ticked()
        shown = [
            row
            for row in self._rows
            if all(word in f"{row.event.title} {' '.join(row.topics)} {row.result}".casefold() for word in wanted)
            and (not districts or row.event.kreis_ags in districts)
        ]
        self.model.set_rows(shown)
        if shown and self.table.current_id() is None:
            self.table.select(shown[0].event.id)
        self._on_current()

    def _on_current(self) -> None:
        row = self.current()
        self.profile.setEnabled(row is not None)
        self.paper.setEnabled(row is not None and row.has_profile)
        self.current_changed.emit()

    def _emit(self, signal: SignalInstance) -> None:
        row = self.current()
        if row is not None:
            signal.emit(row)
