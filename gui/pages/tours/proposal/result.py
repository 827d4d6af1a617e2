"""The proposal beside the present plan: figures, what moves, what is left out, who must be told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from domain.planning.plan import Relaxation
from gui import theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.tours.proposal.lines import FigureLine, Group, Line, Told, sentence
from gui.texts import _
from gui.widgets import labels
from gui.widgets.badge import kreis_badge
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card
from gui.widgets.choice import Segmented
from gui.widgets.empty import EmptyState
from gui.widgets.flow import FlowLayout
from gui.widgets.table import TableView

_FIGURES_WIDTH = 340


class FiguresCard(Card):
    """The figures of both plans side by side, and how good the proposal is."""

    def __init__(self) -> None:
        super().__init__(_("Comparison"))
        self.quality = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        self.area = QGridLayout()
        self.area.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP)
        self.area.setHorizontalSpacing(theme.GAP)
        self.area.setVerticalSpacing(theme.GAP_SMALL)
        self.area.setColumnStretch(0, 1)
        column = QVBoxLayout()
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, 0)
        column.addWidget(self.quality)
        self.body.addLayout(column)
        self.body.addLayout(self.area)
        self.body.addStretch(1)

    def show_figures(self, quality: str, figures: Sequence[FigureLine]) -> None:
        """Fill the grid; better is green with a tick in words for screen readers, worse stays plain."""
        self.quality.setText(quality)
        while (item := self.area.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for column, head in enumerate(("", _("now"), _("proposal"), "")):
            self._put(0, column, labels.note(head))
        for row, line in enumerate(figures, start=1):
            difference = labels.Text(line.difference, font=theme.text_font(theme.MEDIUM))
            difference.set_tone({True: "done", False: "gold", None: "muted"}[line.is_better])
            for column, widget in enumerate(
                (labels.Text(line.words), labels.Text(line.before, tone="muted"), labels.Text(line.after), difference)
            ):
                self._put(row, column, widget)
            difference.setAccessibleName(f"{line.words}: {line.before}, {line.after}, {line.difference}")

    def _put(self, row: int, column: int, widget: QWidget) -> None:
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        self.area.addWidget(widget, row, column, side)


class ResultView(QWidget):
    """Figures at the left, at the right the lists of stops; a wish can be taken less strictly with one click."""

    relax_asked = Signal(object)  # Relaxation

    def __init__(self) -> None:
        super().__init__()
        self.figures = FiguresCard()
        self.figures.setFixedWidth(_FIGURES_WIDTH)
        self._lines: Mapping[Group, Sequence[Line]] = {}
        self.groups = Segmented([("", "")], name=_("Stops"))
        self.models = {group: RowTableModel(_columns(group), key=lambda line: line.id, parent=self) for group in Group}
        self.tables = {group: _table(group, model) for group, model in self.models.items()}
        self.stack = QStackedWidget()
        for group, table in self.tables.items():
            self.stack.addWidget(table)
            table.current_changed.connect(lambda _record, group=group: self._show_ways(group))
        self.why = labels.Text(wrap=True)
        self.ways = QWidget()
        self._flow = FlowLayout(self.ways)
        self._bar = QHBoxLayout()
        right = QVBoxLayout()
        right.setSpacing(theme.GAP_SMALL)
        right.addLayout(self._bar)
        right.addWidget(self.stack, 1)
        right.addWidget(self.why)
        right.addWidget(self.ways)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.figures)
        row.addLayout(right, 1)

    def show_result(self, quality: str, figures: Sequence[FigureLine], lines: Mapping[Group, Sequence[Line]]) -> None:
        """Fill figures and lists; the first list that has lines comes to the front."""
        self.figures.show_figures(quality, figures)
        self._lines = lines
        for group, model in self.models.items():
            model.set_rows(tuple(lines.get(group, ())))
        shown = [group for group in Group if lines.get(group)] or [Group.added]
        self._bar.removeWidget(self.groups)
        self.groups.hide()
        self.groups.deleteLater()
        self.groups = Segmented(
            [(group.value, f"{group_name(group)} {len(lines.get(group, ()))}") for group in shown], name=_("Stops")
        )
        self.groups.picked.connect(lambda key: self.show_group(Group(key)))
        self._bar.addWidget(self.groups)
        self._bar.addStretch(1)
        self.show_group(shown[0])

    def show_group(self, group: Group) -> None:
        """Bring a list to the front."""
        self.groups.set_value(group.value)
        self.stack.setCurrentWidget(self.tables[group])
        self._show_ways(group)

    def _show_ways(self, group: Group) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        record = self.tables[group].current_id() if group is Group.left_out else None
        line = next((each for each in self._lines.get(group, ()) if each.id == record), None)
        self.why.setText(line.after[0] if line else "")
        self.why.setVisible(line is not None)
        for way in line.relaxations if line else ():
            self._flow.addWidget(self._button(way))
        self.ways.setVisible(bool(line and line.relaxations))

    def _button(self, way: Relaxation) -> Button:
        button = Button(sentence(way.sentence), icon="hint", is_small=True, weight=Weight.secondary)
        button.setAutoDefault(False)
        button.setToolTip(_("Plans again with this wish taken less strictly"))
        button.clicked.connect(lambda: self.relax_asked.emit(way))
        return button


def group_name(group: Group) -> str:
    """What a list is called."""
    return {
        Group.moved: _("Moved"),
        Group.added: _("New"),
        Group.dropped: _("Dropped"),
        Group.left_out: _("Not planned"),
        Group.to_tell: _("To be told"),
        Group.unchanged: _("As before"),
    }[group]


def _table(group: Group, model: RowTableModel[Line]) -> TableView:
    table = TableView(model, group_name(group))
    table.set_two_lines()
    table.set_empty(EmptyState("route", _("Nothing to plan"), _("No open request falls into this period.")))
    return table


def _columns(group: Group) -> list[Column[Line]]:
    who: Column[Line] = Column(_("Tour stop"), lambda line: Cell(line.title, second=line.place, is_first=True))
    district: Column[Line] = Column(
        _("District"), lambda line: Cell(badge=kreis_badge(line.kreis_ags) if line.kreis_ags else None), width=72
    )
    if group is Group.left_out:
        return [replace(who, width=220), district, Column(_("Why not"), lambda line: _cell(line.after))]
    if group is Group.to_tell:
        change: Column[Line] = Column(_("Change"), lambda line: _cell(line.after), width=200)
        return [who, change, Column(_("Contact"), lambda line: _cell(line.before), width=220)]
    before: Column[Line] = Column(_("Until now"), lambda line: _cell(line.before, "muted"), width=168)
    after: Column[Line] = Column(_("Proposal"), lambda line: _cell(line.after), width=168)
    columns = {Group.moved: [before, after], Group.added: [after], Group.dropped: [before], Group.unchanged: []}
    return [who, district, *columns[group]]


def _cell(told: Told, tone: str = "text") -> Cell:
    return Cell(told[0], second=told[1], tone=tone)
