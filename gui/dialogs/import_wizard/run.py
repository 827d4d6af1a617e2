"""The course of reading one file: what is asked of pool threads, and what came back."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from domain.errors import LandaufError
from domain.overriding import override
from domain.rows.imports import FileLook, ImportReport, Wish
from gui.desk import Desk
from gui.dialogs.import_wizard import work
from gui.dialogs.import_wizard.single_task import SingleTask

if TYPE_CHECKING:
    from domain.exchange.sources import Snapshot


class ImportRun(SingleTask):
    """Knows the file in memory, how it is read, and the fates last told."""

    looked = Signal(object)  # FileLook
    judged = Signal(object)  # ImportReport
    stored = Signal(object)  # Taken

    def __init__(self, desk: Desk, what: str, parent: QObject | None = None) -> None:
        super().__init__(desk.tasks, parent)
        self._workspace, self._what = desk.workspace, what
        self._stop_storing = Event()
        self.copy: Snapshot | None = None
        self.is_storing = False
        self.wish = Wish()
        self.look = FileLook("")
        self.report: ImportReport | None = None

    def read(self, source: Path) -> None:
        """Take a file into memory and look at it."""
        self.copy, self.report, self.look = None, None, FileLook(source.name)
        self.wish = Wish(name=source.name)
        self.start(lambda _ticket: work.read_file(source), self._on_copied)

    def read_as(self, encoding: str, delimiter: str, sheet: str) -> None:
        """Look at the file in memory again, read otherwise."""
        if self.copy is not None:
            self.wish = Wish(self.wish.name, encoding, delimiter, sheet)
            self._on_copied(self.copy)

    def judge(self, columns: tuple[tuple[str, int], ...] | None) -> None:
        """Ask for every row's fate; without columns, as for contacts, they are recognised."""
        if self.copy is not None:
            self.report = None
            self.wish = replace(self.wish, columns=columns)
            job = work.Job(self._what, self.copy, self.wish)
            self.start(partial(work.preview, self._workspace, job), self._on_judged)

    def store(self) -> None:
        """Take over what was judged, as one step."""
        if self.copy is None or self.report is None:
            return
        self._stop_storing = Event()
        self.is_storing = True
        job, total = work.Job(self._what, self.copy, self.wish), len(self.report.fates)
        self.start(partial(work.take_over, self._workspace, job, self._stop_storing, total), self._on_stored)

    def stop(self) -> None:
        """Wait for no answer any more; what is being stored is told to stop, and its answer still comes."""
        if self.is_storing:
            self._stop_storing.set()
        else:
            self.drop()

    def _on_copied(self, copy: "Snapshot") -> None:
        self.copy = copy
        job = work.Job(self._what, copy, self.wish)
        self.start(partial(work.look, self._workspace, job), self._on_look)

    def _on_look(self, look: FileLook) -> None:
        self.answered()
        self.look = look
        self.looked.emit(look)

    def _on_judged(self, report: ImportReport) -> None:
        self.answered()
        self.report = report
        self.judged.emit(report)

    def _on_stored(self, taken: work.Taken) -> None:
        self.answered()
        self.is_storing = False
        self.stored.emit(taken)

    @override
    def _on_trouble(self, trouble: LandaufError) -> None:
        self.is_storing = False
        super()._on_trouble(trouble)
