"""The right side of an event's record: conflicts of the draft, checked while typing, history and permit."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from domain.rows.events import EventDraft
from domain.rows.findings import Finding
from domain.rules.remarks import remarks
from gui import theme
from gui.desk import Desk
from gui.pages.events.conflict_panel import ConflictPanel
from gui.pages.events.history_panel import HistoryPanel
from gui.pages.events.lessons_panel import LessonsPanel
from gui.pages.events.permit_panel import PermitPanel
from gui.pages.events.responsible_panel import ResponsiblePanel
from gui.texts import _
from gui.widgets.tabs import Inspector, Tabs

_REST_MS = 150


class RecordSide(Inspector):
    """Follows the draft: a short rest after each change, then the check runs beside the GUI thread."""

    checked = Signal(int)  # how many conflicts are open

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Conflicts and history"), parent)
        self._desk = desk
        self._record: UUID | None = None
        self._base: EventDraft | None = None
        self._draft: EventDraft | None = None
        self.conflicts = ConflictPanel()
        self.history = HistoryPanel(desk)
        self.tabs = Tabs(_("Conflicts and history"))
        self.tabs.bar.set_padding(theme.GAP_SMALL)
        self.tabs.add_tab(_("Conflicts"), self.conflicts, 0)
        self.tabs.add_tab(_("History"), self.history, 0)
        self.permit = PermitPanel(desk)
        self.tabs.add_tab(_("Permit"), self.permit)
        self.history.counted.connect(lambda count: self.tabs.set_count(1, count))
        self.lessons = LessonsPanel(desk)
        self.column.addWidget(self.lessons)
        self.column.addWidget(self.tabs, 1)
        self.responsible = ResponsiblePanel(desk)
        self.column.addWidget(self.responsible)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.check_now)

    def show_record(self, record: UUID | None, base: EventDraft, draft: EventDraft) -> None:
        """Show an event anew; None is one that is not saved yet."""
        self._record = record
        self._base, self._draft = base, draft
        self.history.show_record(record)
        self.permit.show_record(record)
        self.history.show_draft(base, draft)
        self.responsible.show_draft(draft)
        self.lessons.show_draft(draft, record)
        self.check_now()

    def show_draft(self, draft: EventDraft) -> None:
        """Follow a change of the draft."""
        self._draft = draft
        self.responsible.show_draft(draft)
        self.lessons.show_draft(draft, self._record)
        self._rest.start()

    def check_now(self) -> None:
        """Check the draft without waiting."""
        from domain.usecases import conflicts

        self._rest.stop()
        if self._draft is None or self._base is None:
            return
        self.history.show_draft(self._base, self._draft)
        self.conflicts.show_remarks(remarks(self._draft))
        self._desk.ask_later(self._on_checked, conflicts.for_draft, self._draft, self._record)

    def leave(self) -> None:
        """Check nothing any more: the record is closed."""
        self._rest.stop()
        self._draft = None
        self.responsible.show_draft(None)
        self.lessons.show_draft(None, None)

    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        if self._draft is None:
            return
        has_date = bool(self._draft.starts_at or self._draft.first_day)
        self.conflicts.show_findings(findings, has_date=has_date, may_accept=self._record is not None)
        waiting = sum(not finding.accepted for finding in findings)
        self.tabs.set_count(0, waiting)
        self.checked.emit(waiting)
