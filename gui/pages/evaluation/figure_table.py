"""The table that says in figures what a picture beside it shows; it can be copied into any other program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from domain.rows.evaluation import EvaluationFigures, Line, Sums
from domain.terms import Breakdown, Measure
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.evaluation import words
from gui.texts import _
from gui.widgets.badge import BadgeLook, kreis_badge
from gui.widgets.table import TableView

_MOST_ROWS, _LEAST_ROWS = 16, 3


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line: its key and name, the figures as they are shown, and how long its bars are (0 to 1 each)."""

    id: UUID
    key: str
    name: str
    done: str
    coming: str
    share: str
    bars: tuple[float, float]
    badge: BadgeLook | None = None
    is_muted: bool = False


class FigureModel(RowTableModel[FigureRow]):
    """The lines of a breakdown by one measure, whose names are the heads of the columns."""

    def show_lines(self, figures: EvaluationFigures, breakdown: Breakdown, measure: Measure) -> None:
        """Show the lines of a breakdown."""
        self._name_columns(breakdown, measure)
        self.set_rows(figure_rows(figures, breakdown, measure))

    def _name_columns(self, breakdown: Breakdown, measure: Measure) -> None:
        what, *bars, done, coming, share = self.columns
        self.columns = (
            replace(what, title=words.heading(breakdown)),
            *bars,
            replace(done, title=words.done_head(measure)),
            replace(coming, title=words.outlook_head(measure)),
            share,
        )


def figure_rows(figures: EvaluationFigures, breakdown: Breakdown, measure: Measure) -> list[FigureRow]:
    """The lines of a breakdown as the table shows them."""
    lines = figures.lines(breakdown)
    most = max((_length(line.sums, measure) for line in lines), default=0) or 1
    whole = figures.whole.amount(measure)
    return [_row(at, figures, breakdown, line, measure, most, whole) for at, line in enumerate(lines, 1)]


def _length(sums: Sums, measure: Measure) -> float:
    return sums.amount(measure) + sums.outlook(measure)


def _row(  # noqa: PLR0913, PLR0917 - a line and what it is measured by
    at: int,
    figures: EvaluationFigures,
    breakdown: Breakdown,
    line: Line,
    measure: Measure,
    most: float,
    whole: float,
) -> FigureRow:
    done, coming = line.sums.amount(measure), line.sums.outlook(measure)
    return FigureRow(
        id=UUID(int=at),
        key=line.key,
        name=words.name(figures, breakdown, line.key),
        done=words.number(done),
        coming=words.outlook(line.sums, measure),
        share=words.share(done, whole),
        bars=(done / most, coming / most),
        badge=kreis_badge(line.key) if breakdown is Breakdown.kreis and line.key else None,
        is_muted=not done and not coming,
    )


class FigureTable(TableView):
    """Shows the lines; Enter opens one, Ctrl+C copies the selected ones, or all, with their heads."""

    line_opened = Signal(str)  # the line's key
    line_reached = Signal(str)

    def __init__(self, name: str, *, has_bars: bool = False, parent: QWidget | None = None) -> None:
        self.lines = FigureModel(_columns(has_bars=has_bars), key=lambda row: row.id)
        super().__init__(self.lines, name, parent)
        self.lines.setParent(self)
        self.opened.connect(self._on_line_opened)
        self.current_changed.connect(self._on_reached)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        copying.activated.connect(self.copy)

    def show_lines(self, figures: EvaluationFigures, breakdown: Breakdown, measure: Measure) -> None:
        """Show the lines of a breakdown, as high as they are as far as that is not too high."""
        self.lines.show_lines(figures, breakdown, measure)
        rows = min(max(len(self.lines.rows()), _LEAST_ROWS), _MOST_ROWS)
        self.setFixedHeight(full_height(self, rows))

    def select_key(self, key: str) -> None:
        """Make the line of a key the current one without telling."""
        at = next((at for at, row in enumerate(self.lines.rows()) if row.key == key), -1)
        if at >= 0 and at != self.currentIndex().row():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.lines.index(at, 0), flags)

    def as_text(self) -> str:
        """The selected lines, or all if there is at most one, as tabs and line ends take them to a spreadsheet."""
        chosen = set(self.selected_ids())
        rows = [row for row in self.lines.rows() if len(chosen) <= 1 or row.id in chosen]
        heads = [column.title for column in self.lines.columns if column.title]
        texts = ((row.name, row.done, row.coming, row.share) for row in rows)
        return "\n".join("\t".join(line) for line in ((heads[0], *heads[-3:]), *texts))

    def copy(self) -> None:
        """Take the lines to the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def _on_line_opened(self, record: UUID) -> None:
        self.line_opened.emit(self.lines.rows()[record.int - 1].key)

    def _on_reached(self, record: UUID | None) -> None:
        if record is not None:
            self.line_reached.emit(self.lines.rows()[record.int - 1].key)


def full_height(table: TableView, rows: int) -> int:
    """How high a table is that shows so many rows at once."""
    return table.horizontalHeader().maximumHeight() + rows * table.row_height + 2 * table.frameWidth()


def _columns(*, has_bars: bool) -> Sequence[Column[FigureRow]]:
    return tuple(_all_columns(has_bars=has_bars))


def _all_columns(*, has_bars: bool) -> Iterable[Column[FigureRow]]:
    yield Column(_("What"), _name, 260 if has_bars else 0)
    if has_bars:
        yield Column("", lambda row: Cell(bars=row.bars), hide_below=560)
    yield Column(_("Held"), lambda row: _figure(row, row.done), 144, is_right=True)
    yield Column(_("Planned"), lambda row: _figure(row, row.coming), 84, is_right=True, hide_below=330)
    yield Column(_("Share"), lambda row: Cell(row.share, tone="muted"), 78, is_right=True, hide_below=420)


def _name(row: FigureRow) -> Cell:
    return Cell(row.name, is_first=True, badge=row.badge, tone="muted" if row.is_muted else "text")


def _figure(row: FigureRow, figure: str) -> Cell:
    return Cell(figure, tone="muted" if row.is_muted else "text")
