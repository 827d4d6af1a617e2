"""Gathers what reports to others are printed from: frozen answers to parliament and annual reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.errors import UsageError
from domain.i18n import N_
from domain.rows.printing import PrintChoice, Subject
from domain.terms import ReportKind
from domain.usecases import annual_report, parliament, report_snapshots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.documents.annual_report import AnnualSheet
    from domain.documents.parliament_answer import ParliamentSheet
    from domain.store.session import Session


def parliament_answer(session: Session, choice: PrintChoice) -> ParliamentSheet:
    """What the answer to parliament is printed from: a snapshot alone, so that it stays the same for good.

    Raises:
        UsageError: no snapshot was named.
        NotFoundError: there is no such answer.
        FileProblemError: its content is not what was frozen.
    """
    from domain.documents.parliament_answer import ParliamentSheet

    if choice.snapshot_id is None:
        raise UsageError(N_("This document is a frozen report; name it with --snapshot."))
    found = parliament.opened(session, choice.snapshot_id)
    return ParliamentSheet(found.content.answer, found.title, found.code, found.content.office, found.frozen_at)


def annual(session: Session, choice: PrintChoice) -> AnnualSheet:
    """What an annual report is printed from: a frozen one, or the year as the file gives it now.

    Raises:
        UsageError: neither a year nor a snapshot was named.
        InvalidInputError: nobody counts in such a year.
        NotFoundError: there is no such report.
        FileProblemError: its content is not what was frozen.
    """
    from domain.documents.annual_report import AnnualSheet

    if choice.snapshot_id is not None:
        found = annual_report.opened(session, choice.snapshot_id)
    elif choice.year is not None:
        found = annual_report.unfrozen(session, choice.year)
    else:
        raise UsageError(N_("This document is about a year; name it with --year."))
    content = found.content
    return AnnualSheet(content.report, content.office, found.frozen_at, content.foreword, found.code)


def answers(session: Session, choice: PrintChoice) -> Iterator[Subject]:
    """The frozen answer that was named, or all if nothing was."""
    named = (choice.event_id, choice.tour_id, choice.site_id, choice.partner_id, choice.kreis_ags, choice.year)
    if any(each is not None for each in named):
        return
    for row in report_snapshots.list_rows(session, ReportKind.parliament):
        if choice.snapshot_id in {None, row.id}:
            yield Subject(PrintChoice(snapshot_id=row.id), row.title, row.frozen_at.date())


def an_answer(session: Session) -> tuple[str, ...]:
    """Arguments that print the newest frozen answer."""
    rows = report_snapshots.list_rows(session, ReportKind.parliament)
    return ("--snapshot", str(rows[0].id)) if rows else ()
