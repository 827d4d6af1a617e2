"""Drive times with people's corrections, and where events are."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col
from sqlmodel import select as select_records

from domain.errors import Problem
from domain.i18n import N_
from domain.model import Event, Site
from domain.model import TravelOverride as OverrideTable
from domain.region.fold import sort_key
from domain.region.gemeinden import gemeinde
from domain.region.travel import Point, TravelOverride, TravelTable, Waypoint
from domain.rows.vocabulary import CorrectionDraft, CorrectionRow
from domain.rules.validation import fields
from domain.store.session import Session
from domain.usecases import settings
from domain.usecases.records import change, insert, refuse, remove

LONGEST = 1440
"""Minutes or kilometres of a corrected drive at most; nothing in the state is a day away."""


def travel_table(session: Session) -> TravelTable:
    """Drive times as the settings estimate them, with every correction a person made."""
    corrections = [
        TravelOverride(found.from_ags, found.to_ags, found.minutes, found.kilometres)
        for found in session.exec(select_records(OverrideTable))
    ]
    return TravelTable(settings.load(session).travel, corrections)


def correct(session: Session, from_ags: str, to_ags: str, minutes: int, kilometres: float | None = None) -> UUID:
    """Note what a drive between two Gemeinden really takes, both ways; a later correction replaces an earlier one.

    Raises:
        NotFoundError: there is no such Gemeinde.
        InvalidInputError: minutes or kilometres are below 0 or above `LONGEST`.
    """
    for field, value in (("minutes", minutes), ("kilometres", kilometres)):
        refuse(fields.number(field, value, 0, LONGEST))
    start, end = sorted((gemeinde(from_ags).ags, gemeinde(to_ags).ags))
    values = {"from_ags": start, "to_ags": end, "minutes": minutes, "kilometres": kilometres}
    query = select_records(OverrideTable).where(OverrideTable.from_ags == start, OverrideTable.to_ags == end)
    present = session.exec(query).first()
    return (change(session, present, None, values) if present else insert(session, OverrideTable, values)).id


def correct_drive(session: Session, draft: CorrectionDraft) -> UUID:
    """Note a corrected drive as a form brings it.

    Raises:
        InvalidInputError: a place or the minutes are missing, or as for `correct`.
    """
    wanted = ("from_ags", "to_ags", "minutes")
    refuse([Problem(field, N_("Please fill in this field.")) for field in wanted if getattr(draft, field) is None])
    return correct(session, draft.from_ags or "", draft.to_ags or "", draft.minutes or 0, draft.kilometres)


def change_correction(session: Session, correction_id: UUID, draft: CorrectionDraft) -> UUID:
    """Make a corrected drive be what the draft says; with other places it becomes the correction between those.

    Raises:
        InvalidInputError: as for `correct_drive`.
    """
    changed = correct_drive(session, draft)
    if changed != correction_id:
        remove(session, OverrideTable, [correction_id])
    return changed


def corrections(session: Session) -> list[CorrectionRow]:
    """Every corrected drive, by the names of its Gemeinden."""
    rows = [
        CorrectionRow(found.id, CorrectionDraft(found.from_ags, found.to_ags, found.minutes, found.kilometres))
        for found in session.exec(select_records(OverrideTable))
    ]
    return sorted(rows, key=lambda row: [_sorted(row.draft.from_ags), _sorted(row.draft.to_ags)])


def _sorted(ags: str | None) -> str:
    return sort_key(gemeinde(ags).name) if ags else ""


def forget(session: Session, ids: Iterable[UUID]) -> int:
    """Go back to the estimate for these drives (undoable); returns how many there were."""
    return remove(session, OverrideTable, ids)


def waypoints(session: Session, event_ids: Iterable[UUID]) -> dict[UUID, Waypoint | None]:
    """Where events are: the exact point of their site, else their Gemeinde; None where neither is known."""
    query = (
        select(col(Event.id), col(Event.ags), col(Site.latitude), col(Site.longitude))
        .outerjoin(Site, col(Site.id) == col(Event.site_id))
        .where(col(Event.id).in_(list(event_ids)))
    )
    return {
        event_id: Waypoint(ags, Point(lat, lon) if lat is not None and lon is not None else None) if ags else None
        for event_id, ags, lat, lon in session.execute(query)
    }
