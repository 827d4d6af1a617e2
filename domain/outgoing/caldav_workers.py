"""Several connections at work on the same list of jobs; what they did is told to one thread, in turn."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event

from domain.errors import ServerProblemError
from domain.exchange.caldav import CaldavClient, RefusedError
from domain.outgoing.caldav_jobs import Job, Outcome

WORKERS = 4
_GLANCE_SECONDS = 0.1
"""How often the one who waits for workers gets a chance to break off."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A job that the server refuses for itself; the others go on."""

    job: Job
    trouble: ServerProblemError


@dataclass(frozen=True, slots=True)
class Halted:
    """Why all workers stopped."""

    trouble: ServerProblemError


Report = Outcome | Refused | Halted


@dataclass(slots=True)
class Crew:
    """Works on jobs with one thread for each client."""

    clients: Sequence[CaldavClient]
    perform: Callable[[CaldavClient, Job], Outcome]
    _reports: "SimpleQueue[Report | None]" = field(default_factory=SimpleQueue)
    _halt: Event = field(default_factory=Event)

    def work(self, jobs: Iterable[Job], wait: Callable[[], None]) -> Generator[Report]:
        """What came of the jobs, as it happens; ends early after `Halted`. `wait` is called while nothing happens.

        Closing the iterator cuts the connections and waits for the threads; `rest` then gives what they still did.
        """
        todo: SimpleQueue[Job] = SimpleQueue()
        for job in jobs:
            todo.put(job)
        self._halt.clear()
        count = min(len(self.clients), todo.qsize())
        is_done = False
        with ThreadPoolExecutor(max(1, count), thread_name_prefix="caldav") as pool:
            toils = [pool.submit(self._toil, client, todo) for client in self.clients[:count]]
            try:
                yield from self._told(count, wait)
                is_done = True
            finally:
                if not is_done:  # somebody breaks off, here or where the reports are read
                    self._halt.set()
                    for client in self.clients:
                        client.connection.abort()
        for toil in toils:
            toil.result()  # a bug of a worker is raised here

    def rest(self) -> Iterator[Report]:
        """What was done and not told yet."""
        while not self._reports.empty():
            report = self._reports.get()
            if report is not None:
                yield report

    def _told(self, working: int, wait: Callable[[], None]) -> Iterator[Report]:
        while working:
            try:
                report = self._reports.get(timeout=_GLANCE_SECONDS)
            except Empty:
                wait()
                continue
            if report is None:
                working -= 1
            else:
                yield report

    def _toil(self, client: CaldavClient, todo: "SimpleQueue[Job]") -> None:
        try:
            while not self._halt.is_set():
                job = todo.get_nowait()
                try:
                    self._reports.put(self.perform(client, job))
                except RefusedError as trouble:
                    self._reports.put(Refused(job, trouble))
        except Empty:
            pass
        except ServerProblemError as trouble:
            self._halt.set()
            self._reports.put(Halted(trouble))
        finally:
            self._reports.put(None)
