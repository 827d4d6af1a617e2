"""One run of publishing on a calendar server: ask, compare, push with several connections, look once more."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from time import monotonic

from domain.errors import ServerProblemError
from domain.exchange.caldav import BrokenServerError, BusyError, CaldavClient
from domain.exchange.caldav_http import Connection, UnreachableError, server
from domain.i18n import N_, Language
from domain.outgoing import Seen
from domain.outgoing.caldav_jobs import Effect, Job, Outcome, perform
from domain.outgoing.caldav_ledger import Ledger
from domain.outgoing.caldav_look import Survey, collection_name, compare, missing, tags
from domain.outgoing.caldav_workers import WORKERS, Crew, Halted, Refused, Report
from domain.region.kreise import kreise
from domain.rows.caldav import CaldavResult, KnownCollection, SyncDecisions
from domain.rows.outlets import OutletDraft
from domain.rules import caldav_sync
from domain.usecases.caldav_records import Figures, Noted

COLOUR = "#1f6f8b"
PATIENT_SECONDS, MOST_WAITS = 10.0, 3
"""Waits that a run takes upon itself; for longer ones it ends and tells when to come again."""

_SLICE_SECONDS = 0.1


@dataclass(slots=True)
class SyncRun:
    """The state of one run."""

    draft: OutletDraft
    ledger: Ledger
    language: Language
    seen: Seen
    decisions: SyncDecisions
    clients: list[CaldavClient] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    counts: dict[Effect, int] = field(default_factory=lambda: dict.fromkeys(Effect, 0))
    refused: list[Refused] = field(default_factory=list)

    def go(self, password: str) -> CaldavResult:
        """Do it; trouble of the server ends in the result."""
        survey = Survey("/", self.draft.audience)
        trouble, retry_at = "", None
        try:
            place = server(self.draft.address, self.draft.user, password)
            survey.home = place.path
            self.clients = [CaldavClient(Connection(place), self.ledger.papers.clock) for _worker in range(WORKERS)]
            self._bring(survey)
            trouble = _refusal(self.refused, self.language)
        except ServerProblemError as problem:
            trouble = self.language.error(problem)
            retry_at = _next_try(problem, self.ledger.papers.clock())
        finally:
            self.ledger.write()
            for client in self.clients:
                client.connection.close()
        return self._result(survey, trouble, retry_at)

    def _bring(self, survey: Survey) -> None:
        client, papers = self.clients[0], self.ledger.papers
        found = tags(client, survey.home)
        self.ledger.drop(survey.moved(papers))
        made = tuple(missing(survey, papers, found, self.decisions))
        self._make(survey, made)
        for key in dict.fromkeys((*survey.tags, *made)):
            self.seen(0)
            compare(client, survey, papers, key, self.decisions)
        self.ledger.add(Noted(key, name, None) for key, name in survey.forget)
        self._push(survey)
        self.ledger.write()
        self._settle(survey, made)

    def _make(self, survey: Survey, keys: tuple[str, ...]) -> None:
        """Make collections; what was known of ones that were deleted there is forgotten first."""
        if keys:
            self.ledger.drop(keys)
        for key in keys:
            self.clients[0].make_calendar(survey.folder(key), _title(key, self.language), COLOUR)
            self.ledger.see({key: KnownCollection(survey.folder(key), "")})

    def _push(self, survey: Survey) -> None:
        jobs, tries = survey.jobs, 0
        while jobs:
            jobs, problem = self._round(jobs, survey)
            if problem is None:
                return
            seconds = caldav_sync.next_wait(problem.seconds, tries) if isinstance(problem, BusyError) else None
            if seconds is None or seconds > PATIENT_SECONDS or tries >= MOST_WAITS:
                raise problem
            tries += 1
            self._wait(seconds)

    def _round(self, jobs: list[Job], survey: Survey) -> tuple[list[Job], ServerProblemError | None]:
        """Work on jobs until they are done or the server makes trouble; returns what is left, and the trouble."""
        overwrite = self.decisions.overwrite
        crew = Crew(self.clients, lambda client, job: perform(client, job, overwrite=overwrite))
        left = {job.path: job for job in jobs}
        halted: list[ServerProblemError] = []

        def take(report: Report) -> None:
            if isinstance(report, Halted):
                halted.append(report.trouble)
            else:
                left.pop(report.job.path, None)
                self._take(report, survey)

        try:
            with closing(crew.work(jobs, lambda: self.seen(self._done()))) as reports:
                for report in reports:
                    take(report)
                    self.seen(self._done())
        finally:
            for report in crew.rest():
                take(report)
        return list(left.values()), halted[0] if halted else None

    def _take(self, report: Outcome | Refused, survey: Survey) -> None:
        self.touched.add(report.job.collection)
        if isinstance(report, Refused):
            self.refused.append(report)
            survey.restless.add(report.job.collection)
            return
        self.counts[report.effect] += 1
        if report.difference is not None:
            survey.differences.append(report.difference)
            survey.restless.add(report.job.collection)
        if report.noted is not None:
            self.ledger.add((report.noted,))

    def _settle(self, survey: Survey, made: Iterable[str]) -> None:
        """Keep the tags of collections in which everything lies as we left it: the next run need not list them."""
        changed = (self.touched | set(made)) - survey.restless
        if changed:
            found = tags(self.clients[0], survey.home)  # before the lists: a later change has a later tag
            survey.tags |= {key: found.get(collection_name(key, survey.audience), "") for key in changed}
        calm = {key: key not in survey.restless for key in survey.tags}
        for key in changed:
            calm[key] = self.ledger.agrees(key, self.clients[0].etags(survey.folder(key)) or {})
        self.ledger.see(
            {key: KnownCollection(survey.folder(key), tag if calm[key] else "") for key, tag in survey.tags.items()}
        )

    def _wait(self, seconds: float) -> None:
        """Wait in slices, so that whoever looks on can break off."""
        until, never = monotonic() + seconds, Event()
        while (rest := until - monotonic()) > 0:
            self.seen(self._done())
            never.wait(min(rest, _SLICE_SECONDS))

    def _done(self) -> int:
        return sum(self.counts.values())

    def _result(self, survey: Survey, trouble: str, retry_at: datetime | None) -> CaldavResult:
        figures = Figures(
            self.counts[Effect.written],
            self.counts[Effect.removed],
            survey.same + self.counts[Effect.same],
            self.ledger.waiting(),
            trouble,
        )
        return CaldavResult(
            self.ledger.finish(figures),
            tuple(survey.differences),
            tuple(survey.lost),
            survey.unknown,
            retry_at,
            sum(client.connection.requests for client in self.clients),
        )


def _title(key: str, language: Language) -> str:
    names = {kreis.ags: kreis.name for kreis in kreise()}
    place = names.get(key, "Sachsen-Anhalt")
    return language.gettext(N_("Prevention: {place}")).format(place=place)


def _next_try(problem: ServerProblemError, now: datetime) -> datetime | None:
    if not isinstance(problem, BusyError | UnreachableError | BrokenServerError):
        return None
    asked = problem.seconds if isinstance(problem, BusyError) else None
    return now + timedelta(seconds=caldav_sync.next_wait(asked, 0))


def _refusal(refused: list[Refused], language: Language) -> str:
    if not refused:
        return ""
    wording = language.ngettext(
        "The server does not take {count} event: “{title}”.",
        "The server does not take {count} events, among them “{title}”.",
        len(refused),
    )
    resource = refused[0].job.resource
    return wording.format(count=len(refused), title=resource.title if resource else refused[0].job.uid)
