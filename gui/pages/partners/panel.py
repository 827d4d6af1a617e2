"""What is known of one institution: address, people, events, history."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.region.areas import areas
from domain.rows.events import EventRow
from domain.rows.network import PartnerTies
from domain.rows.partners import ContactRow, PartnerDetail
from domain.rules.reviews import review_urgency
from gui import theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.partners.log_tab import LogTab
from gui.pages.partners.review_line import ReviewLine
from gui.pages.partners.scroll_column import ScrollColumn
from gui.pages.partners.ties_tab import TiesTab
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge, state_badge
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Tabs


class PartnerPanel(QWidget):
    """The inspector of the partners page; empty until one is chosen."""

    edit_clicked = Signal()
    event_clicked = Signal()
    contact_added = Signal()
    contact_opened = Signal(object)  # ContactRow
    event_opened = Signal(object)  # UUID

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._shown: object = None  # the id of the partner shown
        self.head = Card(_("Partner"))
        self.head.set_padding()
        self.tabs = Tabs(_("About the partner"))
        self.tabs.head.setContentsMargins(theme.GAP_TINY, 0, theme.GAP_TINY, 0)  # four tabs without scrolling
        self.people = ScrollColumn(_("People"))
        self.events = RowTableModel(_event_columns(), key=lambda row: row.id, parent=self)
        self.event_table = TableView(self.events, _("Events with the partner"))
        self.event_table.set_two_lines()
        self.event_table.set_empty(EmptyState("calendar", _("No events yet"), _("Make the first one below.")))
        self.event_table.opened.connect(self.event_opened)
        self.tabs.add_tab(_("People"), self.people)
        self.tabs.add_tab(_("Events"), self.event_table)
        self.log = LogTab(today)
        self.ties = TiesTab()
        self.tabs.add_tab(_("Log"), self.log)
        self.tabs.add_tab(_("Ties"), self.ties)
        self.tabs.body.addWidget(Line())
        self.tabs.body.addLayout(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def _foot(self) -> QHBoxLayout:
        self.new_event = Button(_("New event here"), icon="calendar")
        self.new_event.clicked.connect(self.event_clicked)
        self.edit = Button(icon="edit", tip=_("Edit partner"))
        self.edit.clicked.connect(self.edit_clicked)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.new_event, 1)
        foot.addWidget(self.edit)
        return foot

    def show_around(self, name: str, events: Sequence[EventRow], ties: PartnerTies) -> None:
        """Show what stands around the institution called `name`: events, ties, and when we were in contact."""
        self.events.set_rows(events)
        self.ties.show_ties(name, ties)
        self.log.show_log(ties)

    def add_hint(self, hint: QWidget) -> None:
        """Put a hint that concerns the whole institution between its head and the tabs."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, hint)

    def show_partner(self, detail: PartnerDetail | None) -> None:
        """Show an institution with its people, or that none is chosen; what is around it follows."""
        shown = detail.row.id if detail else None
        if shown != self._shown:
            self._shown = shown
            self.log.clear_entry()  # what was typed for one partner must not be written down for another
        self.tabs.setVisible(detail is not None)
        self.head.set_title(detail.row.name if detail else _("Partner"))
        while (item := self.head.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        head = _head(detail) if detail else labels.note(_("Choose a partner on the left."), wrap=True)
        self.head.body.addWidget(head)
        head.show()
        contacts = detail.contacts if detail else ()
        self.people.fill(
            [_person(contact, self.contact_opened.emit, self._today()) for contact in contacts], self._adder()
        )
        self.tabs.set_count(0, len(contacts))

    def _adder(self) -> Button:
        button = Button(_("Add person"), icon="plus", weight=Weight.link)
        button.clicked.connect(self.contact_added)
        return button


def _head(detail: PartnerDetail) -> QWidget:
    content = QWidget()
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme.GAP_TINY)
    draft = detail.draft
    kind = label(draft.schulform or draft.office_kind or draft.category, current())
    address = ", ".join(part for part in (draft.street, f"{draft.postcode} {draft.town}".strip()) if part)
    lines = [
        (kind, "muted"),
        (address, ""),
        (draft.phone, ""),
        (draft.email, ""),
        (draft.website, ""),
        (draft.notes, "muted"),
    ]
    for line, (words, tone) in enumerate(pair for pair in lines if pair[0]):
        grid.addWidget(labels.Text(words, tone=tone, wrap=True), line, 0)
    if detail.row.kreis_ags is not None:
        ags = detail.row.kreis_ags
        grid.addWidget(Badge(lambda: kreis_badge(ags)), 0, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    return content


def _person(contact: ContactRow, opened: Callable[[ContactRow], None], today: date) -> QWidget:
    draft = contact.draft
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
    column.setSpacing(2)
    head = QHBoxLayout()
    head.addWidget(labels.Text(draft.role, font=theme.text_font(theme.MEDIUM), wrap=True), 1)
    edit = Button(icon="edit", weight=Weight.quiet, is_small=True, tip=_("Edit {person}").format(person=draft.role))
    edit.clicked.connect(lambda: opened(contact))
    head.addWidget(edit)
    column.addLayout(head)
    for words in (draft.name, draft.phone, draft.email):
        if words:
            column.addWidget(labels.Text(words, wrap=True))
    if draft.areas:
        names = ", ".join(areas()[area].name for area in draft.areas if area in areas())
        column.addWidget(labels.note(_("for {areas}").format(areas=names), wrap=True))
    basis = label(draft.legal_basis, current())
    if draft.review_on is not None:
        basis = _("{basis}, review by {day}").format(basis=basis, day=current().day(draft.review_on))
    column.addWidget(ReviewLine(basis, review_urgency(draft.review_on, today)))
    return content


def _event_columns() -> list[Column[EventRow]]:
    return [
        Column(_("Event"), _event),
        Column(_("State"), lambda row: Cell(badge=state_badge(row.state)), width=116),
    ]


def _event(row: EventRow) -> Cell:
    day = current().day(row.start_day) if row.start_day else _("no date")
    return Cell(row.title, second=day, is_first=True)
