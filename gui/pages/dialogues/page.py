"""The page of the dialogues: all of them by phase, and what is known of the chosen one."""

from collections import Counter
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.errors import NotFoundError
from domain.labels import label
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.dialogues import DialogueFilter, DialogueRow
from domain.rows.printing import PrintChoice
from domain.rules.coverage import half_year_of
from domain.rules.workflow import DIALOGUE_KINDS
from domain.terms import BERLIN, EventKind, Phase
from gui import theme
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.dialogues import deeds
from gui.pages.dialogues.columns import columns
from gui.pages.dialogues.panel import DialoguePanel
from gui.texts import _, current, ngettext
from gui.widgets.card import Card, Line
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.filter_button import FilterButton
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector, TabBar

_NARROW = 1000
_TIGHT = 10
_RUNNING = tuple(phase for phase in Phase if phase is not Phase.closed)


class DialoguesPage(Page):
    """Citizen and expert dialogues from idea to review; Enter opens the record."""

    watches = frozenset(
        {
            "event",
            "event_dialogue",
            "event_invitee",
            "event_tick",
            "task",
            "agenda_item",
            "setting",
            "concern",
            "partner",
        }
    )

    @override
    def _build(self) -> None:
        self._all: list[DialogueRow] = []
        self._rows: dict[UUID, DialogueRow] = {}
        self._wanted: UUID | None = None
        self.model = RowTableModel(columns(self.today()), key=lambda row: row.event.id, parent=self)
        self.table = TableView(self.model, _("Dialogues"))
        self.table.set_two_lines()
        self.empty = EmptyState("speech", _("No dialogues here"), _("Begin one, or choose another phase or filter."))
        self.empty.add_button(_("New dialogue"), icon="plus", is_primary=True).clicked.connect(self.enter)
        self.table.set_empty(self.empty)
        self.panel = DialoguePanel()
        self.inspector = Inspector(_("Dialogue"))
        self.inspector.column.addWidget(self.panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.bar.addWidget(self.drawer.button)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda record: self.asked_for.emit("events", record))
        self.panel.open_clicked.connect(self.open_record)
        self.panel.step_ticked.connect(partial(deeds.tick_step, self))
        self.panel.task_ticked.connect(partial(deeds.tick_task, self))

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def _list_card(self) -> Card:
        card = Card()
        self.phases = TabBar(_("Phase"))
        self.phases.set_padding(_TIGHT)
        self.phases.addTab(_("Running"))
        for phase in Phase:
            self.phases.addTab(label(phase, current()))
        self.phases.currentChanged.connect(lambda _at: self._show_phase())
        bar = self.bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP_SMALL)
        self.kinds = FilterButton(
            _("Both kinds"), [(kind, label(kind, current())) for kind in DIALOGUE_KINDS], icon="filter"
        )
        self.kreise = FilterButton(_("All districts"), [(found.ags, found.name) for found in kreise()], icon="hexagon")
        self.half_years = FilterButton(_("Whole time"), _half_years(self.today()), icon="calendar")
        for button in (self.kinds, self.kreise, self.half_years):
            button.picked.connect(lambda _keys: self._refill())
            bar.addWidget(button)
        bar.addStretch(1)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 0)
        tabs.addWidget(self.phases, 1)
        card.body.addLayout(tabs)
        card.body.addWidget(Line())
        card.body.addLayout(bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        return card

    @override
    def title(self) -> str:
        return _("Dialogues")

    @override
    def context(self) -> str:
        kinds = Counter(row.event.kind for row in self._all)
        citizen, expert = (kinds[kind] for kind in DIALOGUE_KINDS)
        first = ngettext("{count} citizen dialogue", "{count} citizen dialogues", citizen)
        second = ngettext("{count} expert dialogue", "{count} expert dialogues", expert)
        return f"{first.format(count=citizen)} · {second.format(count=expert)}"

    @override
    def primary(self) -> str:
        return "dialogues.new"

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self._refill()

    @override
    def show_record(self, record: UUID) -> None:
        self._wanted = record
        for button in (self.kinds, self.kreise, self.half_years):
            button.set_ticked(())
        self._refill()

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def print_choice(self) -> PrintChoice | None:
        row = self.chosen()
        return PrintChoice(event_id=row.event.id) if row else None

    def chosen(self) -> DialogueRow | None:
        """The dialogue in the current row."""
        record = self.table.current_id()
        return self._rows.get(record) if record else None

    def _refill(self) -> None:
        from domain.usecases import dialogues

        wanted = DialogueFilter(
            kinds=tuple(EventKind(str(kind)) for kind in self.kinds.ticked()),
            kreise=tuple(str(ags) for ags in self.kreise.ticked()),
            half_years=tuple(str(each) for each in self.half_years.ticked()),
        )
        self.desk.ask_later(self._on_rows, dialogues.rows, wanted)

    def _on_rows(self, rows: list[DialogueRow]) -> None:
        self._all = rows
        counts = Counter(row.phase for row in self._all)
        self.phases.set_count(0, sum(counts[phase] for phase in _RUNNING))
        for at, phase in enumerate(Phase, 1):
            self.phases.set_count(at, counts[phase])
        row = next((row for row in rows if row.event.id == self._wanted), None)
        if row is not None:
            self.phases.setCurrentIndex(list(Phase).index(row.phase) + 1)
        self._show_phase()
        if self.table.select(self._wanted):
            self._wanted = None
        self.head_changed.emit()

    def _show_phase(self) -> None:
        at = self.phases.currentIndex()
        wanted = _RUNNING if at <= 0 else (list(Phase)[at - 1],)
        rows = [row for row in self._all if row.phase in wanted]
        self._rows = {row.event.id: row for row in rows}
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(rows[0].event.id)
        self._on_current(self.table.current_id())

    def _on_current(self, record: UUID | None) -> None:
        from domain.usecases import agenda, tasks, workflow

        self.panel.show_day(self.today())
        row = self._rows.get(record) if record else None
        if row is None:
            self.panel.show_dialogue(None, None, None, ())
            return
        try:
            course = self.desk.ask(workflow.course, row.event.id)
            items = self.desk.ask(agenda.agenda, row.event.id)
        except NotFoundError:
            return  # deleted this moment; the page is told soon
        self.panel.show_dialogue(row, course, items, self.desk.ask(tasks.of_event, row.event.id))

    def open_record(self) -> None:
        """Open the record of the chosen dialogue."""
        row = self.chosen()
        if row is not None:
            self.asked_for.emit("events", row.event.id)

    def enter(self) -> None:
        """Ask for a new dialogue, begin it and open its record."""
        deeds.enter(self)


def _half_years(today: date) -> list[tuple[object, str]]:
    """The half-years people plan in: three behind, this one, two ahead."""
    this = half_year_of(today)
    year, half = int(this[:4]), int(this[-1])
    found: list[tuple[object, str]] = []
    for step in range(-3, 3):
        number = year * 2 + half - 1 + step
        words = _("First half of {year}") if number % 2 == 0 else _("Second half of {year}")
        found.append((f"{number // 2}-H{number % 2 + 1}", words.format(year=number // 2)))
    return found
