"""Outlets of calendars: add, change, delete, list; what was written there is kept outside the journal."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from uuid import UUID

from sqlalchemy import delete as delete_rows
from sqlmodel import col, select

from domain.model import Outlet, OutletCollection, OutletResource, OutletResult
from domain.rows.outlets import OutletDraft, OutletRow, OutletRun
from domain.rules import validation
from domain.store.session import Session
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove

_DRAFT = tuple(field.name for field in fields(OutletDraft))
_RUN = tuple(field.name for field in fields(OutletRun))


def add(session: Session, draft: OutletDraft) -> UUID:
    """Add an outlet.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.outlet_problems(draft))
    return insert(session, Outlet, asdict(draft)).id


def change(session: Session, outlet_id: UUID, draft: OutletDraft, version: int | None = None) -> None:
    """Make an outlet be what the draft says; what was written elsewhere or for others is forgotten.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.outlet_problems(draft))
    outlet = get(session, Outlet, outlet_id)
    if (outlet.kind, outlet.address, outlet.user) != (draft.kind, draft.address, draft.user):
        forget(session, outlet_id)
    change_record(session, outlet, version, asdict(draft))


def delete(session: Session, outlet_ids: Iterable[UUID]) -> int:
    """Delete outlets (undoable); what was published there stays there."""
    return remove(session, Outlet, outlet_ids)


def forget(session: Session, outlet_id: UUID) -> None:
    """Forget what was written on an outlet: the next run compares with what it finds there."""
    for table in (OutletResource, OutletCollection, OutletResult):
        session.execute(delete_rows(table).where(col(table.outlet_id) == outlet_id))


def list_rows(session: Session) -> tuple[OutletRow, ...]:
    """All outlets by name, with their last run."""
    runs = {result.outlet_id: result for result in session.exec(select(OutletResult))}
    found = session.exec(select(Outlet).order_by(col(Outlet.name), col(Outlet.id)))
    return tuple(_row(outlet, runs.get(outlet.id)) for outlet in found)


def detail(session: Session, outlet_id: UUID) -> OutletRow:
    """One outlet with its last run.

    Raises:
        NotFoundError: it is gone.
    """
    return _row(get(session, Outlet, outlet_id), session.get(OutletResult, outlet_id))


def note_run(session: Session, outlet_id: UUID, run: OutletRun) -> None:
    """Keep how a publication went."""
    session.merge(OutletResult(outlet_id=outlet_id, **{name: getattr(run, name) for name in _RUN}))
    session.announce("outlet_result")


def _row(outlet: Outlet, result: OutletResult | None) -> OutletRow:
    draft = OutletDraft(**{name: getattr(outlet, name) for name in _DRAFT})
    run = OutletRun(**{name: getattr(result, name) for name in _RUN}) if result else None
    return OutletRow(outlet.id, outlet.version, draft, run)
