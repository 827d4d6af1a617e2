"""What is known of one dialogue: due dates, replies, agenda, tasks; dates and tasks are ticked off here too."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.rows.dialogues import DialogueRow
from domain.rows.meetings import Agenda, TaskRow
from domain.rows.workflow import Course
from domain.rules.workflow import is_waiting
from gui import theme
from gui.pages.dialogues.columns import phase_badge
from gui.pages.events.meeting.due import timeline_lines
from gui.pages.events.meeting.words import due_tone, due_words, replies_words, seats_words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge, plain_badge, state_badge
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card, Line
from gui.widgets.meter import Meter
from gui.widgets.tick_list import TickLine, TickList

_STEPS = 6
_ITEMS = 8


class DialoguePanel(Card):
    """The inspector of the dialogues; empty until one is chosen."""

    open_clicked = Signal()
    step_ticked = Signal(object, bool)  # key, done
    task_ticked = Signal(object, bool)  # id, done

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Dialogue"), parent=parent)
        self.title_line = labels.Text(font=theme.text_font(theme.SEMIBOLD), wrap=True)
        self.place = labels.note(wrap=True)
        self.phase, self.state, self.kreis = (Badge(lambda: plain_badge("–")) for _each in range(3))
        self.steps = TickList(_("Due dates"), _("Nothing is due."))
        self.tasks = TickList(_("Tasks"), _("No open tasks."))
        self.seats = Meter(_("Seats"))
        self.replies, self.agenda = labels.note(wrap=True), labels.Text(wrap=True)
        self.all_steps = Button(_("Show all due dates"), weight=Weight.link)
        self.open_button = Button(_("Open dialogue"), icon="edit")
        self._shows_all = False
        self._course: Course | None = None
        self._today = date.min
        self.nothing = labels.note(_("Choose a dialogue on the left."), wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(theme.MARGIN)
        self._lay_out()
        self.steps.ticked.connect(self.step_ticked)
        self.tasks.ticked.connect(self.task_ticked)
        self.open_button.clicked.connect(self.open_clicked)
        self.all_steps.clicked.connect(self._on_all)
        self.show_dialogue(None, None, None, ())

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP)
        column.setSpacing(theme.GAP_SMALL)
        badges = QHBoxLayout()
        badges.setSpacing(theme.GAP_SMALL)
        for badge in (self.phase, self.state, self.kreis):
            badges.addWidget(badge)
        badges.addStretch(1)
        column.addWidget(self.title_line)
        column.addWidget(self.place)
        column.addLayout(badges)
        for heading, *parts in (
            (_("What is due when"), self.steps, self.all_steps),
            (_("Replies"), self.replies, self.seats),
            (_("Tasks"), self.tasks),
            (_("Agenda"), self.agenda),
        ):
            column.addSpacing(theme.GAP_TINY)
            column.addWidget(labels.heading(heading))
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.nothing, 1)
        self._line = Line()
        self.body.addWidget(self._line)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.addWidget(self.open_button, 1)
        self.body.addLayout(foot)

    def show_dialogue(
        self, row: DialogueRow | None, course: Course | None, agenda: Agenda | None, tasks: tuple[TaskRow, ...]
    ) -> None:
        """Show a dialogue with what hangs on it, or say that none is chosen."""
        is_there = row is not None and course is not None
        for widget in (self._area, self._line, self.open_button):
            widget.setVisible(is_there)
        self.nothing.setVisible(not is_there)
        if row is None or course is None:
            return
        event = row.event
        self.title_line.setText(event.title)
        self.place.setText(_when_and_where(row))
        self.phase.show_look(lambda: phase_badge(row.phase))
        self.state.show_look(lambda: state_badge(event.state))
        self.kreis.setVisible(event.kreis_ags is not None)
        if event.kreis_ags is not None:
            self.kreis.show_look(lambda: kreis_badge(event.kreis_ags or ""))
        self.replies.setText(replies_words(row.seats))
        self.seats.setVisible(row.seats.budget is not None)
        if row.seats.budget:
            self.seats.set_value(f"{row.seats.taken} / {row.seats.budget}", row.seats.taken / row.seats.budget)
        self.seats.setToolTip(seats_words(row.seats))
        self._course = course
        self.agenda.setText(_agenda_words(agenda))
        self.tasks.set_lines([_task_line(task, self._today) for task in tasks])
        self._show_steps()

    def show_day(self, today: date) -> None:
        """Count due dates from this local day."""
        self._today = today

    def _show_steps(self) -> None:
        course = self._course
        if course is None:
            return
        lines = [line for line in timeline_lines(course, self._today) if line.has_box]
        waiting = {step.key for step in course.timeline if is_waiting(step, course.event, self._today)}
        shown = lines if self._shows_all else [line for line in lines if line.key in waiting][:_STEPS]
        self.steps.set_lines(shown)
        self.all_steps.setVisible(not self._shows_all and len(lines) > len(shown))

    def _on_all(self) -> None:
        self._shows_all = True
        self._show_steps()


def _when_and_where(row: DialogueRow) -> str:
    event = row.event
    day = current().long_day(event.start_day) if event.start_day else _("no date yet")
    clock = current().clock(event.starts_at) if event.starts_at and not event.all_day else ""
    return "\n".join(part for part in (", ".join(filter(None, (day, clock))), event.place) if part)


def _agenda_words(agenda: Agenda | None) -> str:
    if agenda is None or not (agenda.rows or agenda.text.strip()):
        return _("No agenda yet.")
    if not agenda.rows:
        return agenda.text.strip()
    lines = [f"{current().clock(row.begins) if row.begins else '–'}  {row.draft.title}" for row in agenda.rows[:_ITEMS]]
    return "\n".join(lines + (["…"] if len(agenda.rows) > _ITEMS else []))


def _task_line(task: TaskRow, today: date) -> TickLine:
    done = task.draft.done_on is not None
    due = task.draft.due
    words = due_words(due, today) if due is not None and not done else ""
    return TickLine(
        task.id, task.draft.title, is_done=done, note=" · ".join(part for part in (task.who, words) if part),
        right="", tone=due_tone(due, today),
    )  # fmt: skip
