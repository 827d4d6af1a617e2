"""Work beside the GUI thread: started here, answered there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from domain.errors import LandaufError
from gui.rubbish import Collector

Answer = TypeVar("Answer")

_PATIENCE_MS = 10_000


@dataclass(eq=False)
class Ticket:
    """What a piece of work holds: it looks at `is_cancelled` between steps and may `report` how far it is."""

    label: str
    _cancel: Event = field(default_factory=Event)
    _report: Callable[["Ticket", int, int], None] | None = None

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._cancel.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; its answer is dropped."""
        self._cancel.set()

    def report(self, done: int, total: int) -> None:
        """Tell that `done` of `total` steps are done; may be called from any thread."""
        if self._report is not None:
            self._report(self, done, total)


@dataclass(eq=False)
class _Task:
    """One piece of work on its way through the pool; `attempt` gives what remains to be done on the GUI thread.

    The GUI thread lets go of both: the last reference to a widget must not be dropped in a pool thread.
    """

    ticket: Ticket
    key: str
    receiver: object
    attempt: Callable[[], Callable[[], None]] | None
    deliver: Callable[[], None] | None = None

    def run(self) -> None:
        """Work, unless nobody waits any more."""
        if self.attempt is not None and not self.ticket.is_cancelled:
            self.deliver = self.attempt()

    def let_go(self) -> None:
        """Forget who waited for the answer."""
        self.attempt = self.deliver = self.receiver = None


class TaskRunner(QObject):
    """Runs functions in a thread pool and delivers their answers on the GUI thread.

    The work must not touch widgets. A newer task with the same key cancels the older one, whose answer is dropped; so
    is the answer for a method of a widget that is gone.
    """

    started = Signal(object)  # Ticket of a task with a label
    progressed = Signal(object, int, int)  # Ticket, done, total
    ended = Signal(object)  # Ticket of a task with a label
    _finished = Signal(object)  # _Task, sent from the pool thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._open: list[_Task] = []
        self._collector = Collector(self)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Ticket], Answer],
        on_done: Callable[[Answer], None],
        on_failed: Callable[[LandaufError], None] | None = None,
        *,
        key: str = "",
        progress: str = "",
    ) -> Ticket:
        """Run `work(ticket)` in the pool and call `on_done(answer)` or `on_failed(error)` on the GUI thread.

        Without `on_failed`, trouble is raised in the event loop, which shows it in the message bar. `key` drops the
        answer of an older task with the same key; `progress` is the text of a progress row with a Cancel button.
        """
        if key:
            self.cancel(key)
        ticket = Ticket(progress, _report=self.progressed.emit)
        attempt = partial(_attempt, partial(work, ticket), on_done, on_failed)
        task = _Task(ticket, key, getattr(on_done, "__self__", None), attempt)
        self._open.append(task)
        if progress:
            self.started.emit(task.ticket)

        def run() -> None:
            try:
                task.run()
            finally:
                self._finished.emit(task)

        self._pool.start(run)
        return task.ticket

    def cancel(self, key: str) -> None:
        """Cancel what was started under `key`."""
        for task in self._open:
            if task.key == key:
                task.ticket.cancel()

    @property
    def is_busy(self) -> bool:
        """Whether any task has not come back yet."""
        return bool(self._open)

    def close(self) -> None:
        """Cancel everything and wait until the threads are idle."""
        for task in self._open:
            task.ticket.cancel()
        self._pool.clear()
        self._pool.waitForDone(_PATIENCE_MS)
        self._open.clear()
        self._collector.close()

    def _on_finished(self, task: _Task) -> None:
        if task not in self._open:
            task.let_go()
            return
        self._open.remove(task)
        if task.ticket.label:
            self.ended.emit(task.ticket)
        if task.deliver is not None and not task.ticket.is_cancelled and _is_there(task.receiver):
            task.deliver()
        task.let_go()


def _attempt(
    work: Callable[[], Answer], on_done: Callable[[Answer], None], on_failed: Callable[[LandaufError], None] | None
) -> Callable[[], None]:
    """Work in the pool thread; what comes back tells the answer or the trouble on the GUI thread.

    A bug is no trouble: it leaves through the thread's excepthook, and nothing is delivered.
    """
    try:
        answer = work()
    except LandaufError as error:
        return partial(on_failed or _raise, error)
    return partial(on_done, answer)


def _is_there(receiver: object) -> bool:
    """Whether the object whose method waits for an answer still exists; a closed page does not."""
    return not isinstance(receiver, QObject) or isValid(receiver)


def _raise(error: LandaufError) -> None:
    raise error
