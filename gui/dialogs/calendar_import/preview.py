"""The entries of a calendar file with what would become of each, and the person's choices."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.rows.calendar_import import CalendarLine, CalendarReport, CalendarWish
from domain.terms import Audience, CalendarFate, EventKind, ReadAs
from gui import theme
from gui.dialogs.calendar_import import words
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.empty import EmptyState
from gui.widgets.problem_line import ProblemLine
from gui.widgets.table import TableView

_ALL = "all"
_Line = tuple[int, CalendarLine]
_Key = tuple[str, str]


class CalendarPreview(QWidget):
    """`wished` tells that the entries must be judged anew, `chosen` that an entry is taken or left."""

    wished = Signal()
    chosen = Signal()

    def __init__(self, people: list[tuple[UUID, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: CalendarReport | None = None
        self._left: set[_Key] = set()
        self._theirs: set[_Key] = set()
        self.read_as, self.kind = Combo(_("Take over as")), Combo(_("Kind"))
        self.audience, self.person = Combo(_("Audience")), Combo(_("Whose absences"))
        self._fill(people)
        self.summary = labels.Text(wrap=True)
        self.problem = ProblemLine()
        self.shown = Segmented(
            [(_ALL, _("All")), *((each.value, _FATES[each]()) for each in CalendarFate)], name=_("Rows")
        )
        self.shown.picked.connect(lambda _key: self._show_lines())
        self.model = RowTableModel[_Line](self._columns(), lambda row: UUID(int=row[0] + 1), self)
        self.table = TableView(self.model, _("Entries of the calendar"))
        self.table.set_two_lines()
        self.table.set_empty(EmptyState("calendar", _("No such entries"), _("No entry of the file has this fate.")))
        self.table.opened.connect(self._toggle)
        self.table.current_changed.connect(lambda _record: self._show_toggle())
        self.toggle = Button(_("Leave this entry"))
        self.toggle.setAutoDefault(False)
        self.toggle.clicked.connect(lambda: self._toggle(self.table.current_id()))
        self._lay_out()
        self._show_choices()

    def wish(self) -> CalendarWish:
        """How the person wants the file taken over."""
        read_as, kind = self.read_as.value(), self.kind.value()
        audience, person = self.audience.value(), self.person.value()
        is_absence = read_as is ReadAs.absences
        return CalendarWish(
            read_as if isinstance(read_as, ReadAs) else ReadAs.events,
            kind if isinstance(kind, EventKind) else None,
            audience if isinstance(audience, Audience) else Audience.internal,
            person if is_absence and isinstance(person, UUID) else None,
            frozenset(self._left),
            frozenset(self._theirs),
        )

    @property
    def taken(self) -> int:
        """How many entries would be stored."""
        lines = self.report.lines if self.report else ()
        return sum(1 for line in lines if words.is_taken(line, self._left))

    def begin(self) -> None:
        """Another file: nothing is chosen yet."""
        self._left.clear()
        self._theirs.clear()
        self.show_waiting()

    def show_waiting(self) -> None:
        """The entries are being judged."""
        self.report = None
        self.problem.show_words("")
        self.summary.setText(_("Every entry is compared with what is there. Nothing is stored yet."))
        self.toggle.setEnabled(False)

    def show_report(self, report: CalendarReport) -> None:
        """Show what would become of every entry."""
        self.report = report
        self.summary.setText(words.counted(report))
        self.shown.set_words(_ALL, f"{_('All')} {current().number(len(report.lines))}")
        for fate in CalendarFate:
            self.shown.set_words(fate.value, f"{_FATES[fate]()} {current().number(report.count(fate))}")
        self._show_lines()

    def show_trouble(self, said: str) -> None:
        """Say why nothing can be taken over so."""
        self.model.set_rows(())
        self.summary.setText("")
        self.problem.show_words(said)

    def _show_lines(self) -> None:
        at = self.table.current_id()
        lines = enumerate(self.report.lines if self.report else ())
        wanted = self.shown.value()
        self.model.set_rows([(place, line) for place, line in lines if wanted in {_ALL, line.fate.value}])
        if at is None or not self.table.select(at):
            self.table.selectRow(0)
        self._show_toggle()

    def _toggle(self, record: object) -> None:
        line = self._line(record)
        if line is None or line.entry is None:
            return
        key = line.entry.key
        if line.fate is CalendarFate.conflict or key in self._theirs:
            self._theirs ^= {key}
            self.wished.emit()
        elif words.can_be_left(line):
            self._left ^= {key}
            self._show_lines()
            self.chosen.emit()

    def _line(self, record: object) -> CalendarLine | None:
        lines = self.report.lines if self.report else ()
        place = record.int - 1 if isinstance(record, UUID) else -1
        return lines[place] if 0 <= place < len(lines) else None

    def _show_toggle(self) -> None:
        line = self._line(self.table.current_id())
        key = line.entry.key if line and line.entry else ("", "")
        is_conflict = line is not None and (line.fate is CalendarFate.conflict or key in self._theirs)
        self.toggle.setEnabled(line is not None and (is_conflict or words.can_be_left(line)))
        if is_conflict:
            self.toggle.setText(_("Keep ours") if key in self._theirs else _("Take theirs"))
        else:
            self.toggle.setText(_("Take this entry") if key in self._left else _("Leave this entry"))

    def _fill(self, people: list[tuple[UUID, str]]) -> None:
        self.read_as.add_terms(ReadAs)
        self.kind.add(None, _("as recognised"))
        self.kind.add_terms(EventKind)
        self.audience.add_terms(Audience)
        self.audience.set_value(Audience.internal)
        for person, name in people:
            self.person.add(person, name)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.FOCUS_LINE + 1, 0, theme.FOCUS_LINE + 1, 0)
        row.setSpacing(theme.GAP_SMALL)
        self._named: dict[Combo, QWidget] = {}
        for field in (self.read_as, self.kind, self.audience, self.person):
            named = labels.Text(field.accessibleName(), tone="muted")
            named.setBuddy(field)
            self._named[field] = named
            row.addWidget(named)
            row.addWidget(field)
            field.activated.connect(self._on_wish)
        row.addStretch(1)
        over = QHBoxLayout()
        over.addWidget(self.shown)
        over.addStretch(1)
        over.addWidget(self.toggle)
        card = Card()
        card.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        column.addLayout(row)
        column.addWidget(self.summary)
        column.addWidget(self.problem)
        column.addLayout(over)
        column.addWidget(card, 1)

    def _on_wish(self, _index: int) -> None:
        self._show_choices()
        self.wished.emit()

    def _show_choices(self) -> None:
        """Kind and audience are for events, a person for absences."""
        read_as = self.read_as.value()
        for field, needed in (
            (self.kind, ReadAs.events),
            (self.audience, ReadAs.events),
            (self.person, ReadAs.absences),
        ):
            field.setVisible(read_as is needed)
            self._named[field].setVisible(read_as is needed)

    def _columns(self) -> list[Column[_Line]]:
        return [
            Column(_("When"), lambda row: Cell(words.when(row[1].entry)), width=232),
            Column(_("Entry"), self._entry),
            Column(
                _("What becomes of it"),
                lambda row: Cell(badge=words.fate_badge(row[1], self._left, self._theirs)),
                width=216,
            ),
        ]

    def _entry(self, row: _Line) -> Cell:
        line = row[1]
        tone = "error" if line.fate is CalendarFate.refused else "text"
        is_left = line.entry is not None and words.can_be_left(line) and line.entry.key in self._left
        cell = Cell(line.title or "–", second=words.second(line), is_first=True, tone=tone)
        return replace(cell, tone="muted", is_struck=True) if is_left else cell


_FATES = {
    CalendarFate.new: lambda: _("New"),
    CalendarFate.changed: lambda: _("Changed"),
    CalendarFate.unchanged: lambda: _("Unchanged"),
    CalendarFate.conflict: lambda: _("Conflict"),
    CalendarFate.cancelled: lambda: _("Cancelled"),
    CalendarFate.duplicate: lambda: _("Twice"),
    CalendarFate.refused: lambda: _("Refused"),
}
