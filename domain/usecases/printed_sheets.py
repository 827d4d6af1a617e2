"""Sheets that were printed: noted when they go onto paper, and found again when what stands on them has changed."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from sqlmodel import col, select

from domain.documents import DOCUMENTS, code_of
from domain.documents.inputs import DocumentInput
from domain.errors import LandaufError
from domain.model import PrintedSheet
from domain.rows.printing import PrintChoice
from domain.rows.releases import SheetNote, SheetRow
from domain.store.journal import writer_of
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.printing import gather

LASTING = ("site_pass", "handout", "district_calendar", "wall_calendar")
"""Documents about no day that hang and lie about for long."""
IN_USE = timedelta(days=365)
"""How long after printing such a sheet may still be in use."""


def note_of(name: str, choice: PrintChoice, data: DocumentInput) -> SheetNote:
    """What is to be noted of a sheet made from `data` when it is printed."""
    about = data.subject
    if about.vehicle_id is not None:
        choice = PrintChoice(tour_id=choice.tour_id, day=about.day, vehicle_id=about.vehicle_id)
    version: int | None = getattr(data, "version", None)
    return SheetNote(name, choice, about.day, about.title, version, code_of(name, data))


def note_printed(session: Session, note: SheetNote) -> None:
    """Remember that a sheet was printed or saved. No undo step comes of it: paper stays printed."""
    choice = note.choice
    session.add(
        PrintedSheet(
            document=note.document,
            event_id=choice.event_id,
            tour_id=choice.tour_id,
            day=note.day,
            kreis_ags=choice.kreis_ags,
            year=choice.year,
            site_id=choice.site_id,
            vehicle_id=choice.vehicle_id,
            partner_id=choice.partner_id,
            snapshot_id=choice.snapshot_id,
            edition_id=choice.edition_id,
            since=choice.since,
            title=note.title,
            version=note.version,
            code=note.code,
            printed_at=session.now,
            author=writer_of(session.raw()),
        )
    )
    session.announce("printed_sheet")


def last_print(session: Session, note: SheetNote) -> SheetRow | None:
    """The newest print of the sheet that `note` is about, None if it was never printed."""
    choice, day = note.choice, note.day if note.choice.tour_id else None
    same = [
        col(PrintedSheet.document) == note.document,
        col(PrintedSheet.event_id).is_(choice.event_id),
        col(PrintedSheet.tour_id).is_(choice.tour_id),
        col(PrintedSheet.kreis_ags).is_(choice.kreis_ags),
        col(PrintedSheet.year).is_(choice.year),
        col(PrintedSheet.site_id).is_(choice.site_id),
        col(PrintedSheet.vehicle_id).is_(choice.vehicle_id),
        col(PrintedSheet.partner_id).is_(choice.partner_id),
        col(PrintedSheet.snapshot_id).is_(choice.snapshot_id),
        col(PrintedSheet.edition_id).is_(choice.edition_id),
        col(PrintedSheet.since).is_(choice.since),
    ]
    if day is not None:
        same.append(col(PrintedSheet.day) == day)
    found = session.exec(select(PrintedSheet).where(*same).order_by(col(PrintedSheet.id).desc()).limit(1)).first()
    return None if found is None else _row(found)


def printed_sheets(session: Session) -> tuple[SheetRow, ...]:
    """The newest print of every sheet that may still be in use, those about a day by that day and before the others."""
    newest: dict[tuple[object, ...], PrintedSheet] = {}
    about_a_day = col(PrintedSheet.day) >= session.today
    lasting = col(PrintedSheet.document).in_(LASTING) & (col(PrintedSheet.printed_at) >= session.now - IN_USE)
    for sheet in session.exec(select(PrintedSheet).where(about_a_day | lasting).order_by(col(PrintedSheet.id))):
        day = sheet.day if sheet.tour_id else None
        about = (sheet.event_id, sheet.tour_id, day, sheet.vehicle_id, sheet.kreis_ags, sheet.year)
        newest[sheet.document, *about, sheet.site_id, sheet.edition_id] = sheet
    rows = (_row(sheet) for sheet in newest.values())
    return tuple(sorted(rows, key=lambda row: (row.day or date.max, row.document, row.title)))


def _row(sheet: PrintedSheet) -> SheetRow:
    choice = PrintChoice(
        sheet.event_id,
        sheet.tour_id,
        sheet.day if sheet.tour_id else None,
        sheet.kreis_ags,
        sheet.year,
        sheet.site_id,
        sheet.vehicle_id,
        sheet.partner_id,
        sheet.snapshot_id,
        edition_id=sheet.edition_id,
        since=sheet.since,
    )
    moment = sheet.printed_at.astimezone(BERLIN)
    return SheetRow(
        id=sheet.id,
        document=sheet.document,
        choice=choice,
        version=sheet.version,
        code=sheet.code,
        printed_at=moment,
        heading=DOCUMENTS[sheet.document].title if sheet.document in DOCUMENTS else sheet.document,
        title=sheet.title,
        day=sheet.day,
    )


def stale_sheets(session: Session) -> tuple[SheetRow, ...]:
    """Printed sheets of coming days that would look different now; those that can no longer be made are `is_gone`."""
    return tuple(_stale(session))


def _stale(session: Session) -> Iterator[SheetRow]:
    for row in printed_sheets(session):
        if row.document not in DOCUMENTS:
            continue
        code = ""
        with suppress(LandaufError):  # its event or tour is gone, or no longer for its readers
            code = code_of(row.document, gather(session, row.document, row.choice))
        if code != row.code:
            yield replace(row, is_gone=not code)
