"""The coverage page: figures and map left, tiles or table in the middle, date finder and story right."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import LandaufError
from domain.overriding import override
from domain.rows.coverage import CoverageFilter, CoverageView, KreisCoverage
from domain.rows.date_finder import DateWish
from domain.rows.printing import PrintChoice
from domain.rows.tours import NamedRow
from domain.rules.coverage import half_year_of, shifted
from domain.terms import EventKind
from gui import registry, theme
from gui.kreis_record import kreis_of
from gui.page import Page
from gui.pages.coverage import deeds
from gui.pages.coverage.board import Board
from gui.pages.coverage.filter_bar import FilterBar
from gui.pages.coverage.reader import CoverageReader
from gui.pages.coverage.side import Side
from gui.texts import _, current
from gui.widgets.drawer import Drawer

_NARROW = 1000
"""Below this page width the inspector is a drawer."""
_PRINT = "gui.dialogs.print_preview:open_print"
_REPORT = "coverage_report"


class CoveragePage(Page):
    """Where something is missing, and how to mend it. Map, tiles, table and inspector show the same Kreis."""

    watches = frozenset(
        {"event", "event_topic", "target", "topic", "concern", "request", "site", "vehicle", "staff", "setting"}
    )

    @override
    def _build(self) -> None:
        self._view: CoverageView | None = None
        self._current = ""
        self.reader = CoverageReader(self.desk, self)
        today = self.reader.today()
        self.filters = FilterBar(half_year_of(today), self)
        self.filters.hide()  # the head of the window shows it
        self.board = Board(self.filters.topic)
        self.side = Side(self.desk, today)
        self.side.show_filter(self.filters.wanted(), half_year_of(today))
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self.board, 1)
        row.addWidget(self.side)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.side, _NARROW)
        self.board.head.row.addWidget(self.drawer.button)
        self._connect()

    def _connect(self) -> None:
        self.reader.came.connect(self._show)
        self.filters.changed.connect(self._on_filter)
        self.board.current_changed.connect(self.choose)
        self.board.picked.connect(self.open_kreis)
        self.board.head.targets_asked.connect(self.edit_targets)
        self.side.situation.targets_asked.connect(self.edit_targets)
        self.side.situation.opened.connect(lambda event: self.asked_for.emit("events", event))
        self.side.told.connect(self.board.map.show_story)
        self.side.finder.wanted.connect(self.create_event)
        self.side.finder.time_kept.connect(partial(deeds.keep_time, self.desk))

    @override
    def title(self) -> str:
        return _("Coverage")

    @override
    def head_widget(self) -> QWidget:
        return self.filters

    @override
    def secondary(self) -> tuple[str, ...]:
        return ("coverage.report",)

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import vocabulary

        self.reader.forget(tables)
        self.side.forget_choices()
        if "*" in tables or "topic" in tables:
            self.desk.ask_later(self._on_topics, vocabulary.topics)
        self._show()

    @override
    def show_record(self, record: UUID) -> None:
        if self.filters.kinds() != (EventKind.citizen_dialogue,):
            self.filters.show_kind(EventKind.citizen_dialogue)
            self._on_filter(self.filters.wanted())
        self.open_kreis(kreis_of(record))

    @override
    def first_focus(self) -> QWidget:
        return self.board.first_focus()

    @override
    def print_choice(self) -> PrintChoice:
        return PrintChoice(year=int(self.period()[0][:4]))

    def period(self) -> tuple[str, ...]:
        """The half-years that are shown."""
        return self.filters.wanted().half_years

    def current(self) -> KreisCoverage | None:
        """The Kreis that map, tiles, table and inspector are about."""
        found = self._view.kreise if self._view else ()
        return next((each for each in found if each.kreis_ags == self._current), None)

    def choose(self, ags: str) -> None:
        """Show a Kreis everywhere."""
        if ags != self._current:
            self._current = ags
            self._follow()

    def open_kreis(self, ags: str) -> None:
        """Show a Kreis, with the keyboard in the date finder's month."""
        self.choose(ags)
        if self.drawer.is_drawer and not self.side.isVisible():
            self.drawer.toggle()
        self.side.open_finder()

    def edit_targets(self) -> None:
        """Change the targets of the half-year that is shown."""
        deeds.open_targets(self.window(), self.desk, self.period()[0])

    def copy_targets(self) -> None:
        """Copy all targets of the half-year that is shown to the next one."""
        last = self.period()[-1]
        deeds.copy_targets(self.desk, last, shifted(last, 1))

    def print_report(self) -> None:
        """Print the report of the year that is shown."""
        registry.resolve(_PRINT)(self.window(), self.desk, _REPORT, self.print_choice())

    def export_table(self) -> None:
        """Write what the page shows as a table."""
        deeds.export_table(self.window(), self.desk, self.filters.wanted())

    def create_event(self, wish: DateWish, day: date) -> None:
        """Make an event of a free day and go to it."""
        try:
            event_id = deeds.create_event(self.desk, wish, day)
        except LandaufError as error:
            self.desk.tell(current().error(error))
            return
        self.desk.tell(_("Event created"), undoable=True)
        self.asked_for.emit("events", event_id)

    def _show(self) -> None:
        """Fill everything from what was read; what is still being read comes by `came`."""
        wanted = self.filters.wanted()
        view = self.reader.view(wanted)
        if view is None:
            return
        self.filters.set_half_years(self.reader.half_years())
        self._view = view
        self.board.show_view(view, wanted)
        if self._current:
            self._follow()
        else:
            self.choose(view.kreise[0].kreis_ags)

    def _follow(self) -> None:
        """Mark the Kreis on map, tiles and table, and tell of it in the inspector."""
        self.board.set_current(self._current)
        if (each := self.current()) is not None:
            self.side.show_kreis(each, self.filters.wanted())

    def _on_topics(self, topics: list[NamedRow]) -> None:
        self.filters.set_topics(topics)
        self.reader.read_ahead(topic.id for topic in topics)

    def _on_filter(self, wanted: CoverageFilter) -> None:
        self.side.show_filter(wanted, half_year_of(self.reader.today()))
        self._show()
