"""What is known of one person: qualifications and topics, appointments, the month."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.speakers import HeldLine, SpeakerDetail, SpeakerRow, StripDay
from gui import theme
from gui.models.table import RowTableModel
from gui.pages.lectures import words
from gui.pages.lectures.columns import duty_columns
from gui.pages.lectures.facts import Facts, clear
from gui.pages.lectures.month_view import MonthView
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, plain_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.meter import Meter
from gui.widgets.notice import Notice, Tone
from gui.widgets.table import TableView
from gui.widgets.tabs import Tabs

_DUTIES = 1
"""The tab with a count."""


class SpeakerPanel(QWidget):
    """The inspector of the people; empty until one is chosen."""

    edit_clicked = Signal()
    event_opened = Signal(object)  # UUID
    month_asked = Signal(object)  # date, the first of a month

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.head = Card(_("Person"))
        self.head.set_padding()
        self.tabs = Tabs(_("About the person"))
        self.facts = Facts(_("Qualifications and topics"))
        self.duties = RowTableModel(duty_columns(), lambda row: row.event.id, self)
        self.duty_table = TableView(self.duties, _("Appointments"))
        self.duty_table.set_two_lines()
        self.duty_table.set_empty(EmptyState("calendar", _("No appointments"), _("Assign the person in an event.")))
        self.duty_table.opened.connect(self.event_opened)
        self.month = MonthView(today)
        self.month.month_asked.connect(self.month_asked)
        self.month.event_opened.connect(self.event_opened)
        self.tabs.add_tab(_("Profile"), self.facts)
        self.tabs.add_tab(_("Appointments"), self.duty_table)
        self.tabs.add_tab(_("Month"), self.month)
        self.edit = Button(_("Edit person"), icon="edit")
        self.edit.clicked.connect(self.edit_clicked)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.addWidget(self.edit, 1)
        self.tabs.body.addWidget(Line())
        self.tabs.body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def show_person(self, detail: SpeakerDetail | None) -> None:
        """Show a person, or that none is chosen."""
        self.tabs.setVisible(detail is not None)
        clear(self.head.body)
        if detail is None:
            self.head.body.addWidget(labels.note(_("Choose a person on the left."), wrap=True))
            self.duties.set_rows(())
            return
        self.head.body.addWidget(_head(detail.row))
        self.facts.show_lines(fact_lines(detail.row, self._today), *_parts(detail.row))
        self.duties.set_rows((*detail.ahead, *detail.past))
        self.tabs.set_count(_DUTIES, len(detail.ahead))

    def show_month(self, first: date, days: tuple[StripDay, ...]) -> None:
        """Show the month that begins on `first`."""
        self.month.show_month(first, days)


def _head(row: SpeakerRow) -> QWidget:
    draft = row.staff.draft
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GAP_TINY)
    line = QHBoxLayout()
    line.addWidget(labels.ElidedText(draft.name, font=theme.text_font(theme.SEMIBOLD)), 1)
    if draft.confidential:
        line.addWidget(Badge(lambda: plain_badge(_("internal only"), "eye-off")))
    column.addLayout(line)
    if draft.office:
        column.addWidget(labels.note(draft.office, wrap=True))
    return content


def _parts(row: SpeakerRow) -> list[QWidget]:
    """What stands above the facts: what others read, the load of the month, the qualifications."""
    parts: list[QWidget] = []
    if row.staff.draft.confidential:
        notice = Notice(Tone.hint, _("The name never leaves the house"), words.outside())
        notice.icon = "eye-off"
        parts.append(notice)
    capacity = row.staff.draft.capacity_per_month
    if capacity:
        meter = Meter(_("This month"))
        meter.set_value(f"{words.load(row)} · {words.left(row)}", row.used / capacity)
        parts.append(meter)
    if row.held:
        parts.append(_held(row.held))
    return parts


def _held(held: tuple[HeldLine, ...]) -> QWidget:
    """Each qualification with its last day and a badge."""
    content = QWidget()
    content.setAccessibleName(_("Qualifications"))
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnStretch(0, 1)
    grid.addWidget(labels.heading(_("Qualifications")), 0, 0, 1, 2)
    for at, line in enumerate(held, start=1):
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(labels.Text(line.name, wrap=True))
        column.addWidget(labels.note(words.until(line)))
        grid.addLayout(column, at, 0)
        grid.addWidget(Badge(lambda line=line: words.standing_badge(line)), at, 1, Qt.AlignmentFlag.AlignRight)  # type: ignore[misc]  # bound now
    return content


def fact_lines(row: SpeakerRow, today: date) -> list[tuple[str, str]]:
    """What is known of a person as names and values; all of it stays in the house."""
    draft = row.staff.draft
    coming = [each for each in draft.absences if each.last_day >= today]
    away = "\n".join(
        " · ".join(part for part in (current().day_range(each.first_day, each.last_day), each.reason) if part)
        for each in sorted(coming, key=lambda each: each.first_day)
    )
    return [
        (_("This month"), "" if draft.capacity_per_month else words.load(row)),
        (_("May speak on"), "\n".join(row.topics)),
        (_("Absences"), away),
        (_("Phone"), draft.phone),
        (_("E-mail"), draft.email),
        (_("Notes"), draft.notes),
    ]
