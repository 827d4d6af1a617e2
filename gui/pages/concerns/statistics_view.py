"""The figures of the register: by Kreis, by category, or both; the same as in the exported table."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.concerns import ConcernCount, ConcernStatistics
from gui import theme
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import kreis_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.choice import Segmented
from gui.widgets.empty import EmptyState
from gui.widgets.table import TableView

if TYPE_CHECKING:
    from collections.abc import Sequence

_KREISE, _CATEGORIES, _BOTH = "kreise", "categories", "both"

_Line = tuple[UUID, ConcernCount, int]
"""A key for the table, the counts, and the largest count of all lines, against which the bar is drawn."""


class StatisticsView(Card):
    """A line for each Kreis, category or pair of both, with a bar; Enter shows its concerns in the register."""

    picked = Signal(object)  # ConcernCount
    export_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._found: ConcernStatistics | None = None
        self.by = Segmented(
            [(_KREISE, _("By district")), (_CATEGORIES, _("By category")), (_BOTH, _("By both"))], name=_("Counted")
        )
        self.summary = labels.ElidedText("", tone="muted")
        self.export = Button(_("Export table …"), icon="export")
        self.export.clicked.connect(self.export_asked)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        bar.setSpacing(theme.GAP)
        bar.addWidget(self.by)
        bar.addWidget(self.summary, 1)
        bar.addWidget(self.export)
        self.model = RowTableModel(_columns(), key=lambda line: line[0], parent=self)
        self.table = TableView(self.model, _("Concerns counted"))
        self.table.set_empty(EmptyState("chart", _("Nothing to count yet"), _("Note concerns at a dialogue first.")))
        self.table.opened.connect(self._on_opened)
        self.body.addLayout(bar)
        self.body.addWidget(Line())
        self.body.addWidget(self.table, 1)
        self.by.picked.connect(lambda _key: self._show())

    def show_statistics(self, found: ConcernStatistics) -> None:
        """Show these figures."""
        self._found = found
        self._show()

    def counts(self) -> tuple[ConcernCount, ...]:
        """The lines shown."""
        return tuple(count for _key, count, _most in self.model.rows())

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        lines: Sequence[ConcernCount] = {
            _KREISE: found.kreise,
            _CATEGORIES: found.categories,
            _BOTH: found.cells,
        }[self.by.value()]
        lines = sorted(lines, key=lambda line: -line.total)
        most = max((line.total for line in lines), default=0)
        self.model.set_rows([(UUID(int=number), line, most) for number, line in enumerate(lines, 1)])
        whole = found.whole
        words = _(
            "{total} concerns, {waiting} open, {answered} answered or settled, {days} days to the answer (median)"
        )
        number = current().number
        self.summary.setText(
            words.format(
                total=number(whole.total),
                waiting=number(whole.waiting),
                answered=number(whole.answered),
                days="–" if whole.median_days is None else number(whole.median_days),
            )
        )

    def _on_opened(self, key: UUID) -> None:
        self.picked.emit(self.model.row_at(self.model.position_of(key))[1])


def _columns() -> list[Column[_Line]]:
    return [
        Column(_("What"), lambda line: _name(line[1])),
        Column(_("Concerns"), _total, width=200),
        Column(_("Open"), partial(_figure, "waiting"), width=88, is_right=True),
        Column(_("Answered"), partial(_figure, "answered"), width=104, is_right=True),
        Column(_("Not pursued"), partial(_figure, "dropped"), width=124, is_right=True, hide_below=760),
        Column(_("Days to answer"), partial(_figure, "median_days"), width=132, is_right=True),
        Column(_("Oldest open"), lambda line: _day(line[1].oldest), width=124, is_right=True),
    ]


def _name(count: ConcernCount) -> Cell:
    parts = []
    if count.kreis_ags is not None:
        parts.append(kreis(count.kreis_ags).name)
    elif count.category is None:
        parts.append(_("without a district"))
    if count.category is not None:
        parts.append(label(count.category, current()))
    badge = kreis_badge(count.kreis_ags) if count.kreis_ags else None
    return Cell(" · ".join(parts), badge=badge, is_first=True)


def _total(line: _Line) -> Cell:
    _key, count, most = line
    return Cell(current().number(count.total), share=count.total / most if most else 0)


def _figure(name: str, line: _Line) -> Cell:
    value = getattr(line[1], name)
    return Cell("–" if value is None else current().number(value), tone="muted" if not value else "text")


def _day(day: date | None) -> Cell:
    return Cell(current().day(day) if day else "–", tone="muted")


def chosen_filter(count: ConcernCount) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """The Kreise and categories that a line stands for, as filters of the register take them."""
    return (
        (count.kreis_ags,) if count.kreis_ags else (),
        (count.category,) if count.category else (),
    )
