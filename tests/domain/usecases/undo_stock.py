"""Steps with publications and their stock for the property that any sequence can be undone."""

from domain.errors import LandaufError
from domain.rows.publications import PublicationDraft, StockEntry
from domain.terms import StockReason
from domain.usecases import publications
from tests.builders import DAY


def _one(pick, rows):
    if not rows:
        raise LandaufError("nothing there")
    return rows[pick(len(rows))]


def stock(session, known, pick):
    leaflet = _one(pick, publications.list_rows(session)).id
    publications.enter(session, StockEntry(leaflet, DAY, 1 + pick(90), list(StockReason)[pick(4)]))


def new_edition(session, known, pick):
    publications.add_edition(session, known.publications[pick(2)], PublicationDraft(f"Neu {pick(9)}"))


def delete_publication(session, known, pick):
    publications.delete(session, [_one(pick, publications.list_rows(session)).id])


STOCK_STEPS = {step.__name__: step for step in (stock, new_edition, delete_publication)}
