"""The proposal beside the present plan: figures, what moves, what is left out, who must be told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from domain.planning.plan import Relaxation
from gui import theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.tours.proposal import lines as told
from gui.pages.tours.proposal.figures import FiguresCard
from gui.pages.tours.proposal.lines import Group, Line, Told, group_name, sentence
from gui.pages.tours.proposal.work import Proposal
from gui.texts import _
from gui.widgets import labels
from gui.widgets.badge import kreis_badge
from gui.widgets.button import Button, Weight
from gui.widgets.choice import Segmented
from gui.widgets.empty import EmptyState
from gui.widgets.flow import FlowLayout
from gui.widgets.table import TableView

_EXPLAINED = frozenset({Group.left_out, Group.dropped, Group.outside})
"""Lists whose lines say why, and what would help."""


class ResultView(QWidget):
    """Figures at the left, at the right the lists of stops; a wish can be taken less strictly with one click."""

    relax_asked = Signal(object)  # Relaxation

    def __init__(self) -> None:
        super().__init__()
        self.figures = FiguresCard()
        self._lines: Mapping[Group, Sequence[Line]] = {}
        self.groups = Segmented([("", "")], name=_("Stops"))
        self.models = {group: RowTableModel(_columns(group), key=lambda line: line.id, parent=self) for group in Group}
        self.tables = {group: _table(group, model) for group, model in self.models.items()}
        self.stack = QStackedWidget()
        for group, table in self.tables.items():
            self.stack.addWidget(table)
            table.current_changed.connect(lambda _record, group=group: self._show_ways(group))
        self.copy = Button(icon="copy", tip=_("Copy this list as text"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        self.why = labels.Text(wrap=True)
        self.ways = QWidget()
        self._flow = FlowLayout(self.ways)
        self._bar = QHBoxLayout()
        self._bar.addStretch(1)
        self._bar.addWidget(self.copy)
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

    def show_result(self, head: tuple[str, str], proposal: Proposal) -> None:
        """Fill figures and lists; the first list that has lines comes to the front.

        `head` says how good the proposal is and what was asked for.
        """
        from domain.planning.compare import visits_by_district

        held, problem = proposal.comparison, proposal.case.problem
        self.figures.show_quality(*head)
        self.figures.show_figures(
            told.figure_lines(held.before, held.after, held.after.planned + len(proposal.left_out))
        )
        self.figures.show_districts(
            visits_by_district(problem, proposal.present), visits_by_district(problem, proposal.plan.routes)
        )
        self.show_lists(told.of_proposal(proposal))

    def show_lists(self, lines: Mapping[Group, Sequence[Line]]) -> None:
        """Fill the lists."""
        self._lines = lines
        for group, model in self.models.items():
            model.set_rows(tuple(lines.get(group, ())))
        shown = self.shown() or [Group.added]
        self._bar.removeWidget(self.groups)
        self.groups.hide()
        self.groups.deleteLater()
        self.groups = Segmented(
            [(group.value, f"{group_name(group)} {len(lines.get(group, ()))}") for group in shown], name=_("Stops")
        )
        self.groups.picked.connect(lambda key: self.show_group(Group(key)))
        self._bar.insertWidget(0, self.groups)
        self._order_focus()
        self.show_group(shown[0])

    def shown(self) -> list[Group]:
        """The lists that hold something."""
        return [group for group in Group if self._lines.get(group)]

    def show_group(self, group: Group) -> None:
        """Bring a list to the front."""
        self.groups.set_value(group.value)
        self.stack.setCurrentWidget(self.tables[group])
        self._show_ways(group)

    def _order_focus(self) -> None:
        """Tab goes from left to right: the map, which list, the list; the switch is made anew for each proposal."""
        following: list[QWidget] = [self.figures.map, *self.groups.findChildren(QAbstractButton), self.copy]
        following += self.tables.values()
        for before, behind in pairwise(following):
            QWidget.setTabOrder(before, behind)

    def _on_copy(self) -> None:
        """The list in front goes to the clipboard."""
        group = Group(self.groups.value())
        QGuiApplication.clipboard().setText(told.as_text(self._lines.get(group, ())))

    def _show_ways(self, group: Group) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        record = self.tables[group].current_id() if group in _EXPLAINED else None
        line = next((each for each in self._lines.get(group, ()) if each.id == record), None)
        self.why.setText(line.why[0] if line else "")
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


def _table(group: Group, model: RowTableModel[Line]) -> TableView:
    table = TableView(model, group_name(group))
    table.set_two_lines()
    table.set_empty(EmptyState("route", _("Nothing to plan"), _("No open request falls into this period.")))
    return table


def _columns(group: Group) -> list[Column[Line]]:
    who: Column[Line] = Column(_("Tour stop"), lambda line: Cell(line.title, second=line.place, is_first=True))
    district: Column[Line] = Column(
        _("District"), lambda line: Cell(badge=kreis_badge(line.kreis_ags) if line.kreis_ags else None), width=64
    )
    before: Column[Line] = Column(_("Until now"), lambda line: _cell(line.before, "muted"), width=152)
    after: Column[Line] = Column(_("Proposal"), lambda line: _cell(line.after), width=152)
    drive: Column[Line] = Column(_("Drive"), lambda line: Cell(line.drive), width=88, is_right=True)
    why: Column[Line] = Column(_("Why not"), lambda line: _cell(line.why))
    change: Column[Line] = Column(_("Change"), lambda line: _cell(line.after), width=190)
    contact: Column[Line] = Column(_("Contact"), lambda line: _cell(line.before), width=280)
    narrow = replace(who, width=260)
    return {
        Group.moved: [who, district, before, after, drive],
        Group.added: [who, district, after, drive],
        Group.dropped: [narrow, district, before, why],
        Group.left_out: [narrow, district, why],
        Group.to_tell: [who, change, contact],
        Group.unchanged: [who, district, after],
        Group.outside: [narrow, district, why],
    }[group]


def _cell(pair: Told, tone: str = "text") -> Cell:
    return Cell(pair[0], second=pair[1], tone=tone)
