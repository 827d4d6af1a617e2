"""Sheets that were printed: noted when they go onto paper, and found again when what stands on them has changed."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from sqlmodel import col, select

from domain.documents import DOCUMENTS, DocumentInput, Needs, code_of
from domain.errors import LandaufError
from domain.model import PrintedSheet
from domain.rows.printing import PrintChoice
from domain.rows.releases import SheetNote, SheetRow
from domain.store.journal import writer_of
from domain.store.session import Session
from domain.terms import BERLIN
from domain.usecases.printing import gather
from domain.usecases.printing_reports import is_report

if TYPE_CHECKING:
    from domain.documents.annual_report import AnnualSheet
    from domain.documents.best_practice import PracticeSheet
    from domain.documents.briefing import Briefing
    from domain.documents.council_profile import CouncilSheet
    from domain.documents.coverage_report import CoverageReport
    from domain.documents.event_packing_list import EventPackingSheet
    from domain.documents.invitation import Invitation
    from domain.documents.invitee_list import InviteeSheet
    from domain.documents.lecture_confirmation import ConfirmationLetter
    from domain.documents.packing_list import PackingSheet
    from domain.documents.parliament_answer import ParliamentSheet
    from domain.documents.result_sheet import ResultSheet
    from domain.documents.site_pass import SitePassSheet
    from domain.documents.tour_sheet import TourSheet


def note_of(name: str, choice: PrintChoice, data: DocumentInput) -> SheetNote:
    """What is to be noted of a sheet made from `data` when it is printed."""
    title, day = _subject(name, data)
    if DOCUMENTS[name].needs is Needs.tour:
        vehicle_id = cast("TourSheet | PackingSheet", data).day.vehicle_id
        choice = PrintChoice(tour_id=choice.tour_id, day=day, vehicle_id=vehicle_id)
    version = None if is_report(data) else data.version
    return SheetNote(name, choice, day, title, version, code_of(name, data))


def _subject(name: str, data: DocumentInput) -> tuple[str, date | None]:
    """What a sheet is about and on which day."""
    day: date | None = None
    match DOCUMENTS[name].needs:
        case Needs.tour:
            sheet = cast("TourSheet | PackingSheet", data)
            title, day = sheet.title, sheet.day.day
        case Needs.site:
            title = cast("SitePassSheet", data).found.site.name
        case Needs.partner:
            title = cast("CouncilSheet", data).council.name
        case Needs.year:
            title = str(_year_of(data))
        case Needs.snapshot:
            title = cast("ParliamentSheet", data).title
        case Needs.kreis:
            results = cast("ResultSheet", data).results
            title = results.event or results.kreis
        case Needs.nothing:
            title = ""
        case _:
            event = cast(
                "Invitation | Briefing | PracticeSheet | InviteeSheet | ConfirmationLetter | EventPackingSheet", data
            ).event
            title = event.title
            day = event.first_day if event.all_day or event.starts_at is None else event.starts_at.date()
    return title, day


def _year_of(data: DocumentInput) -> int:
    if is_report(data):
        return cast("AnnualSheet", data).report.year
    return cast("CoverageReport", data).year


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
    ]
    if day is not None:
        same.append(col(PrintedSheet.day) == day)
    found = session.exec(select(PrintedSheet).where(*same).order_by(col(PrintedSheet.id).desc()).limit(1)).first()
    return None if found is None else _row(found)


def printed_sheets(session: Session) -> tuple[SheetRow, ...]:
    """The newest print of every sheet that is about today or a coming day, by that day; site passes have none."""
    newest: dict[tuple[object, ...], PrintedSheet] = {}
    coming = select(PrintedSheet).where(col(PrintedSheet.day) >= session.today).order_by(col(PrintedSheet.id))
    for sheet in session.exec(coming):
        day = sheet.day if sheet.tour_id else None
        newest[sheet.document, sheet.event_id, sheet.tour_id, day, sheet.vehicle_id, sheet.kreis_ags, sheet.year] = (
            sheet
        )
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
