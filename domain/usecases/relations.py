"""Relations between partners, kept once and read from both sides; memberships as seen from either side."""

from collections.abc import Iterable
from dataclasses import asdict
from uuid import UUID

from sqlalchemy import and_, or_
from sqlmodel import col, select

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Membership, Partner, Relation
from domain.rows.network import MembershipLine, RelationDraft, RelationRow
from domain.rules import validation
from domain.rules.relations import opposite
from domain.store.session import Session
from domain.usecases.partner_tree import refs
from domain.usecases.records import change as change_record
from domain.usecases.records import get, insert, refuse, remove


def create(session: Session, draft: RelationDraft) -> UUID:
    """Note how one partner stands to another.

    Raises:
        InvalidInputError: the draft is impossible, or the same is noted already, from either side.
        NotFoundError: one of the two is gone.
    """
    _check(session, draft, None)
    return insert(session, Relation, asdict(draft)).id


def change(session: Session, relation_id: UUID, draft: RelationDraft, version: int | None = None) -> None:
    """Make a relation be what the draft says, read from `draft.partner_id`, whichever side it was entered from.

    Raises:
        InvalidInputError: the draft is impossible, or the same is noted already.
        ConflictError: somebody changed it meanwhile.
    """
    relation = get(session, Relation, relation_id)
    _check(session, draft, relation_id)
    if relation.partner_id != draft.partner_id and draft.other_id is not None:
        draft = seen_from(draft, draft.other_id)
    change_record(session, relation, version, asdict(draft))


def delete(session: Session, ids: Iterable[UUID]) -> int:
    """Forget relations (undoable)."""
    return remove(session, Relation, ids)


def seen_from(draft: RelationDraft, partner_id: UUID) -> RelationDraft:
    """The same relation read from `partner_id`, one of its two partners."""
    if draft.partner_id == partner_id:
        return draft
    return RelationDraft(
        partner_id, draft.partner_id, opposite(draft.kind), draft.first_day, draft.last_day, draft.notes
    )


def of_partner(session: Session, partner_id: UUID) -> tuple[RelationRow, ...]:
    """The relations of a partner, read from there, by the other's name."""
    query = select(Relation).where(or_(col(Relation.partner_id) == partner_id, col(Relation.other_id) == partner_id))
    found = [(each, seen_from(_draft(each), partner_id)) for each in session.exec(query)]
    others = refs(session, [draft.other_id for _each, draft in found if draft.other_id])
    rows = [
        RelationRow(each.id, each.version, others[draft.other_id], draft) for each, draft in found if draft.other_id
    ]
    return tuple(sorted(rows, key=lambda row: (row.other.name.casefold(), row.draft.kind, row.id)))


def memberships(session: Session, partner_id: UUID) -> tuple[MembershipLine, ...]:
    """The memberships of a partner in both directions, running ones first, then by the other's name."""
    query = select(Membership).where(
        or_(col(Membership.body_id) == partner_id, col(Membership.member_id) == partner_id)
    )
    found = list(session.exec(query))
    others = refs(session, [_other(each, partner_id) for each in found])
    lines = [
        MembershipLine(
            each.id,
            others[_other(each, partner_id)],
            each.member_id == partner_id,
            each.role,
            each.first_day,
            each.last_day,
        )
        for each in found
    ]

    def order(line: MembershipLine) -> tuple[bool, str]:
        return line.last_day is not None and line.last_day < session.today, line.other.name.casefold()

    return tuple(sorted(lines, key=order))


def _other(membership: Membership, partner_id: UUID) -> UUID:
    return membership.body_id if membership.member_id == partner_id else membership.member_id


def _draft(relation: Relation) -> RelationDraft:
    return RelationDraft(
        relation.partner_id,
        relation.other_id,
        relation.kind,
        relation.first_day,
        relation.last_day,
        relation.notes,
    )


def _check(session: Session, draft: RelationDraft, own: UUID | None) -> None:
    refuse(validation.relation_problems(draft))
    if draft.other_id is None:
        return
    for partner_id in (draft.partner_id, draft.other_id):
        get(session, Partner, partner_id)
    one, other = col(Relation.partner_id), col(Relation.other_id)
    both = or_(
        and_(one == draft.partner_id, other == draft.other_id), and_(one == draft.other_id, other == draft.partner_id)
    )
    for relation in session.exec(select(Relation).where(both)):
        if relation.id != own and seen_from(_draft(relation), draft.partner_id).kind is draft.kind:
            raise InvalidInputError(Problem("other_id", N_("This is noted already.")))
