"""The page of publishing: where calendars go, what waits, and the addresses to hand on."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from domain.rows.outlets import FeedRow, OutletStanding
from gui import theme
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.publishing import deeds, words
from gui.pages.publishing.columns import columns
from gui.pages.publishing.panel import OutletPanel
from gui.publishing_watch import watch_of
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Inspector

if TYPE_CHECKING:
    from domain.rows.releases import PlanStanding

_NARROW = 1000
"""Below this page width the inspector is a drawer."""


class PublishingPage(Page):
    """Folders and calendar servers with how they stand; publishing runs beside the window."""

    @override
    def _build(self) -> None:
        self._standings: dict[UUID, OutletStanding] = {}
        self._plan: PlanStanding | None = None
        self.watch = watch_of(self.desk)
        self.model = RowTableModel(columns(), key=lambda each: each.row.id, parent=self)
        self.table = TableView(self.model, _("Outlets"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.table.current_changed.connect(lambda _record: self._show_chosen())
        self.table.opened.connect(lambda _record: self.edit())
        self.panel = OutletPanel()
        self.panel.edit_clicked.connect(self.edit)
        self.panel.publish_clicked.connect(self.publish_one)
        self.inspector = Inspector(_("Outlet"))
        self.inspector.column.addWidget(self.panel)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self.inspector)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.inspector, _NARROW)
        self.bar.addWidget(self.drawer.button)
        self.watch.told.connect(self._on_told)

    def _list_card(self) -> Card:
        """The list under the button for a new outlet and the one of the drawer."""
        card = Card()
        self.bar = QHBoxLayout()
        self.new = Button(_("New outlet …"), icon="plus", tip=_("Enter a folder or a calendar server"))
        self.new.clicked.connect(self.enter)
        self.bar.addWidget(self.new)
        self.bar.addStretch(1)
        card.body.addLayout(self.bar)
        card.body.addWidget(self.table, 1)
        return card

    def _empty_state(self) -> EmptyState:
        empty = EmptyState(
            "broadcast",
            _("Nothing is published yet"),
            _(
                "Begin with a folder that others can reach, or the web space of your office: Landauf keeps a calendar "
                "for every district there, and a web page. A calendar server (CalDAV) can follow."
            ),
        )
        empty.add_button(_("Enter outlet"), icon="plus", is_primary=True).clicked.connect(self.enter)
        return empty

    @override
    def title(self) -> str:
        return _("Publishing")

    @override
    def context(self) -> str:
        return words.plan_words(self._plan)

    @override
    def primary(self) -> str:
        return "publishing.all" if self._standings else "publishing.new"

    @override
    def secondary(self) -> tuple[str, ...]:
        return ("plan.release",)

    @override
    def badges(self) -> dict[str, int]:
        return {"publishing": self.watch.waiting}

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import releases

        self.desk.ask_later(self._on_plan, releases.standing)
        self._on_told(self.watch.standings)
        self.watch.ask()

    @override
    def show_record(self, record: UUID) -> None:
        self.table.select(record)

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def may(self, action_id: str) -> bool:
        if action_id == "publishing.all":
            return any(each.row.draft.is_active for each in self._standings.values())
        return action_id == "publishing.new" or self.chosen() is not None

    def _on_plan(self, found: "PlanStanding") -> None:
        self._plan = found
        self.head_changed.emit()

    def _on_told(self, found: tuple[OutletStanding, ...]) -> None:
        self._standings = {each.row.id: each for each in found}
        self.model.set_rows(list(found))
        self.new.setVisible(bool(found))
        side, above = (theme.GAP, theme.GAP_ROW) if found else (0, 0)
        self.bar.setContentsMargins(side, above, side, above)
        if found and self.table.current_id() is None:
            self.table.select(found[0].row.id)
        self._show_chosen()

    def chosen(self) -> OutletStanding | None:
        """The outlet in the current row."""
        record = self.table.current_id()
        return self._standings.get(record) if record else None

    def _show_chosen(self) -> None:
        standing = self.chosen()
        self.head_changed.emit()
        if standing is None:
            self.panel.show_outlet(None, ())
            return
        workspace, row = self.desk.workspace, standing.row

        def read(_ticket: object) -> tuple[FeedRow, ...]:
            from domain.outgoing import publishing

            return publishing.feeds(workspace, row)

        self.desk.tasks.start(read, lambda feeds: self.panel.show_outlet(standing, feeds), key="outlet-feeds")

    def enter(self) -> None:
        """Open the form for a new outlet."""
        deeds.enter(self)

    def edit(self) -> None:
        """Open the form of the chosen outlet."""
        deeds.edit(self)

    def remove(self) -> None:
        """Remove the chosen outlets."""
        deeds.remove(self, self.table.selected_ids())

    def publish_all(self) -> None:
        """Publish on all active outlets."""
        self.watch.publish()

    def publish_one(self) -> None:
        """Publish on the chosen outlet."""
        standing = self.chosen()
        if standing is not None:
            self.watch.publish((standing.row.id,))

    def write_anew(self) -> None:
        """Publish everything anew on the chosen outlet."""
        deeds.write_anew(self)
