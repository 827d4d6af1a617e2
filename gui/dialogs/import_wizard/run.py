"""The course of reading one file: what is asked of pool threads, and what came back."""

from collections.abc import Sequence
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
        self.intake: work.Intake | None = None
        self.is_storing = False
        self.wish = Wish()
        self.look = FileLook("")
        self.report: ImportReport | None = None

    @property
    def copy(self) -> "Snapshot | None":
        """The file in memory, the first if there are several."""
        return self.intake.copies[0] if self.intake else None

    def read(self, sources: Sequence[Path]) -> None:
        """Take a file, or several returned forms, into memory and look at them."""
        self.intake, self.report, self.look = None, None, FileLook(sources[0].name)
        self.wish = Wish(name=sources[0].name)
        self.start(partial(work.read_files, self._what, tuple(sources)), self._on_copied)

    def read_as(self, encoding: str, delimiter: str, sheet: str) -> None:
        """Look at the file in memory again, read otherwise."""
        if self.intake is not None:
            self.wish = Wish(self.wish.name, encoding, delimiter, sheet)
            self._on_copied(self.intake)

    def judge(self, columns: tuple[tuple[str, int], ...] | None) -> None:
        """Ask for every row's fate; without columns, as for contacts, they are recognised."""
        if self.intake is not None:
            self.report = None
            self.wish = replace(self.wish, columns=columns)
            job = work.Job(self._what, self.intake, self.wish)
            self.start(partial(work.preview, self._workspace, job), self._on_judged)

    def store(self) -> None:
        """Take over what was judged, as one step."""
        if self.intake is None or self.report is None:
            return
        self._stop_storing = Event()
        self.is_storing = True
        job, total = work.Job(self._what, self.intake, self.wish), len(self.report.fates)
        self.start(partial(work.take_over, self._workspace, job, self._stop_storing, total), self._on_stored)

    def stop(self) -> None:
        """Wait for no answer any more; what is being stored is told to stop, and its answer still comes."""
        if self.is_storing:
            self._stop_storing.set()
        else:
            self.drop()

    def _on_copied(self, intake: work.Intake) -> None:
        self.intake = intake
        job = work.Job(self._what, intake, self.wish)
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
