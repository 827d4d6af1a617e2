"""What is known of one publication: stock over time, which events take copies along, facts."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.rows.publications import Promise, PublicationDetail, PublicationRow, StockLine
from gui import theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.publications import words
from gui.pages.publications.stock_chart import StockChart
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, plain_badge, warning_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView
from gui.widgets.tabs import Tabs

_EVENTS_TAB = 1
Asked = tuple[Promise, bool]
"""A promise, and whether its event is over and has not said what it handed out."""


class PublicationPanel(QWidget):
    """The inspector of the publications page; empty until one is chosen."""

    book_clicked = Signal()
    edit_clicked = Signal()
    edition_clicked = Signal()
    event_opened = Signal(object)  # UUID

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.head = Card(_("Publication"))
        self.head.set_padding()
        self.tabs = Tabs(_("About the publication"))
        self.chart = StockChart()
        self.lines = RowTableModel(_line_columns(), key=lambda line: line.id, parent=self)
        self.line_table = TableView(self.lines, _("Changes of the stock"))
        self.line_table.set_two_lines()
        self.line_table.set_empty(EmptyState("book", _("Nothing booked yet"), _("Book the first delivery below.")))
        self.line_table.opened.connect(self._on_line)
        self.promises = RowTableModel(_promise_columns(), key=lambda asked: asked[0].event_id, parent=self)
        self.promise_table = TableView(self.promises, _("Events that take copies along"))
        self.promise_table.set_two_lines()
        self.promise_table.set_empty(
            EmptyState("calendar", _("No event takes copies along"), _("Plan copies in an event under Participants."))
        )
        self.promise_table.opened.connect(self.event_opened)
        self.facts = QScrollArea()
        self.facts.setWidgetResizable(True)
        self.facts.setFrameShape(QScrollArea.Shape.NoFrame)
        self.facts.setAccessibleName(_("Facts"))
        self.facts.viewport().setAutoFillBackground(False)
        self._build()

    def _build(self) -> None:
        stock = QWidget()
        inner = QVBoxLayout(stock)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.chart)
        inner.addWidget(self.line_table, 1)
        self.tabs.add_tab(_("Stock"), stock)
        self.tabs.add_tab(_("Promised"), self.promise_table)
        self.tabs.add_tab(_("Facts"), self.facts)
        self.tabs.body.addWidget(Line())
        self.tabs.body.addLayout(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def _foot(self) -> QHBoxLayout:
        self.book = Button(_("Book stock …"), icon="plus")
        self.book.clicked.connect(self.book_clicked)
        self.edition = Button(icon="copy", tip=_("New edition …"))
        self.edition.clicked.connect(self.edition_clicked)
        self.edit = Button(icon="edit", tip=_("Edit publication"))
        self.edit.clicked.connect(self.edit_clicked)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.book, 1)
        foot.addWidget(self.edition)
        foot.addWidget(self.edit)
        return foot

    def show_publication(self, found: PublicationDetail | None) -> None:
        """Show a publication, or that none is chosen."""
        self.tabs.setVisible(found is not None)
        self.head.set_title(found.row.draft.title if found else _("Publication"))
        while (item := self.head.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if found is None:
            self.head.body.addWidget(labels.note(_("Choose a publication on the left."), wrap=True))
            return
        self.head.body.addWidget(_head(found.row))
        self.chart.show_lines(found.lines, found.row.draft.minimum, self._today)
        self.lines.set_rows(tuple(reversed(found.lines)))
        asked = [*((each, True) for each in found.unreported), *((each, False) for each in found.promises)]
        self.promises.set_rows(asked)
        self.tabs.set_count(_EVENTS_TAB, len(asked))
        self.edition.setEnabled(found.row.draft.replaced_by_id is None)
        self.facts.setWidget(_facts(fact_lines(found)))

    def _on_line(self, key: object) -> None:
        line = next((each for each in self.lines.rows() if each.id == key), None)
        if line is not None and line.event_id is not None:
            self.event_opened.emit(line.event_id)


def _head(row: PublicationRow) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GAP_SMALL)
    sub = " · ".join(part for part in (row.draft.edition, row.draft.publisher) if part)
    if sub:
        column.addWidget(labels.Text(sub, tone="muted", wrap=True))
    badges = QHBoxLayout()
    badges.setSpacing(theme.GAP_SMALL)
    badges.addWidget(Badge(lambda: words.state_badge(row)))
    badges.addWidget(Badge(lambda: plain_badge(words.language_words(row.draft))))
    badges.addStretch(1)
    column.addLayout(badges)
    column.addWidget(labels.Text(_stock_words(row), font=theme.text_font(theme.MEDIUM), wrap=True))
    return content


def _stock_words(row: PublicationRow) -> str:
    """Stock, promises, and the proposal if there is one."""
    number = current().number
    parts = [_("{count} in stock").format(count=number(row.stock))]
    if row.promised:
        parts.append(_("{count} promised").format(count=number(row.promised)))
    if row.to_order:
        parts.append(_("order {count}").format(count=number(row.to_order)))
    return ", ".join(parts)


def _line_columns() -> list[Column[StockLine]]:
    number = current().number
    return [
        Column(_("What"), _what),
        Column(_("Change"), lambda line: Cell(words.signed(line.quantity)), width=72, is_right=True),
        Column(_("Stock"), lambda line: Cell(number(line.stock), tone="muted"), width=72, is_right=True),
    ]


def _what(line: StockLine) -> Cell:
    day = current().day(line.day) if line.day else _("no date")
    second = " · ".join(part for part in (day, line.notes) if part)
    return Cell(words.line_title(line), second=second, icon="calendar" if line.event_id else "book", is_first=True)


def _promise_columns() -> list[Column[Asked]]:
    return [
        Column(_("Event"), _event),
        Column(_("Copies"), lambda asked: Cell(current().number(asked[0].copies)), width=100, is_right=True),
    ]


def _event(asked: Asked) -> Cell:
    promise, is_over = asked
    day = current().day(promise.day) if promise.day else _("no date")
    badge = warning_badge(_("not reported")) if is_over else None
    return Cell(promise.title, second=day, badge=badge, is_first=True)


def _facts(lines: Sequence[tuple[str, str]]) -> QWidget:
    content = QWidget()
    content.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
    grid = QGridLayout(content)
    grid.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(lines):
        grid.addWidget(labels.Text(name, tone="muted", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(labels.Text(value, wrap=True), line, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return content


def fact_lines(found: PublicationDetail) -> list[tuple[str, str]]:
    """What is known of a publication as names and values; what is not known is left out."""
    draft = found.row.draft
    lines = [
        (_("Edition"), draft.edition),
        (_("Language"), words.language_words(draft)),
        (_("Publisher"), draft.publisher),
        (_("Topic"), found.row.topic),
        (_("Valid until"), current().day(draft.valid_until) if draft.valid_until else ""),
        (_("Replaced by"), found.row.replaced_by),
        (_("Replaces"), found.replaces),
        (_("Minimum"), words.copies(draft.minimum) if draft.minimum else ""),
        (_("Per pack"), words.copies(draft.pack_size) if draft.pack_size else ""),
        (_("Where it lies"), draft.storage),
        (_("Notes"), draft.notes),
    ]
    return [line for line in lines if line[1]]
