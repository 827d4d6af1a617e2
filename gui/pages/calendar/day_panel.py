"""The inspector: the picked day's events, and everything about the picked one."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from domain.region import holidays
from domain.rows.events import EventDetail, EventRow
from domain.rows.findings import Finding
from domain.rules.tally import can_be_counted
from domain.terms import BERLIN
from gui import theme
from gui.desk import Desk
from gui.pages.calendar import words
from gui.pages.calendar.day_list import DayList
from gui.pages.calendar.facts import EventFacts
from gui.pages.calendar.selection import Selection
from gui.pages.calendar.stock import EventStock
from gui.texts import _, pgettext
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState


class DayPanel(Card):
    """Follows the selection; facts and conflicts of the event are read beside the GUI thread."""

    open_asked = Signal(object)  # UUID
    move_asked = Signal(object)  # UUID
    print_asked = Signal()
    tally_asked = Signal()
    new_asked = Signal(object)  # date
    repair_asked = Signal(object)  # Repair
    close_asked = Signal()

    def __init__(self, desk: Desk, stock: EventStock, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(words.day_title(selection.day), parent=parent)
        self._desk = desk
        self._stock = stock
        self._selection = selection
        self._shown: EventRow | None = None
        self.setFixedWidth(theme.INSPECTOR_WIDTH)
        self.close_button = Button(icon="close", weight=Weight.quiet, tip=_("Close"), is_small=True)
        self.close_button.clicked.connect(self.close_asked)
        self.close_button.hide()
        self.head.addWidget(self.close_button)
        self.holiday = labels.note()
        self.holiday.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        self.list = DayList()
        self.facts = EventFacts(stock.row)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.area = QScrollArea()
        self.area.setWidget(self.facts)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.empty = EmptyState("calendar", _("Nothing on this day"), _("Double-click a day to plan something."))
        self.new_button = self.empty.add_button(_("New event"), icon="plus")
        self.open_button = Button(pgettext("verb", "Open"))
        self.open_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.move_button = Button(icon="move", tip=_("Move …"))
        self.tally_button = Button(icon="tally", tip=_("Count visitors (F11)"))
        self.print_button = Button(icon="printer", tip=_("Print …"))
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_ROW)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.open_button, 1)
        row.addWidget(self.move_button)
        row.addWidget(self.tally_button)
        row.addWidget(self.print_button)
        self.body.addWidget(self.holiday)
        self.body.addWidget(self.list)
        self.line = Line()
        self.body.addWidget(self.line)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self._selection.changed.connect(self.follow)
        self._stock.changed.connect(self.follow)
        self.list.picked.connect(lambda event_id: self._selection.pick(self._selection.day, event_id))
        self.list.opened.connect(self.open_asked)
        self.facts.repair_asked.connect(self.repair_asked)
        self.open_button.clicked.connect(lambda: self.open_asked.emit(self._selection.event_id))
        self.move_button.clicked.connect(lambda: self.move_asked.emit(self._selection.event_id))
        self.tally_button.clicked.connect(self.tally_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.new_button.clicked.connect(lambda: self.new_asked.emit(self._selection.day))

    def follow(self) -> None:
        """Show what is picked now."""
        day = self._selection.day
        rows = self._stock.on(day)
        self.set_title(words.day_title(day), words.counted(len(rows)))
        names = [holidays.public_holiday_on(day) or "", words.school_holiday(day)]
        self.holiday.setText(" · ".join(name for name in names if name))
        self.holiday.set_tone("gold" if words.school_holiday(day) else "muted")
        self.holiday.setVisible(any(names))
        row = next((row for row in rows if row.id == self._selection.event_id), None)
        self.list.show_rows(rows, row.id if row else None)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        for part in (self.line, self.area, self.foot):
            part.setVisible(bool(rows))
        self.facts.setVisible(row is not None)
        for button in (self.open_button, self.move_button, self.print_button):
            button.setEnabled(row is not None)
        self.tally_button.setVisible(can_be_counted(row) and day <= self._desk.clock().astimezone(BERLIN).date())
        if row is not None and row != self._shown:
            self.facts.show_event(row)
            self.read_again(row.id)
        self._shown = row

    def read_again(self, event_id: UUID | None) -> None:
        """Ask for the facts and conflicts of an event; they arrive a moment later."""
        if event_id is None:
            return
        from domain.usecases import conflicts, events

        self._desk.ask_later(self._on_detail, events.detail, event_id)
        self._desk.ask_later(self._on_findings, conflicts.findings_of, event_id)

    def _on_detail(self, detail: EventDetail) -> None:
        if detail.row.id == self._selection.event_id:
            self.facts.show_detail(detail)

    def _on_findings(self, findings: tuple[Finding, ...]) -> None:
        if self._selection.event_id is not None:
            self.facts.show_findings(findings)
