"""Days and stops as a list: the same as the board, for keyboard and screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from domain.labels import label
from domain.rows.tours import TourDayRow
from gui import icons, theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.tours import words
from gui.pages.tours.keys import Deed, deed_of
from gui.pages.tours.plan import Block, BoardPlan, Lane
from gui.texts import _, current
from gui.widgets.table import TableView


@dataclass(frozen=True, slots=True)
class ListLine:
    """A day, or a stop of it."""

    id: UUID
    day: TourDayRow
    block: Block | None = None


class StopList(TableView):
    """Arrows pick, Enter opens, Alt with arrows moves a stop, Delete takes it out."""

    asked = Signal(object)  # Deed

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = [Column(_("Days and stops"), _cell)]
        self._lines: RowTableModel[ListLine] = RowTableModel(columns, key=lambda line: line.id)
        super().__init__(self._lines, _("Days and stops"), parent)
        self._lines.setParent(self)
        self.set_two_lines()
        self.horizontalHeader().hide()

    def show_plan(self, plan: BoardPlan) -> None:
        """Show the days and stops of the board."""
        self._lines.set_rows([line for lane in plan.lanes() for line in _lines_of(lane)])

    def lines(self) -> Sequence[ListLine]:
        """What is listed."""
        return self._lines.rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = deed_of(event)
        if deed is Deed.none:
            super().keyPressEvent(event)
        else:
            self.asked.emit(deed)


def _lines_of(lane: Lane) -> list[ListLine]:
    return [ListLine(lane.row.id, lane.row), *(ListLine(block.id, lane.row, block) for block in lane.blocks)]


def _cell(line: ListLine) -> Cell:
    if line.block is None:
        tone = "error" if line.day.duty_minutes > line.day.max_duty_minutes else "strong"
        return Cell(words.day_name(line.day), second=words.day_line(line.day), tone=tone, is_first=True)
    row = line.block.stop.event
    return Cell(
        f"{line.block.number}  {words.place(row)}",
        second=f"{words.times(line.block.stop)} · {label(row.state, current())}",
        icon=icons.KIND_ICONS[row.kind],
        icon_colour=theme.tokens().kinds[row.kind].mark,
    )
