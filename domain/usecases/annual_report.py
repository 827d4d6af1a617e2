"""The annual report: its figures from the evaluation, its texts from what the public may see; frozen or as of now."""

from datetime import date
from uuid import UUID

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.rows.annual_report import AnnualReport, ExampleYear, FrozenYear, OpenYear
from domain.rows.coverage import CoverageFilter
from domain.rows.evaluation import EvaluationFilter
from domain.rows.reports import SnapshotRow
from domain.rules import annual, audience, publishing_councils
from domain.rules.annual import Beside, TwoYears
from domain.rules.evaluation.figures import evaluate
from domain.rules.validation import fields
from domain.rules.validation.reports import QUESTION
from domain.store.session import Session
from domain.terms import BERLIN, Audience, EventKind, ReportKind
from domain.usecases import coverage, evaluation, practice, printing_councils, report_snapshots, settings
from domain.usecases.published import records
from domain.usecases.records import refuse


def annual_report(session: Session, year: int) -> AnnualReport:
    """The report of a year as the file gives it now; of the present year up to today.

    Raises:
        InvalidInputError: nobody counts in such a year.
    """
    if not fields.FIRST_YEAR < year <= fields.LAST_YEAR:
        years = (("low", fields.FIRST_YEAR + 1), ("high", fields.LAST_YEAR))
        raise InvalidInputError(Problem("year", N_("Please give a year from {low} to {high}."), years))
    until = session.today if year == session.today.year else date(year, 12, 31)
    halves = tuple(f"{each}-H{half}" for each in (year, year + 1) for half in (1, 2))
    beside = Beside(
        concerns=(_concerns(session, until), _concerns(session, _year_before(until))),
        examples=_examples(session, year),
        coverage=coverage.report_rows(session, CoverageFilter(half_years=halves)),
    )
    return annual.report(year, until, _figures(session, until), beside)


def _year_before(day: date) -> date:
    """The same day a year earlier; the last of February for a leap day."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)  # noqa: PLR2004 - February


def _figures(session: Session, until: date) -> TwoYears:
    """The year up to a day and the one before up to the same day, so that both are alike."""
    columns = evaluation.columns(session)
    kinds: tuple[tuple[EventKind, ...], ...] = ((), (EventKind.lecture,))
    return TwoYears(
        *(
            evaluate(columns, EvaluationFilter(day.replace(month=1, day=1), day, only), session.today)
            for only in kinds
            for day in (until, _year_before(until))
        )
    )


def _concerns(session: Session, until: date) -> dict[str, int]:
    """How many concerns raised from the beginning of the year up to a day are in which state."""
    query = "select state, count(*) from concern where raised_on between ? and ? group by state"
    first = until.replace(month=1, day=1)
    return dict(session.raw().execute(query, (first.isoformat(), until.isoformat())).fetchall())


def _examples(session: Session, year: int) -> tuple[ExampleYear, ...]:
    """The good examples of the year whose profile the public may see."""
    found = []
    for record in records(session, printing_councils.printable_examples(session)):
        event = audience.publish(record, Audience.public, today=session.today)
        profile = practice.profile(session, record.id)
        day = publishing_councils.day_of(event) if event else None
        if event is not None and profile is not None and day is not None and day.year == year:
            told = publishing_councils.publish_profile(profile, record)
            found.append(ExampleYear(event.title, event.place.town, day, told.aim, told.result))
    return tuple(sorted(found, key=lambda each: (each.day or date.max, each.title)))


def freeze(session: Session, year: int, foreword: str = "") -> UUID:
    """Keep the report of a year as it is now for good; returns the snapshot's id. Not undone.

    Raises:
        InvalidInputError: nobody counts in such a year, or the foreword is too long.
    """
    refuse(list(fields.text("foreword", foreword, QUESTION)))
    report = annual_report(session, year)
    row = SnapshotRow(
        id=UUID(int=0),
        kind=ReportKind.annual,
        title=str(year),
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        question=foreword.strip(),
        code="",
        author="",
        frozen_at=session.now,
    )
    content = FrozenYear(report, foreword.strip(), settings.load(session).office)
    return report_snapshots.freeze(session, row, content)


def opened(session: Session, snapshot_id: UUID) -> OpenYear:
    """A frozen annual report with the figures it was given with.

    Raises:
        NotFoundError: there is no such report.
        FileProblemError: its content is not what was frozen.
    """
    row, content = report_snapshots.opened(session, snapshot_id, ReportKind.annual, FrozenYear)
    return OpenYear(row.id, row.code, row.frozen_at, content)


def unfrozen(session: Session, year: int) -> OpenYear:
    """The report of a year as of now, without foreword and code.

    Raises:
        InvalidInputError: nobody counts in such a year.
    """
    content = FrozenYear(annual_report(session, year), "", settings.load(session).office)
    return OpenYear(UUID(int=0), "", session.now.astimezone(BERLIN), content)
