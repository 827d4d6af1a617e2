"""The page of events: the table of all, and the record of one in front of it."""

from datetime import date

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from domain.i18n import N_
from domain.rows.steps import Label
from domain.terms import BERLIN, EventKind
from gui.page import Page
from gui.pages.events.event_list import EventList
from gui.texts import _, current, ngettext


class EventsPage(Page):
    """Lists events, and opens one to read and edit; Escape leads back to the list as it was left."""

    @override
    def _build(self) -> None:
        self.list = EventList(self.desk, self._today)
        self.list.opened.connect(self.show_record)
        self.list.new_asked.connect(self.new_event)
        self.list.delete_asked.connect(self.delete)
        self.list.counted.connect(self.head_changed)
        self.list.selection_changed.connect(self.head_changed)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.body.addWidget(self.stack, 1)

    def _today(self) -> date:
        return self.desk.clock().astimezone(BERLIN).date()

    @override
    def title(self) -> str:
        return _("Events")

    @override
    def context(self) -> str:
        return self.list.words()

    @override
    def primary(self) -> str:
        return "events.new"

    @override
    def first_focus(self) -> QWidget:
        return self.list.table

    @override
    def may(self, action_id: str) -> bool:
        return bool(self.list.selected())

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self.list.refill()

    @override
    def new_event(self, day: date | None = None, kind: EventKind | None = None) -> None:
        """Begin a new event, on a day and of a kind if they are given."""

    def delete(self) -> None:
        """Delete the selected events; undo brings them back."""
        from domain.usecases import events

        ids = self.list.selected()
        if not ids:
            return
        self.desk.run(Label(N_("Delete {count} events"), (("count", len(ids)),)), events.delete, ids)
        words = ngettext("{count} event deleted", "{count} events deleted", len(ids))
        self.desk.tell(words.format(count=current().number(len(ids))), undoable=True)
