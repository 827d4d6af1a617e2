"""Memberships of councils, clubs and associations: who belongs to them, in which role and until when."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Contact, Membership, Partner
from domain.region.fold import sort_key
from domain.rows.memberships import MembershipDraft, MembershipRow
from domain.rules import membership as rules
from domain.rules import validation
from domain.store.session import Session
from domain.terms import TermState
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove


def add(session: Session, draft: MembershipDraft) -> UUID:
    """Take an institution into a body.

    Raises:
        InvalidInputError: the draft is impossible, or the same member has this role at the same time already.
        NotFoundError: the body is gone.
    """
    get(session, Partner, draft.body_id)
    _check(session, draft)
    return insert(session, Membership, asdict(draft)).id


def change(session: Session, membership_id: UUID, draft: MembershipDraft, version: int | None = None) -> None:
    """Make a membership be what the draft says.

    Raises:
        InvalidInputError: the draft is impossible, or the same member has this role at the same time already.
        ConflictError: somebody changed it meanwhile.
    """
    record = get(session, Membership, membership_id)
    _check(session, draft, membership_id)
    change_record(session, record, version, asdict(draft))


def end(session: Session, membership_id: UUID, last_day: date) -> None:
    """Let a term end on `last_day` (inclusive); the member stays in the history.

    Raises:
        InvalidInputError: the last day lies before the first.
    """
    draft = _draft(get(session, Membership, membership_id))
    change(session, membership_id, replace(draft, last_day=last_day))


def renew(session: Session, membership_id: UUID, last_day: date | None = None) -> UUID:
    """Add the next term of a member: from the day after the last one, as long as that was or until `last_day`.

    Raises:
        InvalidInputError: the term has no end, or the member goes on already.
    """
    draft = _draft(get(session, Membership, membership_id))
    if draft.last_day is None:
        raise InvalidInputError(Problem("last_day", N_("This membership has no end and needs no new term.")))
    return add(session, rules.next_term(draft, last_day))


def delete(session: Session, membership_ids: Iterable[UUID]) -> int:
    """Delete memberships that were entered by mistake (undoable); who left is better ended."""
    return remove(session, Membership, membership_ids)


def members(session: Session, body_id: UUID) -> tuple[MembershipRow, ...]:
    """All terms in a body by role and name, former ones too; the newest term of a member first."""
    return _sorted(_rows(session, col(Membership.body_id) == body_id))


def ending_terms(session: Session) -> tuple[MembershipRow, ...]:
    """Terms that end within `rules.membership.NOTICE_DAYS` or ended within the last year, and nobody follows.

    The earliest first: what a due list shows, by `draft.last_day`.
    """
    near = session.today + timedelta(days=rules.NOTICE_DAYS)
    since = session.today - timedelta(days=365)
    found = _rows(session, col(Membership.last_day).between(since, near))
    wanted = (row for row in found if not row.is_followed and row.state in {TermState.ending, TermState.ended})
    return tuple(sorted(wanted, key=lambda row: (row.draft.last_day or date.max, row.body, row.member)))


def rival_chairs(session: Session, draft: MembershipDraft, membership_id: UUID | None = None) -> tuple[str, ...]:
    """The other institutions that chair the body at the same time: a hint, not a refusal."""
    others = {row.id: row for row in members(session, draft.body_id) if row.id != membership_id}
    rivals = rules.rival_chairs(draft, [row.draft for row in others.values()])
    return tuple(dict.fromkeys(row.member for row in others.values() if row.draft in rivals))


def _check(session: Session, draft: MembershipDraft, own: UUID | None = None) -> None:
    same = select(Membership).where(Membership.body_id == draft.body_id, Membership.member_id == draft.member_id)
    others = [_draft(found) for found in session.exec(same) if found.id != own]
    problems = validation.membership_problems(draft, others)
    if draft.contact_id is not None:
        contact = session.get(Contact, draft.contact_id)
        if contact is None or contact.partner_id != draft.member_id:
            problems.append(Problem("contact_id", N_("This person belongs to another institution.")))
    refuse(problems)


def _rows(session: Session, condition: ColumnElement[bool]) -> list[MembershipRow]:
    found = list(session.exec(select(Membership).where(condition)))
    bodies = {each.body_id for each in found}
    terms: dict[UUID, list[MembershipDraft]] = {}
    for each in session.exec(select(Membership).where(col(Membership.body_id).in_(bodies))):
        terms.setdefault(each.member_id, []).append(_draft(each))
    ids = {*bodies, *(each.member_id for each in found)}
    named = {each.id: each for each in session.exec(select(Partner).where(col(Partner.id).in_(ids)))}
    people = {each.contact_id for each in found if each.contact_id}
    contacts = {each.id: each for each in session.exec(select(Contact).where(col(Contact.id).in_(people)))}
    rows = []
    for each in found:
        draft, contact = _draft(each), contacts.get(each.contact_id) if each.contact_id else None
        rows.append(
            MembershipRow(
                id=each.id,
                version=each.version,
                draft=draft,
                body=named[each.body_id].name,
                member=named[each.member_id].name,
                member_category=named[each.member_id].category,
                contact=", ".join(part for part in (contact.role, contact.name) if part) if contact else "",
                state=rules.term_state(draft, session.today),
                is_followed=rules.is_followed(draft, terms[each.member_id]),
            )
        )
    return rows


def _sorted(rows: Iterable[MembershipRow]) -> tuple[MembershipRow, ...]:
    newest_first = sorted(rows, key=lambda row: row.draft.first_day or date.min, reverse=True)
    order = rules.ROLE_ORDER.index
    by_name = sorted(newest_first, key=lambda row: (order(row.draft.role), sort_key(row.member), sort_key(row.body)))
    return tuple(by_name)


def _draft(record: Membership) -> MembershipDraft:
    return MembershipDraft(
        record.body_id,
        record.member_id,
        record.contact_id,
        record.role,
        record.first_day,
        record.last_day,
        record.notes,
    )
