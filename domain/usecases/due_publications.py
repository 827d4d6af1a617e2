"""What is due because of publications: copies to order, and outdated ones to take out of use."""

from collections.abc import Iterator
from datetime import date

from domain.i18n import N_
from domain.rows.due import DueKind, DueRow
from domain.rows.publications import PublicationRow
from domain.store.session import Session
from domain.terms import StockState
from domain.usecases import publication_rows


def publications_due(session: Session) -> Iterator[DueRow]:
    """Each publication once, by what weighs most.

    Copies of an outdated edition were due to go on its last day; who runs out is due on the day of the first event
    that would get too few; what is below its minimum, or below zero, is due today.
    """
    for row in publication_rows.list_rows(session):
        found = _due(row, session.today)
        if found is not None:
            due, msgid = found
            name = row.draft.name
            yield DueRow(DueKind.publication, due, name, "publications", row.id, name, msgid, is_msgid=True)


def _due(row: PublicationRow, today: date) -> tuple[date, str] | None:
    match row.state:
        case StockState.negative:
            return today, N_("Count copies")
        case StockState.outdated if row.stock > 0:
            return row.draft.valid_until or today, N_("Take out of use")
        case StockState.runs_out | StockState.empty if row.runs_out is not None:
            return max(row.runs_out, today), N_("Order before it runs out")
        case _ if row.to_order:
            return today, N_("Order copies")
    return None
