"""The full-screen window in which visitors at a stand are counted: each stroke is stored before it shows as saved."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from domain.errors import LandaufError
from domain.overriding import override
from domain.rows.tally import Stroke
from domain.rules.tally import AT_ONCE
from domain.terms import BERLIN
from gui import registry
from gui.desk import Desk
from gui.dialogs.tally import words
from gui.dialogs.tally.counter import Counter
from gui.dialogs.tally.frame import TallyFrame
from gui.dialogs.tally.keys import digit_of, press_of
from gui.texts import _, current

_TICK_MS = 2000
"""How often the clock is set and the strokes of another laptop or window are looked for."""


class TallyWindow(TallyFrame):
    """Counts the visitors of one event; every stroke is in the file at once, so closing loses nothing."""

    announced = Signal(str)  # what a screen reader was told

    def __init__(self, desk: Desk, event_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._desk = desk
        self.counter = Counter(desk, event_id, self)
        self._last: list[UUID | None] = []
        self._connect()
        self.head.show_saved(_("every stroke is saved at once"))
        self._show_board()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.follow)
        self._tick.start()

    def _connect(self) -> None:
        self.head.leave.clicked.connect(self.close)
        self.head.groups.clicked.connect(lambda: self.show_setup(self.counter.board))
        self.foot.back.clicked.connect(self.counter.take_back)
        self.foot.finish.clicked.connect(self.finish)
        self.setup.chosen.connect(self._on_chosen)
        self.grid.struck.connect(self.counter.strike)
        self.side.talk_struck.connect(lambda: self.counter.strike(None))
        self.counter.struck.connect(self._on_struck)
        self.counter.counted.connect(self._on_counted)
        self.counter.emptied.connect(lambda: self.foot.say(_("There is no stroke to take back.")))
        self.counter.failed.connect(self._on_failed)

    def finish(self) -> None:
        """Take the sums over into the event as one undo step, and leave for its review."""
        from gui.dialogs.review import open_review

        if self.counter.take_over():
            self.close()
            owner = self.parentWidget()
            if owner is not None:
                open_review(owner, self._desk, self.counter.event_id)

    def follow(self) -> None:
        """Set the clock, and show what was counted elsewhere meanwhile."""
        self.show_clock(self._desk.clock())
        self.counter.follow()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F11}:
            self._on_leave()
        elif event.key() == Qt.Key.Key_F1:
            registry.resolve("gui.manual.window:open_manual")("tally")
        elif not self.is_counting or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self.counter.take_back()
        elif event.key() == Qt.Key.Key_G:
            self.counter.strike(None)
        elif (digit := digit_of(press_of(event))) is not None:
            self._on_digit(*digit)
        else:
            super().keyPressEvent(event)

    def _on_leave(self) -> None:
        if self.is_counting or not self.counter.board.groups:
            self.close()
        else:
            self._show_board()

    def _on_digit(self, digit: int, is_shifted: bool) -> None:  # noqa: FBT001 - from the key
        groups = self.counter.board.groups
        if digit <= len(groups):
            self.counter.strike(groups[digit - 1].id, AT_ONCE if is_shifted else 1)

    def _on_chosen(self, groups: tuple[UUID, ...]) -> None:
        if self.counter.choose(groups):
            self._show_board()

    def _on_counted(self) -> None:
        if self.is_counting and len(self.grid.tiles) != len(self.counter.board.groups):
            self.grid.set_groups(self.counter.board.groups)
        self.show_counts(self.counter.counts, self._last, self._desk.clock())

    def _show_board(self) -> None:
        now = self._desk.clock()
        self.show_board(self.counter.board, now)
        self.show_clock(now)
        self.show_counts(self.counter.counts, self._last, now)
        if self.counter.board.groups:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_setup(self.counter.board)

    def _on_struck(self, stroke: Stroke, taken_back: bool) -> None:  # noqa: FBT001 - payload of a signal
        now = self._desk.clock()
        self._last = [stroke.target_group_id]
        self.show_counts(self.counter.counts, self._last, now)
        self.head.show_saved(_("saved {time}").format(time=current().clock(now.astimezone(BERLIN))))
        name = self.counter.name_of(stroke.target_group_id)
        self.foot.say(words.stroke_line(stroke, name, taken_back=taken_back))
        count = current().number(self.counter.count_of(stroke.target_group_id))
        self._announce(_("{group}: {count}").format(group=name, count=count))

    def _on_failed(self, trouble: LandaufError) -> None:
        line = current().error(trouble)
        self.foot.show()
        self.foot.say(line, is_trouble=True)
        self._announce(line)

    def _announce(self, line: str) -> None:
        self.announced.emit(line)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line))
