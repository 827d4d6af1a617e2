"""The page of the handouts: the library left, the editor in the middle, the paper right."""

from datetime import date
from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.overriding import override
from domain.rows.handouts import EditionDraft, EditionRow, HandoutRow
from domain.rows.printing import PrintChoice
from domain.terms import BERLIN, HandoutState
from gui import theme
from gui.models.table import RowTableModel
from gui.page import Page
from gui.pages.handouts.columns import columns
from gui.pages.handouts.deeds import Deeds
from gui.pages.handouts.editor import EditionEditor
from gui.pages.handouts.keeper import EditionKeeper, KeptEdition
from gui.pages.handouts.preview import LivePreview
from gui.texts import _, current, ngettext
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.drawer import Drawer
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView

_NARROW = 960
"""Below this page width the preview is a drawer."""
_LIST_WIDTH = 328
_SHARE, _LEAST, _MOST = 0.33, 340, 620
"""The preview's share of the page's width, and its limits in pixels."""


class HandoutsPage(Page):
    """Texts for citizens by topic and language, written and seen as they will be on paper."""

    watches = frozenset({"handout", "handout_edition", "topic", "setting"})

    @override
    def _build(self) -> None:
        self._rows: dict[UUID, HandoutRow] = {}
        self._versions: dict[UUID, int] = {}
        self.deeds = Deeds(self)
        self.keeper = EditionKeeper(self.desk, self)
        self.editor = EditionEditor(self.today)
        self.model = RowTableModel(columns(), key=lambda row: row.id, parent=self)
        self.table = TableView(self.model, _("Handouts"))
        self.table.set_two_lines()
        self.table.set_empty(self._empty_state())
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _record: self.editor.markup.area.setFocus())
        self.editor.typed.connect(self._on_typed)
        self.editor.edition_changed.connect(lambda _edition: self._load())
        self.editor.save_clicked.connect(self.deeds.save)
        self.editor.discard_clicked.connect(self.discard)
        self.editor.language_clicked.connect(self.deeds.add_language)
        self.editor.newer_clicked.connect(self.deeds.take_newer)
        self.preview = LivePreview(self.desk)
        self.preview.print_clicked.connect(self.deeds.print)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(self._list_card())
        row.addWidget(self.editor, 1)
        row.addWidget(self.preview)
        self.body.addLayout(row)
        self.drawer = Drawer(self, row, self.preview, _NARROW)
        self.editor.head.addWidget(self.drawer.button)

    def today(self) -> date:
        """The local day."""
        return self.desk.clock().astimezone(BERLIN).date()

    def _list_card(self) -> Card:
        card = Card()
        card.setFixedWidth(_LIST_WIDTH)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(Line())
        self.facts = Button(_("Topic and notes …"), icon="edit")
        self.facts.clicked.connect(self.deeds.edit)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.addWidget(self.facts, 1)
        card.body.addLayout(foot)
        return card

    def _empty_state(self) -> EmptyState:
        empty = EmptyState("document", _("No handouts yet"), _("Put in the supplied texts, or write one of your own."))
        empty.add_button(_("Put in the supplied texts"), icon="import").clicked.connect(self.deeds.put_in)
        return empty

    @override
    def title(self) -> str:
        return _("Handouts")

    @override
    def context(self) -> str:
        count = len(self._rows)
        found = ngettext("{count} handout", "{count} handouts", count).format(count=current().number(count))
        due = self._due()
        return found + ", " + _("{count} to check").format(count=due) if due else found

    def _due(self) -> int:
        late = {HandoutState.expired, HandoutState.expiring}
        return sum(1 for row in self._rows.values() for edition in row.editions if edition.state in late)

    @override
    def primary(self) -> str:
        return "handouts.new"

    @override
    def badges(self) -> dict[str, int]:
        return {"handouts": self._due()}

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        from domain.usecases import handout_rows

        edition = self.editor.edition()
        rows = self.desk.ask(handout_rows.list_rows)
        self._rows = {row.id: row for row in rows}
        self.model.set_rows(rows)
        if rows and self.table.current_id() is None:
            self.table.select(rows[0].id)
        self._show(edition.id if edition else None)

    @override
    def show_record(self, record: UUID) -> None:
        owner = next((row for row in self._rows.values() if record in {each.id for each in row.editions}), None)
        if owner is not None:
            self.table.select(owner.id)
            self._show(record)

    @override
    def first_focus(self) -> QWidget:
        return self.table

    @override
    def print_choice(self) -> PrintChoice | None:
        edition = self.editor.edition()
        return PrintChoice(edition_id=edition.id) if edition else None

    @override
    def has_draft(self) -> bool:
        return self.editor.has_changes()

    @override
    def may(self, action_id: str) -> bool:
        if action_id == "handouts.save":
            return self.editor.has_changes()
        return self.chosen() is not None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preview.setFixedWidth(max(_LEAST, min(_MOST, round(self.width() * _SHARE))))

    def chosen(self) -> HandoutRow | None:
        """The handout in the current row."""
        record = self.table.current_id()
        return self._rows.get(record) if record else None

    def version_of(self, edition: EditionRow) -> int:
        """The version of an edition that was typed over."""
        return self._versions.get(edition.id, edition.version)

    def discard(self) -> None:
        """Show the edition in front as it is stored."""
        edition = self.editor.edition()
        if edition is not None:
            self.forget_typed(edition.id)

    def forget_typed(self, edition_id: UUID) -> None:
        """Forget what was typed into an edition; it is saved, or not wanted."""
        self.keeper.drop(edition_id)
        self._versions.pop(edition_id, None)
        self._load()

    def _on_current(self, _record: UUID | None) -> None:
        self._show(None)

    def _show(self, edition_id: UUID | None) -> None:
        self.editor.show_handout(self.chosen(), edition_id)
        self.facts.setEnabled(self.chosen() is not None)
        self._load()

    def _load(self) -> None:
        """Show the edition in front, or what was typed over it and never saved."""
        edition = self.editor.edition()
        stored = edition.draft if edition else EditionDraft()
        kept = self.keeper.found(edition.id) if edition else None
        if edition is not None:
            self._versions[edition.id] = kept.version if kept else edition.version
        self.editor.load(stored, kept.draft if kept else None)
        self.preview.show_draft(edition.id if edition else None, self.editor.draft() if edition else None)
        self.head_changed.emit()

    def _on_typed(self, draft: EditionDraft) -> None:
        edition = self.editor.edition()
        if edition is not None:
            self.keeper.keep(edition.id, KeptEdition(self.version_of(edition), draft))
            self.preview.show_draft(edition.id, draft)
            self.head_changed.emit()
