"""The course of reading one file: what is asked of pool threads, and what came back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from domain.errors import LandaufError
from domain.rows.imports import Fate, FileLook, ImportReport, Wish
from gui.desk import Desk
from gui.dialogs.import_wizard import work
from gui.tasks import Ticket

if TYPE_CHECKING:
    from domain.exchange.sources import Snapshot

Answer = TypeVar("Answer")


class ImportRun(QObject):
    """Knows the file in memory, how it is read, and the fates last told; one piece of work runs at a time."""

    looked = Signal(object)  # FileLook
    judged = Signal(object)  # ImportReport
    stored = Signal(object)  # Taken
    troubled = Signal(object)  # LandaufError
    progressed = Signal(int, int)  # rows done, of how many (0 = not known)

    def __init__(self, desk: Desk, what: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._what = desk, what
        self._copy: Snapshot | None = None
        self._ticket: Ticket | None = None
        self._stop_storing = Event()
        self.is_storing = False
        self.wish = Wish()
        self.look = FileLook("")
        self.report: ImportReport | None = None
        desk.tasks.progressed.connect(self._on_progress)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._ticket is not None

    @property
    def may_be_text(self) -> bool:
        """Whether it could help to read the file in another encoding."""
        return self._copy is not None and self._copy.may_be_text

    @property
    def taken(self) -> int:
        """How many rows would be taken over."""
        return self.report.count(Fate.new) + self.report.count(Fate.changed) if self.report else 0

    def read(self, source: Path) -> None:
        """Take a file into memory and look at it."""
        self._copy, self.report, self.look = None, None, FileLook(source.name)
        self.wish = Wish(name=source.name)
        self._start(lambda _ticket: work.read_file(source), self._on_copied)

    def read_as(self, encoding: str, delimiter: str, sheet: str) -> None:
        """Look at the file in memory again, read otherwise."""
        if self._copy is None:
            return
        self.wish = Wish(self.wish.name, encoding, delimiter, sheet)
        self._ask_look(self._copy)

    def judge(self, columns: tuple[tuple[str, int], ...] | None) -> None:
        """Ask for every row's fate; without columns, as for contacts, they are recognised."""
        if self._copy is None:
            return
        self.report = None
        self.wish = replace(self.wish, columns=columns)
        job = work.Job(self._what, self._copy, self.wish)
        self._start(partial(work.preview, self._desk.workspace, job), self._on_judged)

    def store(self) -> None:
        """Take over what was judged, as one step."""
        if self._copy is None or self.report is None:
            return
        self._stop_storing = Event()
        self.is_storing = True
        job, total = work.Job(self._what, self._copy, self.wish), len(self.report.fates)
        self._start(partial(work.take_over, self._desk.workspace, job, self._stop_storing, total), self._on_stored)

    def read_again(self) -> None:
        """Read the file as it stands now."""
        if self._copy is not None:
            self.read(self._copy.path)

    def stop(self) -> None:
        """Wait for no answer any more; what is being stored is told to stop, and its answer still comes."""
        if self.is_storing:
            self._stop_storing.set()
        elif self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _start(self, asked: Callable[[Ticket], Answer], on_done: Callable[[Answer], None]) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._desk.tasks.start(asked, on_done, self._on_trouble)

    def _ask_look(self, copy: "Snapshot") -> None:
        job = work.Job(self._what, copy, self.wish)
        self._start(partial(work.look, self._desk.workspace, job), self._on_look)

    def _on_copied(self, copy: "Snapshot") -> None:
        self._copy = copy
        self._ask_look(copy)

    def _on_look(self, look: FileLook) -> None:
        self._ticket = None
        self.look = look
        self.looked.emit(look)

    def _on_judged(self, report: ImportReport) -> None:
        self._ticket = None
        self.report = report
        self.judged.emit(report)

    def _on_stored(self, taken: work.Taken) -> None:
        self._ticket = None
        self.is_storing = False
        self.stored.emit(taken)

    def _on_trouble(self, trouble: LandaufError) -> None:
        self._ticket = None
        self.is_storing = False
        self.troubled.emit(trouble)

    def _on_progress(self, ticket: Ticket, done: int, total: int) -> None:
        if ticket is self._ticket:
            self.progressed.emit(done, total)
