"""The tree of institutions and their areas: Inspektion → Revier → Revierkommissariat, Stadt → Ordnungsamt."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlmodel import col

from domain.errors import InvalidInputError, Problem
from domain.i18n import N_
from domain.model import Partner, PartnerArea
from domain.rows.network import PartnerRef
from domain.rules.partner_tree import path_above, would_circle
from domain.store.session import Session
from domain.usecases.records import change, get, put_links


def set_parent(session: Session, partner_id: UUID, parent_id: UUID | None) -> None:
    """Put an institution under another, or on its own.

    Raises:
        InvalidInputError: it would stand above itself.
        NotFoundError: it is gone.
    """
    partner = get(session, Partner, partner_id)
    refuse_circle(session, partner_id, parent_id)
    change(session, partner, None, {"parent_id": parent_id})


def refuse_circle(session: Session, partner_id: UUID, parent_id: UUID | None) -> None:
    """Refuse a place in the tree that would make a circle.

    Raises:
        InvalidInputError: the institution would stand above itself.
    """
    if parent_id is not None and would_circle(partner_id, parent_id, _parents_above(session, parent_id)):
        raise InvalidInputError(Problem("parent_id", N_("It cannot belong to itself or to something below it.")))


def above(session: Session, partner_id: UUID) -> tuple[PartnerRef, ...]:
    """What an institution belongs to, the nearest first."""
    path = path_above(partner_id, _parents_above(session, partner_id))
    found = refs(session, path)
    return tuple(found[each] for each in path if each in found)


def below(session: Session, partner_id: UUID) -> tuple[PartnerRef, ...]:
    """What belongs to an institution directly, by name."""
    children = select(col(Partner.id)).where(col(Partner.parent_id) == partner_id).order_by(col(Partner.sort_key))
    ids = session.execute(children).scalars().all()
    found = refs(session, ids)
    return tuple(found[each] for each in ids)


def refs(session: Session, ids: Iterable[UUID]) -> dict[UUID, PartnerRef]:
    """Partners as others mention them, by id; those that are gone are missing."""
    query = select(
        col(Partner.id), col(Partner.name), col(Partner.category), col(Partner.office_kind), col(Partner.kreis_ags)
    ).where(col(Partner.id).in_(list(ids)))
    return {line[0]: PartnerRef(*line) for line in session.execute(query)}


def areas_of(session: Session, partner_id: UUID) -> tuple[str, ...]:
    """The keys of the areas a partner is responsible for."""
    query = select(col(PartnerArea.area)).where(col(PartnerArea.partner_id) == partner_id)
    return tuple(session.execute(query.order_by(col(PartnerArea.area))).scalars())


def put_areas(session: Session, partner_id: UUID, areas: Iterable[str]) -> bool:
    """Make a partner responsible for exactly these areas; whether anything changed."""
    return put_links(session, PartnerArea, {"partner_id": partner_id}, [{"area": area} for area in areas])


def parents_of(session: Session, ids: Iterable[UUID]) -> dict[UUID, UUID | None]:
    """Everything that stands above these partners and they themselves, each with its parent: one query a level."""
    found: dict[UUID, UUID | None] = {}
    wanted = set(ids)
    while wanted:
        query = select(col(Partner.id), col(Partner.parent_id)).where(col(Partner.id).in_(wanted))
        level: dict[UUID, UUID | None] = {line.id: line.parent_id for line in session.execute(query)}
        found |= level
        wanted = {parent for parent in level.values() if parent is not None} - found.keys()
    return found


def _parents_above(session: Session, start: UUID) -> dict[UUID, UUID | None]:
    return parents_of(session, [start])
