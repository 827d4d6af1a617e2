"""The people of the house: qualifications, absences, what they are booked for."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from uuid import UUID

from sqlmodel import col, select

from domain.model import Staff, StaffAbsence, StaffQualification
from domain.rows.tours import Absence, HeldQualification, StaffDraft, StaffRow
from domain.rules import validation
from domain.store.session import Session
from domain.usecases.records import change_whole, get, insert, put_links, put_list, refuse, remove

_LINKED = ("qualifications", "absences")


def create(session: Session, draft: StaffDraft) -> UUID:
    """Add a person.

    Raises:
        InvalidInputError: the draft is impossible.
    """
    refuse(validation.staff_problems(draft))
    person = insert(session, Staff, _columns_of(draft))
    _put_parts(session, person.id, draft)
    return person.id


def _columns_of(draft: StaffDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft) if field.name not in _LINKED}


def _put_parts(session: Session, staff_id: UUID, draft: StaffDraft) -> bool:
    owner = {"staff_id": staff_id}
    held = [asdict(held) for held in dict.fromkeys(draft.qualifications)]
    absences = [asdict(absence) for absence in dict.fromkeys(draft.absences)]
    changed = put_links(session, StaffQualification, owner, held)
    return put_list(session, StaffAbsence, owner, absences) or changed


def change(session: Session, staff_id: UUID, draft: StaffDraft, version: int | None = None) -> None:
    """Make a person's record be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible.
        ConflictError: somebody changed it meanwhile.
    """
    refuse(validation.staff_problems(draft))
    person = get(session, Staff, staff_id)
    change_whole(session, person, version, _columns_of(draft), lambda: _put_parts(session, staff_id, draft))


def delete(session: Session, staff_ids: Iterable[UUID]) -> int:
    """Delete people with their assignments (undoable)."""
    return remove(session, Staff, staff_ids)


def list_rows(session: Session) -> list[StaffRow]:
    """All people by name."""
    held: dict[UUID, list[HeldQualification]] = {}
    for link in session.exec(select(StaffQualification)):
        held.setdefault(link.staff_id, []).append(HeldQualification(link.qualification_id, link.valid_until))
    away: dict[UUID, list[Absence]] = {}
    for absence in session.exec(select(StaffAbsence).order_by(col(StaffAbsence.id))):
        entry = Absence(absence.first_day, absence.last_day, absence.reason, absence.uid)
        away.setdefault(absence.staff_id, []).append(entry)
    rows = []
    for person in session.exec(select(Staff).order_by(col(Staff.name))):
        own = {field.name: getattr(person, field.name) for field in fields(StaffDraft) if field.name not in _LINKED}
        draft = StaffDraft(
            **own, qualifications=tuple(held.get(person.id, ())), absences=tuple(away.get(person.id, ()))
        )
        rows.append(StaffRow(person.id, person.version, draft))
    return rows
