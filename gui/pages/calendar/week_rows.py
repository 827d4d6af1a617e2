"""The painted week rows of the month that are kept."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtGui import QPixmap

from domain.rows.events import EventRow
from gui.pages.calendar import layout
from gui.pages.calendar.layout import WeekPlan
from gui.pages.calendar.month_picture import RowShape, row_picture
from gui.pages.calendar.stock import EventStock

_KEPT = 24


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A painted row and what it was painted from; `marks` are its own among all `conflicts`."""

    shape: RowShape
    rows: tuple[EventRow, ...]
    conflicts: frozenset[UUID]
    marks: frozenset[UUID]
    plan: WeekPlan
    picture: QPixmap


class WeekRows:
    """Gives a week's row, painted anew only if something in it is different; keeps the last two dozen."""

    def __init__(self, stock: EventStock) -> None:
        self._stock = stock
        self._kept: OrderedDict[date, WeekRow] = OrderedDict()

    def __contains__(self, monday: object) -> bool:
        return monday in self._kept

    def clear(self) -> None:
        """Forget all pictures."""
        self._kept.clear()

    def row(self, monday: date, shape: RowShape) -> WeekRow:
        """The row of a week."""
        rows, conflicts = self._stock.week(monday), self._stock.conflicts
        kept = self._kept.get(monday)
        if kept is not None and kept.shape == shape and kept.rows is rows and kept.conflicts is conflicts:
            return kept
        marks = frozenset(row.id for row in rows if row.id in conflicts)
        if kept is not None and (kept.shape, kept.marks) == (shape, marks) and kept.rows == rows:
            kept = replace(kept, rows=rows, conflicts=conflicts)
        else:
            plan = layout.plan_week(monday, rows, shape.room)
            kept = WeekRow(shape, rows, conflicts, marks, plan, row_picture(monday, plan, marks, shape))
        self._kept[monday] = kept
        self._kept.move_to_end(monday)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept
