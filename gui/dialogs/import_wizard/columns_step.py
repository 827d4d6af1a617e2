"""Second step: which column of the file feeds which field, by drag or by choice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.rows.imports import FileLook
from gui import theme
from gui.dialogs.import_wizard.field_row import FieldRow
from gui.dialogs.import_wizard.source_list import SourceModel, SourceView
from gui.dialogs.import_wizard.words import field_name
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.card import Card
from gui.widgets.problem_line import ProblemLine

_SOURCE_WIDTH = 380


class ColumnsStep(QWidget):
    """Columns left, fields right; `changed` is sent when another column feeds a field."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = FileLook("")
        self.told = labels.Text(tone="muted", wrap=True)
        self.problem = ProblemLine()
        self.source = SourceModel(self)
        self.source_view = SourceView(self.source)
        self.rows: dict[str, FieldRow] = {}
        self._fields = QVBoxLayout()
        self._build()

    def show_look(self, look: FileLook) -> None:
        """Show the columns and where each field comes from; nothing is asked again while the file is the same."""
        if look == self._look:
            return
        self._look = look
        self.told.setText(_told(look))
        for row in self.rows.values():
            self._fields.removeWidget(row)
            row.deleteLater()
        needed = {field for fields in look.needed if len(fields) == 1 for field in fields}
        columns = dict(look.columns)
        self.rows = {field: FieldRow(field, look.source, is_needed=field in needed) for field in look.fields}
        for place, (field, row) in enumerate(self.rows.items()):
            row.set_place(columns.get(field))
            row.picked.connect(self._on_picked)
            self._fields.insertWidget(place, row)
        self._tell()

    def columns(self) -> tuple[tuple[str, int], ...]:
        """Fields and the places of their columns."""
        found = ((field, row.place()) for field, row in self.rows.items())
        return tuple((field, place) for field, place in found if place is not None)

    def missing(self) -> list[tuple[str, ...]]:
        """What is needed and has no column: of each entry one field would do."""
        have = {field for field, _place in self.columns()}
        return [fields for fields in self._look.needed if not have & set(fields)]

    def first_field(self) -> QWidget:
        """Where the keyboard goes on."""
        return next((row.combo for row in self.rows.values()), self.source_view)

    def _build(self) -> None:
        left = Card(_("Columns of the file"))
        left.body.addWidget(self.source_view)
        left.setFixedWidth(_SOURCE_WIDTH)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        self._fields.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self._fields.setSpacing(theme.GAP_TINY)
        self._fields.addStretch(1)
        inside.setLayout(self._fields)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)  # which giving it to the area turned on
        right = Card(_("Fields"), _("drag a column here, or choose one"))
        right.body.addWidget(area)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(left)
        row.addWidget(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        column.addWidget(self.told)
        column.addLayout(row, 1)
        column.addWidget(self.problem)

    def _on_picked(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        used: dict[int, list[str]] = {}
        for field, place in self.columns():
            used.setdefault(place, []).append(field_name(field))
        self.source.show(self._look.source, used)
        missing = self.missing()
        words = _("Please choose a column for: {fields}.")
        named = current().listing(" / ".join(map(field_name, fields)) for fields in missing)
        self.problem.show_words(words.format(fields=named) if missing else "")


def _told(look: FileLook) -> str:
    if look.remembered:
        return _("The columns stand as you put them the last time for a file with this header.")
    count = len(look.columns)
    words = ngettext(
        "{count} field was recognised by its heading. What has no column stays empty.",
        "{count} fields were recognised by their headings. What has no column stays empty.",
        count,
    )
    return words.format(count=count)
