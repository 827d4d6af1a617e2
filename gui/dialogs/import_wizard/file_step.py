"""First step: what the file is, how its text is read, and its first rows as they come out so."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.imports import FileLook
from gui import theme
from gui.dialogs.import_wizard.forms_view import FormsView
from gui.dialogs.import_wizard.words import column_name, delimiter_name, encoding_name
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current, ngettext
from gui.widgets import labels, paint
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.combo import Combo
from gui.widgets.empty import EmptyState
from gui.widgets.problem_line import ProblemLine
from gui.widgets.table import TableView

_NARROW, _WIDE = 72, 260
_PADDING = 32
_SHOWN_COLUMNS = 40

_Line = tuple[int, tuple[str, ...]]
"""A row by its place."""


class FileStep(QWidget):
    """What was recognised, to be changed; `wished` tells that another reading is wanted, `other_asked` another file."""

    wished = Signal(str, str, str)  # encoding, delimiter, sheet; "" where there is nothing to choose
    other_asked = Signal()
    files_dropped = Signal(list)  # paths as text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.kind = labels.Text(tone="muted")
        self.encoding = Combo(_("Encoding"))
        self.delimiter = Combo(_("Delimiter"))
        self.sheet = Combo(_("Sheet"))
        self.other = Button(_("Other file …"), icon="folder")
        self.other.setAutoDefault(False)
        self.problem = ProblemLine()
        self.card = Card(_("First rows"))
        self.forms = FormsView()
        self._rows: TableView | None = None
        self._fields: list[tuple[QWidget, QWidget]] = []
        self._build()

    def show_reading(self, name: str) -> None:
        """The file is being looked at."""
        self.problem.show_words("")
        self.kind.show()
        self.kind.setText(_("Reading {file} …").format(file=name))
        self._show_fields(is_text=False, is_workbook=False)

    def show_look(self, look: FileLook) -> None:
        """Show what was recognised."""
        self.problem.show_words("")
        self.kind.setText(_kind(look))
        self.kind.show()
        _choose(self.encoding, look.encoding.removesuffix("-sig"), encoding_name(look.encoding))
        _choose(self.delimiter, look.delimiter, delimiter_name(look.delimiter))
        self.sheet.clear()
        for sheet in look.sheets:
            self.sheet.add(sheet, sheet)
        self.sheet.set_value(look.sheet)
        self._show_fields(is_text=bool(look.delimiter), is_workbook=bool(look.sheets))
        self._show_rows(look)

    def show_trouble(self, words: str, *, may_be_text: bool) -> None:
        """Say why nothing can be read so; what was read before stays, and text can be read otherwise."""
        self.kind.hide()
        self.problem.show_words(words)
        if may_be_text and self.encoding.isHidden() and self.sheet.isHidden():
            self.encoding.set_value(None)
            self.delimiter.set_value(None)
            self._show_fields(is_text=True, is_workbook=False)

    @property
    def choices(self) -> tuple[Combo, ...]:
        """The controls that change how the file is read."""
        return self.encoding, self.delimiter, self.sheet

    @property
    def is_fine(self) -> bool:
        """Whether the file can be read as chosen."""
        return not self.problem.words.text()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.files_dropped.emit(local)

    def _build(self) -> None:
        from domain.exchange.recognition import DELIMITERS, ENCODINGS

        for encoding in ENCODINGS:
            self.encoding.add(encoding, encoding_name(encoding))
        for delimiter in DELIMITERS:
            self.delimiter.add(delimiter, delimiter_name(delimiter))
        row = QHBoxLayout()
        row.setContentsMargins(theme.FOCUS_LINE + 1, 0, theme.FOCUS_LINE + 1, 0)
        row.setSpacing(theme.GAP_SMALL)
        for words, field in (
            (_("Encoding"), self.encoding),
            (_("Delimiter"), self.delimiter),
            (_("Sheet"), self.sheet),
        ):
            named = labels.Text(words, tone="muted")
            named.setBuddy(field)
            row.addWidget(named)
            row.addWidget(field)
            row.addSpacing(theme.GAP_SMALL)
            self._fields.append((named, field))
            field.activated.connect(self._on_activated)
            named.hide()
            field.hide()
        row.addStretch(1)
        self.other.clicked.connect(self.other_asked)
        row.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        for part in (self.kind, self.problem):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.card, 1)
        column.addWidget(self.forms, 1)
        self._show_rows(FileLook(""))

    def _on_activated(self, _index: int) -> None:
        self.wished.emit(*map(_chosen, self.choices))

    def _show_fields(self, *, is_text: bool, is_workbook: bool) -> None:
        for (named, field), is_shown in zip(self._fields, (is_text, is_text, is_workbook), strict=True):
            named.setVisible(is_shown)
            field.setVisible(is_shown)

    def _show_rows(self, look: FileLook) -> None:
        """The columns are others each time, so the table is made anew; forms have a view of their own."""
        self.card.setVisible(not look.forms)
        self.forms.setVisible(bool(look.forms))
        self.forms.show_forms(look.forms)
        if self._rows is not None:
            self._rows.hide()
            self.card.body.removeWidget(self._rows)
            self._rows.deleteLater()
        places = range(min(len(look.headings), _SHOWN_COLUMNS))
        columns = [_column(look, place) for place in places] or [Column("", _nothing)]
        model = RowTableModel[_Line](columns, lambda row: UUID(int=row[0]))
        model.set_rows(list(enumerate(look.rows)))
        self._rows = TableView(model, _("First rows"))
        model.setParent(self._rows)
        self._rows.set_empty(_empty(look))
        self.card.body.addWidget(self._rows)
        self.card.set_title(_("First rows"), _columns_said(look))


def _column(look: FileLook, place: int) -> Column[_Line]:
    heading = _(look.headings[place]) if look.cards else column_name(look.headings[place], place)
    texts = [heading, *(row[place] for row in look.rows if place < len(row))]
    wide = max(paint.text_width(text, theme.text_font()) for text in texts) + _PADDING
    return Column(
        heading,
        lambda row: Cell(row[1][place] if place < len(row[1]) else ""),
        width=max(_NARROW, min(_WIDE, wide)),
    )


def _nothing(_row: _Line) -> Cell:
    return Cell()


def _kind(look: FileLook) -> str:
    if look.forms:
        count = len(look.forms)
        forms = ngettext("{count} returned request form (PDF)", "{count} returned request forms (PDF)", count)
        return forms.format(count=current().number(count))
    if look.cards:
        cards = ngettext(
            "{file}: contacts (vCard), {count} card", "{file}: contacts (vCard), {count} cards", look.cards
        )
        return cards.format(file=look.name, count=current().number(look.cards))
    if look.sheets:
        return _("{file}: workbook (XLSX), header in row {line}").format(file=look.name, line=look.header_line)
    return _("{file}: table of text (CSV)").format(file=look.name)


def _columns_said(look: FileLook) -> str:
    count = len(look.source)
    return ngettext("{count} column", "{count} columns", count).format(count=count) if count else ""


def _empty(look: FileLook) -> EmptyState:
    if look.cards:
        return EmptyState("person", _("No card can be taken"), _("The preview shows why."))
    if look.source:
        return EmptyState("table", _("No rows"), _("The file has a header but no rows below it."))
    return EmptyState("table", _("Nothing to show yet"), _("Choose a file, or drop one here."))


def _chosen(combo: Combo) -> str:
    return "" if combo.isHidden() else str(combo.value() or "")


def _choose(combo: Combo, value: str, words: str) -> None:
    """Choose a value, one that is not offered as well: recognised is recognised."""
    combo.set_value(value)
    if value and combo.value() is None:
        combo.add(value, words)
        combo.set_value(value)
