"""The page of events: the table of all, and the record of one in front of it."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.errors import NotFoundError
from domain.overriding import override
from domain.rows.filters import EventFilter
from domain.rows.printing import PrintChoice
from domain.rules.kind_defaults import new_draft
from domain.terms import BERLIN, EventKind
from gui.page import Page
from gui.pages.events.deeds import EventDeeds
from gui.pages.events.event_list import EventList
from gui.pages.events.record import EventRecord
from gui.pages.events.record_head import RecordHead
from gui.pages.events.state_deeds import StateDeeds
from gui.pages.events.steps import BY_ACTION, next_action, possible
from gui.texts import _

_TITLE_LENGTH = 46


class EventsPage(Page):
    """Lists events, and opens one to read and edit; Escape leads back to the list as it was left."""

    @override
    def _build(self) -> None:
        self.list = EventList(self.desk, self._today)
        self.record = EventRecord(self.desk, self._today)
        self.deeds = EventDeeds(self.desk, self.list, self.record, self)
        self.states = StateDeeds(self.desk, self.record, self._today, self)
        self.head = RecordHead(self.action_asked.emit, self.may)
        self.list.opened.connect(self.show_record)
        self.list.new_asked.connect(self.new_event)
        self.list.delete_asked.connect(self.deeds.delete)
        self.list.counted.connect(self.head_changed)
        self.list.selection_changed.connect(self.head_changed)
        self.record.meeting.template_asked.connect(lambda: self.asked_for.emit("settings", None))
        self.record.side.lessons.opened.connect(self.show_record)
        self.record.left.connect(self._on_left)
        self.record.head_changed.connect(self._on_head)
        self.deeds.opened.connect(self.show_record)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.record)
        self.body.addWidget(self.stack, 1)

    def _today(self) -> date:
        return self.desk.clock().astimezone(BERLIN).date()

    @override
    def title(self) -> str:
        if not self.record.is_open:
            return _("Events")
        title = self.record.row.title if self.record.row else _("New event")
        return title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1].rstrip() + "…"

    @override
    def context(self) -> str:
        if self.record.is_open:
            return self.record.row.number if self.record.row else ""
        return self.list.words()

    @override
    def primary(self) -> str:
        if not self.record.is_open:
            return "events.new"
        return next_action(self.record.row, self._today())

    @override
    def secondary(self) -> tuple[str, ...]:
        return () if self.record.is_open else ("events.from_template",)

    @override
    def head_widget(self) -> QWidget | None:
        return self.head if self.record.is_open else None

    @override
    def first_focus(self) -> QWidget:
        if self.record.is_open:
            return self.record.tabs.bar
        return self.list.table

    @override
    def print_choice(self) -> PrintChoice | None:
        concerned = self.deeds.concerned()
        return PrintChoice(event_id=concerned[0]) if concerned else None

    @override
    def has_draft(self) -> bool:
        return self.record.has_changes()

    @override
    def may(self, action_id: str) -> bool:
        if action_id in BY_ACTION:
            return self.record.is_open and possible(self.record.row, action_id, self._today())
        if action_id == "events.save":
            return self.record.is_open
        if action_id == "events.series":
            return self.record.row is not None and self.record.is_open and self.record.row.start_day is not None
        concerned = self.deeds.concerned()
        if action_id == "events.profile":
            return len(concerned) == 1 and self.record.is_open and self.record.tabs.forms.draft().best_practice
        one = {"events.duplicate", "events.template"}
        return len(concerned) == 1 if action_id in one else bool(concerned)

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self.list.refill()
        self.record.follow()

    @override
    def show_record(self, record: UUID) -> None:
        self.list.select(record)
        try:
            self.record.open(record)
        except NotFoundError:
            self.desk.tell(_("This event has been deleted"))
            return
        self.stack.setCurrentWidget(self.record)
        self.head_changed.emit()

    @override
    def show_filter(self, wanted: object) -> None:
        if self.record.is_open:
            self.record.leave()
        if isinstance(wanted, EventFilter):
            self.list.bar.show_filter(wanted)

    @override
    def new_event(self, day: date | None = None, kind: EventKind | None = None) -> None:
        """Begin a new event, on a day and of a kind if they are given."""
        draft = new_draft(kind or EventKind.citizen_dialogue, day)
        self.stack.setCurrentWidget(self.record)
        self.record.begin(draft)
        self.head_changed.emit()

    def _on_left(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.table.setFocus()
        self.head_changed.emit()

    def _on_head(self) -> None:
        if self.record.row is not None:
            self.head.show_state(self.record.row.state)
        else:
            self.head.show_state(self.record.tabs.forms.draft().state)
        self.head_changed.emit()
