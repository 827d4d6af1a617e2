"""The history of an event: what the draft changes on top, then what is in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from domain.rows.events import EventDraft
from domain.rows.steps import FieldChange, HistoryEntry, HistoryLine, StepRow
from domain.terms import BERLIN
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets.timeline import Moment, Timeline

if TYPE_CHECKING:
    from domain.store.session import Session


@dataclass(frozen=True, slots=True)
class _Unsaved:
    """A change of the draft in words; `attribute` names it to the form."""

    attribute: str
    words: str
    old: str
    new: str


class HistoryPanel(QScrollArea):
    """Fills itself for an event and a draft; changes of the draft can be taken back one by one."""

    revert_asked = Signal(str)  # attribute of the draft
    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: tuple[HistoryLine, ...] = ()
        self._unsaved: list[_Unsaved] = []
        self.timeline = Timeline()
        self.timeline.revert_asked.connect(self.revert_asked)
        self.setWidget(self.timeline)
        self.timeline.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("History"))

    def show_record(self, record: UUID | None) -> None:
        """Read what happened to an event; a new one has no history."""
        self._lines = ()
        if record is not None:
            from domain.usecases import history

            entries = self._desk.history("event", record)
            self._lines = self._desk.ask(history.in_words, entries, current())
        self._fill()

    def show_draft(self, base: EventDraft, draft: EventDraft) -> None:
        """Put what the draft changes on top."""
        from domain.usecases.draft_changes import draft_changes

        changes = draft_changes(base, draft)
        self._unsaved = self._desk.ask(_in_words, changes, self._desk.clock()) if changes else []
        self._fill()

    def _fill(self) -> None:
        today = self._desk.clock().astimezone(BERLIN).date()
        unsaved = [
            Moment(_("Now"), change.words, _("not saved yet"), change.old, change.new, change.attribute, is_new=True)
            for change in self._unsaved
        ]
        moments = [*unsaved, *(moment for line in self._lines for moment in _moments(line, today))]
        self.timeline.set_moments(moments)
        self.counted.emit(len(moments))


def _in_words(session: "Session", changes: Sequence[tuple[str, FieldChange]], now: object) -> list[_Unsaved]:
    """Changes of a draft in the words of the history."""
    from domain.usecases import history

    step = StepRow(0, "", "", (), "", "", now)  # type: ignore[arg-type]  # the clock's moment
    entries = [HistoryEntry(step, "U", (change,)) for _attribute, change in changes]
    lines = history.in_words(session, entries, current())
    return [
        _Unsaved(attribute, *line.changes[0])
        for (attribute, _change), line in zip(changes, lines, strict=True)
        if line.changes
    ]


def _moments(line: HistoryLine, today: date) -> Iterator[Moment]:
    """One entry per changed field; a deed without fields is named by its step."""
    day = day_words(line.at.date(), today)
    who = " · ".join(part for part in (current().clock(line.at), line.device or line.author) if part)
    if line.headline or not line.changes:
        yield Moment(day, line.headline or line.label, who)
        return
    for words, old, new in line.changes:
        yield Moment(day, words, who, old, new)


def day_words(day: date, today: date) -> str:
    """A day as the rail of the history shows it: today, or weekday and day of the month."""
    if day == today:
        return _("Today")
    return f"{day.day:02}.{day.month:02}." if day.year == today.year else f"{day.month:02}/{day.year}"
