"""Steps with publications, stock and calendars of others for the property that any sequence can be undone."""

from datetime import timedelta

from domain.errors import LandaufError
from domain.rows.calendar_import import CalendarEntry, CalendarReading
from domain.rows.publications import PublicationDraft, StockEntry
from domain.terms import StockReason
from domain.usecases import calendar_import, publications
from tests.builders import DAY, at


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


def import_calendar(session, known, pick):
    begins = at(DAY + timedelta(days=pick(4)), "10:00")
    entry = CalendarEntry(1, "a@schule.example", f"Stand {pick(3)}", starts_at=begins, ends_at=begins)
    calendar_import.import_calendar(session, CalendarReading(entries=(entry,), raw=1))


STOCK_STEPS = {step.__name__: step for step in (stock, new_edition, delete_publication, import_calendar)}
