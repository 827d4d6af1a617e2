"""What is due because of partners: concerns to answer, contacts to review, exchanges and terms that run out."""

from collections.abc import Iterator

from domain.region.kreise import kreis
from domain.rows.councils import WatchKind
from domain.rows.due import DueKind, DueRow
from domain.store.session import Session
from domain.usecases import concern_rows, contact_reviews, interval_watch, memberships


def concerns_due(session: Session) -> Iterator[DueRow]:
    """Citizens' concerns that wait for an answer."""
    for row in concern_rows.overdue(session):
        yield DueRow(DueKind.concern, row.due, row.wording, "concerns", row.id, _place(row.kreis_ags), row.number)


def contacts_due(session: Session) -> Iterator[DueRow]:
    """People whose data must be looked at; who lacks a needed day is due today."""
    for row in contact_reviews.contacts_to_review(session):
        due = row.review_on or session.today
        yield DueRow(DueKind.contact, due, row.partner, "partners", row.partner_id, row.partner, row.role)


def exchanges_due(session: Session) -> Iterator[DueRow]:
    """Councils and exchanges that have not met for longer than agreed, and have no next date."""
    for row in interval_watch.overdue_intervals(session):
        if row.due is not None:
            page = "councils" if row.kind is WatchKind.council else "events"
            yield DueRow(DueKind.exchange, row.due, row.name, page, row.id, row.name)


def terms_due(session: Session) -> Iterator[DueRow]:
    """Terms in councils that end, and nobody follows."""
    for row in memberships.ending_terms(session):
        if row.draft.last_day is not None:
            title = f"{row.body}: {row.member}"
            yield DueRow(DueKind.term, row.draft.last_day, title, "councils", row.draft.body_id, row.member)


def _place(kreis_ags: str | None) -> str:
    return kreis(kreis_ags).name if kreis_ags else ""
