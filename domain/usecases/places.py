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
    """The draft with one place: only the site or partner that counts, and the Gemeinde that follows from it.

    The Gemeinde is the site's or partner's, else the one of the draft's own address (`ags_of`).
    """
    draft = replace(
        draft,
        site_id=draft.site_id if draft.place_kind is PlaceKind.site else None,
        place_partner_id=draft.place_partner_id if draft.place_kind is PlaceKind.partner else None,
    )
    there: Site | Partner | None = None
    if draft.site_id is not None:
        there = session.get(Site, draft.site_id)
    elif draft.place_partner_id is not None:
        there = session.get(Partner, draft.place_partner_id)
    return replace(draft, ags=there.ags if there is not None and there.ags else ags_of(draft, before))


def keep_place(session: Session, column: Any, going: Partner | Site) -> None:  # noqa: ANN401 - a column of Event
    """Write name and address of a partner or site that will be deleted into the events whose `column` points at it."""
    for event in session.exec(select(Event).where(column == going.id)).all():
        values = {
            column.key: None,
            "place_kind": PlaceKind.address,
            "place_name": going.name,
            "street": going.street,
            "postcode": going.postcode,
            "town": going.town,
        }
        change(session, event, None, values)
