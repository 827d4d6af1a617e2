"""The page a day begins with: this week, next events, open requests, what is due, conflicts, dialogues per Kreis."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rules.tally import can_be_counted
from domain.terms import BERLIN
from gui import registry, theme
from gui.first_paint import FirstPaint
from gui.kreis_record import kreis_record
from gui.page import Page
from gui.page_actions import PAGE_ACTIONS
from gui.pages.overview import lines, words
from gui.pages.overview.dialogues_card import DialoguesCard
from gui.pages.overview.line_list import LineList
from gui.pages.overview.week_strip import WeekStrip
from gui.texts import _, current
from gui.widgets.button import Button
from gui.widgets.card import Card

if TYPE_CHECKING:
    from domain.rows.due import DueRow
    from gui.pages.overview.later import Later
    from gui.widgets.empty import EmptyState

_LEFT, _MIDDLE, _RIGHT = 464, 326, 288
"""Widths of the three columns at 1366 pixels (looks 01); they grow in proportion."""
_SMALLEST_HEIGHT = 620
_REVIEW = "gui.dialogs.review:open_review"


class OverviewPage(Page):
    """Stands at once from `first_page`; conflicts and due dates follow from a pool thread."""

    @override
    def _build(self) -> None:
        self._today = self._now_day()
        self._open_requests = self._overdue_concerns = 0
        self._is_painted = False
        self.week = WeekStrip()
        self.coming = Card(_("Next events"), link=_("Open calendar"))
        self.tally = Button(_("Tally"), icon="tally", is_small=True, tip=_("Count visitors of today’s event (F11)"))
        self.tally.hide()
        self.coming.head.insertWidget(self.coming.head.count() - 1, self.tally)
        self.waiting = Card(_("Open requests"), link=_("See all"))
        self.due = Card(_("Due"))
        self.conflicts = Card(_("Conflicts"), link=_("Check"))
        self.dialogues = DialoguesCard()
        self.coming_list = LineList(_("Next events"))
        self.waiting_list = LineList(_("Open requests"))
        self.due_list = LineList(_("Due"), highest=36)
        self.conflict_list = LineList(_("Conflicts"), lowest=40, highest=72)
        for card, view in (
            (self.coming, self.coming_list),
            (self.waiting, self.waiting_list),
            (self.due, self.due_list),
            (self.conflicts, self.conflict_list),
        ):
            card.body.addWidget(view, 1)
        self.fresh: EmptyState | None = None
        self.board = self._make_board()
        self.body.addWidget(self.board)
        self._connect()
        FirstPaint(self).happened.connect(self._on_painted)

    @override
    def title(self) -> str:
        return _("Overview")

    @override
    def context(self) -> str:
        return f"{words.long_day(self._today)} · {words.week_of(self._today)}"

    @override
    def primary(self) -> str:
        return "events.new" if _is_known("events.new") else ""

    @override
    def badges(self) -> Mapping[str, int]:
        return {"requests": self._open_requests, "concerns": self._overdue_concerns}

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        self._glance()
        if self._is_painted:
            self._ask_later()

    @override
    def first_focus(self) -> QWidget:
        return self.coming_list

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._now_day() != self._today:
            self._glance()
            self._ask_later()
            self.head_changed.emit()

    def _make_board(self) -> QWidget:
        left, middle = QVBoxLayout(), QVBoxLayout()
        for column in (left, middle):
            column.setSpacing(theme.GAP)
        left.addWidget(self.coming, 280)
        left.addWidget(self.waiting, 228)
        middle.addWidget(self.due, 254)
        middle.addWidget(self.conflicts, 254)
        columns = QHBoxLayout()
        columns.setSpacing(theme.GAP)
        columns.addLayout(left, _LEFT)
        columns.addLayout(middle, _MIDDLE)
        columns.addWidget(self.dialogues, _RIGHT)
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        inner.setMinimumHeight(_SMALLEST_HEIGHT)
        board = QVBoxLayout(inner)
        board.setContentsMargins(0, 0, 0, 0)
        board.setSpacing(theme.GAP)
        board.addWidget(self.week)
        board.addLayout(columns, 1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _show_fresh(self, *, is_fresh: bool) -> None:
        """While nothing has been entered that could be shown, say what to do first."""
        if is_fresh and self.fresh is None:
            self.fresh = make_empty(self.action_asked.emit)
            self.body.addWidget(self.fresh, 1)
        if self.fresh is not None:
            self.fresh.setVisible(is_fresh)
        self.board.setVisible(not is_fresh)

    def _connect(self) -> None:
        self.week.event_opened.connect(self._open_event)
        self.week.day_opened.connect(lambda _day: self._open("calendar"))
        self.coming_list.opened.connect(lambda row: self._open_event(row.id))
        self.tally.clicked.connect(partial(self.action_asked.emit, "tally.open"))
        self.waiting_list.opened.connect(lambda request: self._open("requests", request.id))
        self.due_list.opened.connect(self._open_due)
        self.conflict_list.opened.connect(lambda line: self._open_event(line.event_id))
        self.dialogues.map.picked.connect(self._open_coverage)
        for card, page_id in ((self.coming, "calendar"), (self.waiting, "requests"), (self.conflicts, "events")):
            card.link.setVisible(_has_page(page_id))
            card.link_clicked.connect(partial(self._open, page_id))
        theme.notifier().changed.connect(self.update)

    def _glance(self) -> None:
        found = self.desk.workspace.first_page()
        self._today = self._now_day()
        self._open_requests, self._overdue_concerns = found.open_requests, found.overdue_concerns
        self._show_fresh(is_fresh=not (found.events or found.open_requests))
        self.week.show_week(found.week, self._today)
        self.tally.setVisible(any(can_be_counted(row) and row.touches(self._today) for row in found.week))
        self.coming_list.set_lines(
            found.coming,
            partial(lines.draw_event, today=self._today),
            partial(words.spoken_event, today=self._today),
            _("Nothing is planned."),
        )
        self.waiting_list.set_lines(
            found.waiting,
            partial(lines.draw_request, today=self._today),
            partial(words.spoken_request, today=self._today),
            _("Every request is answered."),
        )
        self.waiting.set_title(_("Open requests"), str(found.open_requests or ""))
        self.dialogues.show_counts(found.dialogues, self._today)

    def _ask_later(self) -> None:
        from gui.pages.overview import later

        work = partial(later.read, self.desk.workspace, current())
        self.desk.tasks.start(work, self._on_later, key="overview")

    def _on_painted(self) -> None:
        self._is_painted = True
        self._ask_later()

    def _on_later(self, found: "Later") -> None:
        from gui.pages.overview import later_lines

        self.due_list.set_lines(
            found.due,
            partial(later_lines.draw_due, today=self._today),
            partial(later_lines.spoken_due, today=self._today),
            _("Nothing is due."),
        )
        self.due.set_title(_("Due"), str(len(found.due) or ""))
        self.conflict_list.set_lines(
            found.findings, later_lines.draw_finding, later_lines.spoken_finding, _("No conflicts found.")
        )
        self.conflicts.set_title(_("Conflicts"), str(len(found.findings) or ""))
        self.dialogues.show_gap(found.gap, self._today)

    def _open_due(self, row: "DueRow") -> None:
        """Open what is due; a report that is missing can be written at once."""
        from domain.rows.due import DueKind

        if row.kind is DueKind.report:
            registry.resolve(_REVIEW)(self.window(), self.desk, row.record)
        else:
            self._open(row.page, row.record)

    def _open(self, page_id: str, record: UUID | None = None) -> None:
        if _has_page(page_id):
            self.asked_for.emit(page_id, record)

    def _open_event(self, event_id: UUID) -> None:
        self._open("events", event_id)

    def _open_coverage(self, ags: str) -> None:
        self._open("coverage", kreis_record(ags))

    def _now_day(self) -> date:
        return self.desk.clock().astimezone(BERLIN).date()


def make_empty(ask: Callable[[str], None]) -> "EmptyState":
    """What a fresh file shows; `ask` gets the id of the action a button stands for."""
    from gui.widgets.empty import EmptyState

    empty = EmptyState(
        "inbox",
        _("Nothing is planned yet"),
        _("Enter the first request, or read a table of requests, partners or vehicles."),
    )
    for action_id, sentence, icon in (
        ("requests.new", _("Enter request"), "plus"),
        ("exchange.requests", _("Read table …"), ""),
    ):
        if _is_known(action_id):
            button = empty.add_button(sentence, icon=icon, is_primary=icon == "plus")
            button.clicked.connect(partial(ask, action_id))
    return empty


def _is_known(action_id: str) -> bool:
    specs = (spec for spec in PAGE_ACTIONS if spec.id == action_id)
    return any(_has_page(spec.page) if spec.page else registry.exists(spec.handler) for spec in specs)


def _has_page(page_id: str) -> bool:
    return any(spec.id == page_id for spec in registry.pages())
