"""The Calendar page: month, week and list beside an inspector."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.printing import PrintChoice
from domain.terms import BERLIN
from gui import registry, theme
from gui.page import Page
from gui.page_actions import PAGE_ACTIONS
from gui.pages.calendar import layout, words
from gui.pages.calendar.board import Board
from gui.pages.calendar.day_panel import DayPanel
from gui.pages.calendar.deeds import Deeds
from gui.pages.calendar.drawer import Drawer
from gui.pages.calendar.list_view import ListView
from gui.pages.calendar.month_view import MonthView
from gui.pages.calendar.paging import Paging
from gui.pages.calendar.selection import Selection
from gui.pages.calendar.stock import EventStock
from gui.pages.calendar.toolbar import Toolbar
from gui.pages.calendar.week_view import WeekView
from gui.pages.calendar.weekday_head import WeekdayHead
from gui.texts import _
from gui.widgets.card import Card, Line

_NEW = "events.new"


class CalendarPage(Page):
    """What happens when; everything in it moves by mouse and by keyboard."""

    watches = frozenset(
        {
            *("event", "event_identity", "partner", "site", "accepted_conflict", "tour", "tour_day", "stop"),
            *("publication", "stock_movement"),
        }
    )

    @override
    def _build(self) -> None:
        today = self._today()
        self.selection = Selection(today, self)
        self.stock = EventStock(self.desk, self)
        self.toolbar = Toolbar()
        self.paging = Paging(self)
        self.paging.hide()
        self.month = MonthView(self.stock, self.selection)
        self.week = WeekView(self.stock, self.selection)
        self.list = ListView(self.stock, self.selection)
        self.views = QStackedWidget()
        for view in (self._month_area(), self.week, self.list):
            self.views.addWidget(view)
        self.panel = DayPanel(self.desk, self.stock, self.selection)
        self.deeds = Deeds(self.desk, self.stock.row, self)
        card = Card()
        card.body.setContentsMargins(0, 0, 0, theme.RADIUS_CARD // 2)  # the round corners stay free
        for part in (self.toolbar, Line(), self.views):
            card.body.addWidget(part, 1 if part is self.views else 0)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.GAP)
        self._row.addWidget(card, 1)
        self._row.addWidget(self.panel)
        self.body.addLayout(self._row)
        self.drawer = Drawer(self, self._row, self.panel)
        self._connect()

    def _today(self) -> date:
        return self.desk.clock().astimezone(BERLIN).date()

    def _month_area(self) -> QWidget:
        area = QWidget()
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(WeekdayHead())
        column.addWidget(self.month, 1)
        return area

    def _connect(self) -> None:
        self.toolbar.view_picked.connect(self.show_view)
        self.toolbar.wanted_changed.connect(self.stock.filter)
        self.toolbar.day_list_asked.connect(self.drawer.toggle)
        self.paging.stepped.connect(self.turn)
        self.paging.today_asked.connect(self.go_to_today)
        for view in (self.month, self.week):
            view.opened.connect(self.open_event)
            view.new_asked.connect(self.new_event_asked)
            view.moved.connect(self.deeds.move)
            view.menu_asked.connect(self.deeds.show_menu)
            view.day_asked.connect(self.drawer.open)
            view.turned.connect(self._on_turned)
        self.list.opened.connect(self.open_event)
        self.list.menu_asked.connect(self.deeds.show_menu)
        for part in (self.panel, self.deeds):
            part.open_asked.connect(self.open_event)
            part.new_asked.connect(self.new_event_asked)
        self.panel.move_asked.connect(self.deeds.ask_move)
        self.panel.repair_asked.connect(self.deeds.repair)
        self.drawer.changed.connect(self.toolbar.day_button.setVisible)
        self.panel.print_asked.connect(lambda: self.action_asked.emit("print.document"))
        self.panel.tally_asked.connect(lambda: self.action_asked.emit("tally.open"))
        self.deeds.moved.connect(self._on_moved)

    @override
    def title(self) -> str:
        return words.month(self._shown_day())

    @override
    def context(self) -> str:
        if self.toolbar.views.value() != "week":
            return ""
        monday = self.week.monday
        return _("Week {number}").format(number=monday.isocalendar().week)

    @override
    def head_widget(self) -> QWidget:
        self.paging.follow_title(self.title())
        return self.paging

    @override
    def primary(self) -> str:
        there = {spec.id for spec in PAGE_ACTIONS if spec.page in {page.id for page in registry.pages()}}
        return _NEW if _NEW in there else ""

    @override
    def refresh(self, tables: frozenset[str]) -> None:
        now = self.desk.clock().astimezone(BERLIN)
        self.month.today, self.week.now = now.date(), now
        self.stock.reload()
        self.panel.read_again(self.selection.event_id)

    @override
    def show_record(self, record: UUID) -> None:
        row = self.stock.row(record)
        if row is not None and row.start_day is not None:
            self.selection.pick(row.start_day, record)
            self._board().show_day(row.start_day)

    @override
    def print_choice(self) -> PrintChoice | None:
        return PrintChoice(event_id=self.selection.event_id) if self.selection.event_id else None

    @override
    def first_focus(self) -> QWidget:
        return self.list if self.toolbar.views.value() == "list" else self._board()

    def show_view(self, name: str) -> None:
        """Show month, week or list around the picked day; the day stays in sight."""
        day = self.selection.day
        self.toolbar.views.set_value(name)
        self.views.setCurrentIndex(["month", "week", "list"].index(name))
        self._go_to(day)

    def turn(self, step: int) -> None:
        """Go a month or a week back (−1) or on (1)."""
        if self.toolbar.views.value() == "week":
            day = self.week.monday + timedelta(days=7 * step)
        else:
            day = layout.month_after(self._shown_day().replace(day=1), step)
        self._go_to(layout.clamped(day))

    def go_to_today(self) -> None:
        """Pick the present day."""
        today = self._today()
        rows = self.stock.on(today)
        self._go_to(today)
        self.selection.pick(today, rows[0].id if rows else None)

    def go_to(self, day: date) -> None:
        """Show a day and pick it."""
        self._go_to(day)
        self._board().pick_day(day)

    def open_event(self, event_id: UUID) -> None:
        """Go to the events page."""
        self.asked_for.emit("events", event_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T:
            self.go_to_today()
        elif event.key() == Qt.Key.Key_Escape:
            self.drawer.close()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drawer.follow()

    def _board(self) -> Board:
        return self.week if self.toolbar.views.value() == "week" else self.month

    def _shown_day(self) -> date:
        """A day of the month that is shown, whatever the view."""
        match self.toolbar.views.value():
            case "week":
                return self.week.monday + timedelta(days=3)
            case "list":
                return self.list.month
        return self.month.month

    def _go_to(self, day: date) -> None:
        match self.toolbar.views.value():
            case "week":
                self.week.show_week(day)
            case "list":
                self.list.show_month(layout.month_span(day))
            case _:
                self.month.show_month(day)
        self._on_turned()

    def _on_turned(self) -> None:
        self.paging.follow_title(self.title())
        self.head_changed.emit()

    def _on_moved(self, event_id: UUID, day: date) -> None:
        self.selection.pick(day, event_id)
        self._board().show_day(day)
        self._board().say(words.day_title(day))
