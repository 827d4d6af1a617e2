"""The contact log of a partner: quick entry by keyboard, and the timeline with events held together."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.rows.network import LogLine, PartnerTies
from domain.terms import ContactChannel
from gui import icons, theme
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets.button import Button, Weight
from gui.widgets.card import Line
from gui.widgets.combo import Combo
from gui.widgets.dates import DateField
from gui.widgets.empty import EmptyState
from gui.widgets.field import Field
from gui.widgets.problem_line import ProblemLine
from gui.widgets.table import TableView

_CHANNEL_ICONS = {
    ContactChannel.phone: "phone",
    ContactChannel.email: "mail",
    ContactChannel.letter: "document",
    ContactChannel.meeting: "people",
    ContactChannel.visit: "pin",
    ContactChannel.event: "calendar",
}
_CHANNEL_WIDTH = 112


class LogTab(QWidget):
    """Subject, channel, day and Enter write an entry; Enter on a line opens it."""

    entered = Signal(object, object, str)  # ContactChannel, date, subject
    more_asked = Signal()  # the whole form, for contact and event
    line_opened = Signal(object)  # LogLine

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.subject = Field(name=_("What was it about?"))
        self.subject.setPlaceholderText(_("What was it about?"))
        self.subject.returnPressed.connect(self._on_enter)
        self.channel = Combo(_("Channel"))
        self.channel.add_terms(ContactChannel)
        self.channel.setMinimumWidth(_CHANNEL_WIDTH)
        self.day = DateField(_("Day"), today)
        self.day.set_date(today())
        self.add = Button(_("Note"), icon="plus", weight=Weight.link, tip=_("Write the entry into the log"))
        self.add.trailing = True
        self.add.clicked.connect(self._on_enter)
        self.more = Button(_("Person, event …"), weight=Weight.link, tip=_("Entry with person and event …"))
        self.more.clicked.connect(self.more_asked)
        self.trouble = ProblemLine()
        self.lines = RowTableModel(_columns(), key=_key, parent=self)
        self.table = TableView(self.lines, _("Contacts and events"))
        self.table.set_two_lines()
        self.table.set_empty(EmptyState("clock", _("No contact noted yet"), _("Write down the first one above.")))
        self.table.opened.connect(self._on_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._entry())
        column.addWidget(Line())
        column.addWidget(self.table, 1)

    def _entry(self) -> QVBoxLayout:
        entry = QVBoxLayout()
        entry.setContentsMargins(theme.GAP_ROW, theme.GAP_ROW, theme.GAP_ROW, theme.GAP_TINY)
        entry.setSpacing(theme.GAP_SMALL)
        second, third = QHBoxLayout(), QHBoxLayout()
        second.setSpacing(theme.GAP_SMALL)
        second.addWidget(self.channel, 1)
        second.addWidget(self.day)
        third.addWidget(self.more)
        third.addStretch(1)
        third.addWidget(self.add)
        entry.addWidget(self.subject)
        entry.addLayout(second)
        entry.addLayout(third)
        entry.addWidget(self.trouble)
        return entry

    def show_log(self, ties: PartnerTies) -> None:
        """Show a partner's timeline; what is typed stays."""
        self.lines.set_rows(ties.log)

    def clear_entry(self) -> None:
        """Be ready for the next entry, or another partner."""
        self.subject.clear()
        self.day.set_date(self._today())
        self.trouble.show_words("")

    def refuse(self, trouble: LandaufError) -> None:
        """Say why an entry was not taken; what was typed stays."""
        self.trouble.show_words(current().error(trouble))

    def _on_enter(self) -> None:
        channel = self.channel.value()
        if isinstance(channel, ContactChannel):
            self.entered.emit(channel, self.day.day() or self._today(), self.subject.text().strip())

    def _on_opened(self, record: UUID) -> None:
        at = self.lines.position_of(record)
        if at >= 0:
            self.line_opened.emit(self.lines.row_at(at))


def _key(line: LogLine) -> UUID:
    found = line.entry_id or line.event_id
    if found is None:
        raise LookupError("a line is an entry or an event")
    return found


def _columns() -> list[Column[LogLine]]:
    return [Column(_("Contact"), _cell)]


def _cell(line: LogLine) -> Cell:
    icon = icons.KIND_ICONS[line.event_kind] if line.event_kind else _CHANNEL_ICONS[line.channel]
    second = " · ".join(part for part in (current().day(line.day), line.about) if part)
    return Cell(line.subject, second=second, icon=icon, is_first=line.entry_id is not None)
