"""What is due because of requests: answers that are late."""

from collections.abc import Iterator

from domain.rows.due import DueKind, DueRow
from domain.rows.filters import RequestFilter
from domain.rules.ages import answer_due
from domain.store.session import Session
from domain.usecases import requests


def requests_due(session: Session) -> Iterator[DueRow]:
    """Open requests whose answer is late; those on the waiting list have been answered."""
    for row in requests.list_rows(session, RequestFilter(overdue=True)):
        due = answer_due(row.draft)
        if due is not None:
            place = row.draft.requester
            yield DueRow(DueKind.request, due, row.draft.requester, "requests", row.id, place, row.draft.topic)
