"""What is known of one council: rhythm, members with terms, sessions, resolutions, tasks."""

from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.councils import CouncilDetail
from domain.rows.memberships import MembershipRow
from domain.rules.membership import needs_new_term
from domain.terms import TermState
from gui import theme
from gui.models.table import RowTableModel
from gui.pages.councils import columns, words
from gui.pages.councils.tab import TableTab
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card
from gui.widgets.choice import CheckBox
from gui.widgets.empty import EmptyState
from gui.widgets.field import SearchField
from gui.widgets.tabs import Tabs

_MEMBERS, _TASKS = 0, 3
"""The tabs with a count."""


class CouncilPanel(QWidget):
    """The inspector of the councils page; empty until a council is chosen."""

    member_added = Signal()
    member_opened = Signal(object)  # MembershipRow
    member_renewed = Signal(object)  # MembershipRow
    session_planned = Signal()
    event_opened = Signal(object)  # UUID
    task_added = Signal()
    task_opened = Signal(object)  # TaskRow
    task_toggled = Signal(object)  # TaskRow
    interval_clicked = Signal()
    print_clicked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._detail: CouncilDetail | None = None
        self.head = Card(_("Council"))
        self.head.set_padding()
        self.tabs = Tabs(_("About the council"))
        self._build_members()
        self._build_sessions()
        self._build_resolutions()
        self._build_tasks()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def _build_members(self) -> None:
        model = RowTableModel(columns.member_columns(), lambda row: row.id, self)
        empty = EmptyState("people", _("No members yet"), _("Take in the first institution below."))
        tab = self.members = TableTab(model, _("Members"), empty)
        self.former = CheckBox(_("Former"))
        self.former.setToolTip(_("Show terms that have ended, too"))
        self.former.clicked.connect(lambda _checked: self._show_members())
        tab.foot.addWidget(self.former)
        tab.foot.addStretch(1)
        self.renew = tab.add_button(_("Renew"), "repeat")
        self.renew.setToolTip(_("Add the next term, as long as the last one"))
        self.renew.clicked.connect(lambda: self._emit(tab, self.member_renewed))
        self.add_member = tab.add_button(_("Add"), "plus")
        self.add_member.setAccessibleName(_("Add member"))
        self.add_member.clicked.connect(self.member_added)
        tab.table.opened.connect(lambda _record: self._emit(tab, self.member_opened))
        tab.table.current_changed.connect(lambda _record: self._fit_renew())
        self.tabs.add_tab(_("Members"), tab)

    def _build_sessions(self) -> None:
        model = RowTableModel(columns.session_columns(), lambda row: row.id, self)
        empty = EmptyState("table", _("No sessions yet"), _("Plan the first one below."))
        tab = self.sessions = TableTab(model, _("Sessions"), empty)
        tab.foot.addStretch(1)
        self.plan = tab.add_button(_("New session"), "calendar")
        self.plan.clicked.connect(self.session_planned)
        tab.table.opened.connect(self.event_opened)
        self.tabs.add_tab(_("Sessions"), tab)

    def _build_resolutions(self) -> None:
        model = RowTableModel(columns.resolution_columns(), lambda row: row.id, self)
        empty = EmptyState("check", _("No resolutions"), _("They are written in the minutes of a session."))
        tab = self.resolutions = TableTab(model, _("Resolutions"), empty)
        self.search = SearchField(_("Search resolutions"))
        self.search.searched.connect(lambda _text: self._show_resolutions())
        tab.head.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        tab.head.addWidget(self.search)
        tab.foot.addStretch(1)
        open_session = tab.add_button(_("Open session"), "open")
        open_session.clicked.connect(self._open_session)
        tab.table.opened.connect(lambda _record: self._open_session())
        self.tabs.add_tab(_("Resolutions"), tab)

    def _build_tasks(self) -> None:
        model = RowTableModel(columns.task_columns(self._today), lambda row: row.id, self)
        empty = EmptyState("check", _("Nothing to do"), _("Write down who does what until when."))
        tab = self.tasks = TableTab(model, _("Tasks"), empty)
        tab.foot.addStretch(1)
        self.done = tab.add_button(_("Tick off"), "check")
        self.done.setToolTip(_("Tick off or open again (Space)"))
        self.done.clicked.connect(lambda: self._emit(tab, self.task_toggled))
        self.add_task = tab.add_button(_("Add"), "plus")
        self.add_task.setAccessibleName(_("Add task"))
        self.add_task.clicked.connect(self.task_added)
        tab.table.opened.connect(lambda _record: self._emit(tab, self.task_opened))
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), tab.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._emit(tab, self.task_toggled))
        self.tabs.add_tab(_("Tasks"), tab)

    def show_council(self, detail: CouncilDetail | None, today: date) -> None:
        """Show a council, or that none is chosen."""
        self._detail, self._today = detail, today
        self.tabs.setVisible(detail is not None)
        self.head.set_title(detail.row.name if detail else _("Council"))
        while (item := self.head.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._facts(detail) if detail else labels.note(_("Choose a council on the left."), wrap=True)
        self.head.body.addWidget(shown)
        shown.show()
        self._show_members()
        self.sessions.show_rows(detail.sessions if detail else ())
        self._show_resolutions()
        self.tasks.show_rows(detail.tasks if detail else ())
        if detail is not None:
            self.tabs.set_count(_MEMBERS, detail.row.members)
            self.tabs.set_count(_TASKS, detail.row.open_tasks)

    def _show_members(self) -> None:
        rows = self._detail.members if self._detail else ()
        shown = rows if self.former.isChecked() else [row for row in rows if not _is_history(row, self._today)]
        self.members.show_rows(shown)
        self._fit_renew()

    def _show_resolutions(self) -> None:
        rows = self._detail.resolutions if self._detail else ()
        wanted = self.search.text().casefold().split()
        shown = [
            row for row in rows if all(word in f"{row.wording} {row.session} {row.votes}".casefold() for word in wanted)
        ]
        self.resolutions.show_rows(shown)

    def _fit_renew(self) -> None:
        row = self.members.current()
        self.renew.setEnabled(row is not None and row.draft.last_day is not None and not row.is_followed)

    def _open_session(self) -> None:
        row = self.resolutions.current()
        if row is not None:
            self.event_opened.emit(row.event_id)

    @staticmethod
    def _emit(tab: TableTab, signal: SignalInstance) -> None:
        row = tab.current()
        if row is not None:
            signal.emit(row)

    def _facts(self, detail: CouncilDetail) -> QWidget:
        row = detail.row
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.GAP_TINY)
        grid.setColumnStretch(0, 1)
        chair = _("Chair: {institution}").format(institution=row.chair) if row.chair else _("no chair")
        grid.addWidget(labels.Text(chair, wrap=True), 0, 0)
        tone = words.tone_of(row, self._today)
        last = (
            _("Last session {since}").format(since=words.since(row.last, self._today))
            if row.last
            else _("No session yet")
        )
        grid.addWidget(labels.Text(last, tone="" if tone == "text" else tone, wrap=True), 1, 0)
        following = current().day(row.next) if row.next else _("none planned")
        rhythm = words.every(row.interval_days) or _("interval not set")
        told = _("{rhythm} · next session: {day}").format(rhythm=rhythm, day=following)
        grid.addWidget(labels.note(told, wrap=True), 2, 0)
        if len(detail.chairs) > 1:
            grid.addWidget(
                labels.note(_("Several institutions hold the chair at the same time."), tone="gold", wrap=True), 3, 0
            )
        grid.addLayout(self._side(row.kreis_ags), 0, 1, 3, 1, Qt.AlignmentFlag.AlignTop)
        return content

    def _side(self, kreis_ags: str | None) -> QHBoxLayout:
        side = QHBoxLayout()
        side.setSpacing(theme.GAP_TINY)
        if kreis_ags is not None:
            side.addWidget(Badge(lambda: kreis_badge(kreis_ags)), 0, Qt.AlignmentFlag.AlignTop)
        edit = Button(icon="clock", weight=Weight.quiet, is_small=True, tip=_("Interval …"))
        edit.clicked.connect(self.interval_clicked)
        paper = Button(icon="printer", weight=Weight.quiet, is_small=True, tip=_("Print the profile …"))
        paper.clicked.connect(self.print_clicked)
        side.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        side.addWidget(paper, 0, Qt.AlignmentFlag.AlignTop)
        return side


def _is_history(row: MembershipRow, today: date) -> bool:
    """Whether a term is over and settled: another follows, or it ended some time ago; else it still asks for one."""
    return row.state is TermState.ended and (row.is_followed or not needs_new_term(row.draft, (), today))
