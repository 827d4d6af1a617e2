"""One piece of background work at a time, for a dialog that waits for it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from domain.errors import LandaufError
from gui.tasks import TaskRunner, Ticket

Answer = TypeVar("Answer")


class SingleTask(QObject):
    """Starts work in the pool; starting again drops the older answer."""

    troubled = Signal(object)  # LandaufError
    progressed = Signal(int, int)  # rows done, of how many (0 = not known)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ticket: Ticket | None = None
        tasks.progressed.connect(self._on_progress)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._ticket is not None

    def start(self, work: Callable[[Ticket], Answer], on_done: Callable[[Answer], None]) -> None:
        """Run `work(ticket)` and call `on_done`, a method of this object; trouble is told by `troubled`."""
        self.drop()
        self._ticket = self._tasks.start(work, on_done, self._on_trouble)

    def drop(self) -> None:
        """Wait for no answer any more."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def answered(self) -> None:
        """Note that the answer has come."""
        self._ticket = None

    def _on_trouble(self, trouble: LandaufError) -> None:
        self._ticket = None
        self.troubled.emit(trouble)

    def _on_progress(self, ticket: Ticket, done: int, total: int) -> None:
        if ticket is self._ticket:
            self.progressed.emit(done, total)
