"""Templates of what is due when and of the checklist, per kind of meeting; edited in place."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.errors import LandaufError
from domain.i18n import N_
from domain.labels import label
from domain.rows.steps import Label
from domain.rows.workflow import TemplateStep
from domain.rules.workflow import MEETING_KINDS, STEPS_AT_MOST
from domain.terms import EventKind, WorkList
from gui import theme
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button
from gui.widgets.choice import Segmented
from gui.widgets.combo import Combo
from gui.widgets.field import Field, NumberField
from gui.widgets.line_editor import EditedLine, LineColumn, LineEditor
from gui.widgets.problem_line import ProblemLine


class TemplateEditor(QWidget):
    """Each finished field is one undo step. Shipped steps become the office's own with the first change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.kinds = Combo(_("Kind"))
        self.kinds.add_terms(MEETING_KINDS)
        self.lists = Segmented([(each, label(each, current())) for each in WorkList], name=_("List"))
        self.reset = Button(_("Back to the shipped template"), icon="undo")
        self.note = labels.note(wrap=True)
        self.trouble = ProblemLine()
        self.timeline = LineEditor(_("Due dates"), _timeline_columns(), main=2)
        self.checklist = LineEditor(_("Checklist"), (LineColumn(_("Line"), _named, 1),))
        head = QHBoxLayout()
        head.setSpacing(theme.GAP_SMALL)
        for widget in (self.kinds, self.lists):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_ROW)
        column.addWidget(labels.heading(_("What has to be done for a kind of event")))
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.timeline)
        column.addWidget(self.checklist)
        column.addWidget(self.trouble)
        self._connect()

    def _connect(self) -> None:
        self.kinds.activated.connect(lambda _at: self.refresh())
        self.lists.picked.connect(lambda _key: self.refresh())
        self.reset.clicked.connect(self.go_back)
        for editor in (self.timeline, self.checklist):
            editor.added.connect(self._on_added)
            editor.changed.connect(self._on_changed)
            editor.removed.connect(self._on_removed)
            editor.moved.connect(self._on_moved)

    def refresh(self) -> None:
        """Show what is in the file now."""
        from domain.usecases import workflow

        work_list, kind = self.chosen()
        steps = self.steps()
        is_timeline = work_list is WorkList.timeline
        self.timeline.setVisible(is_timeline)
        self.checklist.setVisible(not is_timeline)
        self.reset.setEnabled(self._desk.ask(workflow.is_own, work_list, kind))
        if is_timeline:
            self.note.setText(_("Days before or after the event; a day off moves to the working day before it."))
            self.timeline.set_lines([EditedLine(step.key, _timeline_values(step)) for step in steps])
        else:
            self.note.setText(_("Ticked off in the record of an event, with the day and the person."))
            self.checklist.set_lines([EditedLine(step.key, (step.title,)) for step in steps])

    def chosen(self) -> tuple[WorkList, EventKind]:
        """Which template is shown."""
        return WorkList(self.lists.value()), EventKind(str(self.kinds.value()))

    def steps(self) -> tuple[TemplateStep, ...]:
        """Its steps with their titles in the window's language."""
        from domain.usecases import workflow

        found = self._desk.ask(workflow.template, *self.chosen())
        return tuple(
            step if step.is_own else replace(step, title=current().gettext(step.title), is_own=True) for step in found
        )

    def go_back(self) -> None:
        """Forget the office's own template."""
        from domain.usecases import workflow

        self._desk.run(Label(N_("Back to the shipped template")), workflow.reset_template, *self.chosen())
        self.refresh()

    def _on_added(self, values: tuple[object, ...]) -> None:
        editor = self.timeline if self.chosen()[0] is WorkList.timeline else self.checklist
        fresh = _with_values(TemplateStep(uuid4().hex[:12], "", is_own=True), values)
        if len(self.steps()) < STEPS_AT_MOST and self._put((*self.steps(), fresh)):
            editor.adder.done_adding()

    def _on_changed(self, key: object, values: tuple[object, ...]) -> None:
        self._put(tuple(_with_values(step, values) if step.key == key else step for step in self.steps()))

    def _on_removed(self, key: object) -> None:
        self._put(tuple(step for step in self.steps() if step.key != key))
        self._desk.tell(_("Line taken out"), undoable=True)

    def _on_moved(self, key: object, step: int) -> None:
        if self.chosen()[0] is WorkList.timeline:
            return  # the days say the order
        found = list(self.steps())
        at = next(place for place, each in enumerate(found) if each.key == key)
        found.insert(max(0, min(len(found) - 1, at + step)), found.pop(at))
        self._put(tuple(found))

    def _put(self, steps: tuple[TemplateStep, ...]) -> bool:
        from domain.usecases import workflow

        try:
            self._desk.run(Label(N_("Change template")), workflow.put_template, *self.chosen(), steps)
        except LandaufError as trouble:
            self.trouble.show_words(current().error(trouble))
            return False
        self.trouble.show_words("")
        self.refresh()
        return True


def _timeline_columns() -> tuple[LineColumn, ...]:
    return (
        LineColumn(_("Days"), _days),
        LineColumn(_("Before or after"), _side),
        LineColumn(_("Step"), _named, 1),
    )


def _days(name: str) -> NumberField:
    field = NumberField(name, 0, 730)
    field.setFixedWidth(56)
    return field


def _side(name: str) -> Combo:
    box = Combo(name)
    box.add(-1, _("days before"))
    box.add(1, _("days after"))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _named(name: str) -> Field:
    return Field(name=name)


def _timeline_values(step: TemplateStep) -> tuple[object, ...]:
    return abs(step.days), -1 if step.days <= 0 else 1, step.title


def _with_values(step: TemplateStep, values: tuple[object, ...]) -> TemplateStep:
    """The step with what the fields of its line hold."""
    if len(values) == 1:
        return replace(step, title=str(values[0] or ""))
    days, side, title = values
    number = int(str(days)) if days is not None else 0
    return replace(step, title=str(title or ""), days=number if side == 1 else -number)
