"""The tab of the due dates: what is to be done until when, and what room and access need."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from domain.i18n import N_
from domain.overriding import override
from domain.rows.workflow import Course, StepRow, Tick
from domain.rules.workflow import is_waiting
from domain.terms import BERLIN, WorkList
from gui import theme
from gui.pages.events.meeting.tab import MeetingTab
from gui.pages.events.meeting.words import due_tone, due_words, step_title
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.tick_list import TickLine, TickList

_EVENT = "event"
"""Key of the line that stands for the event itself."""


class DueTab(MeetingTab):
    """Ticks are saved at once, with the day and the person."""

    template_asked = Signal()
    watches = frozenset({"event_tick", "event", "event_dialogue", "setting"})

    @override
    def _build(self) -> None:
        self._course: Course | None = None
        self.timeline = TickList(_("Due dates"), _("The template of this kind has no steps."))
        self.checklist = TickList(_("Room and access"), _("The template of this kind has no checklist."))
        self.timeline.ticked.connect(lambda key, done: self._on_ticked(WorkList.timeline, key, is_done=done))
        self.checklist.ticked.connect(lambda key, done: self._on_ticked(WorkList.checklist, key, is_done=done))
        self.progress = labels.note()
        self.template = Button(_("Change templates"), icon="settings", weight=Weight.link)
        self.template.clicked.connect(self.template_asked)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_WIDE)
        for words, part, note in (
            (_("What is due when"), self.timeline, None),
            (_("Room and access"), self.checklist, self.progress),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.GAP_SMALL)
            head = QHBoxLayout()
            head.addWidget(labels.heading(words))
            head.addStretch(1)
            if note is not None:
                head.addWidget(note)
            column.addLayout(head)
            column.addWidget(part)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.column.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)

    @override
    def _refill(self, event_id: UUID) -> None:
        from domain.usecases import workflow

        course = self._course = self._desk.ask(workflow.course, event_id)
        today = self._desk.clock().astimezone(BERLIN).date()
        self.timeline.set_lines(list(timeline_lines(course, today)))
        self.checklist.set_lines([_check_line(step) for step in course.checklist])
        done = sum(step.tick is not None for step in course.checklist)
        words = _("{done} of {count} checked").format(done=done, count=len(course.checklist))
        self.progress.setText(words if course.checklist else "")
        self.counted.emit(
            sum(is_waiting(step, course.event, today) and _is_late(step, today) for step in course.timeline)
        )

    def _on_ticked(self, work_list: WorkList, key: object, *, is_done: bool) -> None:
        from domain.usecases import workflow

        if self._course is None:
            return
        steps = self._course.timeline if work_list is WorkList.timeline else self._course.checklist
        ticks = ticks_of(steps, key, self._course.event.start_day)
        label = N_("Step done") if is_done else N_("Step open again")
        self.run(label, workflow.set_done, self.event_id, work_list, ticks, done=is_done)


def _is_late(step: StepRow, today: date) -> bool:
    return step.due is not None and step.due < today


def ticks_of(steps: Iterable[StepRow], key: object, day: date | None) -> list[Tick]:
    """The step with this key as a tick; its day and person are set when it is written."""
    return [Tick(step.key, step_title(step), day or date.min, "") for step in steps if step.key == key]


def timeline_lines(course: Course, today: date) -> Iterator[TickLine]:
    """The steps by day, with the event itself between what comes before and after it."""
    day = course.event.start_day
    is_marked = day is None
    for step in course.timeline:
        if not is_marked and day is not None and (step.due is None or step.due > day or step.is_after):
            is_marked = True
            yield _event_line(course, day)
        yield _step_line(step, course, today)
    if not is_marked and day is not None:
        yield _event_line(course, day)


def _event_line(course: Course, day: date) -> TickLine:
    return TickLine(_EVENT, course.event.title, right=current().short_day(day), has_box=False)


def _step_line(step: StepRow, course: Course, today: date) -> TickLine:
    if step.tick is not None:
        return TickLine(step.key, step_title(step), is_done=True, right=_done_day(step.tick))
    waits = is_waiting(step, course.event, today)
    words = due_words(step.due, today) if waits or step.due is None else current().short_day(step.due)
    return TickLine(step.key, step_title(step), right=words, tone=due_tone(step.due, today) if waits else "muted")


def _check_line(step: StepRow) -> TickLine:
    return TickLine(
        step.key, step_title(step), is_done=step.tick is not None, note=_done_words(step.tick) if step.tick else ""
    )


def _done_words(tick: Tick) -> str:
    day = current().short_day(tick.done_on)
    if not tick.done_by:
        return _done_day(tick)
    return _("done {day}, {person}").format(day=day, person=tick.done_by)


def _done_day(tick: Tick) -> str:
    return _("done {day}").format(day=current().short_day(tick.done_on))
