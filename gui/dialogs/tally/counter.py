"""What the keys of the tally do: each stroke is stored first and told then."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from domain.errors import LandaufError
from domain.i18n import N_
from domain.rows.steps import Label
from domain.rows.tally import Stroke, TallyBoard, TallyCounts
from domain.rules.tally import by_group, with_stroke
from gui.desk import Desk
from gui.texts import _


class Counter(QObject):
    """Counts the visitors of one event; `board` is what it began with, `counts` what is counted by now."""

    struck = Signal(object, bool)  # Stroke that is stored, and whether it was taken back
    counted = Signal()  # somebody else has counted
    emptied = Signal()  # there is nothing to take back
    failed = Signal(object)  # LandaufError; nothing was stored

    def __init__(self, desk: Desk, event_id: UUID, parent: QObject) -> None:
        super().__init__(parent)
        self.event_id = event_id
        self._desk = desk
        self._own: list[UUID] = []
        self.board = self._read()
        self.counts = self.board.counts

    def _read(self) -> TallyBoard:
        from domain.usecases import tally

        return self._desk.ask(tally.board, self.event_id)

    def strike(self, group: UUID | None, quantity: int = 1) -> None:
        """Count visitors of a group, a longer talk without one."""
        from domain.usecases import tally

        struck: list[Stroke] = []
        label = N_("Count visitors")
        if self._tried(lambda: struck.append(self._desk.run(label, tally.strike, self.event_id, group, quantity))):
            stroke = struck[0]
            self._own.append(stroke.id)
            self.counts = TallyCounts(with_stroke(self.counts.hours, stroke), stroke)
            self.struck.emit(stroke, False)  # noqa: FBT003 - payload of a signal

    def take_back(self) -> None:
        """Take back the last stroke made here, or the newest there is."""
        from domain.usecases import tally

        own = self._own[-1] if self._own else None
        label = N_("Take stroke back")
        done: list[tuple[Stroke | None, TallyCounts]] = []
        if not self._tried(lambda: done.append(self._desk.run(label, tally.take_back, self.event_id, own))):
            return
        stroke, self.counts = done[0]
        if own is not None:
            self._own.pop()
        if stroke is not None:
            self.struck.emit(stroke, True)  # noqa: FBT003 - payload of a signal
        elif own is not None:
            self.take_back()  # another laptop had taken that one back
        else:
            self.emptied.emit()

    def take_over(self) -> bool:
        """Write the sums into the event as one undo step; whether that worked."""
        from domain.usecases import tally

        label = Label(N_("Take over tally of {title}"), (("title", self.board.event.title),))
        return self._tried(lambda: self._desk.run(label, tally.take_over, self.event_id))

    def choose(self, groups: tuple[UUID, ...]) -> bool:
        """Give these groups the keys from 1 on; whether that worked."""
        from domain.usecases import tally

        label = N_("Choose groups of a tally")
        return self._tried(lambda: self._desk.run(label, tally.choose_groups, self.event_id, groups)) and self.renew()

    def renew(self) -> bool:
        """Read everything again."""
        self.board = self._read()
        self.counts = self.board.counts
        return True

    def follow(self) -> None:
        """Look for strokes of another laptop or window."""
        from domain.usecases import tally

        fresh: list[TallyCounts] = []
        if self._tried(lambda: fresh.append(self._desk.ask(tally.counts, self.event_id))):
            if frozenset(fresh[0].hours) == frozenset(self.counts.hours):
                return
            self.counts = fresh[0]
            if {each.target_group_id for each in self.counts.hours} - {group.id for group in self.board.groups}:
                self.renew()
            self.counted.emit()

    def count_of(self, group: UUID | None) -> int:
        """How many of a group are counted."""
        return by_group(self.counts.hours).get(group, 0)

    def name_of(self, group: UUID | None) -> str:
        """What a group is called; without one it is a longer talk."""
        names = {each.id: each.name for each in (*self.board.groups, *self.board.choices)}
        return names.get(group, "") if group is not None else _("Longer talk")

    def _tried(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except LandaufError as trouble:
            self.failed.emit(trouble)
            return False
        return True
