"""The stages of a project as lines: what, until when, reached when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from domain.rows.projects import StageDraft
from gui.pages.events.people_fields import Lines, row_of
from gui.texts import _
from gui.widgets.bindings import Binding
from gui.widgets.button import Button, Weight
from gui.widgets.dates import DateField
from gui.widgets.field import Field

_TITLE = 184


class _Adder(Field):
    """Takes a title with Return, which would otherwise save the whole form."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.text().strip():
            self.editingFinished.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class StagesField(Lines):
    """One line a stage; the field below adds one."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(_("Stages"))
        self._today = today
        self._stages: tuple[StageDraft, ...] = ()
        self.adder = _Adder(name=_("Add a stage"))
        self.adder.setPlaceholderText(_("Add a stage"))
        self.adder.setFixedWidth(_TITLE)
        self.adder.editingFinished.connect(self._on_added)
        self.column.addWidget(self.adder)
        self.setFocusProxy(self.adder)

    def stages(self) -> tuple[StageDraft, ...]:
        """The stages in their order."""
        return self._stages

    def show_stages(self, stages: tuple[StageDraft, ...]) -> None:
        """Show these without telling."""
        if stages == self._stages and self.lines.count() == len(stages):
            return
        self._stages = stages
        self.put([self._line(position) for position in range(len(stages))])

    def _line(self, position: int) -> QWidget:
        stage = self._stages[position]
        title = Field(name=_("Stage {number}").format(number=position + 1))
        title.setText(stage.title)
        title.setCursorPosition(0)
        title.setFixedWidth(_TITLE)
        title.editingFinished.connect(lambda: self._change(position, title=title.text().strip() or stage.title))
        due = self._day(_("{stage}: due").format(stage=stage.title), stage.due, position, "due")
        done = self._day(_("{stage}: reached on").format(stage=stage.title), stage.done_on, position, "done_on")
        up = Button(
            icon="arrow-up", weight=Weight.quiet, is_small=True, tip=_("Earlier: {name}").format(name=stage.title)
        )
        up.setEnabled(position > 0)
        up.clicked.connect(lambda: self._move_up(position))
        remove = Button(
            icon="close", weight=Weight.quiet, is_small=True, tip=_("Remove {value}").format(value=stage.title)
        )
        remove.clicked.connect(lambda: self._put(self._stages[:position] + self._stages[position + 1 :]))
        return row_of(title, due, done, up, remove)

    def _day(self, name: str, day: date | None, position: int, attribute: str) -> DateField:
        field = DateField(name, self._today)
        field.set_date(day)
        field.setPlaceholderText(_("due") if attribute == "due" else _("reached on"))
        field.date_changed.connect(lambda fresh: self._change(position, **{attribute: fresh}))
        return field

    def _change(self, position: int, **values: object) -> None:
        if position >= len(self._stages):
            return
        fresh = replace(self._stages[position], **values)  # type: ignore[arg-type]  # title or a day
        if fresh != self._stages[position]:
            self._stages = (*self._stages[:position], fresh, *self._stages[position + 1 :])
            self.lines_changed.emit()

    def _move_up(self, position: int) -> None:
        stages = list(self._stages)
        stages[position - 1 : position + 1] = reversed(stages[position - 1 : position + 1])
        self._put(tuple(stages))

    def _put(self, stages: tuple[StageDraft, ...]) -> None:
        self.show_stages(stages)
        self.lines_changed.emit()
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self) -> None:
        title = self.adder.text().strip()
        if title:
            self.adder.clear()
            self._put((*self._stages, StageDraft(title)))


def bind_stages(field: StagesField) -> Binding:
    """The binding to `stages`."""
    return Binding(field, field.stages, field.show_stages, field.lines_changed)
