"""The Qt face of the open workspace: asks, runs, undoes, and tells the window what changed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from domain.errors import LandaufError
from domain.rows.steps import HistoryEntry, Hit, Label, StepRow, UndoState
from gui.tasks import TaskRunner, Ticket
from gui.texts import _, current

if TYPE_CHECKING:
    from domain.workspace import Workspace
    from gui.local_state import LocalState

P = ParamSpec("P")
Answer = TypeVar("Answer")

_POLL_MS = 1000


class Desk(QObject):
    """What pages hold: the only way from the window to the data."""

    changed = Signal(object)  # frozenset[str]: names of the tables that changed, by us or by another program
    undo_changed = Signal(object)  # UndoState
    saved_at = Signal(object)  # datetime of the last commit
    closing = Signal()  # the file is about to be closed: whoever runs a clockwork of its own stops it
    told = Signal(str, bool)  # a line for the toast, and whether undo takes it back
    _changed_inside = Signal(object)  # the same as `changed`, but sent from whatever thread committed

    def __init__(self, workspace: "Workspace", clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.clock = clock
        self.tasks = TaskRunner(self)
        self.local: LocalState | None = None
        """What this machine remembers of its person; nothing in tests and pictures."""
        self._offered = UndoState()
        self._changed_inside.connect(self._on_changed)
        self._stop_listening = workspace.listen(self._changed_inside.emit)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self.poll)
        self._poll.start()

    @property
    def path(self) -> Path:
        """The workspace file."""
        return self.workspace.path

    def ask(self, query: Callable[Concatenate[Any, P], Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        """The answer of a query of `domain.usecases`, read here and now: for what takes a few milliseconds."""
        return self.workspace.ask(query, *args, **kwargs)

    def ask_later(
        self,
        on_done: Callable[[Answer], None],
        query: Callable[Concatenate[Any, P], Answer],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Ticket:
        """Read in a pool thread and call `on_done(answer)` on the GUI thread.

        The same query asked again for the same receiver drops the older answer.
        """

        def work(_ticket: Ticket) -> Answer:
            return self.workspace.ask(query, *args, **kwargs)

        receiver = getattr(on_done, "__self__", on_done)
        return self.tasks.start(work, on_done, key=f"{id(receiver)}.{query.__module__}.{query.__qualname__}")

    def run(
        self,
        label: Label | str,
        use_case: Callable[Concatenate[Any, P], Answer],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Answer:
        """Write through a use case as one undo step called `label`; returns what it returns.

        Raises:
            LandaufError: the draft was refused; nothing was written.
        """
        return self.workspace.run(label, use_case, *args, **kwargs)

    def undo(self) -> None:
        """Take the last step back and say so; nothing happens if another program has done something else meanwhile.

        Raises:
            ConflictError: there is nothing to undo, or later work stands in the way.
        """
        step = self.workspace.undo(self._offered.undo)
        self.tell(_("Undone: {step}").format(step=step_text(step)))

    def redo(self) -> None:
        """Do the step again that was taken back last.

        Raises:
            ConflictError: there is nothing to do again, or later work stands in the way.
        """
        step = self.workspace.redo(self._offered.redo)
        self.tell(_("Done again: {step}").format(step=step_text(step)))

    def undo_state(self) -> UndoState:
        """What undo and redo would do next; what was told last is what `undo` and `redo` will do."""
        self._offered = self.workspace.undo_state()
        return self._offered

    def history(self, table: str, record: UUID) -> tuple[HistoryEntry, ...]:
        """What happened to one record, newest first."""
        return self.workspace.history(table, record)

    def search(self, text: str, on_done: Callable[[list[Hit]], None]) -> None:
        """Find records while typing: the hits of the newest call arrive on the GUI thread, older ones are dropped."""
        self.tasks.start(lambda _ticket: list(self.workspace.search(text)), on_done, key="search")

    def tell(self, message: str, *, undoable: bool = False) -> None:
        """Show `message` for a few seconds at the foot of the page, with an Undo button if that takes it back."""
        self.told.emit(message, undoable)

    def poll(self) -> None:
        """Notice what another program wrote into the file."""
        if tables := self.workspace.poll():
            self._on_changed(tables)

    def close(self) -> None:
        """Stop the clockwork, wait for running work and close the file."""
        self._poll.stop()
        self.closing.emit()
        self.tasks.close()
        self._stop_listening()
        self.workspace.close()

    def _on_changed(self, tables: frozenset[str]) -> None:
        self.saved_at.emit(self.clock())
        self.undo_changed.emit(self.undo_state())
        self.changed.emit(tables)


def step_text(step: StepRow) -> str:
    """A step's name as menus and history show it."""
    return current().error(LandaufError(step.msgid, **dict(step.params)))
