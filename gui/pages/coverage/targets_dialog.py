"""Targets of a half-year as a grid: Kreise down, kinds across, a number in each field."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.labels import label
from domain.labels.half_years import half_year
from domain.overriding import override
from domain.region.kreise import kreise
from domain.rows.steps import Label
from domain.rules.coverage import shifted
from domain.rules.validation.targets import MOST
from domain.terms import EventKind
from gui import theme
from gui.desk import Desk
from gui.dialogs.dialog import Dialog
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge
from gui.widgets.button import Button
from gui.widgets.combo import Combo
from gui.widgets.field import NumberField
from gui.widgets.problem_line import ProblemLine

_KINDS = tuple(kind for kind in EventKind if kind is not EventKind.online)
"""Online contributions have no Kreis."""

_FIELD, _FIELD_HEIGHT, _COLUMN = 56, 28, 84
_WIDTH, _HEIGHT = 1180, 740
_SET = Label(N_("Set targets"))


class TargetField(NumberField):
    """A target; Up and Down count, Return goes to the Kreis below, Ctrl with an arrow to the neighbour."""

    def __init__(self, name: str, place: tuple[int, int], grid: "TargetsDialog") -> None:
        super().__init__(name, 0, MOST)
        self.setFixedSize(_FIELD, _FIELD_HEIGHT)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place, self._grid = place, grid

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        row, column = self._place
        steps = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in steps:
            self._grid.go_to(row + steps[key][0], column + steps[key][1])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row + 1 < len(kreise()):
            self._grid.go_to(row + 1, column)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Up else -1
            self.set_number(min(max((self.number() or 0) + step, 0), MOST) or None)
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class TargetsDialog(Dialog):
    """All targets of one half-year; saving is one step. Those of another half-year can be taken over first."""

    def __init__(self, desk: Desk, half_year_: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Targets"), _("Save targets"), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._desk = desk
        self._stored: Mapping[tuple[str, EventKind], int] = {}
        self._shown = half_year_
        self.half_year = Combo(_("Half-year"))
        self.source = Combo(_("Take targets from"))
        self.take = Button(_("Take over"), icon="copy")
        self.fields: dict[tuple[str, EventKind], TargetField] = {}
        self.sums: dict[EventKind, labels.Text] = {}
        self.problem = ProblemLine()
        self._build(half_year_)
        self.half_year.activated.connect(lambda _at: self._on_half_year())
        self.take.clicked.connect(self.take_over)
        self.primary.clicked.connect(self._on_save)
        self._read()

    def go_to(self, row: int, column: int) -> None:
        """Bring the keyboard to a field, if there is one."""
        if 0 <= row < len(kreise()) and 0 <= column < len(_KINDS):
            field = self.fields[kreise()[row].ags, _KINDS[column]]
            field.setFocus(Qt.FocusReason.TabFocusReason)
            field.selectAll()

    def take_over(self) -> None:
        """Fill the fields with the targets of the chosen half-year; nothing is saved yet."""
        from domain.usecases import targets

        self._fill(self._desk.ask(targets.of_half_year, str(self.source.value())))

    def aims(self) -> dict[tuple[str, EventKind], int]:
        """What the fields hold."""
        return {key: field.number() or 0 for key, field in self.fields.items()}

    def _build(self, half_year_: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_SMALL)
        for step in range(3, -5, -1):
            name = shifted(half_year_, step)
            self.half_year.add(name, half_year(name, current()), "calendar")
            self.source.add(name, half_year(name, current()))
        self.half_year.set_value(half_year_)
        self.source.set_value(shifted(half_year_, -1))
        row.addWidget(self.half_year)
        row.addStretch(1)
        from_label = labels.note(_("Take targets from"))
        from_label.setBuddy(self.source)
        for part in (from_label, self.source, self.take):
            row.addWidget(part)
        self.content.addLayout(row)
        self.content.addWidget(self._grid_area(), 1)
        self.content.addWidget(
            labels.note(_("Up and Down count, Return goes down, Ctrl and an arrow to the neighbour."))
        )
        self.content.addWidget(self.problem)

    def _grid_area(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(theme.GAP_TINY)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for column, kind in enumerate(_KINDS):
            head = labels.ElidedText(label(kind, current()), font=theme.small_font(), tone="muted")
            head.setFixedWidth(_COLUMN)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(head, 0, column + 2)
        for row, kreis in enumerate(kreise()):
            grid.addWidget(Badge(partial(kreis_badge, kreis.ags)), row + 1, 0)
            grid.addWidget(labels.ElidedText(kreis.name), row + 1, 1)
            for column, kind in enumerate(_KINDS):
                field = TargetField(f"{kreis.name}, {label(kind, current())}", (row, column), self)
                field.editingFinished.connect(self._add_up)
                self.fields[kreis.ags, kind] = field
                grid.addWidget(field, row + 1, column + 2, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(labels.section(_("Sachsen-Anhalt")), len(kreise()) + 1, 0, 1, 2)
        for column, kind in enumerate(_KINDS):
            self.sums[kind] = labels.section("")
            grid.addWidget(self.sums[kind], len(kreise()) + 1, column + 2, Qt.AlignmentFlag.AlignHCenter)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _on_half_year(self) -> None:
        """Turn to another half-year; what was typed for this one is not thrown away for it."""
        if self.aims() != {key: self._stored.get(key, 0) for key in self.fields}:
            words = _("Save the targets of {half_year} first, or cancel.")
            self.problem.show_words(words.format(half_year=half_year(self._shown, current())))
            self.half_year.set_value(self._shown)
        else:
            self._read()

    def _read(self) -> None:
        from domain.usecases import targets

        self.problem.show_words("")
        self._shown = str(self.half_year.value())
        self._stored = self._desk.ask(targets.of_half_year, str(self.half_year.value()))
        self._fill(self._stored)

    def _fill(self, aims: Mapping[tuple[str, EventKind], int]) -> None:
        for key, field in self.fields.items():
            field.set_number(aims.get(key))
        self._add_up()

    def _add_up(self) -> None:
        aims = self.aims()
        for kind, line in self.sums.items():
            line.setText(str(sum(aim for (_ags, of), aim in aims.items() if of is kind)))

    def _on_save(self) -> None:
        from domain.usecases import targets

        try:
            changed = self._desk.run(_SET, targets.put, str(self.half_year.value()), self.aims())
        except LandaufError as error:
            self.problem.show_words(current().error(error))
            return
        if changed:
            self._desk.tell(_("Targets saved"), undoable=True)
        self.accept()
