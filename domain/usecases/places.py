"""Which Gemeinde an address, a site or a partner lies in."""

from dataclasses import replace
from typing import Any, NamedTuple, Protocol

from sqlmodel import select

from domain.model import Event, Partner, Site
from domain.region.lookup import find_gemeinde
from domain.rows.events import EventDraft
from domain.store.session import Session
from domain.terms import PlaceKind
from domain.usecases.records import change


class Placed(Protocol):
    """A draft or record with an address and its Gemeinde."""

    @property
    def ags(self) -> str | None:
        """The key of the Gemeinde."""

    @property
    def postcode(self) -> str:
        """The postcode."""

    @property
    def town(self) -> str:
        """The town as written."""


class Address(NamedTuple):
    """The parts of an address that tell the Gemeinde, for records that name them otherwise."""

    ags: str | None
    postcode: str
    town: str


def ags_of(given: Placed, before: Placed | None = None) -> str | None:
    """The Gemeinde of an address: the one given, else the one that postcode and town mean.

    A Gemeinde that came with the address as it stood `before` does not stay with a new address; where that means no
    Gemeinde, the old one is kept only if the postcode is still the same.
    """
    moved = (
        before is not None
        and given.ags == before.ags
        and (given.postcode, given.town) != (before.postcode, before.town)
        and bool(given.postcode or given.town)
    )
    if given.ags is not None and not moved:
        return given.ags
    found = find_gemeinde(postcode=given.postcode, town=given.town)
    if found is not None:
        return found.ags
    return given.ags if before is not None and given.postcode == before.postcode else None


def with_place(session: Session, draft: EventDraft, before: Event | None = None) -> EventDraft:
    """The draft with its Gemeinde: the site's or partner's, else the one of its address (`ags_of`)."""
    if draft.place_kind is PlaceKind.site and draft.site_id:
        site = session.get(Site, draft.site_id)
        return replace(draft, ags=site.ags or draft.ags) if site else draft
    if draft.place_kind is PlaceKind.partner and draft.place_partner_id:
        partner = session.get(Partner, draft.place_partner_id)
        return replace(draft, ags=partner.ags or draft.ags) if partner else draft
    return replace(draft, ags=ags_of(draft, before))


def keep_place(session: Session, column: Any, going: Partner | Site) -> None:  # noqa: ANN401 - a column of Event
    """Write name and address of a partner or site that will be deleted into the events whose `column` points at it."""
    kind = PlaceKind.site if isinstance(going, Site) else PlaceKind.partner
    for event in session.exec(select(Event).where(column == going.id)).all():
        values: dict[str, Any] = {column.key: None}
        if event.place_kind is kind:
            values |= {
                "place_kind": PlaceKind.address,
                "place_name": going.name,
                "street": going.street,
                "postcode": going.postcode,
                "town": going.town,
            }
        change(session, event, None, values)
