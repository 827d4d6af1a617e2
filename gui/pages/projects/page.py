"""The page of the projects: the list with filters, and what is known of the chosen one."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from domain.rows.projects import ProjectRow
from domain.terms import BERLIN, ProjectKind, ProjectState
from gui import theme
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.projects import deeds
from gui.pages.projects.columns import columns
from gui.pages.projects.panel import ProjectPanel
from gui.texts import _, current, ngettext
from gui.widgets.card import Card, Line
from gui.widgets.choice import Segmented
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

_NARROW = 1000
"""Below this page width the inspector is a drawer."""
_ALL = "all"


class ProjectsPage(Page):
    """Regional crime analyses and advice to offices: what comes next, what is late, what came of it."""

    watches = frozenset({"project", "project_stage", "partner", "staff"})

    @override
    def _build(self) -> None:
        self._rows: dict[UUID, ProjectRow] = {}
        self.model = RowTableModel(columns(self.today()), key=lambda row: row.id, parent=self)
        self.table = TableView(self.model, _("Projects"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _record: self.edit())
        self.panel = ProjectPanel()
        self.panel.edit_clicked.connect(self.edit)
        self.panel.extract_clicked.connect(self.extract)
        self.panel.stage_ticked.connect(self._on_stage_ticked)
        self.inspector = Inspector(_("Project"))
        self.inspector.column.addWidget(self.panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.bar.insertWidget(self.bar.count() - 1, self.drawer.button)

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def _list_card(self) -> Card:
        card = Card()
        self.kinds = Segmented(
            [
                (_ALL, _("All")),
                (ProjectKind.advisory.value, _("Advice to offices")),
                (ProjectKind.regional_analysis.value, _("Regional analyses")),
            ],
            name=_("Kind"),
        )
        self.kinds.picked.connect(lambda _value: self._refill())
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self.bar.addWidget(self.kinds)
        self.bar.addStretch(1)
        card.body.addLayout(self.bar)
        card.body.addWidget(Line())
        card.body.addWidget(self.table, 1)
        return card

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "folder",
            _("No projects here"),
            _("Enter a regional crime analysis or the advice to an office, with its stages and days."),
        )
        empty.add_button(_("Enter project"), icon="plus", is_primary=True).clicked.connect(self.enter)
        return empty

    @override
    def title(self) -> str:
        return _("Projects")

    @override
    def context(self) -> str:
        running = sum(1 for row in self._rows.values() if row.state in {ProjectState.running, ProjectState.late})
        return ngettext("{count} running", "{count} running", running).format(count=current().number(running))

    @override
    def primary(self) -> str:
        return "projects.new"

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self._refill()

    @override
    def show_record(self, record: UUID) -> None:
        if not self.table.select(record):
            self.kinds.set_value(_ALL)
            self._refill()
            self.table.select(record)

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def may(self, action_id: str) -> bool:
        row = self.chosen()
        if action_id == "projects.extract":
            return row is not None and row.draft.kind is ProjectKind.regional_analysis
        return row is not None

    def _refill(self) -> None:
        from domain.usecases import projects

        wanted = self.kinds.value()
        rows = [row for row in self.desk.ask(projects.list_rows) if wanted in {_ALL, row.draft.kind.value}]
        self._rows = {row.id: row for row in rows}
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(rows[0].id)
        self._on_current(self.table.current_id())
        self.head_changed.emit()

    def chosen(self) -> ProjectRow | None:
        """The project in the current row."""
        record = self.table.current_id()
        return self._rows.get(record) if record else None

    def _on_stage_ticked(self, position: int) -> None:
        deeds.reach(self, position)
        self.panel.focus_stage(position)

    def _on_current(self, record: UUID | None) -> None:
        self.panel.show_project(self._rows.get(record) if record else None)
        self.head_changed.emit()

    def enter(self) -> None:
        """Open the form for a new project."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen project."""
        deeds.edit(self)

    def remove(self) -> None:
        """Delete the chosen projects."""
        deeds.remove(self, self.table.selected_ids())

    def extract(self) -> None:
        """Write the anonymised extract of the chosen analysis."""
        deeds.extract(self)
