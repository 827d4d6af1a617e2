"""The tab of the agenda: items edited in place with running times, and the concerns that come first."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.i18n import N_
from domain.labels import label
from domain.overriding import override
from domain.rows.meetings import Agenda, AgendaDraft, AgendaRow, ConcernNote
from domain.rules.agenda import concern_title
from gui import theme
from gui.pages.events.meeting.tab import MeetingTab
from gui.pages.events.meeting.words import waited
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import hint_badge
from gui.widgets.button import Button, Weight
from gui.widgets.card import Line
from gui.widgets.field import Field, NumberField
from gui.widgets.line_editor import EditedLine, LineColumn, LineEditor
from gui.widgets.notice import Notice, Tone
from gui.widgets.tick_list import TickLine, TickList

_MINUTES_WIDTH = 52
_SHOWN = 4


class AgendaTab(MeetingTab):
    """Enter adds and goes on, Alt+Up and Alt+Down move an item; the times follow from the start of the event."""

    watches = frozenset({"agenda_item", "event", "event_dialogue", "event_council", "concern"})

    @override
    def _build(self) -> None:
        self._agenda: Agenda | None = None
        self.typed = Notice(Tone.hint, _("The agenda was typed as text so far"), "")
        self.adopt = self.typed.add_action(_("Make items of it"))
        self.adopt.clicked.connect(self.adopt_text)
        self.editor = LineEditor(_("Agenda"), _columns(), main=1, has_lead=True)
        self.editor.added.connect(self._on_added)
        self.editor.changed.connect(self._on_changed)
        self.editor.removed.connect(self._on_removed)
        self.editor.moved.connect(self._on_moved)
        self.sum = labels.note()
        self.keys = labels.note(_("Enter: next item · Alt+↑ Alt+↓: move · Ctrl+Del: take out"), wrap=True)
        self.column.addWidget(self.typed)
        self.column.addLayout(_head())
        self.column.addWidget(self.editor)
        foot = QHBoxLayout()
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.sum)
        self.column.addLayout(foot)
        self.column.addWidget(self._concerns())
        self.column.addStretch(1)

    def _concerns(self) -> QWidget:
        self.waiting = QWidget()
        self.waiting.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
        column = QVBoxLayout(self.waiting)
        column.setContentsMargins(0, theme.GAP_SMALL, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(Line())
        head = QHBoxLayout()
        head.addWidget(labels.heading(_("Comes first: open concerns of the district")))
        head.addStretch(1)
        self.take = Button(_("Put all on the agenda"), icon="flag", is_small=True)
        self.take.clicked.connect(self.take_concerns)
        head.addWidget(self.take)
        column.addLayout(head)
        self.concerns = TickList(_("Open concerns"))
        self.concerns.ticked.connect(self._on_concern)
        column.addWidget(self.concerns)
        self.more = Button("", weight=Weight.link)
        self.more.clicked.connect(self._show_all)
        column.addWidget(self.more)
        self._all_shown = False
        return self.waiting

    @override
    def _refill(self, event_id: UUID) -> None:
        from domain.usecases import agenda

        found = self._agenda = self._desk.ask(agenda.agenda, event_id)
        self.typed.setVisible(bool(found.text.strip()) and not found.rows)
        self.typed.set_line(found.text.strip())
        self.editor.set_lines([_line(row) for row in found.rows])
        self._show_sum(found)
        self.waiting.setVisible(bool(found.waiting))
        shown = found.waiting if self._all_shown else found.waiting[:_SHOWN]
        self.concerns.set_lines([_concern(note) for note in shown])
        left = len(found.waiting) - len(shown)
        self.more.setVisible(left > 0)
        self.more.setText(ngettext("Show {count} more", "Show {count} more", left).format(count=left))

    def _show_sum(self, found: Agenda) -> None:
        total = current().duration(found.total)
        if found.spare is None:
            words, tone = _("{total} in all").format(total=total), "muted"
        elif found.spare < 0:
            over = current().duration(-found.spare)
            words, tone = _("{total}: {over} longer than the event").format(total=total, over=over), "error"
        elif not found.spare:
            words, tone = _("{total}, as long as the event").format(total=total), "done"
        else:
            words = _("{total}, {spare} to spare").format(total=total, spare=current().duration(found.spare))
            tone = "muted"
        self.sum.setText(words if found.rows else "")
        self.sum.set_tone(tone)

    def adopt_text(self) -> None:
        """Make items of the lines typed before."""
        from domain.usecases import agenda

        self.run(N_("Agenda from text"), agenda.adopt_text, self.event_id)

    def take_concerns(self) -> None:
        """Put every waiting concern of the district first."""
        if self._agenda is not None:
            self._take(self._agenda.waiting)

    def _take(self, notes: tuple[ConcernNote, ...]) -> None:
        from domain.usecases import agenda

        titles = {note.id: concern_title(note, current()) for note in notes}
        count = self.run(N_("Concerns on the agenda"), agenda.take_concerns, self.event_id, titles)
        if count:
            words = ngettext("{count} concern put first", "{count} concerns put first", count).format(count=count)
            self._desk.tell(words, undoable=True)

    def _on_concern(self, key: object, is_done: bool) -> None:  # noqa: FBT001 - Qt's signal
        notes = self._agenda.waiting if self._agenda is not None else ()
        self._take(tuple(note for note in notes if note.id == key and is_done))

    def _show_all(self) -> None:
        self._all_shown = True
        self._follow()

    def _on_added(self, values: tuple[object, ...]) -> None:
        from domain.usecases import agenda

        found = self._agenda
        is_first = found is not None and not found.rows and not found.text.strip()
        titles = {note.id: concern_title(note, current()) for note in found.waiting} if found and is_first else {}
        label_of = N_("Begin agenda with open concerns") if titles else N_("New agenda item")
        if self.run(label_of, agenda.begin, self.event_id, _draft(values), titles) is not None:
            self.editor.adder.done_adding()

    def _on_changed(self, key: UUID, values: tuple[object, ...]) -> None:
        from domain.usecases import agenda

        self.run(N_("Change agenda item"), agenda.change, key, _draft(values, self._row(key)))

    def _on_removed(self, key: UUID) -> None:
        from domain.usecases import agenda

        self.run(N_("Delete agenda item"), agenda.delete, [key])
        self._desk.tell(_("Item taken out"), undoable=True)

    def _on_moved(self, key: UUID, step: int) -> None:
        from domain.usecases import agenda

        self.run(N_("Move agenda item"), agenda.move, key, step)

    def _row(self, key: UUID) -> AgendaRow | None:
        rows = self._agenda.rows if self._agenda is not None else ()
        return next((row for row in rows if row.id == key), None)


def _head() -> QHBoxLayout:
    """What the fields below are."""
    head = QHBoxLayout()
    head.setSpacing(theme.GAP_SMALL)
    for words, width in ((_("Time"), 44), (_("Min"), _MINUTES_WIDTH)):
        name = labels.note(words)
        name.setFixedWidth(width)
        head.addWidget(name)
    head.addWidget(labels.note(_("Item")), 3)
    head.addWidget(labels.note(_("Who speaks")), 2)
    head.addSpacing(theme.SMALL_BUTTON_HEIGHT)
    return head


def _columns() -> tuple[LineColumn, ...]:
    return (
        LineColumn(_("Duration in minutes"), _minutes),
        LineColumn(_("Item"), lambda name: Field(name=name), 3),
        LineColumn(_("Who speaks"), lambda name: Field(name=name), 2),
    )


def _minutes(name: str) -> NumberField:
    field = NumberField(name, 0, 1440)
    field.setFixedWidth(_MINUTES_WIDTH)
    return field


def _line(row: AgendaRow) -> EditedLine:
    number = row.concern.number if row.concern else ""
    return EditedLine(
        row.id,
        (row.draft.minutes, row.draft.title, row.draft.speaker),
        lead=current().clock(row.begins) if row.begins else "–",
        badge=(lambda: hint_badge(number, "flag")) if number else None,
    )


def _draft(values: tuple[object, ...], row: AgendaRow | None = None) -> AgendaDraft:
    minutes, title, speaker = values
    before = row.draft if row is not None else AgendaDraft("")
    taken = int(str(minutes)) if minutes is not None else None
    return replace(before, title=str(title or ""), minutes=taken, speaker=str(speaker or ""))


def _concern(note: ConcernNote) -> TickLine:
    category = label(note.category, current())
    below = " · ".join(part for part in (category, note.place, note.office) if part)
    return TickLine(note.id, f"{note.number}  {note.wording}", right=waited(note), note=below)
