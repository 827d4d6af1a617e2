"""The tab of the minutes in a fixed grid: each item's discussion and result, resolutions, tasks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from domain.i18n import N_
from domain.overriding import override
from domain.rows.meetings import AgendaRow, ResolutionDraft, ResolutionRow, TaskDraft, TaskRow
from domain.rules import personal_details
from domain.terms import BERLIN, PersonalKind
from gui import theme
from gui.pages.events.meeting.minutes_item import MinutesItem
from gui.pages.events.meeting.tab import MeetingTab
from gui.texts import _
from gui.widgets import labels
from gui.widgets.dates import DateField
from gui.widgets.field import Field
from gui.widgets.line_editor import EditedLine, LineColumn, LineEditor
from gui.widgets.notice import Notice, Tone

_DAY_WIDTH = 132
_WARNED_OF = personal_details.HARD | {PersonalKind.person, PersonalKind.birth_date, PersonalKind.plate}
"""Of house numbers nobody is warned: minutes name places all the time."""


class MinutesTab(MeetingTab):
    """What was discussed and decided, and who does what until when; no names of citizens."""

    watches = frozenset({"agenda_item", "resolution", "task", "concern", "event"})

    @override
    def _build(self) -> None:
        self.items: list[MinutesItem] = []
        self._rows: dict[UUID, AgendaRow] = {}
        self._tasks: dict[UUID, TaskRow] = {}
        self.warning = Notice(Tone.warning, _("No names of citizens in minutes"), "")
        self.column.addWidget(self.warning)
        self.column.addWidget(labels.heading(_("Items")))
        self.no_items = labels.note(_("Enter the agenda first; each of its items gets its place here."), wrap=True)
        self.column.addWidget(self.no_items)
        self._grid = QVBoxLayout()
        self._grid.setSpacing(theme.GAP_SMALL)
        self.column.addLayout(self._grid)
        self.column.addWidget(labels.heading(_("Resolutions")))
        self.resolutions = LineEditor(_("Resolutions"), _resolution_columns())
        self.column.addWidget(self.resolutions)
        self.column.addWidget(labels.heading(_("Tasks")))
        self.tasks = LineEditor(_("Tasks"), _task_columns(self._today))
        self.column.addWidget(self.tasks)
        self.column.addStretch(1)
        self.resolutions.added.connect(self._on_resolution_added)
        self.resolutions.changed.connect(self._on_resolution_changed)
        self.resolutions.removed.connect(self._on_resolution_removed)
        self.tasks.added.connect(self._on_task_added)
        self.tasks.changed.connect(self._on_task_changed)
        self.tasks.removed.connect(self._on_task_removed)
        self.tasks.toggled.connect(self._on_task_toggled)

    def _today(self) -> date:
        return self._desk.clock().astimezone(BERLIN).date()

    @override
    def _refill(self, event_id: UUID) -> None:
        from domain.usecases import agenda, resolutions, tasks

        rows = self._desk.ask(agenda.agenda, event_id).rows
        decided = self._desk.ask(resolutions.rows, event_id)
        left = self._desk.ask(tasks.of_event, event_id)
        self._show_items(rows)
        self.resolutions.set_lines([_resolution_line(row) for row in decided])
        self._tasks = {row.id: row for row in left}
        self.tasks.set_lines([_task_line(row) for row in left])
        self._warn(rows, decided, left)
        self.counted.emit(sum(row.draft.done_on is None for row in left))

    def _show_items(self, rows: tuple[AgendaRow, ...]) -> None:
        self._rows = {row.id: row for row in rows}
        self.no_items.setVisible(not rows)
        kept = {item.key: item for item in self.items if item.key in self._rows}
        for item in self.items:
            if item.key not in kept:
                self._grid.removeWidget(item)
                item.hide()
                item.deleteLater()
        self.items = [kept.get(row.id) or self._made(row) for row in rows]
        for place, (item, row) in enumerate(zip(self.items, rows, strict=True)):
            self._grid.insertWidget(place, item)
            item.order_tabs()
            item.show_row(row)

    def _made(self, row: AgendaRow) -> MinutesItem:
        item = MinutesItem(row)
        item.finished.connect(self._on_item)
        item.answer_asked.connect(self._on_answer)
        return item

    def _warn(self, rows: tuple[AgendaRow, ...], decided: tuple[ResolutionRow, ...], left: tuple[TaskRow, ...]) -> None:
        texts = [part for row in rows for part in (row.draft.discussion, row.draft.result)]
        texts += [row.draft.wording for row in decided] + [row.draft.title for row in left]
        marks = [found.text for text in texts for found in personal_details.find(text, _WARNED_OF)]
        self.warning.setVisible(bool(marks))
        shown = ", ".join(dict.fromkeys(marks))
        self.warning.set_line(_("Please check: {marks}").format(marks=shown) if marks else "")

    def _on_item(self, key: UUID, discussion: str, result: str) -> None:
        from domain.usecases import agenda

        row = self._rows.get(key)
        if row is not None and (discussion, result) != (row.draft.discussion, row.draft.result):
            draft = replace(row.draft, discussion=discussion, result=result)
            self.run(N_("Minutes of an agenda item"), agenda.change, key, draft)

    def _on_answer(self, key: UUID) -> None:
        from domain.usecases import agenda

        if self.run(N_("Answer a concern"), agenda.answer_concern, key) is not None:
            self._desk.tell(_("The concern is answered"), undoable=True)

    def _on_resolution_added(self, values: tuple[object, ...]) -> None:
        from domain.usecases import resolutions

        self._add(N_("New resolution"), resolutions.add, self.event_id, _resolution(values), into=self.resolutions)

    def _on_resolution_changed(self, key: UUID, values: tuple[object, ...]) -> None:
        from domain.usecases import resolutions

        self.run(N_("Change resolution"), resolutions.change, key, _resolution(values))

    def _on_resolution_removed(self, key: UUID) -> None:
        from domain.usecases import resolutions

        self.run(N_("Delete resolution"), resolutions.delete, [key])
        self._desk.tell(_("Resolution deleted"), undoable=True)

    def _on_task_added(self, values: tuple[object, ...]) -> None:
        from domain.usecases import tasks

        draft = _task(TaskDraft("", event_id=self.event_id), values)
        self._add(N_("New task"), tasks.add, draft, into=self.tasks)

    def _on_task_changed(self, key: UUID, values: tuple[object, ...]) -> None:
        from domain.usecases import tasks

        row = self._tasks.get(key)
        if row is not None:
            self.run(N_("Change task"), tasks.change, key, _task(row.draft, values))

    def _on_task_removed(self, key: UUID) -> None:
        from domain.usecases import tasks

        self.run(N_("Delete task"), tasks.delete, [key])
        self._desk.tell(_("Task deleted"), undoable=True)

    def _on_task_toggled(self, key: UUID, is_done: bool) -> None:  # noqa: FBT001 - Qt's signal
        from domain.usecases import tasks

        self.run(N_("Task done") if is_done else N_("Task open again"), tasks.set_done, [key], done=is_done)

    def _add(self, label: str, use_case: Callable[..., UUID], *args: object, into: LineEditor) -> None:
        if self.run(label, use_case, *args) is not None:
            into.adder.done_adding()


def _resolution_columns() -> tuple[LineColumn, ...]:
    return (
        LineColumn(_("Wording"), lambda name: _field(name, _("What was decided")), 4),
        LineColumn(_("Votes"), lambda name: _field(name, _("Votes")), 1),
    )


def _task_columns(today: Callable[[], date]) -> tuple[LineColumn, ...]:
    return (
        LineColumn(_("Task"), lambda name: _field(name, _("What is to be done")), 4),
        LineColumn(_("Responsible"), lambda name: _field(name, _("By whom (office)")), 2),
        LineColumn(_("Due"), lambda name: _day_field(name, today)),
    )


def _field(name: str, placeholder: str) -> Field:
    field = Field(name=name)
    field.setPlaceholderText(placeholder)
    return field


def _day_field(name: str, today: Callable[[], date]) -> DateField:
    field = DateField(name, today)
    field.setFixedWidth(_DAY_WIDTH)
    return field


def _resolution_line(row: ResolutionRow) -> EditedLine:
    return EditedLine(row.id, (row.draft.wording, row.draft.votes))


def _task_line(row: TaskRow) -> EditedLine:
    return EditedLine(row.id, (row.draft.title, row.who, row.draft.due), checked=row.draft.done_on is not None)


def _resolution(values: tuple[object, ...]) -> ResolutionDraft:
    wording, votes = values
    return ResolutionDraft(str(wording or ""), str(votes or ""))


def _task(before: TaskDraft, values: tuple[object, ...]) -> TaskDraft:
    title, who, due = values
    responsible = str(who or "")
    staff_id = before.staff_id if responsible == before.responsible or not responsible else None
    day = due if isinstance(due, date) else None
    return replace(before, title=str(title or ""), responsible=responsible, staff_id=staff_id, due=day)
