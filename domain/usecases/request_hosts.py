"""What is known of the institution that asks: whether it is a school, its address, and the catalogue for the form."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.model import Partner
from domain.rows.catalogue import OfferRow
from domain.rows.requests import RequestDraft
from domain.rules.schools import is_school
from domain.store.session import Session
from domain.usecases import catalogue, fleet, vocabulary


@dataclass(frozen=True, slots=True)
class RequestChoices:
    """What a request can name: equipment and topics by name (free text stays possible), offers of the catalogue."""

    equipment: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    offers: tuple[OfferRow, ...] = ()


def choices(session: Session) -> RequestChoices:
    """The choices as they stand in the file; topics that are in use today."""
    return RequestChoices(
        equipment=tuple(item.name for item in fleet.equipment(session)),
        topics=tuple(row.name for row in vocabulary.topics(session, session.today)),
        offers=tuple(catalogue.list_rows(session)),
    )


def asks_a_school(session: Session, draft: RequestDraft) -> bool:
    """Whether the requester is a school: as the partner is recorded, by its Schulform, else by its name."""
    partner = _partner(session, draft.partner_id)
    return is_school(draft.requester, draft.schulform, partner.category if partner else None)


def filled_in(session: Session, draft: RequestDraft) -> RequestDraft:
    """The draft with what is recorded of its partner where it says nothing itself: address, telephone, Schulform."""
    partner = _partner(session, draft.partner_id)
    if partner is None:
        return draft
    changes: dict[str, object] = {}
    if not (draft.street or draft.postcode or draft.town):
        changes = {name: getattr(partner, name) for name in ("street", "postcode", "town", "ags")}
    for name in ("phone", "email", "schulform"):
        if not getattr(draft, name):
            changes[name] = getattr(partner, name)
    return replace(draft, **changes)  # type: ignore[arg-type]  # the partner's columns are of the same types


def _partner(session: Session, partner_id: UUID | None) -> Partner | None:
    return session.get(Partner, partner_id) if partner_id else None
