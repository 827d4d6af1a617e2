"""Asks what becomes a stop: an event without a tour, an open request, or a new event."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from domain.errors import InvalidInputError
from domain.labels import label
from domain.rows.events import EventDraft, EventRow
from domain.rows.requests import RequestRow
from domain.rows.tours import StopCandidates
from domain.rules.visitors import told
from domain.terms import EventKind
from gui import icons, theme
from gui.dialogs.dialog import Dialog
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.tours import words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import kreis_badge, state_badge
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.empty import EmptyState
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.gemeinde_field import GemeindeField
from gui.widgets.table import TableView

_WIDTH, _HEIGHT = 720, 520
EVENTS, REQUESTS, NEW = "events", "requests", "new"


class StopDialog(Dialog):
    """Three ways to a stop; one signal for each."""

    event_chosen = Signal(object)  # UUID
    request_chosen = Signal(object)  # UUID
    entered = Signal(object)  # EventDraft

    def __init__(
        self, title: str, found: StopCandidates, day: date, period: tuple[date, date], parent: QWidget | None = None
    ) -> None:
        """The first event from `day` on is picked; `period` is where was looked."""
        super().__init__(title, _("Add"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self.way = Segmented(
            [
                (EVENTS, _("Events ({count})").format(count=len(found.events))),
                (REQUESTS, _("Requests ({count})").format(count=len(found.requests))),
                (NEW, _("New event")),
            ],
            name=_("What becomes a stop"),
        )
        events = RowTableModel(_event_columns(), key=lambda row: row.id, parent=self)
        requests = RowTableModel(_request_columns(), key=lambda row: row.id, parent=self)
        self.events, self.requests = TableView(events, _("Events")), TableView(requests, _("Requests"))
        days = current().day_range(*period)
        no_event = _("Every event from {days} is in a tour already, or there is none.").format(days=days)
        no_request = _("No open request for a mobile stop wishes a day from {days}.").format(days=days)
        for table, icon, sentence in ((self.events, "calendar", no_event), (self.requests, "inbox", no_request)):
            table.set_two_lines()
            table.set_empty(EmptyState(icon, _("Nothing to choose"), sentence))
            table.opened.connect(self._on_opened)
            table.current_changed.connect(self._show_visitors)
        events.set_rows(found.events)
        requests.set_rows(found.requests)
        self.form = _new_form()
        self.visitors = labels.note()
        self._known = found.visitors
        self._stack = QStackedWidget()
        self._lay_out()
        self.way.picked.connect(self.show_way)
        self.primary.clicked.connect(self._on_add)
        near = (row for row in found.events if row.start_day is not None and row.start_day >= day)
        for table, first in ((self.events, next(near, None)), (self.requests, None)):
            if table.rows.rowCount():
                table.select(first.id if first else table.rows.id_at(0))
        self.show_way(EVENTS if found.events or not found.requests else REQUESTS)

    def _lay_out(self) -> None:
        for part in (self.events, self.requests, self.form):
            self._stack.addWidget(part)
        bar = QHBoxLayout()
        bar.addWidget(self.way)
        bar.addStretch(1)
        self.content.addLayout(bar)
        self.content.addWidget(self._stack, 1)
        self.content.addWidget(self.visitors)

    def show_way(self, way: str) -> None:
        """Show the list of events, of requests, or the form of a new event."""
        self.way.set_value(way)
        self._stack.setCurrentIndex((EVENTS, REQUESTS, NEW).index(way))
        table = {EVENTS: self.events, REQUESTS: self.requests}.get(way)
        self._show_visitors(table.current_id() if table is not None else None)

    def _show_visitors(self, record: UUID | None) -> None:
        """What was counted before where the chosen event or request would stand."""
        known = self._known.get(record) if record is not None else None
        sentence = told(known) if known is not None else None
        words_ = current().text(*sentence) if sentence else ""
        self.visitors.setText(_("Visitors before: {words}").format(words=words_) if words_ else "")
        self.visitors.setVisible(bool(words_))

    def refuse(self, trouble: InvalidInputError) -> None:
        """Put the problems beside their fields."""
        self.form.show_problems(trouble.problems)

    def _on_opened(self, _record: UUID) -> None:
        self._on_add()

    def _on_add(self) -> None:
        way = self.way.value()
        if way == NEW:
            self.entered.emit(self.form.draft())
            return
        table, signal = (self.events, self.event_chosen) if way == EVENTS else (self.requests, self.request_chosen)
        if (record := table.current_id()) is not None:
            signal.emit(record)


def _new_form() -> Form[EventDraft]:
    form: Form[EventDraft] = Form()
    kinds = Combo(_("Kind"))
    kinds.add_terms(kind for kind in EventKind if kind is not EventKind.online)
    form.add(_("Title"), Field(name=_("Title")), "title")
    form.add(_("Kind"), kinds, "kind")
    form.add(_("Place"), Field(name=_("Place")), "place_name")
    form.add(_("Street"), Field(name=_("Street")), "street")
    form.add(_("Municipality"), GemeindeField(_("Municipality")), "ags")
    form.load(EventDraft(EventKind.mobile_stop, ""))
    return form


def _event_columns() -> list[Column[EventRow]]:
    return [
        Column(_("Event"), _event),
        Column(_("When"), lambda row: Cell(current().day(row.start_day) if row.start_day else _("no date")), width=104),
        Column(_("State"), lambda row: Cell(badge=state_badge(row.state)), width=124),
    ]


def _event(row: EventRow) -> Cell:
    mark = theme.tokens().kinds[row.kind].mark
    return Cell(row.title, second=words.place(row), icon=icons.KIND_ICONS[row.kind], icon_colour=mark, is_first=True)


def _request_columns() -> list[Column[RequestRow]]:
    return [
        Column(_("Requester"), _requester),
        Column(_("Wished"), lambda row: Cell(_wished(row)), width=172),
        Column(_("District"), lambda row: Cell(badge=kreis_badge(row.kreis_ags) if row.kreis_ags else None), width=80),
    ]


def _requester(row: RequestRow) -> Cell:
    second = row.draft.topic or label(row.draft.kind, current())
    return Cell(row.draft.requester, second=second, icon="inbox", is_first=True)


def _wished(row: RequestRow) -> str:
    draft = row.draft
    first = draft.wishes[0].first_day if draft.wishes else draft.earliest
    last = draft.wishes[-1].last_day if draft.wishes else draft.latest
    if first is not None and last is not None:
        return current().day_range(first, last)
    day = first or last
    return current().day(day) if day else "–"
