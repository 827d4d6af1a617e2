"""The course of reading one calendar file: what is asked of pool threads, and what came back."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from domain.errors import LandaufError
from domain.i18n import N_
from domain.overriding import override
from domain.rows.calendar_import import CalendarReading, CalendarReport, CalendarWish
from domain.rows.steps import Label
from gui.desk import Desk
from gui.dialogs.import_wizard.single_task import SingleTask

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from domain.workspace import Workspace
    from gui.tasks import Ticket


class CalendarRun(SingleTask):
    """Knows what the file holds and the fates last told."""

    was_read = Signal(object)  # CalendarReading
    judged = Signal(object)  # CalendarReport
    stored = Signal(object)  # CalendarReport

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk.tasks, parent)
        self._workspace, self._desk = desk.workspace, desk
        self._stop = Event()
        self.source = Path()
        self.reading: CalendarReading | None = None
        self.report: CalendarReport | None = None
        self.is_storing = False

    def read(self, source: Path) -> None:
        """Read a file in a process of its own."""
        self.source, self.reading, self.report = source, None, None
        self.start(partial(_read, source, self._desk.clock().date()), self._on_read)

    def judge(self, wish: CalendarWish) -> None:
        """Ask for every entry's fate; nothing is stored."""
        if self.reading is not None:
            self.report = None
            self.start(partial(_judge, self._workspace, self.reading, wish), self._on_judged)

    def store(self, wish: CalendarWish) -> None:
        """Take over the entries, as one step."""
        if self.reading is not None:
            self._stop = Event()
            self.is_storing = True
            label = Label(N_("Import the calendar {file}"), (("file", self.source.name),))
            self.start(partial(_store, self._workspace, self.reading, wish, label, self._stop), self._on_stored)

    def stop(self) -> None:
        """Wait for no answer any more; what is being stored is told to stop, and its answer still comes."""
        if self.is_storing:
            self._stop.set()
        else:
            self.drop()

    def _on_read(self, reading: CalendarReading) -> None:
        self.answered()
        self.reading = reading
        self.was_read.emit(reading)

    def _on_judged(self, report: CalendarReport) -> None:
        self.answered()
        self.report = report
        self.judged.emit(report)

    def _on_stored(self, report: CalendarReport) -> None:
        self.answered()
        self.is_storing = False
        self.stored.emit(report)

    @override
    def _on_trouble(self, trouble: LandaufError) -> None:
        self.is_storing = False
        super()._on_trouble(trouble)


def _read(source: Path, today: "date", _ticket: "Ticket") -> CalendarReading:
    from domain.exchange.ics_reader import read_calendar_file

    return read_calendar_file(source, source.name, today)


def _judge(workspace: "Workspace", reading: CalendarReading, wish: CalendarWish, ticket: "Ticket") -> CalendarReport:
    from domain.usecases.calendar_import import import_calendar

    told = _told(ticket, lambda: ticket.is_cancelled, len(reading.entries))
    return workspace.ask(import_calendar, reading, wish, store=False, told=told)


def _store(
    workspace: "Workspace", reading: CalendarReading, wish: CalendarWish, label: Label, stop: Event, ticket: "Ticket"
) -> CalendarReport:
    from domain.usecases.calendar_import import import_calendar

    told = _told(ticket, lambda: stop.is_set() or ticket.is_cancelled, len(reading.entries))
    return workspace.run(label, import_calendar, reading, wish, told=told)


def _told(ticket: "Ticket", is_over: "Callable[[], bool]", total: int) -> "Callable[[int], None]":
    """Report the entries done, and stop the transaction when nobody wants the answer any more."""

    def told(done: int) -> None:
        if is_over():
            raise LandaufError(N_("Cancelled; nothing was taken over."))
        if done % 50 == 0 or done == total:
            ticket.report(done, total)

    return told
